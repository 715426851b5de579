"""DT-22: the same person twice, and twins who must never be merged."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.values import Explicit
from immtrac_desk.law.duplicates import look_alike

HOME = Address(street="12 Elm St", zip_code="78701")


def person(number: str, last: Any, first: Any, **more: Any) -> Client:
    told = {"born_on": date(2016, 5, 1), "address": HOME, **more}
    return Client(id=ClientId(number), name=PersonName(last=last, first=first), **told)


@pytest.mark.parametrize(
    ("last", "first"),
    [("O'Brien", "Ana"), ("OBRIEN", "ANA"), ("o brien", "Aná"), ("O-Brien", "ana")],
)
def test_e12_the_same_person_is_known_through_case_accents_and_apostrophes(
    last: str, first: str
) -> None:
    found = look_alike(person("a", "O’Brien", "Ana"), person("b", last, first))
    assert found is not None
    assert (found.kind, found.row) == ("same_person", "DT-22")


def test_another_birth_date_or_last_name_is_another_person() -> None:
    ana = person("a", "Núñez", "Ana")
    assert look_alike(ana, person("b", "Nunez", "Ana", born_on=date(2016, 5, 2))) is None
    assert look_alike(ana, person("b", "Nuno", "Ana")) is None


def test_three_letters_and_a_street_or_a_phone_warn_and_three_letters_alone_do_not() -> None:
    here, away = person("a", "Doe", "Marcus"), Address(street="9 Oak Ave")
    assert look_alike(here, person("b", "Doe", "Marc")).kind == "same_person"  # type: ignore[union-attr]
    assert look_alike(here, person("b", "Doe", "Marc", address=away)) is None
    called = person("b", "Doe", "Marc", address=away, phone="+1 512 555 0100")
    found = look_alike(replace(here, phone="(512) 555-0100"), called)
    assert found is not None
    assert found.reasons == ("first_letters", "phone")


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("Marcus", "Maria", "same_person"),
        ("Mara", "Matt", "twins"),
        ("Al", "Al", "same_person"),
        ("Al", "Alma", "twins"),
    ],
)
def test_three_letters_are_three_and_not_two_or_four(one: str, two: str, kind: str) -> None:
    found = look_alike(person("a", "Doe", one), person("b", "Doe", two))
    assert found is not None
    assert found.kind == kind


def test_no_street_and_no_phone_on_either_are_nothing_that_is_shared() -> None:
    blank: dict[str, Any] = {"address": Address(), "phone": ""}
    assert (
        look_alike(person("a", "Doe", "Marc", **blank), person("b", "Doe", "Mara", **blank)) is None
    )


def test_a_phone_is_the_same_to_its_last_ten_digits() -> None:
    away = {"address": Address(street="9 Oak Ave")}
    here = person("a", "Doe", "Marc", phone="512-555-0100")
    assert look_alike(here, person("b", "Doe", "Mara", phone="612-555-0100", **away)) is None
    assert look_alike(here, person("b", "Doe", "Mara", phone="1 512 555 0100", **away)) is not None


@pytest.mark.parametrize(
    ("orders", "kind", "asked"),
    [
        ((1, None), "same_person", True),
        ((None, 2), "same_person", True),
        ((1, 1), "same_person", False),
        ((1, 2), "twins", False),
    ],
)
def test_e11_a_birth_order_settles_it_only_when_both_have_one_and_they_differ(
    orders: tuple[int | None, int | None], kind: str, asked: bool
) -> None:
    one = person("a", "Doe", "Mariana", birth_order=orders[0])
    found = look_alike(one, person("b", "Doe", "Mariela", birth_order=orders[1]))
    assert found is not None
    assert (found.kind, found.ask_birth_order) == (kind, asked)


def test_one_former_name_that_fits_is_enough_and_the_same_first_name_asks_no_birth_order() -> None:
    names = (PersonName(last="Doe", first="Ana"), PersonName(last="Doe", first="Zoe"))
    found = look_alike(person("a", "Doe", "Ana"), person("b", "Doe", "Leo", former_names=names))
    assert found is not None
    assert (found.reasons, found.ask_birth_order) == (("first_name",), False)
    begins = (PersonName(last="Doe", first="Anabel"),)
    found = look_alike(person("a", "Doe", "Ana"), person("b", "Doe", "Leo", former_names=begins))
    assert found is not None
    assert (found.kind, found.reasons) == ("same_person", ("first_letters", "street"))


def test_e30_a_single_name_is_not_anybodys_of_that_first_name() -> None:
    assert look_alike(person("a", Explicit.NONE, "Sri"), person("b", "Doe", "Sri")) is None
    assert look_alike(person("a", "Doe", "Sri"), person("b", Explicit.NONE, "Sri")) is None


def test_e11_twins_are_asked_for_their_birth_order_and_never_merged() -> None:
    found = look_alike(person("a", "Doe", "Ana"), person("b", "Doe", "Leo"))
    assert found is not None
    assert (found.kind, found.ask_birth_order) == ("twins", True)


def test_e11_a_birth_order_on_both_settles_it_even_for_names_that_begin_alike() -> None:
    first = person("a", "Doe", "Mariana", birth_order=1)
    found = look_alike(first, person("b", "Doe", "Mariela", birth_order=2))
    assert found is not None
    assert (found.kind, found.ask_birth_order) == ("twins", False)


def test_e11_an_address_alone_says_nothing() -> None:
    assert look_alike(person("a", "Doe", "Ana"), person("b", "Roe", "Leo")) is None


def test_a_former_name_still_finds_the_person() -> None:
    married = person("b", "Smith", "Ana", former_names=(PersonName(last="Doe", first="Ana"),))
    found = look_alike(person("a", "Doe", "Ana"), married)
    assert found is not None
    assert found.kind == "same_person"


def test_e30_single_names_are_compared_and_two_blanks_are_not() -> None:
    assert look_alike(person("a", Explicit.NONE, "Sri"), person("b", Explicit.NONE, "Sri"))
    assert not look_alike(person("a", Explicit.NONE, "Sri"), person("b", Explicit.NONE, "Dewi"))
    assert look_alike(person("a", "", ""), person("b", "", "")) is None


def test_nobody_looks_like_himself() -> None:
    ana = person("a", "Doe", "Ana")
    assert look_alike(ana, ana) is None


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_looking_alike_goes_both_ways(l1: str, f1: str, l2: str, f2: str) -> None:
    one, two = person("a", l1, f1), person("b", l2, f2)
    assert look_alike(one, two) == look_alike(two, one)
