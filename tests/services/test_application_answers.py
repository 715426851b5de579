"""Answers of an application: tidied, closed by one another, written back without a difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.agreement import ApplicationKind, ApplicationStep, SiteAgreement, StepKind
from immtrac_desk.domain.ids import (
    AgreementId,
    ApplicationId,
    OrganizationId,
    StaffId,
    StepId,
)
from immtrac_desk.domain.organization import ASKED, Organization
from immtrac_desk.domain.question import QuestionKind
from immtrac_desk.errors import InputError
from immtrac_desk.law.agreement_triggers import triggers
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.questions import built_in, changed, open_questions
from immtrac_desk.services.agreement_ground import SiteGround
from immtrac_desk.services.application_answers import (
    compact,
    first_answers,
    frozen_answers,
    known_of,
    refuse_misfits,
    shape_findings,
    tidied,
    written_back,
)
from immtrac_desk.services.application_file import standing_signature

QUESTIONS, LAW = built_in(), LawSettings()
HERE = Organization(id=OrganizationId("HERE"), name="Oak Street Clinic", org_type="medical")
MOMENT = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
WORDS = st.text(alphabet="abc ñÁ-'.1 ", max_size=12)
VALUES = {
    QuestionKind.YES_NO: st.booleans(),
    QuestionKind.WORDS: st.lists(WORDS, max_size=3).map(tuple),
    QuestionKind.SITE: st.sampled_from(("", "ABOVE")),
}
ANSWERED = [
    q for q in QUESTIONS.questions if q.kind not in (QuestionKind.TOLD, QuestionKind.PEOPLE)
]
ANSWERS = st.fixed_dictionaries(
    {},
    optional={q.id: VALUES.get(q.kind, WORDS) for q in ANSWERED if q.id != "org_type"}
    | {"org_type": st.sampled_from(("medical", "pharmacy", "lhd", "school"))},
)


def approved(answers: dict[str, Any]) -> tuple[SiteAgreement, Organization]:
    """What an approval of these answers leaves: the agreement and the site's record."""
    tidy = tidied(answers, QUESTIONS)
    agreement = SiteAgreement(
        id=AgreementId("A"),
        organization_id=HERE.id,
        approved_on=date(2026, 11, 22),
        due_on=None,
        application_id=ApplicationId("B"),
        answers=frozen_answers(tidy, QUESTIONS, LAW),
        people=(),
        entered_at=MOMENT,
        by=StaffId("S"),
    )
    return agreement, written_back(HERE, tidy, QUESTIONS, LAW)


@given(answers=ANSWERS)
def test_no_change_is_due_for_what_was_just_approved(answers: dict[str, Any]) -> None:
    agreement, record = approved(answers)
    day = date(2026, 11, 23)
    assert triggers(agreement, record, (), (), (), lambda field: day, day) == ()


@given(answers=ANSWERS)
def test_the_next_application_begins_as_the_last_was_approved(answers: dict[str, Any]) -> None:
    agreement, record = approved(answers)
    ground = SiteGround(
        organization=record, people={}, roles=(), trainings={}, tasks=(), agreement=agreement
    )
    begun = first_answers(ground, QUESTIONS)
    twice = {q.id for q in QUESTIONS.questions if q.check.startswith("again:")}
    presets = {"state", "deputizing", "state_wide_recall", "sub_site"}
    assert changed(begun, agreement.answers) - twice - presets == frozenset()


@given(answers=ANSWERS)
def test_a_field_that_an_answer_closed_is_empty_in_the_record(answers: dict[str, Any]) -> None:
    tidy = tidied(answers, QUESTIONS)
    opened = {q.id for q in open_questions(QUESTIONS, tidy, LAW)}
    before = replace(HERE, tvfc_pin="4411", ehr_vendor="Blue", parent_id=OrganizationId("ABOVE"))
    after = written_back(before, tidy, QUESTIONS, LAW)
    fresh = Organization(id=HERE.id)
    for name in set(ASKED) - opened:
        assert getattr(after, name) == getattr(fresh, name), name


@given(answers=ANSWERS)
def test_tidying_twice_is_tidying_once_and_leaves_nothing_empty(answers: dict[str, Any]) -> None:
    once = tidied(answers, QUESTIONS)
    assert tidied(once, QUESTIONS) == once == compact(once)


@given(text=st.text(max_size=30))
def test_what_a_paper_cannot_show_is_found_and_nothing_else_is(text: str) -> None:
    street = [q for q in QUESTIONS.questions if q.id == "street"]
    found = shape_findings({"street": text}, street)
    codes = {f.code.partition(".")[0] for f in found}
    assert codes <= {"text"}
    if text.isascii() and text.isprintable():
        assert found == ()


@pytest.mark.parametrize(("length", "found"), [(39, 0), (40, 0), (41, 1)])
def test_a_text_is_as_long_as_its_question_allows(length: int, found: int) -> None:
    codes = [q for q in QUESTIONS.questions if q.id == "org_code"]
    said = shape_findings({"org_code": "x" * length}, codes)
    assert [f.code for f in said] == ["text.too_long"] * found


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("tvfc", True, True),
        ("tvfc", "yes", False),
        ("street", "12 Oak Street", True),
        ("street", ("12",), False),
        ("assigned_counties", ("Travis",), True),
        ("assigned_counties", "Travis", False),
        ("not_a_question", 7, True),
    ],
)
def test_an_answer_is_of_its_questions_kind(name: str, value: Any, fits: bool) -> None:
    if fits:
        refuse_misfits({name: value}, QUESTIONS)
        return
    with pytest.raises(InputError) as refused:
        refuse_misfits({name: value}, QUESTIONS)
    assert refused.value.field == name


def test_a_site_with_a_parent_is_a_sub_site() -> None:
    below = replace(HERE, parent_id=OrganizationId("ABOVE"))
    assert (known_of(HERE)["sub_site"], known_of(below)["sub_site"]) == (False, True)


# -- which signature stands ---------------------------------------------------------------


def steps(*kinds: StepKind) -> tuple[ApplicationStep, ...]:
    return tuple(
        ApplicationStep(
            id=StepId(str(number)),
            application_id=ApplicationId("A"),
            kind=kind,
            on=date(2026, 11, 22),
            at=MOMENT,
            by=StaffId("S"),
        )
        for number, kind in enumerate(kinds)
    )


@pytest.mark.parametrize(
    ("kinds", "stands"),
    [
        ((), None),
        ((StepKind.BEGUN,), None),
        ((StepKind.SIGNED,), "0"),
        ((StepKind.SIGNED, StepKind.SIGNATURE_DROPPED), None),
        ((StepKind.SIGNED, StepKind.SIGNATURE_DROPPED, StepKind.SIGNED), "2"),
        ((StepKind.SIGNED, StepKind.SENT, StepKind.RETURNED), "0"),
    ],
)
def test_the_last_signature_stands_unless_an_edit_dropped_it(
    kinds: tuple[StepKind, ...], stands: str | None
) -> None:
    found = standing_signature(steps(*kinds))
    assert (found.id if found else None) == stands


def test_every_kind_of_application_has_questions() -> None:
    for kind in ApplicationKind:
        assert any(kind.value in q.required_for for q in QUESTIONS.questions)
