"""A practice day: the real window, driven from the first run to the evening's check."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

USAGE = "practice day: --out FOLDER [--quick]\n"


def main(argv: Sequence[str]) -> int:
    """Play the day and leave PDFs, stills, the vault and day.json in the folder; 0 if all held.

    `--quick` leaves out the stills in the second language and theme, and all reports but one.
    """
    words = [word for word in argv if word != "--quick"]
    if len(words) != 2 or words[0] != "--out":
        sys.stderr.write(USAGE)
        return 2
    out = Path(words[1]).absolute()
    _clear(out)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The day must not touch what this machine remembers for its own desk.
    os.environ["IMMTRAC_DESK_HOME"] = str(out / "machine")
    from ui.practice_day.day import play

    return play(out, quick="--quick" in argv)


def _clear(out: Path) -> None:
    """Take away what an earlier day left here, and nothing else."""
    for name in ("vault", "practice-copies", "machine", "pdf", "screens"):
        shutil.rmtree(out / name, ignore_errors=True)
    (out / "day.json").unlink(missing_ok=True)
    out.mkdir(parents=True, exist_ok=True)
