"""The editors of a small form: which widget asks what, and what stands in it."""

from collections.abc import Callable, Mapping
from datetime import date

from immtrac_desk.domain.document import Document
from ui.presenters.form_values import Value
from ui.presenters.sheet_fields import MINOR_RESPONDERS, RESPONDERS, Asked, Kind
from ui.views.file_pick import FilePick
from ui.widgets.checks import Checks
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.pick import Pick
from ui.widgets.text_area import TextArea

Editor = Field | DateField | Choice | Checks | Pick | TextArea | FilePick
Choices = Mapping[str, tuple[Option, ...]]


def editor_of(form_id: str, asked: Asked, choices: Choices, parse: Callable[[str], date]) -> Editor:
    """Make the editor of one field; `choices` are those that hang on the client."""
    code = f"act_form.{form_id}.{asked.name}"
    if asked.kind is Kind.DATE:
        return DateField(code, parse, name=asked.name)
    if asked.kind is Kind.CHOICE:
        own = tuple(Option(value, f"{code}s.{value}") for value in asked.options)
        return Choice(code, choices.get(asked.name, own), name=asked.name)
    if asked.kind is Kind.LONG_TEXT:
        return TextArea(code, name=asked.name)
    if asked.kind is Kind.FILE:
        return FilePick(code)
    return Field(code, name=asked.name)


def value_of(editor: Editor) -> Value:
    """What the act is told: a day, a choice, several, bytes or text."""
    if isinstance(editor, DateField):
        return editor.day()
    if isinstance(editor, Choice):
        return editor.value() or ""
    if isinstance(editor, Checks):
        return editor.values()
    if isinstance(editor, FilePick):
        return editor.data()
    return str(editor.value()) if isinstance(editor, Pick) else editor.text()


def line_of(editor: Editor, begun_on: date) -> str:
    """What stands in the editor, as it is kept: half a day too, but no file, and not the day
    that the form itself put in as it began."""
    if isinstance(editor, FilePick):
        return ""
    if isinstance(editor, DateField):
        return "" if editor.day() == begun_on else editor.line.text()
    if isinstance(editor, Checks):
        return "\n".join(editor.values())
    return str(value_of(editor))


def put_line(editor: Editor, line: str) -> None:
    """Show what was kept of the editor, and what it says of it."""
    if isinstance(editor, Choice):
        editor.set_value(line or None)
    elif isinstance(editor, Checks):
        editor.set_values(line.split("\n"))
    elif isinstance(editor, TextArea):
        editor.set_text(line)
    elif isinstance(editor, DateField):
        if line:
            editor.line.setText(line)
            editor.line.textEdited.emit(line)
            editor.line.editingFinished.emit()
    elif isinstance(editor, Field | Pick):
        editor.set_value(line)


def responder_options(minor: bool) -> tuple[Option, ...]:
    """First responder statuses that a client of this age can have."""
    values = MINOR_RESPONDERS if minor else RESPONDERS
    return tuple(Option(value, f"option.responder.{value}") for value in values)


def prevailing_options(
    documents: tuple[Document, ...], line: Callable[[Document], tuple[str, str]]
) -> tuple[Option, ...]:
    """The papers of a disagreement, each named by who signed it."""
    return tuple(Option(document.id, " · ".join(line(document))) for document in documents)
