"""Birth dates as typed: what is read, what is not, and what remains of the text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.store.typed_dates import taken, year_taken

BORN = date(2015, 3, 4)
SHAPES = ("%Y-%m-%d", "%m/%d/%Y", "%m.%d.%Y", "%m-%d-%Y", "%Y/%m/%d", "%m%d%Y", "%B %d, %Y")
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@given(born=DAYS, shape=st.sampled_from(SHAPES))
def test_every_shape_is_read_beside_a_name(born: date, shape: str) -> None:
    days, rest = taken(f"Ruiz {born.strftime(shape)} Ana")
    assert days == (born,)
    assert rest.split() == ["Ruiz", "Ana"]


@given(st.text(max_size=60))
def test_any_text_is_read_without_complaint(text: str) -> None:
    days, rest = taken(text)
    assert days or rest == text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3/4/15", (date(1915, 3, 4), BORN)),
        ("31/12/1990", (date(1990, 12, 31),)),
        ("12/31/1990", (date(1990, 12, 31),)),
        ("4 mar 2015", (BORN,)),
        ("Mar. 4th 2015", (BORN,)),
        ("4 de marzo del 2015", (BORN,)),
        ("2 enero 1990", (date(1990, 1, 2),)),
        ("2/29/2016", (date(2016, 2, 29),)),
        ("2/29/2015", ()),
        ("2/29/00", (date(2000, 2, 29),)),
        ("13/13/2015", ()),
        ("4 foo 2015", ()),
        ("1234567", ()),
        ("123456789", ()),
        ("CH-00042", ()),
        ("0/0/2015", ()),
    ],
)
def test_both_sides_of_what_a_date_is(text: str, days: tuple[date, ...]) -> None:
    assert taken(text)[0] == days


@pytest.mark.parametrize(
    ("text", "year", "rest"),
    [
        ("hernandez 2009", 2009, "hernandez"),
        ("1999 de la Cruz", 1999, "de la Cruz"),
        ("Ruiz, 2009, Ana", 2009, "Ruiz, , Ana"),
        ("2009", 2009, ""),
        ("hernandez 1899", 0, "hernandez 1899"),
        ("hernandez 2100", 0, "hernandez 2100"),
        ("hernandez 20090", 0, "hernandez 20090"),
        ("hernandez 12009", 0, "hernandez 12009"),
        ("CH-2009", 0, "CH-2009"),
        ("2009-13-45", 0, "2009-13-45"),
        ("1999 2009", 0, "1999 2009"),
        ("hernandez ٢٠٠٩", 0, "hernandez ٢٠٠٩"),
    ],
)
def test_both_sides_of_what_a_year_is(text: str, year: int, rest: str) -> None:
    found, left = year_taken(text)
    assert (found, " ".join(left.split())) == (year, rest)
