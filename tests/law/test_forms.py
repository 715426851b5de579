"""DT-1: which form, before, on and after each birthday that matters."""

from datetime import date
from typing import Any

import pytest

from immtrac_desk.domain.words import FormKind, Has, Intent, Responder
from immtrac_desk.errors import InputError
from immtrac_desk.law.forms import FormFacts, which_form
from immtrac_desk.law.parameters import LawSettings

BOOK = "dt01"


def test_the_form_is_the_one_the_case_says(case: Any) -> None:
    facts = FormFacts(
        born_on=case.facts["birth"],
        has=Has(case.facts.get("has", "none")),
        intent=Intent(case.facts.get("intent", "join")),
        responder=Responder(case.facts.get("responder", "N")),
        died=case.facts.get("died", False),
        birth_registration=case.facts.get("birth_registration", False),
    )
    advice = which_form(facts, case.on, case.settings)
    assert (advice.row,) == case.rows
    assert advice.row not in case.not_rows
    assert advice.citation
    if "form" in case.expect:
        assert advice.form == (FormKind(case.expect["form"]) if case.expect["form"] else None)
    if "signer" in case.expect:
        assert advice.signer == case.expect["signer"]
    if "notes" in case.expect:
        assert list(advice.notes) == case.expect["notes"]


def test_nobody_is_told_a_form_before_being_born() -> None:
    with pytest.raises(InputError) as refused:
        which_form(FormFacts(born_on=date(2026, 3, 11)), date(2026, 3, 10), LawSettings())
    assert refused.value.code == "date.before_birth"


def test_the_day_of_birth_itself_has_an_answer() -> None:
    day = date(2026, 3, 10)
    assert which_form(FormFacts(born_on=day), day, LawSettings()).row == "DT-1.1"


def test_a_death_does_not_stop_the_form_where_counsel_says_so() -> None:
    facts = FormFacts(born_on=date(1990, 1, 1), died=True)
    told = which_form(facts, date(2026, 3, 10), LawSettings(deceased_block_new=False))
    assert told.row == "DT-1.3"
