"""Disaster events: the clinic's list, each end with its source (DT-7)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.rights import may
from immtrac_desk.errors import InputError
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event in words."""

    event: DisasterEvent
    name: str
    under: str
    pill: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAnswers:
    """The form of an event, as typed; days are None where nothing readable stands."""

    name: str
    started_on: date | None
    ended_on: date | None
    ended_typed: bool
    end_source: str
    confirmed: bool
    report_days: str
    vaccines: str = ""
    """CVX codes, apart by spaces or commas."""


class EventsPresenter:
    """Reads the list, and keeps one event by one act."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self.may_add = may(desk.actor.role, "save_event")
        self.may_correct = may(desk.actor.role, "correct_event")

    def rows(self) -> tuple[EventRow, ...]:
        """The latest first."""
        events = sorted(self._desk.book.events(), key=lambda e: e.started_on, reverse=True)
        return tuple(self._row(event) for event in events)

    def new(self) -> DisasterEvent:
        """An empty event with the clinic's usual days to report."""
        days = int(str(self._desk.book.setting("disaster.report_days")))
        return replace(self._desk.book.new_event(), report_days=days)

    def save(self, event: DisasterEvent, answers: EventAnswers) -> None:
        """Raises InputError beside the field that cannot stand."""
        if answers.started_on is None:
            raise InputError("date.missing", "started_on")
        if answers.ended_typed and answers.ended_on is None:
            raise InputError("date.unreadable", "ended_on")
        if not answers.report_days.strip().isdecimal():
            raise InputError("setting.not_a_number", "report_days")
        kept = replace(
            event,
            name=answers.name.strip(),
            started_on=answers.started_on,
            ended_on=answers.ended_on,
            end_source=answers.end_source.strip(),
            confirmed=answers.confirmed and answers.ended_on is not None,
            report_days=int(answers.report_days),
            vaccines=tuple(answers.vaccines.replace(",", " ").replace(";", " ").split()),
        )
        self._desk.book.save_event(kept)

    def _row(self, event: DisasterEvent) -> EventRow:
        pill, tone = self._pill(event)
        return EventRow(
            event=event, name=event.name, under=self._under(event), pill=pill, tone=tone
        )

    def _pill(self, event: DisasterEvent) -> tuple[str, str]:
        if event.ended_on is None:
            return self._tr.say("event_page.open"), "accent"
        if not event.confirmed:
            return self._tr.say("event_page.unconfirmed"), "warn"
        ended = self._tr.short_date(event.ended_on)
        return self._tr.say("event_page.ended", ended=ended), "quiet"

    def _under(self, event: DisasterEvent) -> str:
        line = self._line(event)
        if not event.vaccines:
            return line
        return f"{line} {self._tr.say('event_page.line_vaccines', codes=', '.join(event.vaccines))}"

    def _line(self, event: DisasterEvent) -> str:
        started = self._tr.long_date(event.started_on)
        if event.ended_on is None:
            return self._tr.say("event_page.line_open", started=started, days=event.report_days)
        return self._tr.say(
            "event_page.line",
            started=started,
            ended=self._tr.long_date(event.ended_on),
            source=event.end_source,
            days=event.report_days,
        )
