"""A new client begins with what was typed: a date is a birth date, words are a name."""

from datetime import date

import pytest

from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.ids import ClientId
from ui.presenters.clients import begun_from

EMPTY = Client(id=ClientId("A"), name=PersonName(), born_on=date.min)


@pytest.mark.parametrize(
    ("typed", "last", "first"),
    [
        ("García-López, Ana Sofía", "García-López", "Ana Sofía"),
        ("Ana García", "García", "Ana"),
        ("Ana Sofía García-López", "García-López", "Ana Sofía"),
        ("Nguyễn", "Nguyễn", ""),
        ("O'Brien", "O'Brien", ""),
        ("hernandez 2009", "hernandez", ""),
        ("García, Ana 2009", "García", "Ana"),
    ],
)
def test_a_typed_name_is_filled_in(typed: str, last: str, first: str) -> None:
    begun = begun_from(EMPTY, typed, None)
    assert (begun.name.last, begun.name.first) == (last, first)
    assert begun.born_on == date.min


def test_a_typed_date_is_the_birth_date() -> None:
    begun = begun_from(EMPTY, "3/10/2009", date(2009, 3, 10))
    assert begun.born_on == date(2009, 3, 10)
    assert begun.name == PersonName()


@pytest.mark.parametrize(
    "typed", ["", "  ", "A-1234", "2009", "Ruiz 20090", "Ruiz 1899", "a\u202eb"]
)
def test_a_number_or_what_cannot_be_printed_fills_nothing(typed: str) -> None:
    assert begun_from(EMPTY, typed, None) == EMPTY
