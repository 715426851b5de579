"""Ages: the one age function and the desk's month arithmetic."""

import calendar
from datetime import date

from immtrac_desk.law.parameters import ADULT_AGE, RETENTION_AGE, LawSettings


def age(born_on: date, on: date, settings: LawSettings) -> int:
    """Return completed years on the local calendar day `on`; the birthday itself counts.

    Negative before birth. A 29 February birth comes of age on 1 March in common years
    (`age.feb29`, OQ-23).
    """
    years = on.year - born_on.year
    return years if on >= _anniversary(born_on, on.year, settings) else years - 1


def birthday(born_on: date, years: int, settings: LawSettings) -> date:
    """Return the day on which the age `years` is reached; `date.max` beyond the calendar."""
    year = born_on.year + years
    return _anniversary(born_on, year, settings) if year <= date.max.year else date.max


def majority(born_on: date, on: date, settings: LawSettings) -> date:
    """Return D, the day on which the client becomes an adult by the law of `on`."""
    return birthday(born_on, ADULT_AGE.at(on), settings)


def retention_age(on: date, settings: LawSettings) -> int:
    """Return the age in years up to which a minor's consent keeps the record, by the law of `on`.

    `consent.minor_retention_age` wins once the clinic has moved it from its default (OQ-13).
    """
    told = settings.minor_retention_age
    return told if told != LawSettings().minor_retention_age else RETENTION_AGE.at(on)


def kept_until(born_on: date, on: date, settings: LawSettings) -> date:
    """Return the birthday on which a minor's consent stops keeping, by the law of `on`."""
    return birthday(born_on, retention_age(on, settings), settings)


def is_minor(born_on: date, on: date, settings: LawSettings) -> bool:
    """True while `on` lies before D."""
    return on < majority(born_on, on, settings)


def add_months(day: date, months: int) -> date:
    """Return `day` moved by `months`, clamped to the month's end and to the calendar's ends."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _anniversary(born_on: date, year: int, settings: LawSettings) -> date:
    if (born_on.month, born_on.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 3, 1) if settings.feb29 == "mar1" else date(year, 2, 28)
    return born_on.replace(year=year)
