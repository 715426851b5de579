"""What is signed and not in effect on the last day: how long it has waited, on which form."""

from collections.abc import Iterable, Iterator

from immtrac_desk.domain.words import FormKind
from immtrac_desk.figures.cross import Cross, Sorted, cross
from immtrac_desk.figures.people import Period, Told, counted
from immtrac_desk.law.parameters import LawSettings

BUCKETS = (("0-7", 7), ("8-14", 14), ("15-30", 30), ("31-60", 60), ("61-90", 90), ("91+", 10**6))
"""Days since the signature; 30 is where the list turns amber (DT-4.7)."""

FORMS = (FormKind.MINOR.value, FormKind.ADULT.value, FormKind.DISASTER.value)


def aging(people: Iterable[Told], period: Period, law: LawSettings) -> tuple[Cross, ...]:
    """Return one table: days waited by form."""
    return (cross("aging", (name for name, _ in BUCKETS), FORMS, _found(people, period, law)),)


def _found(people: Iterable[Told], period: Period, law: LawSettings) -> Iterator[Sorted]:
    on = period.end
    for one in people:
        for paper in one.standing(on, law).to_affirm:
            days = (on - paper.signed_on).days
            bucket = next(name for name, most in BUCKETS if days <= most)
            alarm = "" if paper.alarm == "plain" else paper.alarm
            told = counted(one, paper.signed_on, paper.form.value, alarm=alarm)
            yield bucket, paper.form.value, told
