"""DT-18: breach clocks. Numbers in, dates out; an aid only, to be confirmed with counsel."""

from dataclasses import dataclass
from datetime import date, timedelta

from immtrac_desk.errors import InputError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import Row, row

_ROWS = ("DT-18.1", "DT-18.2", "DT-18.3", "DT-18.4", "DT-18.5")
_MEDIA = "DT-18.5"
_DEFAULTS = LawSettings()


@dataclass(frozen=True, slots=True)
class BreachFacts:
    """Numbers of people whose unsecured information was breached, and two days.

    `texans` of them live in Texas. `determined_on`: it was found to be a breach; None: not yet.
    `residents`: of the state in which most of them live; None: Texas is taken for it.
    """

    affected: int
    texans: int
    discovered_on: date
    determined_on: date | None = None
    residents: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachClock:
    """One question of four: `whom` must be told by `due_on`, if `needed`.

    `whom`: individuals, hhs, attorney_general or media. `due_on` None: the day from which it is
    counted is not known yet.
    """

    row: str
    whom: str
    due_on: date | None
    needed: bool
    citation: str
    mark: str
    confirmed: bool
    """False where the bound itself is unconfirmed; counsel confirms the others too."""
    elsewhere: bool = False
    """Not needed by the Texans alone; so many others that one state of theirs could need it."""

    def is_late(self, on: date) -> bool:
        """True if the telling is needed and its last day has passed on `on`."""
        return self.needed and self.due_on is not None and on > self.due_on


def clocks(
    facts: BreachFacts, on: date, settings: LawSettings = _DEFAULTS
) -> tuple[BreachClock, ...]:
    """Return the five clocks, the ones that do not run (`needed` False) among them.

    `on` chooses the version of the rows. InputError for numbers or days that cannot be.
    """
    _refuse(facts)
    return tuple(_clock(row(name, on), facts, settings) for name in _ROWS)


def _refuse(facts: BreachFacts) -> None:
    if facts.affected < 0 or facts.texans < 0 or (facts.residents or 0) < 0:
        raise InputError("breach.below_zero", "affected")
    if facts.texans > facts.affected:
        raise InputError("breach.texans_above", "texans")
    if (facts.residents or 0) > facts.affected:
        raise InputError("breach.residents_above", "residents")
    if facts.determined_on is not None and facts.determined_on < facts.discovered_on:
        raise InputError("breach.determined_before_discovered", "determined_on")


def _clock(found: Row, facts: BreachFacts, settings: LawSettings) -> BreachClock:
    start = _start(found, facts)
    needed = _needed(found, facts, settings)
    return BreachClock(
        row=found.id,
        whom=found.text("whom"),
        due_on=_later(start, int(found.then["days"])) if start else None,
        needed=needed,
        citation=found.citation,
        mark=found.mark,
        confirmed=found.mark != "unconfirmed",
        elsewhere=found.id == _MEDIA and not needed and _uncounted(facts, settings),
    )


def _uncounted(facts: BreachFacts, settings: LawSettings) -> bool:
    """Return whether those of other states, of whom nobody told how many, could be too many."""
    others = facts.affected - facts.texans
    return facts.residents is None and others > settings.breach_media_above


def _needed(found: Row, facts: BreachFacts, settings: LawSettings) -> bool:
    residents = facts.texans if facts.residents is None else max(facts.residents, facts.texans)
    numbers = {"affected": facts.affected, "texans": facts.texans, "residents": residents}
    number = numbers[found.text("of")]
    least = settings.breach_media_above + 1 if found.id == _MEDIA else int(found.then["least"])
    return least <= number and number < found.then.get("below", number + 1)


def _start(found: Row, facts: BreachFacts) -> date | None:
    starts = {
        "discovery": facts.discovered_on,
        "year_end": date(facts.discovered_on.year, 12, 31),
        "determination": facts.determined_on,
    }
    return starts[found.text("from")]


def _later(day: date, days: int) -> date:
    return day + timedelta(min(days, (date.max - day).days))
