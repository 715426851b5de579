"""The words of lists and reports that leave as files: headings, rows, and what a picture shows."""

from datetime import date
from functools import cache

from immtrac_desk.sayings import LANGUAGES, Sayings


@cache
def report_words(language: str) -> Sayings:
    """Return the office's sentences in `language`; English for any that it does not know."""
    return Sayings.load(language if language in LANGUAGES else "en")


def said_day(day: date | None) -> str:
    """Return a day as lists and reports write it, MM/DD/YYYY; `""` for none."""
    return f"{day.month:02}/{day.day:02}/{day.year:04}" if day else ""
