"""DT-13: the agreement in force and the dates beside it, by the case book."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.agreement import AgreementState, SiteAgreement
from immtrac_desk.errors import InputError
from immtrac_desk.law.agreement_dates import (
    assess_period,
    director_due,
    due_date,
    latest_rung,
    next_rung,
    rungs,
    tvfc_due,
)
from immtrac_desk.law.agreement_state import (
    AgreementFacts,
    AgreementVerdict,
    agreement_on,
    due_only,
    in_force,
)
from immtrac_desk.law.agreement_triggers import Trigger, triggers
from immtrac_desk.law.parameters import LawSettings
from tests.law.site_cases import agreement, held, person, site, task

BOOK = "dt13"
DAYS = st.dates(date(2005, 1, 1), date(2090, 12, 31))
WORSE = ["CURRENT", "DUE_SOON", "DUE_NOW", "OVERDUE"]


def approved(case: Any) -> SiteAgreement | None:
    facts = case.facts
    if "approved" not in facts and "due" not in facts:
        return None
    carried = {"was": facts.get("was", {}), "people": facts.get("carried", ())}
    return agreement(facts.get("approved"), facts.get("due"), **carried)


def open_on(case: Any) -> tuple[Trigger, ...]:
    facts, told = case.facts, approved(case)
    roles = [held(one, number) for number, one in enumerate(facts.get("roles", ()))]
    carried = [held({"from": date(2020, 1, 1), **one}) for one in facts.get("carried", ())]
    names = {
        one["who"]
        for part in ("roles", "carried", "tasks")
        for one in facts.get(part, ())
        if "who" in one
    }
    return triggers(
        told,
        site(**facts.get("now", facts.get("was", {}))),
        [person(name) for name in sorted(names)],
        roles if "roles" in facts else carried,
        [task(one, number) for number, one in enumerate(facts.get("tasks", ()))],
        facts.get("changed", {}).get,
        case.on,
    )


def verdict(case: Any) -> AgreementVerdict:
    place = site(closed_on=case.facts.get("closed"))
    told = approved(case)
    agreements = [told] if told else []
    chosen = agreement_on(agreements, case.on)
    return in_force(AgreementFacts(place, chosen, open_on(case)), case.on, case.settings)


def _standing(case: Any) -> tuple[set[str], dict[str, Any]]:
    found = verdict(case)
    told = [f"{one.code} {one.who or one.field} {one.since}" for one in found.triggers]
    return {found.row}, {
        "state": found.state.value,
        "due": found.due,
        "days_left": found.days_left,
        "triggers": told,
    }


def _due(case: Any) -> tuple[set[str], dict[str, Any]]:
    found = verdict(case)
    return {"DT-13.due"}, {"due": found.due, "state": found.state.value}


def _ladder(case: Any) -> tuple[set[str], dict[str, Any]]:
    due = verdict(case).due
    assert due is not None
    ladder = case.settings.agreement_reminders
    rung, coming = latest_rung(due, ladder, case.on), next_rung(due, ladder, case.on)
    rows = {"DT-13.ladder"} if rung else set()
    return rows, {"rung": rung.days if rung else 0, "next": coming.days if coming else 0}


def _tvfc(case: Any) -> tuple[set[str], dict[str, Any]]:
    facts = case.facts
    due = tvfc_due(
        site(
            tvfc=facts.get("takes_part", True),
            tvfc_enrolled_on=facts.get("enrolled"),
            tvfc_due_on=facts.get("tvfc_due"),
        )
    )
    return ({"DT-13.tvfc"} if due else set()), {"due": due, "late": bool(due and case.on > due)}


def _director(case: Any) -> tuple[set[str], dict[str, Any]]:
    changed = case.facts.get("director_changed")
    due = director_due(changed) if changed else None
    return ({"DT-13.director"} if due else set()), {"due": due, "late": bool(due and case.on > due)}


ASKED = {"state": _standing, "due": _due, "ladder": _ladder, "tvfc": _tvfc, "director": _director}


def test_the_agreement_stands_as_the_case_says(case: Any) -> None:
    rows, answers = ASKED[case.facts.get("asks", "state")](case)
    assert rows == set(case.rows)
    assert not rows & set(case.not_rows)
    asked = case.wanted(answers)
    assert {key: answers[key] for key in asked} == asked


@given(begun=DAYS, days=st.integers(0, 4000), months=st.integers(1, 120))
def test_every_day_has_one_state_and_time_alone_only_makes_it_worse(
    begun: date, days: int, months: int
) -> None:
    on = begun + timedelta(days)
    today, tomorrow = (due_only(begun, day, months) for day in (on, on + timedelta(1)))
    assert WORSE.index(today.state.value) <= WORSE.index(tomorrow.state.value)
    assert today.days_left is not None
    assert (today.state is AgreementState.OVERDUE) == (today.days_left < 0)


@given(
    begun=st.none() | DAYS,
    closed=st.none() | DAYS,
    on=DAYS,
    changed=st.booleans(),
    months=st.integers(1, 120),
)
def test_any_site_on_any_day_has_one_state_and_a_due_date_once_approved(
    begun: date | None, closed: date | None, on: date, changed: bool, months: int
) -> None:
    held_by = agreement(begun, None) if begun else None
    opened = (Trigger(code="iee_526", since=on),) if changed else ()
    facts = AgreementFacts(site(closed_on=closed), held_by, opened)
    found = in_force(facts, on, LawSettings(agreement_period_months=months))
    approved_by_then = begun is not None and begun <= on
    assert (found.due is not None) == approved_by_then
    assert (found.state is AgreementState.CLOSED) == (closed is not None and closed <= on)
    if found.state is AgreementState.CHANGE_DUE:
        assert changed
        assert found.due is not None
        assert found.due >= on


@given(begun=DAYS, months=st.integers(1, 120))
def test_a_due_date_is_the_same_day_of_a_later_month_or_that_months_end(
    begun: date, months: int
) -> None:
    due = due_date(begun, None, months)
    assert (due.year * 12 + due.month) - (begun.year * 12 + begun.month) == months
    month_ends = due.month != (due + timedelta(1)).month
    assert due.day == begun.day or (due.day < begun.day and month_ends)


@given(due=DAYS, ladder=st.lists(st.integers(1, 365), max_size=8), on=DAYS)
def test_missed_rungs_collapse_into_the_latest_that_has_passed(
    due: date, ladder: list[int], on: date
) -> None:
    every = rungs(due, ladder)
    past = [one for one in every if one.on <= on]
    assert latest_rung(due, ladder, on) == (past[-1] if past else None)
    assert next_rung(due, ladder, on) == (every[len(past)] if len(past) < len(every) else None)
    assert [one.on for one in every] == sorted({due - timedelta(one) for one in ladder})


@pytest.mark.parametrize(
    ("approved_on", "due_on", "codes"),
    [
        (None, None, ["agreement.date_missing approved_on"]),
        (date(2026, 3, 10), None, []),
        (date(2026, 3, 11), None, ["agreement.approved_in_future approved_on"]),
        (date(2026, 3, 1), date(2026, 2, 28), ["agreement.due_before_approval due_on"]),
        (date(2026, 3, 1), date(2026, 3, 1), []),
        (None, date(2020, 3, 1), []),
    ],
)
def test_an_agreement_does_not_end_before_it_begins(
    approved_on: date | None, due_on: date | None, codes: list[str]
) -> None:
    found = assess_period(approved_on, due_on, date(2026, 3, 10))
    assert [f"{one.code} {one.field}" for one in found] == codes


def test_a_vaccine_program_of_which_no_day_is_known_has_no_row() -> None:
    assert tvfc_due(site(tvfc=True)) is None
    assert tvfc_due(site()) is None
    assert tvfc_due(site(tvfc_due_on=date(2026, 10, 30))) == date(2026, 10, 30)


def test_a_reminder_lies_before_the_due_date_and_in_the_calendar() -> None:
    assert rungs(date(2027, 1, 31), (0, -7, 7)) == rungs(date(2027, 1, 31), (7,))
    assert [one.days for one in rungs(date(1, 1, 8), (6, 7, 8, 30))] == [7, 6]


def test_without_an_approval_and_without_a_due_date_there_is_no_agreement() -> None:
    with pytest.raises(InputError, match=r"agreement\.date_missing") as refused:
        due_date(None, None, 24)
    assert refused.value.field == "approved_on"


def test_the_last_agreement_that_had_begun_is_in_force() -> None:
    old, new = agreement(date(2022, 5, 1), None), agreement(date(2024, 5, 1), None)
    entered = agreement(None, date(2023, 5, 1))
    assert agreement_on([new, old], date(2024, 4, 30)) == old
    assert agreement_on([new, old], date(2024, 5, 1)) == new
    assert agreement_on([new, old], date(2022, 4, 30)) is None
    assert agreement_on([entered], date(2020, 1, 1)) == entered


def test_without_an_agreement_nothing_can_have_changed() -> None:
    roles = [held({"who": "Diaz, Eva", "as": "signer", "from": date(2020, 1, 1)})]
    assert triggers(None, site(), [], roles, [], {}.get, date(2026, 1, 1)) == ()


def test_without_a_period_told_the_safe_default_counts() -> None:
    assert due_only(date(2025, 1, 31), date(2026, 1, 1)).due == date(2027, 1, 31)


def _left(*, known: bool) -> tuple[Trigger, ...]:
    carried = agreement(date(2025, 1, 31), None, people=[{"who": "Diaz, Eva", "as": "view_only"}])
    people = [person("Diaz, Eva", middle_initial="M"), person("Lee, Kim")] if known else []
    return triggers(carried, site(name="Oak"), people, [], [], lambda _: None, date(2026, 3, 9))


def test_a_trigger_names_a_person_or_a_field_and_its_row() -> None:
    left, renamed = sorted(_left(known=True), key=lambda one: one.field)
    assert (left.person_id, left.field, left.row) == ("Diaz, Eva", "", "DT-13.4")
    assert (renamed.person_id, renamed.field, renamed.who) == (None, "name", "")
    assert left.citation == renamed.citation != ""


def test_somebody_is_named_as_the_roster_writes_the_name_today_else_as_the_agreement_did() -> None:
    told = [[one.who for one in _left(known=known) if one.person_id] for known in (True, False)]
    assert told == [["Diaz, Eva M"], ["Diaz, Eva"]]


def test_a_task_without_a_person_names_nobody() -> None:
    tasks = [task({"what": "iee_526", "opened": date(2026, 3, 9)})]
    told = agreement(date(2025, 1, 31), None)
    found = triggers(told, site(), [], [], tasks, lambda _: None, date(2026, 3, 9))
    assert [(one.code, one.who, one.person_id) for one in found] == [("iee_526", "", None)]


def test_triggers_of_one_day_stand_in_the_order_of_the_list_and_then_of_names() -> None:
    on = date(2026, 3, 9)
    users = [
        held({"who": who, "as": "view_only", "from": on}, number)
        for number, who in enumerate(("Ruiz, Ana", "Diaz, Eva"))
    ]
    known = [person("Ruiz, Ana"), person("Diaz, Eva")]
    told = agreement(date(2025, 1, 31), None)
    tasks = [task({"what": "iee_526", "opened": on})]
    prescriber = held({"who": "Ruiz, Ana", "as": "prescriber", "from": on}, 9)
    found = triggers(told, site(), known, [*users, prescriber], tasks, lambda _: None, on)
    assert [(one.code, one.who) for one in found] == [
        ("prescriber_added", "Ruiz, Ana"),
        ("user_added", "Diaz, Eva"),
        ("user_added", "Ruiz, Ana"),
        ("iee_526", ""),
    ]
