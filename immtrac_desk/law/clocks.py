"""DT-9: the clocks of consents; where no number was found, none is shown."""

from dataclasses import dataclass
from datetime import date, timedelta

from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import row


@dataclass(frozen=True, slots=True)
class Clock:
    """`days` None: no number is known. Never promised to a client unless `confirmed`."""

    row: str
    days: int | None
    confirmed: bool
    citation: str


def report_clock(on: date) -> Clock:
    """Return the days within which a dose is reported (DT-9.1)."""
    found = row("DT-9.1", on)
    return Clock(found.id, int(found.then["days"]), found.mark == "confirmed", found.citation)


def responder_removal_clock(on: date, settings: LawSettings) -> Clock:
    """Return DSHS's days to remove a first responder: empty until confirmed (DT-9.2)."""
    found = row("DT-9.2", on)
    return Clock(found.id, settings.responder_removal_days or None, False, found.citation)


def withdrawal_clock(on: date, settings: LawSettings) -> Clock:
    """Return the local reminder for a withdrawal; no number of DSHS is known (DT-9.3)."""
    found = row("DT-9.3", on)
    return Clock(found.id, settings.withdrawal_reminder_days or None, False, found.citation)


def retention_clock(on: date) -> Clock:
    """Return the clock of signed forms: none, nothing is deleted by itself (DT-9.4)."""
    found = row("DT-9.4", on)
    return Clock(found.id, None, False, found.citation)


def due_on(clock: Clock, from_on: date) -> date | None:
    """Return the last day of `clock` counted from `from_on`, None where no number is known."""
    if clock.days is None:
        return None
    room = (date.max - from_on).days
    return from_on + timedelta(days=min(clock.days, room))
