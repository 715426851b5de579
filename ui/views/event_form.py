"""The form of one disaster event."""

from collections.abc import Callable
from datetime import date

from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.errors import DeskError, InputError
from ui.presenters.events import EventAnswers
from ui.widgets.card import Card
from ui.widgets.checks import Checks
from ui.widgets.choice import Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.layouts import row
from ui.widgets.words import Button

_YES = "confirmed"


class EventForm(Card):
    """`save()` and `cancel()` are the page's; refusals stand beside their field."""

    def __init__(
        self,
        parse: Callable[[str], date],
        save: Callable[[], object],
        cancel: Callable[[], object],
    ) -> None:
        super().__init__()
        self.about: DisasterEvent
        self.name = Field("event_page.name", name="name")
        self.report_days = Field("event_page.report_days", name="report_days", letters=5)
        self.started_on = DateField("event_page.started_on", parse, name="started_on")
        self.ended_on = DateField("event_page.ended_on", parse, name="ended_on")
        self.end_source = Field("event_page.end_source", name="end_source")
        self.vaccines = Field("event_page.vaccines", name="vaccines")
        self.confirmed = Checks("settings.settled", [Option(_YES, "event_page.confirmed")])
        self.button = Button("event_page.save", save, kind="primary")
        self.add(
            fields(self.name, self.report_days, shares=(3, 1)),
            fields(self.started_on, self.ended_on, self.end_source, shares=(1, 1, 2)),
            fields(self.vaccines),
            self.confirmed,
            row(self.button, Button("settings.close", cancel, kind="quiet"), None, space=8),
        )

    def show_event(self, event: DisasterEvent) -> None:
        self.about = event
        self.name.set_value(event.name)
        self.report_days.set_value(str(event.report_days))
        self.started_on.set_day(event.started_on)
        self.ended_on.set_day(event.ended_on)
        self.end_source.set_value(event.end_source)
        self.vaccines.set_value(", ".join(event.vaccines))
        self.confirmed.set_values((_YES,) if event.confirmed else ())
        for field in self._fields():
            field.show_findings(())

    def answers(self) -> EventAnswers:
        return EventAnswers(
            name=self.name.text(),
            started_on=self.started_on.day(),
            ended_on=self.ended_on.day(),
            ended_typed=bool(self.ended_on.text().strip()),
            end_source=self.end_source.text(),
            confirmed=bool(self.confirmed.values()),
            report_days=self.report_days.text(),
            vaccines=self.vaccines.text(),
        )

    def refuse(self, error: DeskError) -> None:
        asked = error.field if isinstance(error, InputError) else "name"
        for field in self._fields():
            field.show_findings(())
        at = next((field for field in self._fields() if field.name == asked), self.name)
        at.refuse(error)
        at.setFocus()

    def _fields(self) -> tuple[Field, ...]:
        days = (self.started_on, self.ended_on)
        return (self.name, self.report_days, *days, self.end_source, self.vaccines)
