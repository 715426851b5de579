"""DT-2 and DT-3: who may sign, asked for everybody and on both sides of 18."""

from datetime import date
from typing import Any

import pytest

from immtrac_desk.domain.words import MaySign, Who
from immtrac_desk.errors import InputError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.signers import SignerFacts, mark_row, may_sign

BOOK = "dt02"
MINOR, ADULT, ON = date(2016, 3, 10), date(1990, 3, 10), date(2026, 3, 9)


def answers_the_case(case: Any) -> None:
    """The signer's row, or the row of the mark beside it."""
    facts = SignerFacts(
        born_on=case.facts["birth"],
        who=Who(case.facts["who"]),
        guardianship_recorded=case.facts.get("guardianship", False),
        disagreement=case.facts.get("disagreement", False),
    )
    verdict = may_sign(facts, case.on, case.settings)
    marked = mark_row(verdict.row.startswith("DT-2"), case.on) if case.facts.get("mark") else None
    row, needs = (marked.id, marked.words("needs")) if marked else (verdict.row, verdict.needs)
    assert (row,) == case.rows
    assert row not in case.not_rows
    assert verdict.may.value == case.expect.get("may", verdict.may.value)
    assert list(needs) == case.expect.get("needs", list(needs))
    assert verdict.explain == case.expect.get("explain", verdict.explain)


def test_the_signer_is_answered_as_the_case_says(case: Any) -> None:
    answers_the_case(case)


@pytest.mark.parametrize("who", Who)
@pytest.mark.parametrize("born_on", [MINOR, ADULT])
def test_everybody_has_an_answer_with_a_reason(who: Who, born_on: date) -> None:
    verdict = may_sign(SignerFacts(born_on=born_on, who=who), ON, LawSettings())
    assert verdict.row.startswith("DT-2." if born_on == MINOR else "DT-3.")
    assert verdict.explain.startswith("signer.")
    assert verdict.citation


def test_only_those_whom_the_statute_names_sign_unaided() -> None:
    def signers(born_on: date) -> set[Who]:
        asked = {w: may_sign(SignerFacts(born_on=born_on, who=w), ON, LawSettings()) for w in Who}
        return {who for who, verdict in asked.items() if verdict.may is MaySign.YES}

    assert signers(MINOR) == {
        Who.PARENT,
        Who.GUARDIAN,
        Who.MANAGING_CONSERVATOR,
        Who.DFPS_WORKER,
        Who.MINOR_PARENT,
    }
    assert signers(ADULT) == {Who.SELF, Who.EMANCIPATED, Who.GUARDIAN, Who.AGENT}


def test_nobody_signs_for_a_client_not_yet_born() -> None:
    with pytest.raises(InputError) as refused:
        may_sign(SignerFacts(born_on=ON, who=Who.PARENT), date(2026, 3, 8), LawSettings())
    assert refused.value.code == "date.before_birth"


def test_somebody_signs_on_the_day_of_birth_and_nobody_before_it() -> None:
    facts = SignerFacts(born_on=MINOR, who=Who.PARENT)
    assert may_sign(facts, MINOR, LawSettings()).may is MaySign.YES
    with pytest.raises(InputError, match=r"date\.before_birth"):
        may_sign(facts, date(2016, 3, 9), LawSettings())
