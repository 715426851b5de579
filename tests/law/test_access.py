"""DT-17: who may see a record, by the case book; everything else is denied."""

import itertools
from datetime import date
from typing import Any

import pytest

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId
from immtrac_desk.domain.words import FormKind, Status
from immtrac_desk.errors import InputError
from immtrac_desk.law.access import (
    ENTITIES,
    PURPOSES,
    RELEASED,
    AccessVerdict,
    Entity,
    Purpose,
    may_see,
)
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.status import derive
from immtrac_desk.sayings import LANGUAGES, Sayings
from tests.law.site_cases import CLERK, at

BOOK = "dt17"
BORN, ON = date(2008, 3, 10), date(2026, 3, 9)
LISTED = {
    ("provider", "treatment"),
    ("health-department", "public-health"),
    ("school", "enrolled"),
    ("child-care", "enrolled"),
    ("custody-agency", "custody"),
    ("payor", "covered"),
    ("responder-employer", "responder-consent"),
    ("exchange", "relay"),
    ("other-state", "disaster"),
    ("state-agency", "disaster"),
    ("individual", "self"),
    ("researcher", "statistics"),
}
EVERY = list(itertools.product(ENTITIES, PURPOSES))


def act(kind: ActKind, on: date, form: FormKind) -> Act:
    return Act(
        id=ActId(f"{kind.value}-{form.value}"),
        client_id=ClientId("client"),
        kind=kind,
        on=on,
        at=at(on),
        by=CLERK,
        document_id=DocumentId(form.value),
        form=form if kind is ActKind.CONSENT_GRANTED else None,
    )


LIVES = {
    "minor consent": [
        act(ActKind.CONSENT_GRANTED, date(2020, 5, 4), FormKind.MINOR),
        act(ActKind.CONSENT_AFFIRMED, date(2020, 5, 5), FormKind.MINOR),
    ],
}
LIVES["both consents"] = [
    *LIVES["minor consent"],
    act(ActKind.CONSENT_GRANTED, date(2026, 3, 10), FormKind.ADULT),
    act(ActKind.CONSENT_AFFIRMED, date(2026, 3, 10), FormKind.ADULT),
]


def record(case: Any) -> tuple[bool | None, list[str]]:
    """Whether it is an adult's, and its status; of a life both are derived on the day."""
    facts = case.facts
    if "life" not in facts:
        return facts.get("adult"), facts.get("statuses", [facts.get("status")])
    standing = derive(BORN, LIVES[facts["life"]], case.on, case.settings)
    return not is_minor(BORN, case.on, case.settings), [standing.status.value]


def asked(case: Any) -> list[AccessVerdict]:
    facts, (adult, statuses) = case.facts, record(case)
    entities = facts.get("entities", [facts.get("entity")])
    purposes = facts.get("purposes", [facts.get("purpose")])
    return [
        may_see(Entity(entity), Purpose(purpose), adult, status, case.settings, case.on)
        for entity, purpose, status in itertools.product(entities, purposes, statuses)
    ]


def test_the_record_is_shown_or_not_as_the_case_says(case: Any) -> None:
    for found in asked(case):
        answers = {
            "allowed": found.allowed,
            "code": found.code,
            "because": found.status_row,
            "writes": found.writes,
        }
        wanted = case.wanted(answers)
        assert {key: answers[key] for key in wanted} == wanted
        assert (found.row,) == case.rows
        assert found.row not in case.not_rows
        assert found.citation


@pytest.mark.parametrize(("entity", "purpose"), EVERY)
def test_whoever_is_not_listed_for_a_purpose_is_denied(entity: str, purpose: str) -> None:
    for adult in (True, False, None):
        found = may_see(Entity(entity), Purpose(purpose), adult, RELEASED, LawSettings(), ON)
        if (entity, purpose) not in LISTED:
            assert not found.allowed
            assert found.writes == ""
        elif entity == "child-care":
            assert found.allowed is (adult is False)
        else:
            assert found.allowed


@pytest.mark.parametrize("status", sorted(set(Status), key=lambda one: one.value))
def test_a_record_that_is_not_released_is_shown_to_nobody(status: Status) -> None:
    released = status in (Status.CONSENTED_ADULT, Status.CONSENTED_MINOR)
    for entity, purpose in LISTED:
        found = may_see(Entity(entity), Purpose(purpose), False, status.value, LawSettings(), ON)
        assert found.allowed is released
        assert bool(found.status_row) is not released


@pytest.mark.parametrize(("entity", "purpose"), sorted(LISTED - {("child-care", "enrolled")}))
def test_a_minors_consent_releases_no_adults_record(entity: str, purpose: str) -> None:
    """Told of an adult it is the consent of one who has not signed the adult form (DT-5.6)."""

    def told(adult: bool | None) -> AccessVerdict:
        word = Status.CONSENTED_MINOR.value
        return may_see(Entity(entity), Purpose(purpose), adult, word, LawSettings(), ON)

    assert told(False).allowed
    found = told(True)
    assert (found.allowed, found.status_row) == (False, "DT-5.6")
    own = entity == "individual"
    assert found.code == ("access.adult_form_first" if own else "access.not_released")


def test_a_status_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InputError, match=r"access\.unknown_status") as refused:
        may_see(Entity.SCHOOL, Purpose.ENROLLED, None, "FINE", LawSettings(), ON)
    assert refused.value.field == "status"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_has_its_sentence(language: str) -> None:
    says = Sayings.load(language)
    settings = (LawSettings(), LawSettings(correctional="as_vaccinator_or_custodian"))
    codes = {
        may_see(Entity(entity), Purpose(purpose), adult, status.value, law, ON).code
        for (entity, purpose), adult, status, law in itertools.product(
            EVERY, (True, False, None), (Status.CONSENTED_ADULT, Status.PENDING_ADULT), settings
        )
    }
    assert len(codes) == 21
    assert {code for code in codes if not says.has(code)} == set()
