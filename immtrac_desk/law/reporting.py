"""DT-19: must a dose be reported, by when, and how loud is the day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from immtrac_desk.errors import InputError
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import Row, first_row, row

AMBER_DAYS = 7
"""A due date this near is amber (house)."""

_ADULT_CLOCK = "DT-19.3"
_DISASTER = "DT-19.7"
_DEFAULTS = LawSettings()


class DoseKind(StrEnum):
    """A disaster dose: vaccine and date both inside an active event."""

    STANDARD = "standard"
    DISASTER = "disaster"


class Held(StrEnum):
    """Whether a standard consent is held; UNKNOWN: nobody has looked yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class DueState(StrEnum):
    """How loud a due date is on a day: overdue after it, amber within seven days before."""

    PLAIN = "plain"
    AMBER = "amber"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseFacts:
    """A dose as DT-19 asks about it.

    `responder`: a first responder, or an adult of the household, asks for it. `report_days`: the
    event's own days; only fewer than the law's count, and only for a disaster dose.
    """

    born_on: date
    given_on: date
    kind: DoseKind = DoseKind.STANDARD
    consent: Held = Held.UNKNOWN
    responder: bool = False
    report_days: int | None = None
    died_on: date | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """`must_report` is yes, no or search-first; `due_on` None where nothing is due."""

    must_report: str
    due_on: date | None
    row: str
    citation: str
    confirmed: bool

    def state(self, on: date) -> DueState:
        """Return how loud the due date is on `on`; plain where nothing is due."""
        return due_state(self.due_on, on)


def report_due(dose: DoseFacts, on: date, settings: LawSettings = _DEFAULTS) -> Duty:
    """Return the duty for `dose`, by the age on the day it was given; `on` dates the rows.

    Raises InputError beside `given_on` for a dose before birth, after death or after `on`.
    """
    refuse_impossible(dose, on)
    facts: dict[str, str | bool] = {
        "about": "dose",
        "adult": not is_minor(dose.born_on, dose.given_on, settings),
        "kind": dose.kind.value,
        "consent": dose.consent.value,
        "responder": dose.responder,
    }
    found = first_row("DT-19", facts, on)
    days = _days(found, dose, settings)
    return Duty(
        must_report=found.text("must"),
        due_on=None if days is None else later(dose.given_on, days),
        row=found.id,
        citation=found.citation,
        confirmed=found.mark == "confirmed",
    )


def refuse_impossible(dose: DoseFacts, on: date) -> None:
    """Raise InputError beside `given_on` for a day on which no dose can have been given."""
    if dose.given_on < dose.born_on:
        raise InputError("dose.before_birth", "given_on")
    if dose.died_on is not None and dose.given_on > dose.died_on:
        raise InputError("dose.after_death", "given_on")
    if dose.given_on > on:
        raise InputError("dose.in_future", "given_on")


def payor_due(received_on: date, on: date) -> Duty:
    """Return the duty of a payor that received a child's data (DT-19.10)."""
    found = row("DT-19.10", on)
    due = later(received_on, int(found.then["days"]))
    return Duty(found.text("must"), due, found.id, found.citation, found.mark == "confirmed")


def due_state(due_on: date | None, on: date) -> DueState:
    """Return OVERDUE after the due day, AMBER on it and the seven days before, else PLAIN."""
    if due_on is None or (due_on - on).days > AMBER_DAYS:
        return DueState.PLAIN
    return DueState.OVERDUE if on > due_on else DueState.AMBER


def later(day: date, days: int) -> date:
    """Return `day` moved by `days`, at most to the calendar's end."""
    return day + timedelta(min(days, (date.max - day).days))


def _days(found: Row, dose: DoseFacts, settings: LawSettings) -> int | None:
    if found.id == _ADULT_CLOCK:
        return settings.report_adult_days
    days = found.then.get("days")
    if found.id == _DISASTER and dose.report_days is not None:
        return min(int(found.then["days"]), dose.report_days)
    return None if days is None else int(days)
