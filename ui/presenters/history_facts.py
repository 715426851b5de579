"""The small facts of a line of the book, in words: settings, roles, channels, forms."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from immtrac_desk.domain.audit import AuditEntry
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

_WORDS = {
    "setting": "setting_name.",
    "role": "role.",
    "channel": "act_form.send.channels.",
    "source": "existing.sources.",
    "what": "act_form.attach.whats.",
    "form": "form_name.",
    "stock_no": "form_name.",
    "language": "option.language.",
    "undone": "audit.",
    "how": "history_room.how.",
    "manner": "history_room.manner.",
    "right": "history_room.right.",
}
"""Where the words of a fact's value stand."""

_DAYS = ("on",)
_UNSAID = frozenset({"digest", "attachment", "event", "staff", "keep", "draft", "print", "entry"})
"""Numbers of records: of use to the file, and to nobody who reads."""


class FactWords:
    """For one reading of the book: lines name staff and events by number, so each is read once."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr

    def of(self, line: AuditEntry) -> tuple[tuple[str, str], ...]:
        """Label and value of each fact that says something."""
        return tuple(
            (self._label(key), self._value(key, value))
            for key, value in line.facts.items()
            if key not in _UNSAID and value not in ("", None, False)
        )

    def about(self, line: AuditEntry) -> str:
        """Whom or what a line without a client is about."""
        staff, setting = str(line.facts.get("staff", "")), str(line.facts.get("setting", ""))
        if staff:
            return self._staff.get(staff, "")
        if setting:
            return self._value("setting", setting)
        event = str(line.facts.get("event", ""))
        if event:
            return self._events.get(event, "")
        form = line.facts.get("form") or line.facts.get("stock_no")
        return self._value("form", form) if form else str(line.facts.get("file", ""))

    @cached_property
    def _staff(self) -> dict[str, str]:
        return {member.id: member.name for member in self._desk.staff.all()}

    @cached_property
    def _events(self) -> dict[str, str]:
        return {event.id: event.name for event in self._desk.book.events()}

    def _label(self, key: str) -> str:
        code = f"history_room.fact.{key}"
        return self._tr.say(code) if self._tr.has(code) else key.replace("_", " ")

    def _value(self, key: str, value: object) -> str:
        if value is True:
            return self._tr.say("settings.yes")
        if key in _DAYS:
            return self._day(str(value))
        code = f"{_WORDS[key]}{value}" if key in _WORDS else ""
        return self._tr.say(code) if code and self._tr.has(code) else str(value)

    def _day(self, text: str) -> str:
        try:
            return self._tr.long_date(date.fromisoformat(text))
        except ValueError:
            return text
