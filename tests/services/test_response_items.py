"""An answer joined with DT-24: whose work; unknown ones reviewed, ignored ones counted."""

from datetime import date

import pytest

from immtrac_desk.law.response_codes import Owner
from immtrac_desk.responses import read_text
from immtrac_desk.services.response_items import ResponseItem, response_items

ON = date(2026, 5, 1)


def items(text: str) -> tuple[ResponseItem, ...]:
    return response_items(read_text(text), ON)


def test_a_consent_fault_is_grouped_and_a_dose_fault_is_not() -> None:
    lines = [f"MRN 1 {code} CVX 08 2026-05-0{n}" for code in ("IMR-132", "IMR-133") for n in (1, 2)]
    found = [(one.row.code, one.row.count) for one in items("\n".join(lines))]
    assert found == [("IMR-132", 2), ("IMR-133", 1), ("IMR-133", 1)]


@pytest.mark.parametrize("code", ["IMR-109", "IMR-110", "IEE-513", "IEE-251", "IEE-200", "IEE-201"])
def test_what_is_ignored_is_hidden_and_its_count_stays(code: str) -> None:
    found = items("\n".join(f"{code} dose {n}" for n in range(3)))
    assert [(one.row.count, one.code.hidden, one.code.owner) for one in found] == [
        (3, True, Owner.NONE)
    ]


def test_an_unknown_code_is_reviewed_and_not_dropped() -> None:
    (found,) = items("FIR-777")
    assert (found.code.owner, found.code.known, found.code.hidden) == (Owner.REVIEW, False, False)


def test_an_unknown_prescriber_opens_a_change_of_the_agreement() -> None:
    told = {one.row.code: one.code.opens_change for one in items("IEE-526 CLR-100")}
    assert told == {"IEE-526": True, "CLR-100": False}
