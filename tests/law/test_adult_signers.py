"""DT-3: who may sign for an adult, by the case book."""

from typing import Any

from immtrac_desk.domain.words import Who
from immtrac_desk.law.signers import SignerFacts, mark_row, may_sign

BOOK = "dt03"


def test_the_signer_of_an_adult_is_answered_as_the_case_says(case: Any) -> None:
    facts = SignerFacts(
        born_on=case.facts["birth"],
        who=Who(case.facts["who"]),
        guardianship_recorded=case.facts.get("guardianship", False),
    )
    verdict = may_sign(facts, case.on, case.settings)
    marked = mark_row(False, case.on) if case.facts.get("mark") else None
    row, needs = (marked.id, marked.words("needs")) if marked else (verdict.row, verdict.needs)
    assert (row,) == case.rows
    assert row not in case.not_rows
    assert verdict.may.value == case.expect.get("may", verdict.may.value)
    assert list(needs) == case.expect.get("needs", list(needs))
    assert verdict.explain == case.expect.get("explain", verdict.explain)
