"""The cross table: a number is the length of what is behind it, and its key finds it again."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.figures.cross import WHOLE, Counted, cross, find, month_of, months_of

ROWS, COLUMNS = ("a", "b", "c|d"), ("x", "y")
PLACES = st.lists(st.tuples(st.sampled_from([*ROWS, "stray"]), st.sampled_from([*COLUMNS, "z"])))


@given(PLACES)
def test_every_number_counts_what_its_key_finds(places: list[tuple[str, str]]) -> None:
    found = [(row, column, Counted(name=str(at))) for at, (row, column) in enumerate(places)]
    table = cross("t", ROWS, COLUMNS, found)
    known = [place for place in places if place[0] in ROWS and place[1] in COLUMNS]
    for row in (*ROWS, WHOLE):
        for column in (*COLUMNS, WHOLE):
            behind = find([table], table.key(row, column))
            assert len(behind) == table.count(row, column)
            wanted = [p for p in known if row in (p[0], WHOLE) and column in (p[1], WHOLE)]
            assert len(behind) == len(wanted)
    assert table.count(WHOLE, WHOLE) == len(known)


def test_a_key_of_no_table_finds_nothing() -> None:
    table = cross("t", ROWS, COLUMNS, [("a", "x", Counted(name="1"))])
    for key in ("", "t", "t|a", "u|a|x", "t|a|q", "t|q|x"):
        assert find([table], key) == ()


def test_months_run_from_the_first_days_to_the_last_days() -> None:
    assert months_of(date(2025, 11, 30), date(2026, 2, 1)) == (
        "2025-11", "2025-12", "2026-01", "2026-02",
    )  # fmt: skip
    assert months_of(date(2026, 5, 1), date(2026, 5, 31)) == ("2026-05",)
    assert month_of(date(2026, 5, 31)) == "2026-05"
