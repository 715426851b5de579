"""The one age function: every day of two centuries against another way of counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.law import age as ages
from immtrac_desk.law.age import add_months, age, birthday, is_minor, kept_until, retention_age
from immtrac_desk.law.forms import life_stage
from immtrac_desk.law.parameters import RETENTION_AGE, LawSettings
from immtrac_desk.law.timeline import Since, timeline

DEFAULT, EARLY = LawSettings(), LawSettings(feb29="feb28")
DAYS = st.dates(min_value=date(1890, 1, 2), max_value=date(2110, 12, 31))


def by_digits(born_on: date, on: date) -> int:
    """Another formula: YYYYMMDD numbers, which put 29 February before 1 March by themselves."""
    return (int(on.strftime("%Y%m%d")) - int(born_on.strftime("%Y%m%d"))) // 10000


def test_every_day_of_two_centuries_agrees_with_another_formula() -> None:
    births = [date(2008, 3, 10), date(2008, 2, 29), date(2000, 12, 31), date(1904, 2, 29)]
    first = date(1904, 2, 29)
    for born_on in births:
        for offset in range(73_000):
            on = first + timedelta(offset)
            if on >= born_on:
                assert age(born_on, on, DEFAULT) == by_digits(born_on, on)


@pytest.mark.parametrize(
    ("on", "years"), [(date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2026, 3, 2), 18)]
)
def test_e4_born_on_29_february_is_18_on_1_march(on: date, years: int) -> None:
    assert age(date(2008, 2, 29), on, DEFAULT) == years


def test_e4_the_setting_moves_it_to_28_february_and_leap_years_stay() -> None:
    born_on = date(2008, 2, 29)
    assert [age(born_on, date(2026, 2, day), EARLY) for day in (27, 28)] == [17, 18]
    assert birthday(born_on, 20, EARLY) == birthday(born_on, 20, DEFAULT) == date(2028, 2, 29)


@given(DAYS, DAYS)
def test_age_never_falls_and_grows_by_one_at_most_from_day_to_day(born_on: date, on: date) -> None:
    step = age(born_on, on + timedelta(1), DEFAULT) - age(born_on, on, DEFAULT)
    assert step in (0, 1)


@given(DAYS, st.integers(0, 120), st.sampled_from([DEFAULT, EARLY]))
def test_a_birthday_is_the_first_day_of_its_age(
    born_on: date, years: int, settings: LawSettings
) -> None:
    day = birthday(born_on, years, settings)
    assert age(born_on, day, settings) == years
    assert age(born_on, day - timedelta(1), settings) == years - 1


@given(DAYS)
def test_minority_ends_on_the_18th_birthday(born_on: date) -> None:
    d = birthday(born_on, 18, DEFAULT)
    assert is_minor(born_on, d - timedelta(1), DEFAULT)
    assert not is_minor(born_on, d, DEFAULT)


@given(DAYS, st.integers(-1200, 1200))
def test_months_clamp_to_the_months_end(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(1)).day == 1)


def test_months_clamp_in_words() -> None:
    assert add_months(date(2026, 5, 31), -3) == date(2026, 2, 28)
    assert add_months(date(2024, 2, 29), 60) == date(2029, 2, 28)


def test_the_calendar_has_ends() -> None:
    assert birthday(date(9990, 1, 1), 18, DEFAULT) == date.max
    assert add_months(date(9999, 12, 1), 1) == date.max
    assert add_months(date(1, 1, 1), -1) == date.min


BORN = date(2004, 5, 6)
COMING = timeline((*RETENTION_AGE.values, Since(date(2030, 1, 1), 30, "minor-consent")))
"""The law as it would be entered ahead of a change."""


@pytest.mark.parametrize(
    ("on", "years", "until"),
    [
        (date(2029, 12, 31), 26, date(2030, 5, 6)),
        (date(2030, 1, 1), 30, date(2034, 5, 6)),
        (date(2030, 1, 2), 30, date(2034, 5, 6)),
    ],
)
def test_a_retention_age_entered_ahead_holds_from_its_day(
    on: date, years: int, until: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ages, "RETENTION_AGE", COMING)
    assert retention_age(on, DEFAULT) == years
    assert kept_until(BORN, on, DEFAULT) == until


def test_a_client_past_the_old_age_is_kept_again_from_the_day_of_the_new_law(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    born_on, days = date(2003, 5, 6), [date(2029, 12, 31), date(2030, 1, 1)]
    assert [life_stage(born_on, day, DEFAULT) for day in days] == ["kept_over", "kept_over"]
    monkeypatch.setattr(ages, "RETENTION_AGE", COMING)
    assert [life_stage(born_on, day, DEFAULT) for day in days] == ["kept_over", "18_to_25"]


def test_what_the_clinic_was_told_wins_over_the_law_of_the_day() -> None:
    told = LawSettings(minor_retention_age=21)
    assert retention_age(date(2026, 6, 10), told) == 21
    assert kept_until(BORN, date(2026, 6, 10), told) == date(2025, 5, 6)
    assert retention_age(date(2026, 6, 10), DEFAULT) == RETENTION_AGE.at(date(2026, 6, 10)) == 26


def test_months_and_birthdays_reach_to_the_ends_of_the_calendar_and_stop_there() -> None:
    assert add_months(date(9999, 1, 31), 1) == date(9999, 2, 28)
    assert add_months(date(9999, 12, 5), 1) == date.max
    assert add_months(date(1, 3, 31), -1) == date(1, 2, 28)
    assert add_months(date(1, 1, 31), -1) == date.min
    assert birthday(date(9981, 3, 10), 18, DEFAULT) == date(9999, 3, 10)
    assert birthday(date(9982, 3, 10), 18, DEFAULT) == date.max
