"""DT-9: clocks with a number and clocks without, by the case book."""

from datetime import date
from typing import Any

from immtrac_desk.law.clocks import (
    Clock,
    due_on,
    report_clock,
    responder_removal_clock,
    retention_clock,
    withdrawal_clock,
)

BOOK = "dt09"


def test_the_clock_runs_as_the_case_says(case: Any) -> None:
    clocks: dict[str, Clock] = {
        "report": report_clock(case.on),
        "responder": responder_removal_clock(case.on, case.settings),
        "withdrawal": withdrawal_clock(case.on, case.settings),
        "retention": retention_clock(case.on),
    }
    clock = clocks[case.facts["clock"]]
    assert (clock.row,) == case.rows
    assert clock.row not in case.not_rows
    assert (clock.days or 0) == case.expect["days"]
    assert clock.confirmed is case.expect["confirmed"]
    assert due_on(clock, case.facts["from"]) == case.expect.get("due")


def test_a_clock_stops_at_the_end_of_the_calendar() -> None:
    assert due_on(report_clock(date.max), date(9999, 12, 20)) == date.max
