"""DT-19.8 to 19.12: what stays of an ended disaster, what may be told, what proves a history."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.law.disaster import removal_on
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import first_row, row


@dataclass(frozen=True, slots=True)
class Keeping:
    """`until_on` None: the data are kept for good, or the event has not ended (`row` is "")."""

    row: str
    until_on: date | None
    citation: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What DSHS takes as proof of a supplied history; any one of `kinds` is enough."""

    row: str
    kinds: tuple[str, ...]
    citation: str


def keeping(
    event: DisasterEvent, on: date, settings: LawSettings, *, standard: bool, retained: bool
) -> Keeping:
    """Return how long DSHS keeps an event's data of one client (DT-19.8, 19.9).

    `standard`: a standard consent is in effect; `retained`: a disaster consent is held. The desk
    deletes nothing by this.
    """
    if event.ended_on is None or on <= event.ended_on:
        return Keeping("", None, "")
    found = first_row("DT-19", {"about": "ended", "saved": standard or retained}, on)
    until = removal_on(event, settings) if found.text("kept") == "until" else None
    return Keeping(found.id, until, found.citation)


def reaction_duty(on: date) -> tuple[str, str]:
    """Return (`may`, row): an adverse reaction in a disaster may be reported (DT-19.11)."""
    found = row("DT-19.11", on)
    return found.text("must"), found.id


def evidence(*, minor: bool, consent: bool, on: date) -> Evidence | None:
    """Return what proves a supplied history (DT-19.12); None without consent."""
    if not consent:
        return None
    found = row("DT-19.12", on)
    kinds = found.words("evidence") + (found.words("child_evidence") if minor else ())
    return Evidence(found.id, kinds, found.citation)
