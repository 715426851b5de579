"""DT-19: must we report, by when, how loud, by the case book."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import EventId
from immtrac_desk.errors import InputError
from immtrac_desk.law.reporting import (
    DoseFacts,
    DoseKind,
    DueState,
    Held,
    due_state,
    payor_due,
    report_due,
)
from immtrac_desk.law.reporting_keep import evidence, keeping, reaction_duty

BOOK = "dt19"
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))


def dose(facts: dict[str, Any]) -> DoseFacts:
    return DoseFacts(
        born_on=facts["born"],
        given_on=facts["given"],
        kind=DoseKind(facts.get("kind", "standard")),
        consent=Held(facts.get("consent", "unknown")),
        responder=facts.get("responder", False),
        report_days=facts.get("report_days"),
    )


def answered(case: Any) -> dict[str, Any]:
    """What the law says to the case, in the words of the case file; nothing for no."""
    facts, on = case.facts, case.on
    if facts["asks"] in ("dose", "payor"):
        asked_dose = facts["asks"] == "dose"
        duty = (
            report_due(dose(facts), on, case.settings)
            if asked_dose
            else payor_due(facts["received"], on)
        )
        told = {"must": duty.must_report, "due": duty.due_on, "state": duty.state(on).value}
        return {"row": (duty.row,), **told}
    if facts["asks"] == "ended":
        event = DisasterEvent(
            id=EventId("e"), name="e", started_on=facts["started"], ended_on=facts.get("ended")
        )
        standard, retained = facts.get("standard", False), facts.get("retained", False)
        kept = keeping(event, on, case.settings, standard=standard, retained=retained)
        return {"row": (kept.row,) if kept.row else (), "until": kept.until_on}
    if facts["asks"] == "reaction":
        must, row = reaction_duty(on)
        return {"row": (row,), "must": must}
    proof = evidence(minor=facts["minor"], consent=facts["consent"] == "yes", on=on)
    return {"row": (proof.row,), "kinds": len(proof.kinds)} if proof else {"row": ()}


def test_the_duty_is_as_the_case_says(case: Any) -> None:
    told = answered(case)
    assert told["row"] == case.rows
    assert not set(told["row"]) & set(case.not_rows)
    wanted = {key: case.expect.get(key) for key in told if key != "row"}
    assert {key: told[key] for key in wanted} == wanted


@pytest.mark.parametrize(
    ("given_on", "died_on", "code"),
    [
        (date(2016, 2, 2), None, "dose.before_birth"),
        (date(2016, 2, 3), None, ""),
        (date(2026, 5, 1), date(2026, 4, 30), "dose.after_death"),
        (date(2026, 5, 1), date(2026, 5, 1), ""),
        (date(2026, 5, 10), None, ""),
        (date(2026, 5, 11), None, "dose.in_future"),
    ],
)
def test_a_day_on_which_no_dose_was_given_is_refused_beside_the_field(
    given_on: date, died_on: date | None, code: str
) -> None:
    facts = DoseFacts(born_on=date(2016, 2, 3), given_on=given_on, died_on=died_on)
    if not code:
        assert report_due(facts, date(2026, 5, 10)).must_report == "yes"
        return
    with pytest.raises(InputError) as refused:
        report_due(facts, date(2026, 5, 10))
    assert (refused.value.code, refused.value.field) == (code, "given_on")


@given(due=DAYS, on=DAYS)
def test_a_due_day_is_overdue_only_after_it_and_amber_for_the_week_before(
    due: date, on: date
) -> None:
    state = due_state(due, on)
    assert (state is DueState.OVERDUE) is (on > due)
    assert (state is DueState.AMBER) is (due - timedelta(7) <= on <= due)


@given(
    born=DAYS,
    after=st.integers(0, 30000),
    kind=st.sampled_from(DoseKind),
    consent=st.sampled_from(Held),
    responder=st.booleans(),
    days=st.none() | st.integers(0, 400),
)
def test_every_dose_has_a_row_and_only_a_no_has_no_day(
    born: date, after: int, kind: DoseKind, consent: Held, responder: bool, days: int | None
) -> None:
    given_on = born + timedelta(after)
    facts = DoseFacts(
        born_on=born,
        given_on=given_on,
        kind=kind,
        consent=consent,
        responder=responder,
        report_days=days,
    )
    duty = report_due(facts, given_on)
    assert duty.row.startswith("DT-19.")
    assert duty.citation
    assert (duty.due_on is None) is (duty.must_report == "no")
    assert duty.due_on is None or given_on <= duty.due_on <= given_on + timedelta(30)


def test_only_the_clock_of_adults_is_not_confirmed_by_law() -> None:
    grown = DoseFacts(born_on=date(1990, 1, 1), given_on=date(2026, 5, 1), consent=Held.YES)
    child = DoseFacts(born_on=date(2016, 1, 1), given_on=date(2026, 5, 1), consent=Held.YES)
    assert not report_due(grown, date(2026, 5, 1)).confirmed
    assert report_due(child, date(2026, 5, 1)).confirmed


def test_a_clock_stops_at_the_end_of_the_calendar() -> None:
    last = DoseFacts(born_on=date(9990, 1, 1), given_on=date(9999, 12, 20), consent=Held.YES)
    assert report_due(last, date.max).due_on == date.max


def test_the_stricter_days_of_an_event_are_for_its_doses_alone() -> None:
    on = date(2026, 5, 1)
    plain = DoseFacts(born_on=date(2016, 1, 1), given_on=on, consent=Held.YES, report_days=1)
    disaster = replace(plain, kind=DoseKind.DISASTER)
    assert report_due(plain, on).due_on == date(2026, 5, 31)
    assert report_due(disaster, on).due_on == date(2026, 5, 2)
    assert payor_due(on, on).confirmed


def test_a_supplied_history_is_proved_by_three_kinds_and_a_childs_by_two_more() -> None:
    grown, child = (
        evidence(minor=minor, consent=True, on=date(2026, 5, 1)) for minor in (False, True)
    )
    assert grown is not None
    assert child is not None
    assert grown.kinds == ("signed_record", "vaccine_invoice", "paid_claim")
    assert child.kinds == (*grown.kinds, "school_record", "other_registry")
    assert evidence(minor=True, consent=False, on=date(2026, 5, 1)) is None
