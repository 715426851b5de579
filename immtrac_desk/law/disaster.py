"""DT-7: the disaster clock. It warns and never deletes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.law.age import add_months
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import first_row, row


@dataclass(frozen=True, slots=True)
class StatedEnd:
    """An end of an event as somebody stated it; `source` is `dshs`, `law` or free words."""

    source: str
    ended_on: date


@dataclass(frozen=True, slots=True)
class DisasterStanding:
    """`code` is `open`, `kept`, `campaign` or `removed`; `removal_on` None while open.

    `confirmed` is the event's own mark: an unconfirmed date is never promised.
    """

    row: str
    code: str
    removal_on: date | None
    confirmed: bool
    citation: str


def end_on(stated: Sequence[StatedEnd], on: date) -> date | None:
    """Return the end that counts: DSHS before the law before any other (DT-7.1)."""
    ranks = {name: place for place, name in enumerate(row("DT-7.1", on).words("sources"))}
    ordered = sorted(stated, key=lambda end: ranks.get(end.source, len(ranks)))
    return ordered[0].ended_on if ordered else None


def removal_on(event: DisasterEvent, settings: LawSettings) -> date | None:
    """Return the end plus `disaster.keep_years`, None for an open event (DT-7.2, 7.3)."""
    if event.ended_on is None:
        return None
    return add_months(event.ended_on, 12 * settings.disaster_keep_years)


def standing(
    event: DisasterEvent, on: date, settings: LawSettings, *, saved: bool
) -> DisasterStanding:
    """Return where the event's data stand on `on`; `saved` by DIR or a standard consent."""
    removal = removal_on(event, settings)
    found = first_row("DT-7", {"phase": _phase(removal, on, settings), "saved": saved}, on)
    return DisasterStanding(found.id, found.text("code"), removal, event.confirmed, found.citation)


def in_campaign(event: DisasterEvent, on: date, settings: LawSettings) -> bool:
    """True within `disaster.campaign_months` before removal, and still before it (DT-7.5)."""
    return _phase(removal_on(event, settings), on, settings) == "campaign"


def _phase(removal: date | None, on: date, settings: LawSettings) -> str:
    if removal is None:
        return "open"
    if on >= removal:
        return "past"
    start = add_months(removal, -settings.dir_campaign_months)
    return "campaign" if on >= start else "kept"
