"""DT-12 and DT-13 against a second reading of the handbook: applications, due dates, reminders."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.agreement import (
    ApplicationStep,
    StepKind,
)
from immtrac_desk.domain.ids import StepId
from immtrac_desk.law.agreement_dates import director_due, due_date, latest_rung, tvfc_due
from immtrac_desk.law.agreement_state import AgreementFacts, due_only, in_force
from immtrac_desk.law.agreement_triggers import Trigger
from immtrac_desk.law.application_state import application_state
from immtrac_desk.law.parameters import LawSettings
from tests.law import second_reading as again
from tests.law.site_cases import APPLICATION, CLERK, agreement, at, site

LAW = LawSettings()
DAY = timedelta(1)
STEPS = {
    "signed": StepKind.SIGNED,
    "signature dropped": StepKind.SIGNATURE_DROPPED,
    "sent": StepKind.SENT,
    "returned": StepKind.RETURNED,
    "approved": StepKind.APPROVED,
    "refused": StepKind.REFUSED,
    "abandoned": StepKind.ABANDONED,
}
MONTH_ENDS = [date(year, month, 1) - DAY for year in (2023, 2024, 2025) for month in range(2, 13)]
TURNS = sorted(
    {day + number * DAY for day in MONTH_ENDS for number in (-3, -2, -1, 0, 1)}
    | {date(2000, 2, 29), date(2096, 2, 29), date(1999, 12, 31)}
)
"""The 28th to the 31st and the 1st, of common years and of leap years."""


def told(steps: list[tuple[str, date]], missing: bool, valid: bool, on: date) -> tuple[object, ...]:
    filed = [
        ApplicationStep(
            id=StepId(str(number)),
            application_id=APPLICATION.id,
            kind=STEPS[what],
            on=day,
            at=at(day) + timedelta(seconds=number),
            by=CLERK,
        )
        for number, (what, day) in enumerate(steps)
    ]
    found = application_state(APPLICATION, filed, missing, valid, on, LAW)
    return found.row, found.amber, found.returned, found.sent_on


def read(steps: list[tuple[str, date]], missing: bool, valid: bool, on: date) -> tuple[object, ...]:
    left = again.course(step for step in steps if step[1] <= on)
    row = again.application_row(left, missing, valid)
    return f"DT-12.{row}", again.is_amber(left, row, on), left.returned, left.sent_on


@pytest.mark.parametrize("first", sorted(STEPS))
def test_every_course_of_four_steps_stands_in_the_row_of_the_table(first: str) -> None:
    on = date(2026, 7, 2)
    for length, missing, valid in itertools.product(range(4), (True, False), (True, False)):
        for rest in itertools.product(STEPS, repeat=length):
            steps = [(what, date(2026, 6, 1)) for what in (first, *rest)]
            assert told(steps, missing, valid, on) == read(steps, missing, valid, on), steps


@given(
    steps=st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 45)), max_size=6),
    begun=st.sampled_from(TURNS),
    later=st.integers(-1, 120),
    missing=st.booleans(),
    valid=st.booleans(),
)
def test_a_course_over_weeks_stands_in_its_row_on_any_day(
    steps: list[tuple[str, int]], begun: date, later: int, missing: bool, valid: bool
) -> None:
    days = itertools.accumulate(number for _, number in steps)
    dated = [(what, begun + day * DAY) for (what, _), day in zip(steps, days, strict=True)]
    on = begun + later * DAY
    assert told(dated, missing, valid, on) == read(dated, missing, valid, on)


@pytest.mark.parametrize("months", [1, 2, 6, 11, 12, 13, 23, 24, 25, 36, 48, 60, 119, 120])
def test_a_due_date_keeps_its_day_or_takes_the_months_last(months: int) -> None:
    for approved in TURNS:
        assert due_date(approved, None, months) == again.after(approved, months)


def test_a_typed_due_date_wins_over_every_period() -> None:
    for approved, typed in itertools.product((None, *TURNS), (TURNS[0], TURNS[-1])):
        for months in (1, 24, 120):
            assert due_date(approved, typed, months) == typed


@pytest.mark.parametrize("typed", [True, False])
@pytest.mark.parametrize("closing", [None, -1, 0, 1])
def test_every_day_of_an_agreement_stands_in_its_row(closing: int | None, typed: bool) -> None:
    approved = date(2024, 2, 29)
    due = date(2027, 1, 31) if typed else date(2026, 2, 28)
    held = agreement(approved, due if typed else None)
    days = {due + number * DAY for edge in (-90, -30, 0) for number in range(edge - 2, edge + 3)}
    for on in {*days, approved - DAY, approved, approved + DAY}:
        closed_on = None if closing is None else on + closing * DAY
        for changed in (True, False):
            open_now = (Trigger(code="iee_526", since=on),) if changed else ()
            facts = AgreementFacts(site(closed_on=closed_on), held, open_now)
            found = in_force(facts, on, LAW)
            begun = due if on >= approved else None
            is_closed = closing is not None and closing <= 0
            row = again.agreement_row(is_closed, begun, changed, on)
            assert (found.row, found.due) == (f"DT-13.{row}", begun)
            assert found.days_left == (begun and (begun - on).days)


@given(approved=st.sampled_from(TURNS), months=st.integers(1, 120), left=st.integers(-3, 125))
def test_dates_alone_give_the_same_row(approved: date, months: int, left: int) -> None:
    due = again.after(approved, months)
    on = due - left * DAY
    row = again.agreement_row(False, due if on >= approved else None, False, on)
    assert due_only(approved, on, months).row == f"DT-13.{row}"


@pytest.mark.parametrize(
    "ladder", [LAW.agreement_reminders, (45, 10), (1,), (365, 2, 1), (7, 7, 14), (90, 30, 0), ()]
)
def test_the_rung_shown_is_the_last_that_came(ladder: tuple[int, ...]) -> None:
    for due in (date(2027, 1, 31), date(2028, 3, 1), date(2026, 2, 28)):
        for left in range(-3, 370):
            shown = latest_rung(due, ladder, due - left * DAY)
            assert (shown and shown.days) == again.rung_on(due, ladder, due - left * DAY)


def test_the_vaccine_program_is_due_a_year_later_and_a_director_is_told_of_in_30_days() -> None:
    for day in TURNS:
        assert tvfc_due(site(tvfc=True, tvfc_enrolled_on=day)) == again.after(day, 12)
        assert tvfc_due(site(tvfc=True, tvfc_enrolled_on=day, tvfc_due_on=TURNS[0])) == TURNS[0]
        assert tvfc_due(site(tvfc=False, tvfc_enrolled_on=day)) is None
        assert director_due(day) == date.fromordinal(day.toordinal() + 30)
