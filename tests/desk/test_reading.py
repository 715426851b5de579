"""Dates and telephone numbers as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.desk.reading import read_date, read_phone
from immtrac_desk.errors import InputError

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1/2/90", date(1990, 1, 2)),
        ("01021990", date(1990, 1, 2)),
        ("010290", date(1990, 1, 2)),
        ("1990-01-02", date(1990, 1, 2)),
        ("1-2-1990", date(1990, 1, 2)),
        (" 1.2.1990 ", date(1990, 1, 2)),
        ("2/29/2008", date(2008, 2, 29)),
    ],
)
def test_reads_a_date_in_the_shapes_people_type(typed: str, meant: date) -> None:
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("11/21/26", 2026), ("11/22/26", 2026), ("11/23/26", 1926)],
)
def test_two_digits_of_a_year_never_mean_a_day_to_come(typed: str, meant: int) -> None:
    assert read_date(typed, TODAY).year == meant


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "date.missing"),
        ("tomorrow", "date.unreadable"),
        ("2/29/2026", "date.impossible"),
        ("13/1/2020", "date.impossible"),
        ("١/٢/١٩٩٠", "date.unreadable"),
        ("2/29/26", "date.impossible"),
        ("1/2/90; DROP TABLE", "date.unreadable"),
    ],
)
def test_refuses_what_is_no_date_beside_its_field(typed: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        read_date(typed, TODAY, "client.born_on")
    assert (refused.value.code, refused.value.field) == (code, "client.born_on")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_from_its_own_spellings(day: date) -> None:
    spelled = (day.isoformat(), f"{day.month}/{day.day}/{day.year:04}")
    assert {read_date(text, TODAY) for text in spelled} == {day}


@given(st.dates(min_value=TODAY - timedelta(days=36_000), max_value=TODAY))
def test_a_short_year_is_the_latest_that_is_not_to_come(day: date) -> None:
    read = read_date(f"{day.month}/{day.day}/{day.year % 100:02}", TODAY)
    assert read <= TODAY
    assert (read.month, read.day, read.year % 100) == (day.month, day.day, day.year % 100)


@given(st.text())
def test_any_text_is_read_or_refused_and_nothing_else_happens(text: str) -> None:
    try:
        answer = read_date(text, TODAY).isoformat()
    except InputError as refused:
        answer = refused.code
    assert answer.startswith("date.") or date.fromisoformat(answer)


def test_shows_a_telephone_number_back_in_its_usual_shape() -> None:
    assert read_phone("5125550142") == "(512) 555-0142"
    assert read_phone("+52 55 1234 5678").startswith("+52")


@pytest.mark.parametrize("typed", ["", "123", "call me", "999999999999999999999"])
def test_refuses_what_cannot_be_dialed(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        read_phone(typed)
    assert refused.value.code == "phone.invalid"
