"""What a dose waits for: DT-19's duty, the steps that were taken, the answers that reject it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.answer import AnswerItem, ItemState
from immtrac_desk.domain.dose import (
    OPEN_DOSES,
    Dose,
    DoseState,
    DoseStep,
    DoseStepKind,
    ReportMethod,
)
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import (
    AnswerId,
    AnswerItemId,
    ClientId,
    DoseId,
    DoseStepId,
    EventId,
    StaffId,
)
from immtrac_desk.law.answer_state import ItemVerdict
from immtrac_desk.law.dose_state import (
    DoseFactsRead,
    DoseVerdict,
    Rejection,
    about,
    dose_state,
    in_event,
)
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.reporting import DueState, Held
from immtrac_desk.law.response_codes import response_code

GIVEN = date(2026, 5, 1)
CHILD, GROWN = date(2016, 2, 3), date(1990, 2, 3)
NOON = datetime(2026, 5, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
LAW = LawSettings()


def dose(**known: Any) -> Dose:
    told = {"given_on": GIVEN, "cvx": "208", "entered_at": NOON - 24 * HOUR, **known}
    who = DoseId("D"), ClientId("C"), StaffId("S")
    return Dose(id=who[0], client_id=who[1], entered_by=who[2], **told)


def step(kind: DoseStepKind, hours: int, **known: Any) -> DoseStep:
    method = ReportMethod.BATCH if kind is DoseStepKind.REPORTED else None
    told = {"on": GIVEN, "at": NOON + hours * HOUR, "method": method, **known}
    made = DoseStepId(f"{kind.value}{hours}"), DoseId("D"), StaffId("S")
    return DoseStep(id=made[0], dose_id=made[1], by=made[2], kind=kind, **told)


def rejection(state: ItemState, said: int, settled: int = 0, by: str = "") -> Rejection:
    at = NOON + settled * HOUR if settled else None
    who = ClientId("C"), DoseId("D")
    return Rejection(
        ItemVerdict(
            state=state,
            client_id=who[0],
            dose_id=who[1],
            said_at=NOON + said * HOUR,
            by=by,
            at=at,
        )
    )


def stands(given_dose: Dose, on: date = GIVEN, **known: Any) -> DoseVerdict:
    facts = {"born_on": CHILD, "consent": Held.YES, **known}
    return dose_state(DoseFactsRead(dose=given_dose, **facts), on, LAW)


REPORTED = step(DoseStepKind.REPORTED, 1)


@pytest.mark.parametrize(
    ("born_on", "consent", "state", "row"),
    [
        (CHILD, Held.YES, DoseState.WAITING, "DT-19.1"),
        (CHILD, Held.NO, DoseState.WAITING, "DT-19.2"),
        (CHILD, Held.UNKNOWN, DoseState.WAITING, "DT-19.2"),
        (GROWN, Held.YES, DoseState.WAITING, "DT-19.3"),
        (GROWN, Held.NO, DoseState.NOT_DUE, "DT-19.4"),
        (GROWN, Held.UNKNOWN, DoseState.SEARCH_FIRST, "DT-19.5"),
        (date(2008, 5, 2), Held.NO, DoseState.WAITING, "DT-19.2"),
        (date(2008, 5, 1), Held.NO, DoseState.NOT_DUE, "DT-19.4"),
        (date(2008, 4, 30), Held.NO, DoseState.NOT_DUE, "DT-19.4"),
    ],
)
def test_the_duty_says_what_a_dose_waits_for(
    born_on: date, consent: Held, state: DoseState, row: str
) -> None:
    told = stands(dose(), born_on=born_on, consent=consent)
    assert (told.state, told.row, told.row) == (state, row, told.duty.row)
    assert (told.state in OPEN_DOSES) is (told.duty.due_on is not None)


def test_a_responder_who_asks_needs_no_paper() -> None:
    told = stands(dose(responder_asks=True), born_on=GROWN, consent=Held.UNKNOWN)
    assert (told.state, told.row) == (DoseState.WAITING, "DT-19.6")


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2026, 5, 23), DueState.PLAIN),
        (date(2026, 5, 24), DueState.AMBER),
        (date(2026, 5, 25), DueState.AMBER),
        (date(2026, 5, 30), DueState.AMBER),
        (date(2026, 5, 31), DueState.AMBER),
        (date(2026, 6, 1), DueState.OVERDUE),
    ],
)
def test_the_clock_is_loud_only_while_something_is_to_be_done(on: date, due: DueState) -> None:
    assert stands(dose(), on).due_state is due
    rejected = rejection(ItemState.OPEN, 2)
    assert stands(dose(), on, steps=[REPORTED], rejections=[rejected]).due_state is due
    assert stands(dose(), on, steps=[REPORTED]).due_state is DueState.PLAIN
    out = [step(DoseStepKind.SET_ASIDE, 1)]
    assert stands(dose(), on, steps=out).due_state is DueState.PLAIN


EVENT = DisasterEvent(
    id=EventId("E"),
    name="Flood",
    started_on=date(2026, 4, 1),
    ended_on=date(2026, 5, 1),
    report_days=1,
    vaccines=("208", "09"),
)


@pytest.mark.parametrize(
    ("given_on", "cvx", "inside"),
    [
        (date(2026, 3, 31), "208", False),
        (date(2026, 4, 1), "208", True),
        (date(2026, 5, 1), "208", True),
        (date(2026, 5, 2), "208", False),
        (date(2026, 4, 10), "9", True),
        (date(2026, 4, 10), "03", False),
        (date(2026, 4, 10), "", False),
    ],
)
def test_a_disaster_dose_lies_in_the_days_and_among_the_vaccines(
    given_on: date, cvx: str, inside: bool
) -> None:
    one = dose(given_on=given_on, cvx=cvx, event_id=EVENT.id)
    assert in_event(one, EVENT) is inside
    told = stands(one, given_on, born_on=GROWN, consent=Held.NO, event=EVENT)
    assert told.row == ("DT-19.7" if inside else "DT-19.4")
    if inside:
        assert told.duty.due_on == given_on + timedelta(1), "the event's own days"


def test_an_event_without_vaccines_takes_any_and_an_open_one_has_no_end() -> None:
    still = replace(EVENT, ended_on=None, vaccines=())
    assert in_event(dose(given_on=date(2030, 1, 1), cvx="03"), still)
    assert not in_event(dose(), None)


def test_a_history_given_elsewhere_has_no_clock() -> None:
    told = stands(dose(historical=True), date(2027, 1, 1))
    assert (told.state, told.row) == (DoseState.NOT_DUE, "DT-19.12")
    assert told.duty.due_on is None
    assert told.duty.confirmed


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([], DoseState.WAITING),
        ([REPORTED], DoseState.REPORTED),
        ([step(DoseStepKind.SET_ASIDE, 1)], DoseState.SET_ASIDE),
        ([step(DoseStepKind.SET_ASIDE, 0), REPORTED], DoseState.REPORTED),
        ([REPORTED, step(DoseStepKind.SET_ASIDE, 2)], DoseState.SET_ASIDE),
        ([REPORTED, step(DoseStepKind.VOIDED, 2)], DoseState.VOIDED),
        ([REPORTED, step(DoseStepKind.UNDONE, 2, reverses=REPORTED.id)], DoseState.WAITING),
    ],
)
def test_the_last_step_that_was_not_taken_back_counts(
    steps: list[DoseStep], state: DoseState
) -> None:
    told = stands(dose(), steps=steps)
    assert told.state is state
    taken_back = any(one.reverses == REPORTED.id for one in steps)
    assert told.reported == (REPORTED if REPORTED in steps and not taken_back else None)


@pytest.mark.parametrize(
    ("rejected", "state"),
    [
        (rejection(ItemState.OPEN, 2), DoseState.REJECTED),
        (rejection(ItemState.MENDED, 2, 3, "consent"), DoseState.TO_RESEND),
        (rejection(ItemState.CLOSED, 2, 3, "hand"), DoseState.TO_RESEND),
        (rejection(ItemState.MENDED, -2, -1, "consent"), DoseState.REPORTED),
        (rejection(ItemState.MENDED, -2, 3, "consent"), DoseState.TO_RESEND),
        (rejection(ItemState.CLOSED, -2, 3, "hand"), DoseState.REPORTED),
    ],
)
def test_a_rejected_dose_waits_for_the_act_and_then_to_be_sent_again(
    rejected: Rejection, state: DoseState
) -> None:
    told = stands(dose(), steps=[REPORTED], rejections=[rejected])
    assert told.state is state
    sent_again = step(DoseStepKind.REPORTED, 5)
    again = stands(dose(), steps=[REPORTED, sent_again], rejections=[rejected])
    open_still = rejected.is_open()
    assert again.state is (DoseState.REJECTED if open_still else DoseState.REPORTED)
    assert again.reported == sent_again


@pytest.mark.parametrize(
    ("hours", "state"),
    [(0, DoseState.REPORTED), (1, DoseState.REPORTED), (2, DoseState.TO_RESEND)],
)
def test_what_was_corrected_after_it_was_reported_is_to_be_sent_again(
    hours: int, state: DoseState
) -> None:
    corrected = dose(version=2, entered_at=NOON + hours * HOUR)
    assert stands(corrected, steps=[REPORTED]).state is state


def test_a_dose_that_was_never_corrected_is_not_sent_again_for_its_late_entry() -> None:
    late = dose(version=1, entered_at=NOON + 5 * HOUR)
    assert stands(late, steps=[REPORTED]).state is DoseState.REPORTED


def test_an_answer_that_was_settled_when_the_dose_was_reported_asks_for_nothing() -> None:
    at_once = rejection(ItemState.MENDED, -2, 1, "consent")
    assert stands(dose(), steps=[REPORTED], rejections=[at_once]).state is DoseState.REPORTED


def test_taking_back_one_step_leaves_the_others_that_are_not_its_own() -> None:
    aside = step(DoseStepKind.SET_ASIDE, 2)
    undone = step(DoseStepKind.UNDONE, 3, reverses=aside.id)
    assert stands(dose(), steps=[REPORTED, aside, undone]).state is DoseState.REPORTED
    slip = step(DoseStepKind.SET_ASIDE, 4, reverses=REPORTED.id)
    assert stands(dose(), steps=[REPORTED, slip]).reported == REPORTED


def test_the_stricter_days_of_an_event_are_for_the_doses_inside_it() -> None:
    strict = replace(EVENT, report_days=1)
    inside = dose(given_on=strict.started_on)
    outside = dose(given_on=strict.started_on - timedelta(1))
    days = [stands(one, one.given_on, event=strict).duty.due_on for one in (inside, outside)]
    assert days == [inside.given_on + timedelta(1), outside.given_on + timedelta(30)]


def rejected_by(code: str, dose_id: str | None, reported: dict[str, datetime]) -> set[str]:
    made = AnswerItemId("I"), AnswerId("A")
    item = AnswerItem(id=made[0], answer_id=made[1], same="s", code=code, severity="error")
    verdict = ItemVerdict(
        state=ItemState.OPEN,
        client_id=ClientId("C"),
        dose_id=DoseId(dose_id) if dose_id else None,
        said_at=NOON,
    )
    known = {DoseId(one): at for one, at in reported.items()}
    return set(about(item, verdict, response_code(code, GIVEN), known))


DAY = timedelta(1)


def test_a_fault_of_consent_is_about_what_was_reported_shortly_before() -> None:
    lately = {"A": NOON - 30 * DAY, "B": NOON - DAY, "C": NOON - 31 * DAY}
    assert rejected_by("CLR-100", None, lately) == {"A", "B"}
    long_ago = {"A": NOON - 90 * DAY, "B": NOON - 40 * DAY, "C": NOON - 40 * DAY}
    assert rejected_by("CLR-100", None, long_ago) == {"B", "C"}
    assert rejected_by("IMR-132", None, {}) == set()


def test_a_fault_of_one_dose_is_about_no_other() -> None:
    assert rejected_by("IMR-111", "A", {"A": NOON - DAY, "B": NOON - DAY}) == {"A"}
    assert rejected_by("IMR-111", None, {"A": NOON - DAY}) == set()
    assert rejected_by("IEE-413", "A", {"A": NOON - DAY}) == set(), "a telephone rejects no dose"


@given(
    given_on=st.dates(date(2016, 3, 1), date(2026, 5, 1)),
    born_on=st.dates(date(1950, 1, 1), date(2026, 6, 1)),
    on=st.dates(date(2016, 3, 1), date(2027, 1, 1)),
    consent=st.sampled_from(Held),
    historical=st.booleans(),
    kinds=st.lists(st.sampled_from(DoseStepKind), max_size=4),
)
def test_every_dose_stands_somewhere_whatever_was_corrected_since(
    given_on: date,
    born_on: date,
    on: date,
    consent: Held,
    historical: bool,
    kinds: list[DoseStepKind],
) -> None:
    """A birth date put right may lie after a dose: that is a finding, never a crash."""
    steps = [step(kind, hours) for hours, kind in enumerate(kinds)]
    one = dose(given_on=given_on, historical=historical)
    told = stands(one, on, born_on=born_on, consent=consent, steps=steps)
    assert told.row.startswith("DT-19.")
    assert (told.state is DoseState.REPORTED) <= (told.reported is not None)
    assert (told.due_state is not DueState.PLAIN) <= (told.state in OPEN_DOSES)
