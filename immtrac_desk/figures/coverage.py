"""Coverage: how many clients stand where, by age and kind of consent, on the last day."""

from collections.abc import Iterable, Iterator

from immtrac_desk.domain.words import DisasterRetention, Status
from immtrac_desk.figures.cross import Cross, Sorted, cross
from immtrac_desk.figures.people import Period, Told, counted
from immtrac_desk.law.age import age
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.standing import Standing

AGES = (("0-2", 2), ("3-5", 5), ("6-12", 12), ("13-17", 17), ("18-25", 25), ("26+", 999))
"""Each group and the last age in it. 18 and 26 are where the law changes what a consent does."""

CONSENTS = (
    "minor",
    "adult",
    "pending_adult",
    "waiting",
    "disaster_only",
    "declined",
    "withdrawn",
    "lapsed",
    "conflict",
    "none",
)

_KINDS = {
    Status.CONSENTED_MINOR: "minor",
    Status.CONSENTED_ADULT: "adult",
    Status.PENDING_ADULT: "pending_adult",
    Status.SIGNED_TO_AFFIRM: "waiting",
    Status.SENT_UNCONFIRMED: "waiting",
    Status.CONFLICT: "conflict",
}
_ENDED = {Status.DECLINED: "declined", Status.WITHDRAWN: "withdrawn", Status.LAPSED: "lapsed"}


def coverage(people: Iterable[Told], period: Period, law: LawSettings) -> tuple[Cross, ...]:
    """Return one table: ages by kinds of consent. Whoever died or is not born is not counted."""
    return (cross("coverage", (name for name, _ in AGES), CONSENTS, _found(people, period, law)),)


def consent_kind(standing: Standing) -> str:
    """Return the kind of consent that a status is, one of CONSENTS."""
    if standing.status in _KINDS:
        return _KINDS[standing.status]
    if standing.dir is not DisasterRetention.NONE:
        return "disaster_only"
    return _ENDED.get(standing.status, "none")


def _found(people: Iterable[Told], period: Period, law: LawSettings) -> Iterator[Sorted]:
    on = period.end
    for one in people:
        if one.client.born_on > on:
            continue
        standing = one.standing(on, law)
        if standing.status is not Status.DECEASED:
            years = age(one.client.born_on, on, law)
            group = next(name for name, most in AGES if years <= most)
            yield group, consent_kind(standing), counted(one, standing.since, standing.status.value)
