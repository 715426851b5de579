"""`python -m tools.bench`: every figure in one run, side by side, kept for the README."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from immtrac_desk.desk import Desk
from tools.bench import (
    answers,
    counter_work,
    disk,
    letters,
    painted,
    sheets,
    sites,
    sites_screen,
    turns,
)
from tools.bench.figures import Figure, Spread, side_by_side, timed
from tools.bench.readme import write
from tools.house import ROOT


def main() -> int:
    """Measure, print each figure as it is known, write docs/bench.json and the README's table."""
    options = argparse.ArgumentParser(prog="bench")
    options.add_argument("--out", type=Path, default=ROOT / "docs" / "bench.json")
    out = options.parse_args().out
    figures = []
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as folder:
        for figure in _measured(Path(folder)):
            print(figure.line(), flush=True)
            figures.append(figure.as_facts())
    facts = {"measured": _circumstances(), "figures": figures}
    out.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    write(ROOT / "README.md", figures)
    return 0


def _measured(folder: Path) -> Iterator[Figure]:
    desk = counter_work.open_clinic(folder)
    try:
        yield _record(desk, folder)
        yield _sheet(desk)
        yield _keystroke(desk)
        yield from turns.stalls(desk, folder / "vault")
        yield _sites(desk, folder)
        yield sites_screen.sites_in_one_screen(desk, folder / "vault")
    finally:
        desk.close()
    yield _answers()
    yield _letters()
    yield from _locks(folder)
    yield _day(folder)


def _record(desk: Desk, folder: Path, rounds: int = 200) -> Figure:
    drafts = counter_work.finished_drafts(desk, rounds + 2)
    ours, theirs = side_by_side(
        counter_work.recording(desk, drafts), disk.page_writer(folder), rounds
    )
    what = "record a consent: judged, drawn with its signature, filed, on the disk"
    return Figure("record", what, "one 4 KiB write with fdatasync", ours, theirs, "")


def _sheet(desk: Desk, rounds: int = 100) -> Figure:
    draft = counter_work.finished_drafts(desk, 1)[0]
    strings = sheets.strings_of(desk.consents.draw_up(draft).pdf)
    ours, theirs = side_by_side(
        lambda: desk.consents.draw_up(draft), sheets.bare_canvas(strings), rounds
    )
    rival = f"a bare ReportLab canvas with as many strings ({strings.count})"
    return Figure("sheet", "one sheet to PDF bytes", rival, ours, theirs, "")


def _keystroke(desk: Desk, rounds: int = 2000) -> Figure:
    assess = counter_work.typing(desk, counter_work.finished_drafts(desk, 1)[0])
    for _ in range(20):
        assess()
    ours = Spread.of([timed(assess) for _ in range(rounds)])
    return Figure("keystroke", "`assess` at each keystroke", "", ours, None, "under 1 ms")


def _sites(desk: Desk, folder: Path, rounds: int = 50) -> Figure:
    sites.enter_sites(desk)
    ours, theirs = side_by_side(sites.standing_of_all(desk), sites.bare_table(folder), rounds)
    what = f"where {sites.COUNT} site agreements stand (DT-13), all read anew"
    return Figure("sites", what, f"a bare table of {sites.COUNT} rows, read", ours, theirs, "")


def _answers(rounds: int = 20) -> Figure:
    data = answers.batch()
    ours, theirs = side_by_side(answers.reading(data), answers.bare_pass(data), rounds)
    what = f"{answers.MESSAGES:,} answers of the registry to rows with their owners"
    return Figure("answers", what, "a bare regular expression over the bytes", ours, theirs, "")


def _letters(rounds: int = 5) -> Figure:
    run = letters.run()
    pages = letters.pages_of(run)
    ours, theirs = side_by_side(letters.drawing(run), letters.bare_run(pages), rounds, warm=1)
    what = f"a run of {letters.COUNT:,} letters and their envelopes to one PDF"
    rival = "a bare ReportLab canvas that writes the same lines"
    return Figure("letters", what, rival, ours, theirs, "")


def _locks(folder: Path, rounds: int = 15) -> Iterator[Figure]:
    home = painted.machine_that_knows(folder / "vault", folder / "home")
    what = "start to a painted lock screen"
    rivals = (
        ("lock", "a bare PySide6 window", painted.bare_window, "1.3 x or less"),
        ("lock-form", "a bare PySide6 window with two fields", painted.bare_form, ""),
    )
    for name, rival, open_it, aim in rivals:
        ours, theirs = side_by_side(lambda: painted.lock_screen(home), open_it, rounds)
        yield Figure(name, what, rival, ours, theirs, aim)


def _day(folder: Path, rounds: int = 2) -> Figure:
    def live(number: int) -> None:
        subprocess.run(
            [sys.executable, "-m", "ui.practice_day", "--out", str(folder / f"day-{number}")],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    ours = Spread.of([timed(lambda n=n: live(n)) for n in range(rounds)])  # type: ignore[misc]
    return Figure("day", "the whole practice day, offscreen", "", ours, None, "")


def _circumstances() -> dict[str, object]:
    return {
        "on": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
    }


if __name__ == "__main__":
    sys.exit(main())
