"""DT-6: several acts and signers, by the case book."""

from datetime import date
from typing import Any

import pytest

from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import Choice, Severity
from immtrac_desk.law.several import assess_second_grant
from immtrac_desk.law.status import derive

BOOK = "dt06"
ON = date(2026, 6, 10)


def test_the_rows_that_shaped_the_status_are_those_of_the_case(case: Any) -> None:
    standing = derive(case.facts["birth"], case.acts, case.on, case.settings)
    assert standing.rules == case.rows
    assert not set(standing.rules) & set(case.not_rows)
    assert standing.status.value == case.expect["status"]
    if "conflict" in case.expect:
        assert list(standing.conflict_documents) == case.expect["conflict"]
    if "dir" in case.expect:
        assert standing.dir.value == case.expect["dir"]


def test_a_second_grant_replaces_a_paper_or_is_refused() -> None:
    assert [f.code for f in assess_second_grant(None, "lost", ON)] == ["form.already_consented"]


@pytest.mark.parametrize(
    ("choice", "said"), [(Choice.GRANT, "error"), (None, "warning"), (Choice.DECLINE, "")]
)
def test_only_a_second_yes_is_refused_and_another_refusal_is_not(
    choice: Choice | None, said: str
) -> None:
    found = assess_second_grant(None, "", ON, choice)
    assert [f.severity for f in found] == ([Severity(said)] if said else [])


@pytest.mark.parametrize("reason", ["lost", "illegible", "wrong_person", "lost: in the flood"])
def test_a_replacement_has_one_of_three_grounds(reason: str) -> None:
    assert assess_second_grant(DocumentId("a"), reason, ON) == ()


@pytest.mark.parametrize("reason", ["", "nicer paper", "lostness"])
def test_any_other_ground_is_refused(reason: str) -> None:
    findings = assess_second_grant(DocumentId("a"), reason, ON)
    assert [(f.code, f.row) for f in findings] == [("replacement.reason", "DT-6.3")]
