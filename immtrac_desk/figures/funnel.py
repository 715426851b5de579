"""The funnel: who was asked in the period, who of them signed, whose consent is in effect."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.words import FormKind
from immtrac_desk.figures.cross import Cross, Sorted, cross
from immtrac_desk.figures.people import Period, Told, counted
from immtrac_desk.law.history import counting

STEPS = ("asked", "signed", "affirmed")
LATER = "clients"
"""The one column."""

_ASKS = frozenset(
    {
        ActKind.LETTER_MADE,
        ActKind.CONSENT_GRANTED,
        ActKind.CONSENT_DECLINED,
        ActKind.REFUSAL_NOTED,
    }
)
_EFFECT = frozenset({ActKind.CONSENT_AFFIRMED, ActKind.RECEIPT_CONFIRMED})
_CONSENTS = frozenset({FormKind.MINOR, FormKind.ADULT})


@dataclass(frozen=True, slots=True)
class Between:
    """The days from one step to the next, over everybody who took both; None for nobody."""

    least: int | None
    middle: float | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Walk:
    """How far one client came. Days are those of the acts, None where the step was not taken."""

    asked: date
    signed: date | None
    affirmed: date | None


def funnel(people: Iterable[Told], period: Period) -> tuple[tuple[Cross, ...], tuple[Between, ...]]:
    """Return the steps with who took each, and the days between them.

    Asked is the first letter, refusal or signature of the period; what follows counts up to its
    last day, so that nobody is in a later step without the ones before.
    """
    walks = [(one, walk) for one in people if (walk := _walk(one.acts, period)) is not None]
    table = cross("funnel", STEPS, (LATER,), _found(walks))
    signing = [(w.signed - w.asked).days for _, w in walks if w.signed]
    effect = [(w.affirmed - w.signed).days for _, w in walks if w.signed and w.affirmed]
    return (table,), (_between(signing), _between(effect))


def _walk(acts: Sequence[Act], period: Period) -> Walk | None:
    known = counting(acts, period.end)
    asks = [act.on for act in known if _asks(act)]
    asked = min((day for day in asks if period.holds(day)), default=None)
    if asked is None:
        return None
    grants = [
        act
        for act in known
        if act.kind is ActKind.CONSENT_GRANTED and act.on >= asked and _is_standard(act)
    ]
    if not grants:
        return Walk(asked, None, None)
    first = min(grants, key=lambda act: (act.on, act.at))
    own = [a.on for a in known if a.kind in _EFFECT and a.document_id == first.document_id]
    affirmed = min((day for day in own if day >= first.on), default=None)
    return Walk(asked, first.on, affirmed)


def _asks(act: Act) -> bool:
    """A letter about one's own record asks for no consent."""
    return act.kind in _ASKS and _is_standard(act) and act.facts.get("letter") != "record_request"


def _is_standard(act: Act) -> bool:
    return act.form is None or act.form in _CONSENTS


def _found(walks: Iterable[tuple[Told, Walk]]) -> Iterator[Sorted]:
    for one, walk in walks:
        for step in STEPS:
            day = getattr(walk, step)
            if day is not None:
                yield step, LATER, counted(one, day)


def _between(days: Sequence[int]) -> Between:
    if not days:
        return Between(None, None, None)
    return Between(min(days), float(median(days)), max(days))
