"""DT-20: the Texas consent code and its date, by the case book."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.errors import InputError
from immtrac_desk.law.consent_code import ConsentShown, consent_code, consent_date
from immtrac_desk.law.tables import row

BOOK = "dt20"


def test_the_code_is_as_the_case_says(case: Any) -> None:
    if case.facts.get("asks") == "field":
        found = row("DT-20.6", case.on)
        assert (found.id,) == case.rows
        assert found.setting == case.expect["field"]
        return
    shown = ConsentShown(case.facts["consent"])
    told = consent_code(shown, case.facts["born"], case.on, case.settings)
    assert (told.row,) == case.rows
    assert told.row not in case.not_rows
    assert told.code == case.expect.get("code")


@pytest.mark.parametrize("shown", ConsentShown)
def test_nobody_consents_before_birth(shown: ConsentShown) -> None:
    with pytest.raises(InputError) as refused:
        consent_code(shown, date(2026, 3, 10), date(2026, 3, 9))
    assert (refused.value.code, refused.value.field) == ("date.before_birth", "on")


@given(
    shown=st.sampled_from(ConsentShown),
    born=st.dates(date(1900, 1, 1), date(2020, 1, 1)),
    on=st.dates(date(2020, 1, 1), date(2090, 1, 1)),
)
def test_each_code_belongs_to_one_kind_and_one_side_of_18(
    shown: ConsentShown, born: date, on: date
) -> None:
    code = consent_code(shown, born, on).code
    allowed = {
        ConsentShown.MINOR: {"TXY", None},
        ConsentShown.ADULT: {"TXA", None},
        ConsentShown.DISASTER: {"TXD"},
        ConsentShown.RESPONDER: {"TXR", None},
        ConsentShown.RESPONDER_FAMILY: {"TXF", "TXM"},
    }
    assert code in allowed[shown]


@pytest.mark.parametrize(
    ("obtained", "changed", "told"),
    [
        (date(2026, 3, 9), None, "20260309"),
        (date(2026, 3, 9), date(2026, 3, 10), "20260310"),
        (date(2026, 3, 10), date(2026, 3, 9), "20260310"),
        (date(2026, 3, 9), date(2026, 3, 9), "20260309"),
        (date(926, 3, 9), None, "09260309"),
    ],
)
def test_the_consent_date_is_the_later_of_obtained_and_changed(
    obtained: date, changed: date | None, told: str
) -> None:
    assert consent_date(obtained, changed) == told
