"""DT-15: identifiers and fields of a site, by the case book and by any input."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.identifiers import (
    CHECKS,
    check_again,
    check_answers,
    check_email,
    check_extension,
    check_npi,
    check_organization,
    check_phone,
    check_tin,
    check_tx_iis_id,
    check_zip,
    is_npi,
    usual_phone,
)
from immtrac_desk.law.identity_rules import one_letter
from immtrac_desk.law.questions import built_in
from tests.law.site_cases import site

BOOK = "dt15"
ROWS = {
    "npi": "DT-15.1",
    "tin": "DT-15.2",
    "tx_iis_id": "DT-15.3",
    "again": "DT-15.4",
    "zip": "DT-15.5",
    "phone": "DT-15.6",
    "client_name": "DT-15.7",
}
NINE = st.text("0123456789", min_size=9, max_size=9)


def checked(case: Any, typed: str) -> Finding | None:
    facts = case.facts
    checks = {"npi": check_npi, "tin": check_tin, "tx_iis_id": check_tx_iis_id, "zip": check_zip}
    if facts["check"] in checks:
        return checks[facts["check"]](typed, "field")
    if facts["check"] == "phone":
        return check_phone(typed, "field", facts.get("practice", False))
    if facts["check"] == "again":
        return check_again(typed, facts["first"], "field")
    return one_letter(typed, "field")


def test_the_field_is_checked_as_the_case_says(case: Any) -> None:
    for typed in case.facts.get("each", [case.facts.get("typed")]):
        found = checked(case, typed)
        severity = found.severity if found else None
        answers = {
            "refused": found.code if found and severity is Severity.ERROR else "",
            "warned": found.code if found and severity is Severity.WARNING else "",
            "padded": found.facts.get("padded") if found else None,
        }
        asked = case.wanted(answers)
        assert {key: answers[key] for key in asked} == asked, typed
        if found is not None:
            assert (found.row,) == case.rows
            assert found.row == ROWS[case.facts["check"]]
            assert found.field == "field"


def npi(nine: str) -> str:
    return next(nine + digit for digit in "0123456789" if is_npi(nine + digit))


@given(nine=NINE)
def test_each_nine_digits_have_one_check_digit(nine: str) -> None:
    assert sum(is_npi(nine + digit) for digit in "0123456789") == 1


@given(nine=NINE, place=st.integers(0, 9), digit=st.sampled_from("0123456789"))
def test_any_one_wrong_digit_of_an_npi_is_found(nine: str, place: int, digit: str) -> None:
    right = npi(nine)
    assume(right[place] != digit)
    wrong = right[:place] + digit + right[place + 1 :]
    assert check_npi(right) is None
    found = check_npi(wrong)
    assert found is not None
    assert (found.code, found.severity) == ("id.npi", Severity.ERROR)


@given(digits=st.text("0123456789", max_size=13))
def test_digits_of_another_number_are_no_npi_whatever_their_sum(digits: str) -> None:
    if len(digits) != 9:
        assert not any(is_npi(digits + last) for last in "0123456789")


@given(nine=NINE, place=st.integers(0, 8))
def test_two_digits_swapped_are_found_but_for_the_pair_that_luhn_cannot(
    nine: str, place: int
) -> None:
    right = npi(nine)
    pair = right[place : place + 2]
    assume(pair[0] != pair[1] and set(pair) != {"0", "9"})
    swapped = right[:place] + pair[::-1] + right[place + 2 :]
    assert check_npi(swapped) is not None


@given(typed=st.text(max_size=20))
def test_any_text_is_taken_or_answered_and_never_breaks(typed: str) -> None:
    checks = (check_npi, check_tin, check_tx_iis_id, check_zip, check_phone, check_extension)
    found = [one for one in (check(typed, "field") for check in checks) if one]
    assert all(one.code.startswith("id.") and one.field == "field" for one in found)
    assert check_tx_iis_id(typed) is None or check_tx_iis_id(typed).severity is Severity.WARNING  # type: ignore[union-attr]


@given(kept=st.from_regex(r"\A[0-9]{10}\Z"))
def test_an_id_that_lost_its_zeros_is_offered_back_whole(kept: str) -> None:
    lost = kept.lstrip("0")
    found = check_tx_iis_id(lost)
    if 7 <= len(lost) < 10:
        assert found is not None
        assert found.facts["padded"] == kept
    elif len(lost) == 10:
        assert found is None


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (check_npi, "1234567893"),
        (check_tin, "12-3456789"),
        (check_tx_iis_id, "0001112000"),
        (check_zip, "78701-4321"),
        (check_phone, "512-463-7111"),
        (check_extension, "1234567"),
        (check_email, "eva@elm.example.org"),
    ],
)
def test_spaces_around_what_is_right_are_no_fault_and_spaces_alone_are_nothing(
    check: Callable[[str], Finding | None], right: str
) -> None:
    assert check(f"  {right}\t") is None
    assert check("   ") is None
    assert check(right) is None


@pytest.mark.parametrize(
    ("check", "wrong", "field"),
    [
        (check_npi, "1", "npi"),
        (check_tin, "1", "tin"),
        (check_tx_iis_id, "1", "tx_iis_id"),
        (check_zip, "1", "zip_code"),
        (check_phone, "1", "phone"),
        (check_phone, "512-555-0100", "phone"),
        (check_extension, "12345678", "extension"),
        (check_extension, "١٢", "extension"),
        (check_extension, "12a", "extension"),
        (check_email, "eva", "email"),
        (check_email, "eva@@elm.example.org", "email"),
    ],
)
def test_a_finding_stands_beside_the_field_that_is_meant(
    check: Callable[[str], Finding | None], wrong: str, field: str
) -> None:
    found = check(wrong)
    assert found is not None
    assert found.field == field
    assert found.code == "email.shape" or found.code.startswith("id.")
    assert found.citation


@pytest.mark.parametrize("typed", ["١٢٣٤٥٦٧٨٩٠", "٠٠٠١١١٢", "TX01112"])
def test_an_id_in_other_signs_is_not_filled_up_with_zeros(typed: str) -> None:
    found = check_tx_iis_id(typed)
    assert found is not None
    assert (found.code, dict(found.facts)) == ("id.tx_iis_id", {})


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("5125550142", "(512) 555-0142"),
        ("+1 512.555.0142", "(512) 555-0142"),
        ("512-555-014", "512-555-014"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
        ("ask at the desk", "ask at the desk"),
        ("", ""),
    ],
)
def test_a_number_is_written_as_usual_and_any_other_text_left_alone(typed: str, usual: str) -> None:
    assert usual_phone(typed) == usual


def test_every_field_of_a_site_is_checked_beside_its_name() -> None:
    wrong = Organization(
        id=site().id,
        tx_iis_id="1112000",
        zip_code="7870",
        phone="12",
        fax="2222222222",
        extension="12345678",
        email="nobody",
        tin="1",
        npi="1234567890",
        tvfc_enrolled_on=date(2026, 3, 9),
        tvfc_due_on=date(2026, 3, 8),
    )
    fields = [one.field for one in check_organization(wrong, practice=False)]
    assert sorted(fields) == sorted(
        [
            *("tx_iis_id", "zip_code", "phone", "fax", "extension"),
            *("email", "tin", "npi", "tvfc_due_on"),
        ]
    )
    assert check_organization(site(phone="512-463-7111"), practice=False) == ()


@pytest.mark.parametrize(
    ("begun", "due", "codes"),
    [
        (9, 8, ["organization.tvfc_due_before_enrolled tvfc_due_on"]),
        (9, 9, []),
        (9, 10, []),
        (None, 8, []),
        (9, None, []),
    ],
)
def test_the_vaccine_program_is_not_due_before_the_enrollment(
    begun: int | None, due: int | None, codes: list[str]
) -> None:
    days = [None if day is None else date(2026, 3, day) for day in (begun, due)]
    told = site(tvfc_enrolled_on=days[0], tvfc_due_on=days[1])
    found = check_organization(told, practice=False)
    assert [f"{one.code} {one.field}" for one in found] == codes


def test_phones_of_practice_are_no_finding_of_a_practice_site() -> None:
    told = site(phone="512-555-0142", fax="512-555-0143")
    assert [one.field for one in check_organization(told, practice=False)] == ["phone", "fax"]
    assert check_organization(told, practice=True) == ()
    answers = {"phone": "512-555-0142"}
    asked = check_answers(built_in(), ApplicationKind.RENEWAL, answers, practice=False)
    assert [one.code for one in asked] == ["id.phone_invented"]
    assert check_answers(built_in(), ApplicationKind.RENEWAL, answers, practice=True) == ()


@pytest.mark.parametrize(
    ("answers", "fields"),
    [
        ({"npi": "1", "zip_code": "1"}, {"npi", "zip_code"}),
        ({"tvfc": True, "tvfc_pin": "101", "tvfc_pin_again": "110"}, {"tvfc_pin_again"}),
        ({"tvfc": True, "tvfc_pin": "101", "tvfc_pin_again": " 101 "}, set()),
        ({"tvfc": False, "tvfc_pin": "101", "tvfc_pin_again": "110"}, set()),
        ({"tvfc": True, "tvfc_pin": "101"}, set()),
        ({"filled_in_phone": "12", "extension": "x"}, {"filled_in_phone", "extension"}),
        ({"npi": True, "zip_code": ("1",)}, set()),
    ],
)
def test_the_answers_to_open_questions_are_checked(answers: Any, fields: set[str]) -> None:
    found = check_answers(built_in(), ApplicationKind.RENEWAL, answers, practice=False)
    assert {one.field for one in found} == fields


def test_every_check_that_a_question_names_is_there() -> None:
    named = {one.check.partition(":")[0] for one in built_in().questions if one.check}
    assert named == set(CHECKS)
