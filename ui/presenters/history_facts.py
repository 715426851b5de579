"""The small facts of an act or of a line of the book, in words: what was typed, what was chosen."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from immtrac_desk.domain.act import Act, FactValue
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.errors import DeskError
from ui.presenters.history_sites import KEYS, SiteFacts
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
    "outcome": "act_form.note_search.outcomes.",
    "fr": "fr.",
    "seen": "history_room.evidence.",
    "why": "history_room.cause.",
    "site_role": "site_role.",
    "training": "training_kind.",
    "file_kind": "act_form.application_attach.whats.",
    "application_kind": "application_kind.",
    "list": "history_room.list.",
    "method": "act_form.report_doses.methods.",
    "answer_source": "answer_source.",
    "letter": "history_room.letter.",
    "to": "history_room.letter_to.",
    "work_list": "list.",
    "report": "report.title.",
    "lever": "catalogue_lever.",
}
"""Where the words of a fact's value stand; a value without words there is shown as it is."""
_TASK_WORDS = "task_name."

_LABELS = {
    ("document_invalidated", "note"): "act_form.invalidate.note",
    ("death_recorded", "source"): "act_form.record_death.source",
    ("receipt_confirmed", "how"): "act_form.confirm_receipt.how",
    ("release_answered", "given"): "act_form.answer_release.given",
    ("release_answered", "to"): "act_form.answer_release.to",
    ("release_answered", "how"): "act_form.answer_release.how",
    ("paper_sent", "detail"): "act_form.send.detail",
    ("task_closed", "note"): "act_form.close_task.note",
    ("schedule_read", "text"): "act_form.note_schedule.text",
    ("entry_stopped", "note"): "act_form.stop_entry.note",
}
"""What was typed into a small form is called as it is there, and shown letter for letter."""

_CHOSEN = {
    ("schedule_read", "reaction"): "act_form.note_schedule.reaction",
    ("schedule_read", "not_valid"): "act_form.note_schedule.not_valid",
    ("entry_stopped", "reason"): "act_form.stop_entry.reason",
}
"""What was chosen there: called as in the form, and a word of it said as there."""

_DAYS = ("month", "on", "made_on", "disabled_on", "approved_on", "due_on")
_DOCUMENTS = frozenset({"prevails", "by_document"})
_UNSAID = frozenset(
    {
        "digest", "attachment", "event", "staff", "keep", "draft", "print", "entry",
        "run", "part_of", "attached_to", "registered", "organization", "person", "office_task",
        "agreement_file", "application", "agreement", "agreement_paper",
        "dose", "answer", "item", "letter_run",
    }
)  # fmt: skip
"""Numbers of records, and what the act's name says: of use to the file, to nobody who reads."""


class FactWords:
    """For one reading of the book: lines name staff and events by number, so each is read once."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self._sites = SiteFacts(desk, tr)

    def of(self, line: AuditEntry) -> tuple[tuple[str, str], ...]:
        """Label and value of each fact that says something."""
        return self._said(line.act, line.facts)

    def of_act(self, act: Act) -> tuple[tuple[str, str], ...]:
        """Label and value of what was typed or chosen when the act was entered."""
        return self._said(act.kind.value, act.facts)

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
        about = self._sites.about(line)
        if about:
            return about
        form = line.facts.get("form") or line.facts.get("stock_no")
        return self._value("form", form) if form else str(line.facts.get("file", ""))

    @cached_property
    def _staff(self) -> dict[str, str]:
        return {member.id: member.name for member in self._desk.staff.all()}

    @cached_property
    def _events(self) -> dict[str, str]:
        return {event.id: event.name for event in self._desk.book.events()}

    def _said(self, act: str, facts: Mapping[str, FactValue]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (self._label(act, key), self._told(act, key, value))
            for key, value in facts.items()
            if key not in _UNSAID and value not in ("", None, False)
        )

    def _label(self, act: str, key: str) -> str:
        own = _LABELS.get((act, key)) or _CHOSEN.get((act, key))
        code = own or f"history_room.fact.{key}"
        return self._tr.say(code) if self._tr.has(code) else key.replace("_", " ")

    def _told(self, act: str, key: str, value: object) -> str:
        if (act, key) in _LABELS:
            return str(value)
        if (act, key) in _CHOSEN and value is not True:
            return self._tr.say(f"{_CHOSEN[act, key]}s.{value}")
        if (act, key) == ("task_closed", "what"):
            return self._tr.say(f"{_TASK_WORDS}{value}")
        if key in KEYS:
            return self._sites.told(key, str(value))
        return self._document(str(value)) if key in _DOCUMENTS else self._value(key, value)

    def _document(self, number: str) -> str:
        """Who signed a document, and when: its number tells nobody anything."""
        try:
            document = self._desk.papers.document(DocumentId(number))
        except DeskError:
            return number
        return f"{document.signer_name}, {self._tr.short_date(document.signed_on)}"

    def _value(self, key: str, value: object) -> str:
        if key == "catalogue_entry":
            return self._tr.say(f"catalogue_words.{value}.name")
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
