"""Add or correct a disaster event: the list is the clinic's, each end date with its source."""

import re
from collections.abc import Iterable
from dataclasses import replace

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


def save_event(event: DisasterEvent, uow: UnitOfWork, occasion: Occasion) -> Outcome[DisasterEvent]:
    """Return the event as kept (DT-7).

    Raises InputError beside the field: `event.name_missing`, `event.ends_before_start`,
    `event.source_missing`, `setting.out_of_range`, `event.vaccine_code`.
    """
    name, end_source = clean(event.name, "name"), clean(event.end_source, "end_source")
    if not name:
        raise InputError("event.name_missing", "name")
    if event.ended_on is not None and event.ended_on < event.started_on:
        raise InputError("event.ends_before_start", "ended_on")
    if event.ended_on is not None and not end_source:
        raise InputError("event.source_missing", "end_source")
    if not 1 <= event.report_days <= 365:
        raise InputError("setting.out_of_range", "report_days", low=1, high=365)
    vaccines = _codes(event.vaccines)
    event = replace(event, name=name, end_source=end_source, vaccines=vaccines)
    known = any(other.id == event.id for other in uow.events.all())
    act = "event_corrected" if known else "event_added"
    uow.events.put(event)
    line = entry(occasion, act, event=event.id, row="DT-7.1" if event.ended_on else "DT-7.2")
    return Outcome(event, (line,), Changes(settings=True))


def _codes(typed: Iterable[str]) -> tuple[str, ...]:
    """CVX codes as the national table writes them, at least two digits, each once."""
    for code in typed:
        if not re.fullmatch("[0-9]{1,4}", code):
            raise InputError("event.vaccine_code", "vaccines")
    return tuple(dict.fromkeys(code.lstrip("0").zfill(2) for code in typed))
