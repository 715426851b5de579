"""The stop-watch room's arithmetic; what it measures is left to `make bench`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.bench.figures import Figure, Spread, side_by_side
from tools.bench.readme import BETWEEN, table, write
from tools.house import ROOT

FIGURE = Figure(
    name="sheet",
    what="one sheet",
    rival="a bare canvas",
    ours=Spread(rounds=3, p50_ms=6.0, p99_ms=9.0),
    theirs=Spread(rounds=3, p50_ms=4.0, p99_ms=4.5),
    aim="",
)


def test_a_spread_gives_the_middle_and_the_slow_end() -> None:
    spread = Spread.of([n / 1000 for n in range(1, 102)])
    assert (spread.rounds, spread.p50_ms, spread.p99_ms) == (101, 51.0, 100.0)


def test_ratios_are_ours_over_theirs() -> None:
    assert (FIGURE.ratio_p50, FIGURE.ratio_p99) == (1.5, 2.0)


def test_a_figure_without_a_rival_has_no_ratio() -> None:
    alone = Figure("day", "the day", "", FIGURE.ours, None, "")
    assert (alone.ratio_p50, alone.ratio_p99) == (None, None)
    assert " x " not in alone.line()


def test_rivals_take_turns() -> None:
    order: list[str] = []
    side_by_side(lambda: order.append("a"), lambda: order.append("b"), 3, warm=1)
    assert order == ["a", "b"] * 4


def test_the_readme_gets_the_table_between_its_marks(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(
        "before\n<!-- figures: written by make bench -->\nold\n<!-- end of figures -->\nafter\n"
    )
    write(readme, [FIGURE.as_facts()])
    text = readme.read_text()
    assert "| one sheet | 6 ms | 9 ms | a bare canvas | 1.5 x |  |" in text
    assert "old" not in text
    assert text.startswith("before\n")
    assert text.endswith("after\n")


def test_a_readme_without_a_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("nothing\n")
    with pytest.raises(ValueError, match="no place"):
        write(tmp_path / "README.md", [])


def test_the_figures_in_the_readme_are_those_that_were_measured() -> None:
    measured = ROOT / "docs" / "bench.json"
    figures = json.loads(measured.read_text())["figures"] if measured.is_file() else []
    shown = BETWEEN.search((ROOT / "README.md").read_text())
    assert shown is not None
    assert shown.group().split("\n", 1)[1].rsplit("<!--", 1)[0] == table(figures)
