"""DT-13.4, DT-14, DT-16 against a second reading: who changed, who signs, whose training is due."""

import itertools
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from immtrac_desk.domain.site_person import USERS
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.agreement_signer import assess_signer
from immtrac_desk.law.agreement_triggers import triggers
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.site_people import assess_person
from immtrac_desk.law.training import keep_until, training_state
from tests.law import second_reading as again
from tests.law.second_reading import Held
from tests.law.site_cases import agreement, held, person, site, task, training

LAW = LawSettings()
DAY = timedelta(1)
BEGAN, ON = date(2026, 2, 1), date(2026, 3, 1)
PEOPLE = ("Diaz, Eva", "Lee, Kim", "Ruiz, Ana")
GROUPS = {
    "signer": ("", "signer_ended", {"signer"}),
    "prescriber": ("prescriber_added", "prescriber_removed", {"prescriber"}),
    "point_of_contact": ("poc_changed", "poc_changed", {"point_of_contact"}),
    "user": ("user_added", "user_left", {role.value for role in USERS}),
}
ROLES = ("signer", "prescriber", "point_of_contact", "view_only", "full_access", "exchange_contact")
DAYS = st.integers(-4, 12).map(lambda number: BEGAN + number * DAY)
SPELLS = st.builds(
    lambda who, role, first, length: Held(
        who, role, first, None if length is None else first + length * DAY
    ),
    st.sampled_from(PEOPLE),
    st.sampled_from(ROLES),
    DAYS,
    st.none() | st.integers(0, 5),
)


def wanted(carried: set[tuple[str, str]], roles: list[Held], on: date) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    for added, removed, group in GROUPS.values():
        names = {who for who, role in carried if role in group}
        come, gone = again.roster_changes(group, names, roles, BEGAN, on)
        if added:
            found |= {(added, who, since) for who, since in come}
        if not (come and added == removed):
            found |= {(removed, who, since) for who, since in gone}
    return found


def opened(
    carried: set[tuple[str, str]], roles: list[Held], on: date, org_type: str = "medical"
) -> set[tuple[object, ...]]:
    told = [{"who": who, "as": role} for who, role in sorted(carried)]
    approved = agreement(BEGAN, None, people=told)
    here = [
        held({"who": one.who, "as": one.role, "from": one.first, "until": one.last}, number)
        for number, one in enumerate(roles)
    ]
    names = [person(name) for name in PEOPLE]
    place = site(org_type=org_type)
    found = triggers(approved, place, names, here, [], lambda _: None, on)
    return {(one.code, one.who, one.since) for one in found}


@settings(max_examples=400)
@given(
    carried=st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(ROLES)),
    roles=st.lists(SPELLS, max_size=6),
    later=st.integers(0, 12),
)
def test_whoever_came_or_went_is_told_with_the_day(
    carried: dict[str, str], roles: list[Held], later: int
) -> None:
    on, frozen = BEGAN + later * DAY, set(carried.items())
    assert opened(frozen, roles, on) == wanted(frozen, roles, on)


FIELDS = {
    "address_changed": ("street", "unit", "city", "state", "zip_code", "county", "other_address"),
    "tin_changed": ("tin",),
    "npi_changed": ("npi",),
    "name_changed": ("name",),
    "parent_changed": ("parent_id",),
}
# In one order for every worker: a set of words is in another in each process.
EVERY = [*FIELDS, "iee_526"]
EVERY += sorted({code for group in GROUPS.values() for code in group[:2] if code})


def one_change(code: str, since: date) -> dict[str, Any]:
    """The least that opens one trigger: roles, people carried, tasks, fields with their days."""
    for role, (added, removed, _) in GROUPS.items():
        who = f"{code}, Ana"
        kind = "view_only" if role == "user" else role
        if code == added:
            return {"roles": [{"who": who, "as": kind, "from": since}]}
        if code == removed:
            gone = {"who": who, "as": kind, "from": date(2020, 1, 1), "until": since - DAY}
            return {"carried": [{"who": who, "as": kind}], "roles": [gone]}
    if code == "iee_526":
        return {"tasks": [{"what": code, "opened": since}]}
    return {"changed": {FIELDS[code][0]: since}}


def codes_on(day: date, *changes: dict[str, Any]) -> list[tuple[str, date]]:
    def every(key: str) -> list[dict[str, Any]]:
        return [one for change in changes for one in change.get(key, ())]

    days = {name: on for change in changes for name, on in change.get("changed", {}).items()}
    found = triggers(
        agreement(BEGAN, None, people=every("carried")),
        site(**dict.fromkeys(days, "9")),
        [],
        [held(one, number) for number, one in enumerate(every("roles"))],
        [task(one) for one in every("tasks")],
        days.get,
        day,
    )
    return [(one.code, one.since) for one in found]


@pytest.mark.parametrize(("first", "second"), list(itertools.product(EVERY, repeat=2)))
def test_triggers_alone_and_in_pairs_open_each_on_its_day(first: str, second: str) -> None:
    one, two = one_change(first, ON), one_change(second, ON + DAY)
    assert codes_on(ON - DAY, one, two) == []
    assert codes_on(ON, one) == [(first, ON)]
    if first != second:
        assert codes_on(ON, one, two) == [(first, ON)]
        assert codes_on(ON + DAY, one, two) == [(first, ON), (second, ON + DAY)]


