"""Disaster events: the list is the clinic's, each end date with its source (DT-7)."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.ids import EventId


@dataclass(frozen=True, slots=True, kw_only=True)
class DisasterEvent:
    """A declared event. `ended_on` None means open: no clock runs (DT-7.2)."""

    id: EventId
    name: str
    started_on: date
    ended_on: date | None = None
    end_source: str = ""
    confirmed: bool = False
    report_days: int = 30
    vaccines: tuple[str, ...] = ()
    """CVX codes of the event's vaccines; none: whoever enters a dose says that it is one."""
