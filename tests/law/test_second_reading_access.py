"""DT-15, DT-17 and DT-18 against a second reading: identifiers, who may see, who is told."""

import itertools
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.words import Severity, Status
from immtrac_desk.law.access import ENTITIES, PURPOSES, Entity, Purpose, may_see
from immtrac_desk.law.breach import BreachFacts, clocks
from immtrac_desk.law.identifiers import (
    check_again,
    check_npi,
    check_phone,
    check_tin,
    check_tx_iis_id,
    check_zip,
)
from immtrac_desk.law.parameters import LawSettings
from tests.law import second_reading as again

LAW = LawSettings()
DAY = timedelta(1)
ON = date(2026, 3, 9)
DIGITS = st.text("0123456789", min_size=0, max_size=12)
TYPED = st.one_of(DIGITS, st.text("0123456789-A ", max_size=12))


def passes(found: Finding | None) -> bool:
    return found is None


@given(nine=st.text("0123456789", min_size=9, max_size=9))
def test_an_npi_ends_in_the_digit_that_the_second_sum_gives(nine: str) -> None:
    for digit in "0123456789":
        assert passes(check_npi(nine + digit)) == (digit == again.check_digit(nine))


def test_the_check_digit_of_the_federal_standards_own_example() -> None:
    assert again.check_digit("123456789") == "3"
    assert passes(check_npi("1234567893"))


@given(typed=TYPED)
def test_a_number_passes_in_its_form_alone(typed: str) -> None:
    bare = typed.strip()
    tin = bare == "" or re.fullmatch(r"\d{9}|\d\d-\d{7}", bare) is not None
    zips = bare == "" or re.fullmatch(r"\d{5}|\d{9}|\d{5}-\d{4}", bare) is not None
    iis = bare == "" or re.fullmatch(r"\d{10}", bare) is not None
    assert passes(check_tin(typed)) == tin
    assert passes(check_zip(typed)) == zips
    assert passes(check_tx_iis_id(typed)) == iis
    warned = check_tx_iis_id(typed)
    assert warned is None or warned.severity is Severity.WARNING


@given(typed=TYPED, first=TYPED)
def test_a_pin_is_typed_twice_the_same(typed: str, first: str) -> None:
    assert passes(check_again(typed, first, "pin")) == (typed.strip() == first.strip())


@given(number=st.text("0123456789", min_size=10, max_size=10), practice=st.booleans())
def test_a_phone_of_ten_digits_is_refused_only_when_all_are_the_same(
    number: str, practice: bool
) -> None:
    found = check_phone(number, "phone", practice)
    refused = found is not None and found.severity is Severity.ERROR
    assert refused == (len(set(number)) == 1)
    invented = number[3:8] == "55501" and not refused
    said = found.code if found else ""
    assert (said == "id.phone_invented") == (invented and not practice)


@pytest.mark.parametrize("digits", [*range(1, 10), *range(12, 16)])
def test_a_phone_of_other_lengths_is_refused(digits: int) -> None:
    for number in ("5124637111222333"[:digits], "9" * digits):
        found = check_phone(number)
        assert found is not None
        assert found.severity is Severity.ERROR


@pytest.mark.parametrize("entity", ENTITIES)
def test_each_entity_sees_what_its_row_says_for_every_purpose_age_and_status(entity: str) -> None:
    for purpose, adult, status in itertools.product(PURPOSES, (True, False, None), Status):
        found = may_see(Entity(entity), Purpose(purpose), adult, status.value, LAW, ON)
        told = (entity, purpose, adult, status.value)
        assert found.allowed is again.may_see(*told), told
        assert found.row == f"DT-17.{again.access_row(entity, purpose)}", told


NUMBERS = (0, 1, 99, 100, 249, 250, 251, 300, 499, 500, 501, 1000)
DISCOVERED = (date(2026, 3, 2), date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("affected", "texans"),
    [pair for pair in itertools.product(NUMBERS, repeat=2) if pair[1] <= pair[0]],
)
def test_each_is_told_of_a_breach_by_the_day_of_its_row(affected: int, texans: int) -> None:
    for discovered, waited in itertools.product(DISCOVERED, (None, 0, 3)):
        determined = None if waited is None else discovered + waited * DAY
        found = clocks(BreachFacts(affected, texans, discovered, determined), discovered)
        told = {int(one.row[-1]): one.due_on for one in found if one.needed}
        assert told == again.breach_days(affected, texans, discovered, determined)


def test_who_was_told_on_the_last_day_was_told_in_time() -> None:
    for one in clocks(BreachFacts(600, 600, ON, ON), ON):
        if one.needed and one.due_on:
            assert [one.is_late(one.due_on + number * DAY) for number in (-1, 0, 1)] == [
                *(False, False, True)
            ]
