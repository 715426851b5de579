"""One act's small form, in place beside the client: built from its table, never a dialog."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from immtrac_desk.domain.document import Document
from immtrac_desk.errors import DeskError, InputError
from ui.presenters import act_forms
from ui.presenters.act_forms import About, Value
from ui.presenters.sheet_fields import MINOR_RESPONDERS, RESPONDERS, Asked, Kind
from ui.shell.house import House
from ui.shell.theme import mark
from ui.views.file_pick import FilePick
from ui.views.sparing_hint import SparingHint
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.layouts import column, row
from ui.widgets.text_area import TextArea
from ui.widgets.words import Button, Said

Editor = Field | DateField | Choice | TextArea | FilePick


class ActForm(QFrame):
    """`done` after the act; Escape or Cancel calls `cancelled`; nothing typed is lost."""

    def __init__(
        self,
        house: House,
        form_id: str,
        about: About,
        done: Callable[[], object],
        cancelled: Callable[[], object],
        choices: Mapping[str, tuple[Option, ...]] | None = None,
        **facts: object,
    ) -> None:
        super().__init__()
        self.house, self.form_id, self.about = house, form_id, about
        self._done, self._cancelled = done, cancelled
        self._choices = choices or {}
        self.editors: dict[str, Editor] = {}
        mark(self, card="true")
        parts: list[QWidget] = [
            Said(f"act_form.{form_id}.title", role="section", **facts),
            Said(f"act_form.{form_id}.says", role="muted"),
        ]
        parts += [self._build(asked) for asked in act_forms.form(form_id).asked]
        self.do_button = Button(f"act_form.{form_id}.do", self.submit, kind="primary")
        self.cancel_button = Button("act_form.cancel", cancelled, kind="quiet")
        foot = row(self.cancel_button, None, self.do_button, SparingHint("Ctrl+Return"), space=8)
        layout = column(*parts, foot, None, space=12)
        layout.setContentsMargins(18, 16, 18, 18)
        self.setLayout(layout)
        self._fill(act_forms.starting_values(form_id, house.desk))
        if form_id == "affirm":
            self.editors["on"].changed.connect(self._foresee)
            self._foresee()

    def start(self) -> None:
        """Put the focus on the first field that is empty, else on the button that does it."""
        for editor in self.editors.values():
            if not _value(editor):
                editor.setFocus()
                return
        self.do_button.setFocus()

    def values(self) -> dict[str, Value]:
        return {name: _value(editor) for name, editor in self.editors.items()}

    def submit(self) -> None:
        """Do the act, or say beside the field what keeps it from being done."""
        try:
            act_forms.submit(self.form_id, self.house.desk, self.about, self.values())
        except InputError as error:
            self._refuse(error)
        except DeskError as error:
            self.house.refuse(error)
        else:
            self._done()

    def _foresee(self) -> None:
        """Say beside the day what stands against it, too late (E2) among it, before the act."""
        editor = self.editors["on"]
        day = editor.day() if isinstance(editor, DateField) else None
        if day is None or isinstance(editor, FilePick):
            return
        found = self.house.desk.consents.assess_affirmation(self.about.document_id, day)
        editor.show_findings(tuple(replace(finding, field="on") for finding in found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancelled()
        else:
            super().keyPressEvent(event)

    def _refuse(self, error: InputError) -> None:
        editor = self.editors.get(error.field)
        if editor is None or isinstance(editor, FilePick):
            self.house.refuse(error)
        else:
            editor.refuse(error)
        if editor is not None:
            editor.setFocus()

    def _build(self, asked: Asked) -> QWidget:
        editor = self._editor(asked)
        self.editors[asked.name] = editor
        return editor

    def _editor(self, asked: Asked) -> Editor:
        code = f"act_form.{self.form_id}.{asked.name}"
        if asked.kind is Kind.DATE:
            return DateField(code, self.house.desk.people.parse_date, name=asked.name)
        if asked.kind is Kind.CHOICE:
            return Choice(code, self._options(asked, code), name=asked.name)
        if asked.kind is Kind.LONG_TEXT:
            return TextArea(code, name=asked.name)
        if asked.kind is Kind.FILE:
            return FilePick(code)
        return Field(code, name=asked.name)

    def _options(self, asked: Asked, code: str) -> tuple[Option, ...]:
        if asked.name in self._choices:
            return self._choices[asked.name]
        return tuple(Option(value, f"{code}s.{value}") for value in asked.options)

    def _fill(self, values: Mapping[str, Value]) -> None:
        for name, editor in self.editors.items():
            value = values[name]
            if isinstance(editor, DateField):
                editor.set_day(self.house.today())
            elif isinstance(editor, Field) and isinstance(value, str):
                editor.set_value(value)


def responder_options(minor: bool) -> tuple[Option, ...]:
    """First responder statuses that a client of this age can have."""
    values = MINOR_RESPONDERS if minor else RESPONDERS
    return tuple(Option(value, f"option.responder.{value}") for value in values)


def prevailing_options(
    documents: tuple[Document, ...], line: Callable[[Document], tuple[str, str]]
) -> tuple[Option, ...]:
    """The papers of a disagreement, each named by who signed it."""
    return tuple(Option(document.id, " · ".join(line(document))) for document in documents)


def _value(editor: Editor) -> Value:
    if isinstance(editor, DateField):
        return editor.day()
    if isinstance(editor, Choice):
        return editor.value() or ""
    if isinstance(editor, FilePick):
        return editor.data()
    return editor.text()
