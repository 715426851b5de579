"""DT-23: which eligibility codes fit the age, by the case book, and how others are rejected."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.law.eligibility import DEPUTIZED, groups, misfit

BOOK = "dt23"
BORN = date(2007, 5, 10)


def test_the_groups_are_as_the_case_says(case: Any) -> None:
    found = groups(case.facts["born"], case.on, case.settings)
    assert tuple(one.row for one in found) == case.rows
    assert not {one.row for one in found} & set(case.not_rows)


@pytest.mark.parametrize(
    ("code", "given_on", "deputized", "rejected"),
    [
        ("medicaid", date(2026, 5, 9), False, None),
        ("medicaid", date(2026, 5, 10), False, "IEE-539"),
        ("adult_private", date(2026, 5, 9), False, "IEE-540"),
        ("adult_private", date(2026, 5, 10), False, None),
        ("completing_series", date(2026, 5, 9), False, "IEE-540"),
        ("completing_series", date(2026, 5, 10), False, None),
        ("completing_series", date(2027, 5, 9), False, None),
        ("completing_series", date(2027, 5, 10), False, "IEE-539"),
        (DEPUTIZED, date(2026, 5, 9), True, None),
        (DEPUTIZED, date(2026, 5, 9), False, "IEE-541"),
        (DEPUTIZED, date(2026, 5, 10), True, "IEE-539"),
        ("of_the_house", date(2026, 5, 9), True, "IEE-104"),
    ],
)
def test_a_code_that_does_not_fit_is_named_as_the_registry_would(
    code: str, given_on: date, deputized: bool, rejected: str | None
) -> None:
    found = misfit(code, BORN, given_on, deputized=deputized)
    assert (found.rejected_as if found else None) == rejected


@given(born=st.dates(date(1900, 1, 1), date(2080, 1, 1)), after=st.integers(0, 40000))
def test_a_code_fits_exactly_where_its_group_is_offered(born: date, after: int) -> None:
    given_on = date.fromordinal(min(born.toordinal() + after, date.max.toordinal()))
    offered = {code for group in groups(born, given_on) for code in group.codes}
    assert offered
    for code in ("private", "completing_series", "adult_private"):
        assert (misfit(code, born, given_on, deputized=True) is None) is (code in offered)


def test_nothing_fits_before_birth_and_something_on_the_day() -> None:
    assert groups(BORN, date(2007, 5, 9)) == ()
    assert [one.row for one in groups(BORN, BORN)] == ["DT-23.1"]


def test_each_group_has_the_codes_of_the_handbook() -> None:
    child = "private medicaid no_insurance native underinsured_deputized chip underinsured"
    told = {one.row: one.codes for on in (BORN, date(2026, 5, 10)) for one in groups(BORN, on)}
    assert told == {
        "DT-23.1": tuple(child.split()),
        "DT-23.2": ("completing_series",),
        "DT-23.3": ("adult_no_insurance", "adult_underinsured", "adult_private"),
    }
