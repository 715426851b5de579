"""DT-16: people, their accounts and trainings, by the case book."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, SiteRole
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.site_people import (
    assess_person,
    assess_texts,
    assess_training,
    disable_due,
    is_active_user,
    looks_like_password,
)
from immtrac_desk.law.tables import row
from immtrac_desk.law.training import hb300_due, keep_until, training_state
from tests.law.site_cases import held, person, training

BOOK = "dt16"
WHO, OTHER = "Diaz, Eva", "Lee, Kim"
Answers = tuple[set[str], dict[str, Any]]


def _trainings(case: Any) -> list[Any]:
    facts = case.facts
    return [
        *(training(WHO, day) for day in facts.get("trained", ())),
        *(training(WHO, day, "supervisor") for day in facts.get("supervisor_trained", ())),
    ]


def _training(case: Any) -> Answers:
    who = person(WHO, hired_on=case.facts.get("hired"), left_on=case.facts.get("left"))
    found = training_state(who, _trainings(case), case.on, case.settings)
    return {found.row}, {"state": found.state, "due": found.due}


def _keep(case: Any) -> Answers:
    until = keep_until(case.facts["trained"][0])
    return {"DT-16.2"}, {"keep_until": until, "kept": case.on <= until}


def _person(case: Any) -> Answers:
    rows: set[str] = set()
    answers: dict[str, Any] = {}
    for email in case.facts.get("each_email", [case.facts.get("email", "eva@elm.example.org")]):
        found = _assessed(case, email)
        rows |= {one.row for one in found}
        answers = {
            "says_no": [one.code for one in found if one.severity is Severity.ERROR],
            "warns": [one.code for one in found if one.severity is Severity.WARNING],
        }
    return rows, answers


def _assessed(case: Any, email: str) -> tuple[Finding, ...]:
    facts, letters = case.facts, case.facts.get("letters", {})
    known = {name: facts[name] for name in ("title", "registry_user") if name in facts}
    who = person(WHO, email=email, **known)
    if "email_letters" in facts:
        who = replace(who, email="a" * (facts["email_letters"] - 12) + "@example.org")
    if letters:
        first, last = "A" * letters["first"], "B" * letters["last"]
        initial = "C" * letters["initial"]
        who = replace(who, first_name=first, last_name=last, middle_initial=initial)
    who = replace(who, hired_on=facts.get("hired"), left_on=facts.get("left"))
    roles = [held({"who": WHO, **one}, number) for number, one in enumerate(facts.get("roles", ()))]
    others: list[SitePerson] = []
    if "other" in facts:
        other, role = _other(facts["other"])
        others, roles = [other], [*roles, role]
    return assess_person(who, others, roles, _trainings(case), case.on)


def _other(told: dict[str, Any]) -> tuple[SitePerson, RoleHeld]:
    role = {"who": OTHER, "as": told["as"], "from": date(2020, 1, 1), "until": told.get("until")}
    disabled = told.get("disabled")
    return person(OTHER, email=told["email"], account_disabled_on=disabled), held(role, 99)


def _leaving(case: Any) -> Answers:
    left = case.facts["left"]
    who = person(WHO, left_on=left)
    roles = [held({"who": WHO, "as": "full_access", "from": date(2020, 1, 1), "until": left})]
    due = disable_due(left)
    user = is_active_user(who, roles, case.on)
    return {"DT-16.7"}, {"user": user, "due": due, "late": case.on > due}


def _password(case: Any) -> Answers:
    found = {looks_like_password(text) for text in case.facts["each"]}
    return ({"DT-16.8"} if True in found else set()), {"password": found == {True}}


def _told(case: Any) -> Answers:
    found = row(case.rows[0], case.on)
    return {found.id}, {"answer": found.text("answer")}


ASKED: dict[str, Callable[[Any], Answers]] = {
    "training": _training,
    "keep": _keep,
    "person": _person,
    "leaving": _leaving,
    "password": _password,
    "told": _told,
}


def test_people_are_judged_as_the_case_says(case: Any) -> None:
    rows, answers = ASKED[case.facts["asks"]](case)
    assert rows == set(case.rows)
    assert not rows & set(case.not_rows)
    asked = case.wanted(answers)
    assert {key: answers[key] for key in asked} == asked


SIGNS = "!@#$%^&*?+="
PASSWORDS = st.builds(
    lambda upper, lower, digit, sign, rest: upper + lower + digit + sign + rest,
    st.sampled_from("ABCDEFXYZ"),
    st.sampled_from("abcdefxyz"),
    st.sampled_from("0123456789"),
    st.sampled_from(SIGNS),
    st.text("Aa0" + SIGNS, min_size=4, max_size=12),
)


@given(word=PASSWORDS.flatmap(lambda word: st.permutations(word).map("".join)))
def test_whatever_fits_the_registrys_rule_for_passwords_is_known(word: str) -> None:
    assert 8 <= len(word) <= 16
    assert looks_like_password(word)
    assert looks_like_password(f"it is {word} now")


@given(word=st.text(max_size=7))
def test_what_is_shorter_than_a_password_is_none(word: str) -> None:
    assert not looks_like_password(word)


@given(hired=st.dates(date(2012, 9, 1), date(2090, 1, 1)), days=st.integers(0, 400))
def test_a_training_that_is_open_becomes_overdue_once_and_stays_so(hired: date, days: int) -> None:
    who, on = person(WHO, hired_on=hired), hired + timedelta(days)
    found = training_state(who, [], on, LawSettings())
    assert found.due == hb300_due(hired)
    assert found.state == ("overdue" if on > hb300_due(hired) else "open")


def test_a_training_of_somebody_else_is_not_ones_own() -> None:
    who = person(WHO, hired_on=date(2026, 1, 15))
    others = [training(OTHER, date(2026, 2, 1)), training(WHO, date(2026, 2, 1), "supervisor")]
    assert training_state(who, others, date(2026, 3, 1), LawSettings()).state == "open"


@pytest.mark.parametrize(("day", "codes"), [(8, []), (9, []), (10, ["training.in_future"])])
def test_a_training_does_not_lie_in_the_future(day: int, codes: list[str]) -> None:
    found = assess_training(date(2026, 3, day), date(2026, 3, 9))
    assert [one.code for one in found] == codes
    assert {(one.field, one.row) for one in found} <= {("on", "DT-16.4")}
    told = [training(WHO, date(2026, 3, day))]
    beside = assess_person(person(WHO), [], [], told, date(2026, 3, 9))
    assert [(one.code, one.field) for one in beside] == [(code, "on") for code in codes]


def test_an_account_made_again_after_it_was_disabled_is_active() -> None:
    roles = [held({"who": WHO, "as": "view_only", "from": date(2020, 1, 1)})]
    disabled = person(WHO, account_disabled_on=date(2026, 3, 1))
    again = replace(disabled, account_made_on=date(2026, 3, 5))
    on = date(2026, 3, 9)
    assert not is_active_user(disabled, roles, on)
    assert is_active_user(again, roles, on)


def test_a_phone_of_practice_is_no_finding_in_practice() -> None:
    who = person(WHO, phone="512-555-0142", npi="1")
    found = assess_person(who, [], [], [], date(2026, 3, 9))
    practice = assess_person(who, [], [], [], date(2026, 3, 9), practice=True)
    assert [one.code for one in found] == ["id.phone_invented", "id.npi"]
    assert [one.code for one in practice] == ["id.npi"]


ON = date(2026, 3, 9)


def said(who: SitePerson, *roles: RoleHeld, others: tuple[SitePerson, ...] = ()) -> list[str]:
    return [f"{one.code} {one.field}" for one in assess_person(who, others, roles, [], ON)]


@pytest.mark.parametrize(
    "mailbox",
    [
        *("admin", "administrator", "appointments", "billing", "clinic", "contact", "desk"),
        *("frontdesk", "help", "immunizations", "info", "mail", "manager", "nurse", "nurses"),
        *("office", "pharmacy", "reception", "records", "schedule", "school", "staff", "support"),
        *("team", "vaccines", "citas", "clinica", "recepcion", "oficina", "farmacia"),
    ],
)
def test_a_mailbox_that_several_people_read_is_pointed_out(mailbox: str) -> None:
    shared = ["person.shared_mailbox email"]
    assert said(person(WHO, email=f"{mailbox}@elm.example.org")) == shared
    assert said(person(WHO, email=f"{mailbox.title()}-2@elm.example.org")) == shared
    assert said(person(WHO, email=f"{mailbox}.diaz@elm.example.org")) == []


@pytest.mark.parametrize("field", ["org_code", "tx_iis_id", "tvfc_pin", "tvfc_pin_again"])
def test_a_password_is_refused_where_one_is_at_hand(field: str) -> None:
    (found,) = assess_texts({field: "Summer26!", "name": "Elm Clinic"})
    assert (found.field, found.severity, found.row) == (field, Severity.ERROR, "DT-16.8")


@pytest.mark.parametrize("field", ["hours", "street", "manner_note", "own_1"])
def test_a_password_is_only_pointed_out_where_hours_may_look_like_one(field: str) -> None:
    (found,) = assess_texts({field: "Mo-Fr:8-5pm", "name": ""})
    assert (found.field, found.severity) == (field, Severity.WARNING)
    assert found.code == "person.looks_like_password"


@pytest.mark.parametrize("field", ["title", "licence_no", "registry_user"])
def test_a_password_is_refused_beside_the_field_in_which_it_stands(field: str) -> None:
    refused = [f"person.looks_like_password {field}"]
    assert said(person(WHO, **{field: "Summer26!"})) == refused
    assert said(person(WHO, **{field: "Eva.Diaz1@elm"})) == (
        [] if field == "registry_user" else refused
    )


@pytest.mark.parametrize(
    ("hired", "left", "codes"),
    [
        (ON, date(2026, 3, 8), ["person.left_before_hired left_on"]),
        (ON, ON, []),
        (ON, date(2026, 3, 10), []),
        (None, ON, []),
        (ON, None, []),
    ],
)
def test_nobody_leaves_before_the_day_of_the_hire(
    hired: date | None, left: date | None, codes: list[str]
) -> None:
    assert said(person(WHO, hired_on=hired, left_on=left)) == codes


def test_names_of_spaces_are_missing_and_spaces_around_a_name_are_not_counted() -> None:
    blank = replace(person(WHO), first_name=" ", last_name=" ")
    assert said(blank) == [
        "person.first_name_missing first_name",
        "person.last_name_missing last_name",
    ]
    padded = replace(person(WHO), first_name=f" {'A' * 20} ", last_name=f" {'B' * 30} ")
    assert said(padded) == []


def test_what_is_too_long_says_how_long_it_may_be() -> None:
    who = replace(person(WHO), first_name=f" {'A' * 21} ", email="a" * 80 + "@x.org")
    found = assess_person(who, [], [], [], ON)
    assert [(one.field, dict(one.facts)) for one in found] == [
        ("first_name", {"limit": 20, "length": 21}),
        ("email", {"limit": 80, "length": 86}),
    ]


def test_ones_own_e_mail_is_not_taken_by_oneself() -> None:
    who = person(WHO, email=" eva@elm.example.org ")
    role = held({"who": WHO, "as": "view_only", "from": date(2020, 1, 1)})
    assert said(who, role, others=(who,)) == []
    theirs = held({"who": OTHER, "as": "view_only", "from": date(2020, 1, 1)}, 1)
    twin = person(OTHER, email="EVA@elm.example.org  ")
    assert said(who, role, theirs, others=(twin,)) == ["person.email_twice email"]
    assert said(who, role, others=(twin,)) == [], "who has no account takes no e-mail"


def test_an_e_mail_is_spoken_for_by_a_role_that_begins_later() -> None:
    who = person(WHO, email="eva@elm.example.org")
    role = held({"who": WHO, "as": "view_only", "from": date(2020, 1, 1)})
    later = held({"who": OTHER, "as": "view_only", "from": date(2026, 4, 1)}, 1)
    twin = person(OTHER, email="eva@elm.example.org")
    assert said(who, role, later, others=(twin,)) == ["person.email_twice email"]
    assert said(who, role, replace(later, role=SiteRole.PRESCRIBER), others=(twin,)) == []


def test_an_e_mail_of_spaces_is_missing_and_half_of_one_is_refused() -> None:
    role = held({"who": WHO, "as": "view_only", "from": date(2020, 1, 1)})
    assert said(person(WHO, email="  "), role) == ["person.email_missing email"]
    assert said(person(WHO, email="eva@elm"), role) == ["person.email_shape email"]


def test_an_account_made_again_on_the_day_it_was_disabled_stays_disabled() -> None:
    roles = [held({"who": WHO, "as": "view_only", "from": date(2020, 1, 1)})]
    who = person(WHO, account_disabled_on=ON, account_made_on=ON)
    assert not is_active_user(who, roles, ON)
    assert is_active_user(who, roles, date(2026, 3, 8))


def test_numbers_of_a_person_are_checked_beside_their_fields() -> None:
    who = person(WHO, phone="12", extension="12345678", npi="1")
    assert said(who) == ["id.phone phone", "id.extension extension", "id.npi npi"]


def test_the_role_of_somebody_else_asks_no_training_of_one() -> None:
    theirs = held({"who": OTHER, "as": "supervisor", "from": date(2020, 1, 1)})
    assert said(person(WHO), theirs) == []


def test_the_training_of_somebody_else_makes_nobody_a_supervisor() -> None:
    role = held({"who": WHO, "as": "supervisor", "from": date(2020, 1, 1)})
    others = [training(OTHER, date(2026, 1, 5), "supervisor"), training(OTHER, date(2026, 4, 1))]
    found = assess_person(person(WHO), [], [role], others, ON)
    codes = [f"{one.code} {one.field}" for one in found]
    assert codes == ["person.email_missing email", "person.supervisor_untrained role"]
