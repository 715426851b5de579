"""The case books keep the handbook's worked dates and numbers, and each turn from both sides."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

DAY = timedelta(1)

WORKED = {
    "DT-1": {"1": "2026-03-09", "3": "2026-03-10 2026-03-11"},
    "DT-4": {
        "1": "2026-03-09",
        "2": "2026-03-10 2026-03-11",
        "3": "2026-03-10 2026-03-11",
        "7": "2026-02-04 2026-02-05 2026-02-23 2026-02-24 2026-02-25",
    },
    "DT-5": {
        "5": "2026-03-09",
        "6": "2026-03-10 2026-03-11 2034-03-09 2026-04-01",
        "7": "2034-03-10 2034-03-11",
        "4": "2026-04-02 2027-01-04",
        "3": "2027-01-05 2027-01-06",
    },
    "DT-7": {"3": "2028-06-14 2028-06-15 2028-06-16", "5": "2027-06-15 2027-06-16"},
    "DT-11": {"2": "2026-05-31 2026-06-01 2026-06-02"},
    "DT-12": {"4": "2026-06-30 2026-07-01 2026-07-02"},
    "DT-13": {
        "7": "2026-11-01",
        "6": "2026-11-02 2026-11-03 2026-12-31",
        "5": "2027-01-01 2027-01-02 2027-01-30 2027-01-31",
        "3": "2027-02-01",
        "due": "2026-02-28",
        "ladder": "2026-10-03 2026-11-02 2026-12-02 2027-01-01 2027-01-17 2027-01-24 2027-01-30",
        "director": "2026-04-30 2026-05-01 2026-05-02",
    },
    "DT-16": {"1": "2026-04-14 2026-04-15 2026-04-16", "2": "2032-04-10"},
    "DT-18": {
        "1": "2026-04-30 2026-05-01 2026-05-02",
        "3": "2027-03-01",
        "4": "2026-04-03 2026-04-04 2026-04-05",
    },
    "DT-19": {"1": "2026-05-23 2026-05-24 2026-05-25 2026-05-30 2026-05-31 2026-06-01"},
    "DT-20": {"2": "2026-03-09"},
    "DT-23": {
        "1": "2026-05-09",
        "2": "2026-05-10 2026-05-11 2027-05-09",
        "3": "2026-05-10 2026-05-11 2027-05-09 2027-05-10",
    },
}
"""Days that the handbook works out, by the row that holds on them."""

TURNING = {
    *(f"DT-12.{number}" for number in range(1, 8)),
    *(f"DT-13.{row}" for row in (*range(1, 8), "due", "ladder", "tvfc", "director")),
    *("DT-14.1", "DT-14.2", "DT-14.3"),
    *("DT-16.1", "DT-16.2", "DT-16.3", "DT-16.4", "DT-16.5", "DT-16.7"),
    *(f"DT-17.{number}" for number in (*range(1, 13), 14)),
    *(f"DT-18.{number}" for number in range(1, 6)),
}
"""Rows of the agreement whose answer is another one from some day on; the others know no day."""

AFFECTED = (249, 250, 251), (499, 500, 501), (500, 501)
"""DT-18: Texans, affected, and residents of one state, about each bound."""


def spells(cases: list[Any]) -> Iterator[dict[date, Any]]:
    """The cases of each sentence that is told on several days, by its day."""
    by_sentence: dict[str, dict[date, Any]] = {}
    for case in cases:
        if case.turning:
            day = case.facts[case.facts.get("turns", "on")]
            by_sentence.setdefault(case.book + case.says, {})[day] = case
    yield from by_sentence.values()


@pytest.mark.parametrize(
    ("row", "days"),
    [(f"{table}.{row}", days) for table in WORKED for row, days in WORKED[table].items()],
)
def test_each_worked_date_of_the_handbook_is_a_case(
    row: str, days: str, all_cases: list[Any]
) -> None:
    told = {case.facts[case.facts.get("turns", "on")] for case in all_cases if row in case.rows}
    assert {date.fromisoformat(day) for day in days.split()} - told == set()


def test_each_row_is_seen_to_turn_with_the_day_before_and_the_day_after(
    all_cases: list[Any],
) -> None:
    seen: set[str] = set()
    for told in spells(all_cases):
        for day in told:
            around = [told.get(day + number * DAY) for number in (-1, 0, 1)]
            if None in around:
                continue
            before, on, after = ((case.rows, case.expect) for case in around if case)
            if _turns(before, on) or _turns(on, after):
                seen |= {row for rows, _ in (before, on, after) for row in rows}
    assert TURNING - seen == set()


def test_each_day_of_a_case_stands_in_a_row_of_three(all_cases: list[Any]) -> None:
    alone = [
        (case.book, case.says, day)
        for told in spells(all_cases)
        for day, case in told.items()
        if not any(
            all(day + (first + number) * DAY in told for number in range(3))
            for first in (-2, -1, 0)
        )
    ]
    assert alone == []


def _turns(one: tuple[Any, dict[str, Any]], other: tuple[Any, dict[str, Any]]) -> bool:
    """True if the row or an answer that both days tell is another one; days to go always are."""
    shared = one[1].keys() & other[1].keys() - {"days_left", "not_rows"}
    return one[0] != other[0] or any(one[1][key] != other[1][key] for key in shared)


def test_the_bounds_of_the_breach_clocks_are_seen_from_both_sides(all_cases: list[Any]) -> None:
    told = [case.facts for case in all_cases if case.book == "dt18"]
    for name, numbers in zip(("texans", "affected", "residents"), AFFECTED, strict=True):
        assert {one[name] for one in told if name in one} >= set(numbers)
    assert any((one["affected"], one["texans"]) == (300, 100) for one in told)
