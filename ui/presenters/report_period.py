"""The period of a report: this month, quarter or year, or days of one's own."""

from dataclasses import dataclass
from datetime import date, timedelta

KINDS = ("month", "quarter", "year", "own")


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included."""

    first: date
    last: date


def period_of(kind: str, today: date) -> Period:
    """The calendar month, quarter or year that `today` is in; `own` begins with the month."""
    if kind == "year":
        return Period(date(today.year, 1, 1), date(today.year, 12, 31))
    if kind == "quarter":
        begun = 3 * ((today.month - 1) // 3) + 1
        return Period(date(today.year, begun, 1), _last_of(date(today.year, begun + 2, 1)))
    return Period(today.replace(day=1), _last_of(today))


def _last_of(day: date) -> date:
    """The last day of the month of `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
