"""DT-8: what happens to finished paper, by the case book."""

from datetime import date
from typing import Any

from immtrac_desk.domain.words import Choice, FormKind
from immtrac_desk.law.handling import handling, leaves_the_clinic
from immtrac_desk.law.parameters import LawSettings

BOOK = "dt08"


def test_the_paper_goes_where_the_case_says(case: Any) -> None:
    found = handling(Choice(case.facts["choice"]), case.on, case.settings)
    assert (found.row,) == case.rows
    assert found.row not in case.not_rows
    assert found.action == case.expect["action"]


def test_an_affirmed_consent_and_a_refusal_stay_and_a_withdrawal_leaves() -> None:
    registered, other = LawSettings(), LawSettings(registered_provider=False)
    assert not leaves_the_clinic(FormKind.MINOR, Choice.GRANT, registered)
    assert leaves_the_clinic(FormKind.MINOR, Choice.GRANT, other)
    assert not leaves_the_clinic(FormKind.MINOR, Choice.DECLINE, other)
    assert leaves_the_clinic(FormKind.WITHDRAWAL, Choice.WITHDRAW, registered)
    assert not leaves_the_clinic(FormKind.WITHDRAWAL, Choice.KEEP, other)


def test_no_row_says_what_day_it_is() -> None:
    early = handling(Choice.GRANT, date(1999, 1, 1), LawSettings())
    assert early == handling(Choice.GRANT, date(2030, 1, 1), LawSettings())
