"""Ages, spans and moments as a counter says them, in both languages."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from ui.presenters.telling import age_words, days_words, moment_words
from ui.wording import Wording

EN, ES = Wording("en"), Wording("es")


@pytest.mark.parametrize(
    ("born", "on", "words"),
    [
        (date(2009, 3, 10), date(2026, 11, 22), "17 y 8 m"),
        (date(2009, 3, 22), date(2026, 11, 22), "17 y 8 m"),
        (date(2009, 3, 23), date(2026, 11, 22), "17 y 7 m"),
        (date(2025, 11, 23), date(2026, 11, 22), "11 m"),
        (date(2024, 11, 22), date(2026, 11, 22), "2 y 0 m"),
        (date(2026, 11, 22), date(2026, 11, 22), "0 m"),
    ],
)
def test_age_is_said_in_years_and_months(born: date, on: date, words: str) -> None:
    assert age_words(born, on, EN) == words


def test_age_is_said_in_spanish_too() -> None:
    assert age_words(date(2009, 3, 10), date(2026, 11, 22), ES) == "17 a 8 m"


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "1 day"), (6, "6 days")])
def test_days_are_counted_in_words(days: int, words: str) -> None:
    assert days_words(days, EN) == words


def test_a_moment_today_is_only_its_time_and_another_its_day() -> None:
    texas = timezone(timedelta(hours=-6))
    now = datetime(2026, 11, 22, 9, 30, tzinfo=texas)
    assert moment_words(datetime(2026, 11, 22, 13, 58, tzinfo=UTC), now, EN) == "today 07:58"
    assert "21 Nov" in moment_words(datetime(2026, 11, 22, 5, 59, tzinfo=UTC), now, EN)
