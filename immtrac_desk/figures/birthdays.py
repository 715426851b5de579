"""18th birthdays: on which day of the period, and who has signed as an adult."""

from collections.abc import Iterable, Iterator
from datetime import date

from immtrac_desk.domain.words import Has, Status
from immtrac_desk.figures.cross import Cross, Sorted, cross
from immtrac_desk.figures.people import Period, Told, counted
from immtrac_desk.law.age import majority
from immtrac_desk.law.parameters import LawSettings

COLUMNS = ("without", "with")
"""Without, and with, an adult consent signed by the end of the period."""


def birthdays(people: Iterable[Told], period: Period, law: LawSettings) -> tuple[Cross, ...]:
    """Return one table: days (ISO) by whether an adult consent is on file."""
    found = sorted(_found(people, period, law), key=lambda one: one[0])
    days = dict.fromkeys(day for day, _, _ in found)
    return (cross("birthdays", days, COLUMNS, found),)


def day_of(row: str) -> date:
    """Return the day of a row."""
    return date.fromisoformat(row)


def _found(people: Iterable[Told], period: Period, law: LawSettings) -> Iterator[Sorted]:
    for one in people:
        adult_on = majority(one.client.born_on, period.last, law)
        if not period.holds(adult_on):
            continue
        standing = one.standing(period.end, law)
        if standing.status is Status.DECEASED:
            continue
        has = standing.has is Has.ADULT
        told = counted(one, adult_on, standing.status.value)
        yield adult_on.isoformat(), "with" if has else "without", told
