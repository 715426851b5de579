"""DT-21: what Smart Search asks for, at the edges of its birth dates."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.values import Explicit
from immtrac_desk.law.smart_search import check, check_id, state_of

ON = date(2026, 6, 10)
ANA = Client(
    id=ClientId("a"),
    name=PersonName(last="Doe", first="Ana"),
    born_on=date(2016, 5, 1),
    gender="female",
    address=Address(street="12 Elm St"),
)


def test_five_fields_are_enough() -> None:
    assert check(ANA, ON) == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": PersonName(last="", first="Ana")}, "client.last_name"),
        ({"name": PersonName(last="Doe", first=Explicit.NONE)}, "client.first_name"),
        ({"gender": ""}, "client.gender"),
        ({"address": Address(street=Explicit.NONE)}, "client.address.street"),
    ],
)
def test_an_empty_one_is_named(changes: dict[str, Any], field: str) -> None:
    found = check(replace(ANA, **changes), ON)
    assert [(one.field, one.row) for one in found] == [(field, "DT-21.3")]


@pytest.mark.parametrize(
    ("born_on", "wrong"),
    [
        (date(2026, 6, 9), False),
        (date(2026, 6, 10), True),
        (date(2026, 6, 11), True),
        (date(1889, 12, 31), True),
        (date(1890, 1, 1), True),
        (date(1890, 1, 2), False),
    ],
)
def test_the_birth_date_lies_within_what_the_registry_takes(born_on: date, wrong: bool) -> None:
    found = check(replace(ANA, born_on=born_on), ON)
    assert [one.row for one in found] == (["DT-21.4"] if wrong else [])


def test_an_id_is_searched_alone() -> None:
    assert [one.row for one in check_id("12345", True, ON)] == ["DT-21.1"]
    assert check_id("12345", False, ON) == check_id("", True, ON) == ()


def test_no_state_is_texas() -> None:
    assert state_of(replace(ANA, address=Address(state=""))) == "TX"
    assert state_of(replace(ANA, address=Address(state="OK"))) == "OK"
