"""The questions of an application: what opens what, what is missing, what changed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.ids import QuestionSetId
from immtrac_desk.domain.organization import ASKED
from immtrac_desk.domain.question import STEPS, Opens, Question, QuestionKind, QuestionSet
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.questions import (
    KINDS,
    built_in,
    changed,
    implied,
    missing,
    open_questions,
    words_of,
)
from immtrac_desk.settings import table
from tests.law.site_cases import named

RENEWAL, REGISTRATION = ApplicationKind.RENEWAL, ApplicationKind.REGISTRATION
PEOPLE = [
    named("Ruiz, Ana", "signer", "prescriber"),
    replace(
        named("Diaz, Eva", "point_of_contact", "supervisor"),
        email="eva@elm.example.org",
        supervisor_trained_on=date(2026, 1, 5),
    ),
]
COMPLETE: dict[str, Any] = {
    "name": "Elm Clinic",
    "org_type": "medical",
    "org_code": "ELM",
    "tx_iis_id": "0001112000",
    "intent": "both",
    "tvfc": False,
    "street": "1 Elm St",
    "city": "Austin",
    "state": "TX",
    "zip_code": "78701",
    "county": "Travis",
    "phone": "512-463-7111",
    "filled_in_by": "Eva Diaz",
    "manner_of_usage": ("look_up",),
}


def asked(answers: dict[str, Any], settings: LawSettings | None = None) -> set[str]:
    return {one.id for one in open_questions(built_in(), answers, settings or LawSettings())}


def lacking(kind: ApplicationKind, answers: dict[str, Any], **known: Any) -> set[str]:
    people = known.get("people", PEOPLE)
    found = missing(built_in(), kind, answers, people, known.get("settings", LawSettings()))
    assert {one.row for one in found} <= {"DT-12.5", "DT-16.4"}
    return {one.field for one in found}


def test_every_field_of_an_organization_that_is_asked_has_its_question() -> None:
    ids = [one.id for one in built_in().questions]
    assert len(ids) == len(set(ids))
    assert set(ASKED) <= set(ids)


def test_the_questions_come_in_the_portals_order_and_all_eight_steps_have_some() -> None:
    steps = [one.step for one in built_in().questions]
    assert steps == sorted(steps)
    assert tuple(sorted(set(steps))) == STEPS


def test_every_word_that_a_question_names_is_known() -> None:
    known = {one.id for one in built_in().questions}
    for one in built_in().questions:
        assert {opens.question for opens in one.opens} <= known
        assert not one.options_from or one.options_from == "counties" or one.options_from in table()
        assert {SiteRole(role) for role in one.roles} or one.kind is not QuestionKind.PEOPLE
        assert set(one.required_for) <= set(KINDS)


@pytest.mark.parametrize(
    ("answer", "opens"),
    [
        ({"tvfc": True}, {"tvfc_pin", "deputizing"}),
        ({"tvfc": True, "tvfc_pin": "101"}, {"tvfc_pin", "deputizing", "tvfc_pin_again"}),
        ({"county_organization": True}, {"assigned_counties"}),
        ({"sub_site": True}, {"parent_id"}),
        ({"parent_id": "north"}, {"parent_id"}),
        ({"org_type": "pharmacy"}, {"pharmacist_in_charge"}),
        ({"org_type": "lhd"}, {"medical_director"}),
        ({"exchange": True}, {"exchange_contact", "ehr_vendor", "exchange_method"}),
    ],
)
def test_an_answer_opens_its_questions_and_another_answer_closes_them(
    answer: dict[str, Any], opens: set[str]
) -> None:
    closed = asked({})
    assert not opens & closed
    assert asked(answer) - closed == opens
    denied = {name: False if value is True else "" for name, value in answer.items()}
    assert asked(denied) == closed


def test_a_pin_that_is_kept_opens_nothing_once_the_vaccine_program_is_denied() -> None:
    assert "tvfc_pin_again" not in asked({"tvfc": False, "tvfc_pin": "101"})


def test_a_renewal_needs_the_ids_of_the_approval_mail_and_a_registration_does_not() -> None:
    without = {k: v for k, v in COMPLETE.items() if k not in ("org_code", "tx_iis_id")}
    assert lacking(RENEWAL, COMPLETE) == set()
    assert lacking(RENEWAL, without) == {"org_code", "tx_iis_id"}
    assert lacking(ApplicationKind.CHANGE, without) == {"org_code", "tx_iis_id"}
    assert lacking(REGISTRATION, without) == set()


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_each_needed_answer_is_missed_beside_its_question(name: str) -> None:
    for nothing in ("", "  ", ()):
        assert lacking(RENEWAL, {**COMPLETE, name: nothing}) == {name}


@pytest.mark.parametrize(
    ("extra", "missed"),
    [
        ({"tvfc": True, "tvfc_pin": "101"}, {"tvfc_pin_again"}),
        ({"county_organization": True}, {"assigned_counties"}),
        ({"sub_site": True}, {"parent_id"}),
        ({"org_type": "pharmacy"}, {"pharmacist_in_charge"}),
        ({"exchange": True}, {"exchange_contact"}),
        ({"exchange": False}, set()),
    ],
)
def test_what_an_answer_opens_is_needed_then(extra: dict[str, Any], missed: set[str]) -> None:
    assert lacking(RENEWAL, {**COMPLETE, **extra}) == missed


def test_without_people_the_roles_are_missing() -> None:
    assert lacking(RENEWAL, COMPLETE, people=[]) == {"signer", "point_of_contact", "users"}


def test_a_supervisor_needs_a_training_date_and_a_user_an_email() -> None:
    bare = [PEOPLE[0], named("Diaz, Eva", "point_of_contact", "supervisor")]
    found = missing(built_in(), RENEWAL, COMPLETE, bare)
    assert {(one.code, one.field) for one in found} == {
        ("question.no_training_date", "supervisors"),
        ("question.no_email", "users"),
    }
    assert all(one.facts == {"count": 1} for one in found)


def test_a_pharmacist_in_charge_is_the_signer_of_a_pharmacy() -> None:
    people = [named("Ruiz, Ana", "pharmacist_in_charge"), PEOPLE[1]]
    assert lacking(RENEWAL, {**COMPLETE, "org_type": "pharmacy"}, people=people) == set()


def test_an_answer_taken_off_the_list_of_optional_ones_is_needed() -> None:
    law = LawSettings(optional_fields=("hours", "fax"))
    missed = lacking(RENEWAL, COMPLETE, settings=law)
    assert missed == {"npi", "tin", "other_address", "ownership"}


def test_a_contact_that_is_no_role_of_its_own_is_not_asked_for() -> None:
    law = LawSettings(contact_roles=("exchange_contact",))
    assert asked({}) - asked({}, law) == {"primary_contact"}
    assert lacking(RENEWAL, {**COMPLETE, "exchange": True}, settings=law) == {"exchange_contact"}
    without = LawSettings(contact_roles=("primary_contact",))
    assert lacking(RENEWAL, {**COMPLETE, "exchange": True}, settings=without) == set()


def own_set(*questions: Question) -> QuestionSet:
    made_at = built_in().made_at
    return QuestionSet(id=QuestionSetId("own"), made_at=made_at, questions=questions)


def text(name: str, *opens: Opens, **known: Any) -> Question:
    return Question(id=name, step="A3", kind=QuestionKind.TEXT, opens=opens, **known)


def test_a_question_of_the_clinics_own_is_missed_by_its_label() -> None:
    own = own_set(text("own_1", required_for=("renewal",), label="Who feeds the fridge?"))
    found = missing(own, RENEWAL, {}, [])
    assert [one.facts["question"] for one in found] == ["Who feeds the fridge?"]
    assert missing(own, REGISTRATION, {}, []) == ()


def test_a_question_that_is_not_asked_opens_nothing_and_is_not_missed() -> None:
    opens = Opens(question="first", values=("*",))
    off = text("first", asked=False, required_for=KINDS)
    own = own_set(off, text("second", opens, required_for=KINDS))
    assert missing(own, RENEWAL, {"first": "yes"}, []) == ()
    assert open_questions(own, {"first": "yes"}) == ()


def test_questions_that_open_each_other_are_asked_by_nobody() -> None:
    one = text("one", Opens(question="two", values=("*",)))
    two = text("two", Opens(question="one", values=("*",)))
    itself = text("itself", Opens(question="itself", values=("*",)))
    answers = {"one": "a", "two": "b", "itself": "c"}
    assert open_questions(own_set(one, two, itself), answers) == ()


def test_a_question_opened_by_one_that_is_gone_is_not_asked() -> None:
    own = own_set(text("left", Opens(question="gone", values=("*",))))
    assert open_questions(own, {"gone": "yes"}) == ()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (True, ("yes",)),
        (False, ("no",)),
        (" a ", ("a",)),
        ("", ()),
        (("b", " "), ("b",)),
        (None, ()),
    ],
)
def test_an_answer_is_read_as_words(answer: Any, words: tuple[str, ...]) -> None:
    assert words_of(answer) == words


def test_who_names_a_parent_is_a_sub_site_unless_it_was_answered() -> None:
    assert implied({"parent_id": "north"})["sub_site"] is True
    assert implied({})["sub_site"] is False
    assert implied({"parent_id": "north", "sub_site": False})["sub_site"] is False


def test_only_what_is_answered_otherwise_has_changed() -> None:
    base = {"name": "Elm", "tvfc": False, "assigned_counties": ("Travis", "Hays"), "fax": ""}
    same = {"name": " Elm ", "tvfc": False, "assigned_counties": ("Hays", "Travis")}
    assert changed(same, base) == frozenset()
    other = {"name": "Oak", "tvfc": True, "assigned_counties": ("Hays",), "fax": "1"}
    assert changed(other, base) == {"name", "tvfc", "assigned_counties", "fax"}
    assert changed({}, {"tvfc": False}) == {"tvfc"}


def test_several_that_hold_nothing_are_no_answer_either() -> None:
    assert changed({"assigned_counties": (), "fax": ""}, {}) == frozenset()
    assert changed({}, {"assigned_counties": (), "name": " "}) == frozenset()
    assert changed({"sub_site": False}, {"sub_site": True}) == {"sub_site"}


def test_what_is_only_told_is_never_missed() -> None:
    told = replace(text("read_this", required_for=KINDS), kind=QuestionKind.TOLD)
    assert missing(own_set(told), RENEWAL, {}, []) == ()


def test_a_question_of_ours_is_missed_by_its_id() -> None:
    (found,) = missing(built_in(), RENEWAL, {**COMPLETE, "name": ""}, PEOPLE)
    assert (found.code, found.facts) == ("question.missing", {"question": "name"})
    assert (found.row, bool(found.citation)) == ("DT-12.5", True)


@pytest.mark.parametrize(
    ("names", "fields"),
    [
        ((), set()),
        (("users",), {("question.no_training_date", "users"), ("question.no_email", "users")}),
        (("supervisors",), {("question.no_training_date", "supervisors")}),
    ],
)
def test_people_are_judged_only_beside_a_question_that_asks_for_them(
    names: tuple[str, ...], fields: set[tuple[str, str]]
) -> None:
    own = own_set(*(text(name) for name in names))
    bare = [named("Diaz, Eva", "supervisor"), named("Ruiz, Ana", "prescriber")]
    found = missing(own, RENEWAL, {}, bare)
    assert {(one.code, one.field) for one in found} == fields
    assert all(one.facts == {"count": 1} for one in found)


def test_a_question_of_ours_has_its_choices_and_its_length() -> None:
    known = {one.id: one for one in built_in().questions}
    assert known["intent"].options == ("adult", "pediatrics", "both")
    assert known["org_type"].options_from == "lists.org_type"
    assert known["manner_of_usage"].options == ()
    assert (known["tx_iis_id"].limit, known["manner_note"].limit) == (20, 300)


ANSWERS = st.dictionaries(
    st.sampled_from([one.id for one in built_in().questions]),
    st.one_of(st.booleans(), st.text(max_size=5), st.lists(st.text(max_size=5)).map(tuple)),
)


@given(answers=ANSWERS, kind=st.sampled_from(ApplicationKind))
def test_any_answers_are_judged_and_only_open_questions_are_missed(
    answers: dict[str, Any], kind: ApplicationKind
) -> None:
    found = missing(built_in(), kind, answers, PEOPLE)
    assert {one.field for one in found} <= asked(answers)
    assert changed(answers, answers) == frozenset()