@pytest.mark.parametrize(
    ("code", "field"), [(code, field) for code, fields in FIELDS.items() for field in fields]
)
def test_each_field_of_the_agreement_makes_a_change_due(code: str, field: str) -> None:
    assert codes_on(ON - DAY, {"changed": {field: ON}}) == []
    assert codes_on(ON, {"changed": {field: ON}}) == [(code, ON)]


@pytest.mark.parametrize("where", [{}, {"site": "other"}])
def test_a_sub_site_answers_for_its_own_people_and_tasks_alone(where: dict[str, str]) -> None:
    changes = one_change("prescriber_added", ON), one_change("iee_526", ON)
    for told in (*changes[0]["roles"], *changes[1]["tasks"]):
        told |= where
    wanted_codes = [] if where else ["prescriber_added", "iee_526"]
    assert [code for code, _ in codes_on(ON, *changes)] == wanted_codes


KINDS = ("medical", "lhd", "pharmacy", "school", "child_care", "payor", "state_agency")
TITLES = (*again.MEDICAL, "PharmD", "Principal", "")


@pytest.mark.parametrize("kind", [*KINDS, "correctional", "other", ""])
def test_a_signer_of_any_kind_with_any_title_is_warned_as_the_table_says(kind: str) -> None:
    row = again.SIGNERS.get(kind, (3, ()))[0]
    for title, listed, licence, day in itertools.product(
        TITLES, (True, False), ("K1234", ""), (-1, 0, 5, 6)
    ):
        who = person(PEOPLE[0], title=title, licence_no=licence)
        role = held({"who": who.id, "as": "signer", "from": ON, "until": ON + 5 * DAY})
        names = [who.id] if listed else []
        found = assess_signer(kind, who, [role], ON + day * DAY, names, LAW)
        warned = {one.code for one in found if one.severity is Severity.WARNING}
        assert warned == again.signer_warnings(kind, title, listed, bool(licence))
        blocked = [one.code for one in found if one.severity is Severity.ERROR]
        assert blocked == ([] if 0 <= day <= 5 else ["signer.no_role_that_day"])
        assert {one.row for one in found} <= {f"DT-14.{row}"}


HIRED = [
    date(2026, 1, 15),
    *(date(2023 + number // 12, number % 12 + 1, 1) - DAY for number in range(1, 30)),
]


@pytest.mark.parametrize("hired", HIRED, ids=str)
def test_training_is_open_for_ninety_days_and_its_proof_kept_six_years(hired: date) -> None:
    due = date.fromordinal(hired.toordinal() + 90)
    who = person(PEOPLE[0], hired_on=hired)
    for left, trained in itertools.product((2, 1, 0, -1, -2), (None, 1, 0, -1)):
        on = due - left * DAY
        told = [] if trained is None else [training(who.id, on + trained * DAY)]
        found = training_state(who, told, on, LAW)
        is_done = trained is not None and trained <= 0
        assert found.state == ("done" if is_done else "open" if left >= 0 else "overdue")
        assert found.due == (None if is_done else due)
    assert keep_until(hired) == again.after(hired, 72)


@pytest.mark.parametrize("role", ["supervisor", "supervisor_dx", "full_access", "view_only"])
@pytest.mark.parametrize("kind", ["supervisor", "hb300", None])
def test_nobody_supervises_without_a_training_that_lies_behind(role: str, kind: str | None) -> None:
    who = person(PEOPLE[0], email="eva@elm.example.org")
    roles = [held({"who": who.id, "as": role, "from": ON, "until": ON + 5 * DAY})]
    for day, trained in itertools.product((-1, 0, 5, 6), (-1, 0, 1)):
        on = ON + day * DAY
        told = [training(who.id, on + trained * DAY, kind)] if kind else []
        codes = {one.code for one in assess_person(who, [], roles, told, on)}
        is_trained = kind == "supervisor" and trained <= 0
        untrained = role.startswith("supervisor") and day <= 5 and not is_trained
        assert ("person.supervisor_untrained" in codes) == untrained
        assert ("training.in_future" in codes) == (kind is not None and trained > 0)


@pytest.mark.parametrize(
    "mine", ["eva@elm.example.org", "EVA@Elm.Example.ORG", "kim@elm.example.org"]
)
def test_an_e_mail_belongs_to_one_active_user_in_any_letter_case(mine: str) -> None:
    who = person(PEOPLE[0], email=mine)
    own = held({"who": who.id, "as": "view_only", "from": date(2020, 1, 1)})
    for until, disabled, left in itertools.product((None, -1, 0, 1), repeat=3):
        days = [None if one is None else ON + one * DAY for one in (until, disabled, left)]
        other = person(
            PEOPLE[1], email="eva@elm.example.org", account_disabled_on=days[1], left_on=days[2]
        )
        theirs = {"who": other.id, "as": "view_only", "from": date(2020, 1, 1), "until": days[0]}
        found = assess_person(who, [other], [own, held(theirs, 1)], [], ON)
        is_active = until != -1 and left != -1 and disabled in (None, 1)
        taken = is_active and mine.casefold() == other.email
        assert [one.code for one in found] == (["person.email_twice"] if taken else [])
