"""DT-7: the disaster clock, by the case book."""

from datetime import date
from typing import Any

from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import EventId
from immtrac_desk.law.disaster import StatedEnd, end_on, removal_on, standing

BOOK = "dt07"


def test_the_clock_stands_where_the_case_says(case: Any) -> None:
    if "stated" in case.facts:
        stated = [StatedEnd(source, on) for source, on in case.facts["stated"].items()]
        assert end_on(stated, case.on) == case.expect["end"]
        overridden = {"dshs", "law"} & set(case.facts["stated"])
        assert case.rows == (("DT-7.1",) if overridden else ())
        return
    event = DisasterEvent(
        id=EventId("event"),
        name="a declared event",
        started_on=date(2020, 3, 13),
        ended_on=case.facts.get("end"),
    )
    found = standing(event, case.on, case.settings, saved=case.facts.get("saved", False))
    assert (found.row,) == case.rows
    assert found.row not in case.not_rows
    assert found.code == case.expect.get("code", found.code)
    assert removal_on(event, case.settings) == case.expect.get("removal", found.removal_on)


def test_no_date_stated_is_no_end() -> None:
    assert end_on([], date(2026, 1, 1)) is None
