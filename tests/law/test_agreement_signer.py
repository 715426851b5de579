"""DT-14: the signer of an agreement, by the case book."""

from datetime import date
from typing import Any

import pytest

from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.agreement_signer import assess_signer, signer_label, signer_roles
from immtrac_desk.law.parameters import LawSettings
from tests.law.site_cases import held, person

BOOK = "dt14"
WHO = "Ruiz, Ana"


def test_the_signer_may_sign_or_not_as_the_case_says(case: Any) -> None:
    facts = case.facts
    told = {
        "who": WHO,
        "as": facts.get("as", "signer"),
        "from": facts.get("from", date(2020, 1, 1)),
    }
    role = held(told | ({"until": facts["until"]} if "until" in facts else {}))
    licence = facts.get("licence", "K1234")
    who = person(WHO, title=facts["title"], licence_no=licence, left_on=facts.get("left"))
    prescribers = [who.id] if facts.get("prescribes", True) else []
    for org_type in facts.get("org_types", [facts["org_type"]]):
        found = assess_signer(org_type, who, [role], case.on, prescribers, case.settings)
        answers = {
            "label": signer_label(org_type),
            "says_no": [one.code for one in found if one.severity is Severity.ERROR],
            "warns": [one.code for one in found if one.severity is Severity.WARNING],
        }
        asked = case.wanted(answers)
        assert {key: answers[key] for key in asked} == asked
        assert {(one.row, one.field) for one in found} <= {(row, "signer") for row in case.rows}
        assert not set(case.not_rows) & set(case.rows)


@pytest.mark.parametrize("title", ["MD", "M.D.", "md", "MD, MPH", "MD/PhD", "Dr. Ruiz MD"])
def test_a_title_is_known_among_other_letters(title: str) -> None:
    who = person(WHO, title=title, licence_no="K1234")
    role = held({"who": WHO, "as": "signer", "from": date(2020, 1, 1)})
    on = date(2026, 3, 9)
    assert assess_signer("medical", who, [role], on, [who.id], LawSettings()) == ()


def test_somebody_elses_role_is_not_the_signers() -> None:
    who = person(WHO, title="MD", licence_no="K1234")
    role = held({"who": "Okafor, Ben", "as": "signer", "from": date(2020, 1, 1)})
    found = assess_signer("medical", who, [role], date(2026, 3, 9), [who.id], LawSettings())
    assert [one.code for one in found] == ["signer.no_role_that_day"]


def test_only_a_pharmacy_has_two_roles_that_sign() -> None:
    assert signer_roles("pharmacy") == {SiteRole.SIGNER, SiteRole.PHARMACIST_IN_CHARGE}
    assert signer_roles("medical") == signer_roles("") == {SiteRole.SIGNER}
