"""Whose an item is: numbers letter for letter, vaccines by code or name, the same thing twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.ids import ClientId, DoseId, StaffId
from immtrac_desk.services.answer_match import (
    Numbers,
    dose_meant,
    number_key,
    same_key,
    vaccine_key,
)

DAY = date(2026, 5, 1)


def dose(number: str, cvx: str, **known: Any) -> Dose:
    told = {"given_on": DAY, "entered_at": datetime(2026, 5, 1, tzinfo=UTC), **known}
    who = DoseId(number), ClientId("C"), StaffId("S")
    return Dose(id=who[0], client_id=who[1], entered_by=who[2], cvx=cvx, **told)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("A-12", "a-12", True),
        (" A 12", "A12", True),
        ("0012", "12", False),
        ("12", "120", False),
        ("A-12", "A12", False),
    ],
)
def test_a_number_is_itself_but_for_spaces_and_case(one: str, other: str, same: bool) -> None:
    assert (number_key(one) == number_key(other)) is same


def test_no_number_and_one_of_two_clients_are_nobodys() -> None:
    numbers = Numbers({"12": ClientId("ANA"), "13": None, "": ClientId("EVA")})
    told = [numbers.owner(ref) for ref in ("12", " 1 2", "13", "14", "")]
    assert told == ["ANA", "ANA", None, None, None]


@pytest.mark.parametrize(
    ("vaccine", "key"),
    [
        ("8", "08"),
        ("03", "03"),
        ("MMR", "03"),
        ("SRP (triple viral)", "03"),
        ("Vaxelis", "146"),
        ("Havrix", "HAVRIX"),
        ("made up", "MADEUP"),
        ("", ""),
    ],
)
def test_a_vaccine_is_known_by_code_or_by_a_name_that_no_other_has(vaccine: str, key: str) -> None:
    """Havrix is a child's and an adult's: its name alone tells neither."""
    assert vaccine_key(vaccine) == key


@pytest.mark.parametrize(
    ("vaccine", "day", "found"),
    [
        ("03", DAY, "A"),
        ("MMR", DAY, "A"),
        ("Havrix", DAY, "B"),
        ("21", DAY, None),
        ("03", date(2026, 5, 2), None),
        ("03", None, None),
        ("", DAY, None),
        ("115", DAY, None),
    ],
)
def test_the_dose_meant_is_the_only_one_of_its_vaccine_and_day(
    vaccine: str, day: date | None, found: str | None
) -> None:
    doses = [
        dose("A", "03"),
        dose("B", "83", trade_name="Havrix"),
        dose("C", "115"),
        dose("D", "115"),
        dose("E", "21", given_on=date(2026, 4, 1)),
    ]
    assert dose_meant(vaccine, day, doses) == found


PARTS = st.tuples(
    st.sampled_from(["CLR-100", "IMR-111"]),
    st.text(max_size=6),
    st.sampled_from(["", "08", "21"]),
    st.none() | st.dates(),
)


@given(one=PARTS, other=PARTS)
def test_the_same_client_code_vaccine_and_day_alone_are_the_same(
    one: tuple[str, str, str, date | None], other: tuple[str, str, str, date | None]
) -> None:
    assert (same_key(*one) == same_key(*other)) is (one == other)
