"""The editors of an application: one for each question, built when the question first opens."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from immtrac_desk.domain.organization import AnswerValue
from immtrac_desk.domain.question import Question, QuestionKind
from ui.presenters import application_words as words
from ui.presenters.application import ApplicationPresenter
from ui.presenters.application_layout import Editor, editor_of
from ui.shell.theme import mark, theme
from ui.views.several_pick import SeveralPick
from ui.widgets.checks import Checks
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.pick import Pick
from ui.widgets.text_area import TextArea
from ui.widgets.words import plain
from ui.wording import tr

Typed = Callable[[bool], object]
"""Called after an answer was taken; True where the answer may open or close questions."""


PINNED_TO = 125
"""Percent of text size up to which a mark stands beside its label."""


class AnswerFields:
    """Editors by question id. A question that closes keeps its editor and what stands in it."""

    def __init__(self, presenter: ApplicationPresenter, typed: Typed) -> None:
        self.presenter = presenter
        self._typed = typed
        self.fields: dict[str, Framed] = {}
        self._marks: dict[str, QLabel] = {}
        self._was: dict[str, QLabel] = {}
        self._shown: dict[str, object] = {}

    def field(self, question: Question) -> Framed:
        """The editor of a question that is typed; built once."""
        if question.id not in self.fields:
            self.fields[question.id] = made = self._build(question)
            self._marks[question.id] = self._mark(made)
            made.changed.connect(lambda: self._take(question))
        return self.fields[question.id]

    def refresh(self) -> None:
        """Show answers, marks and findings of what is open; never over one's typing."""
        for question in self.presenter.picture.questions:
            field = self.fields.get(question.id)
            if field is not None:
                self._show(question, field)

    # -- building ----------------------------------------------------------------------------

    def _build(self, question: Question) -> Framed:
        options = self._options(question)
        code, name = words.label_code(question), question.id
        kind = editor_of(question, len(options))
        if kind is Editor.CIRCLES:
            return Choice(code, options, name=name)
        if kind is Editor.LIST:
            return Pick(code, options, name=name, typing=len(options) > 20)
        if kind is Editor.BOXES:
            return Checks(code, options, name=name)
        if kind is Editor.SEVERAL:
            return SeveralPick(code, options, name=name)
        if kind is Editor.DAY:
            return DateField(code, self.presenter.desk.people.parse_date, name=name)
        if kind is Editor.LINES:
            return TextArea(code, name=name, lines=2)
        return Field(code, name=name)

    def _options(self, question: Question) -> tuple[Option, ...]:
        if question.kind is QuestionKind.YES_NO:
            return tuple(Option(w, f"application_room.{w}") for w in (words.YES, words.NO))
        if question.kind is QuestionKind.SITE:
            own = self.presenter.application.organization_id
            return tuple(Option(i, name) for i, name in self.presenter.sites().items() if i != own)
        if question.options_from == "counties":
            return tuple(Option(c, c) for c in self.presenter.desk.people.counties())
        found = question.options
        if question.options_from:
            setting = self.presenter.desk.book.setting(question.options_from)
            found = tuple(map(str, setting)) if isinstance(setting, tuple) else ()
        # a word that has left the list since stays in sight, and an answer
        kept = words.words_kept(self.presenter.answer(question.id), found)
        offered = (*found, *kept)
        return tuple(Option(word, words.option_code(question, word, tr)) for word in offered)

    def _mark(self, field: Framed) -> QLabel:
        """Room in the label's line for a quiet word: carried over, or changed."""
        label = plain(role="caption", wrap=False)
        field._head.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)
        return label

    # -- both ways ---------------------------------------------------------------------------

    def _take(self, question: Question) -> None:
        field = self.fields[question.id]
        if self.presenter.editable and self.presenter.put(question.id, _value_of(question, field)):
            self._typed(not isinstance(field, Field | TextArea))

    def _show(self, question: Question, field: Framed) -> None:
        """Nothing is drawn anew where nothing changed: half a day keeps what is said of it."""
        shown = self._as_shown(question)
        if shown == self._shown.get(question.id):
            return
        self._shown[question.id] = shown
        if not _typing(field):
            _put(question, field, self.presenter.answer(question.id))
        _lock(field, locked=not self.presenter.editable)
        field.note(lambda: words.help_words(question, tr))
        field.show_findings(self.presenter.findings(question.id))
        self._say_mark(question)

    def _as_shown(self, question: Question) -> object:
        """Everything that a field and what stands around it are made of."""
        presenter, name = self.presenter, question.id
        picture = presenter.picture
        return (
            presenter.answer(name),
            presenter.findings(name),
            presenter.editable,
            presenter.mark(question, tr),
            picture.was.get(name),
            (tr.language, theme.percent),
        )

    def _say_mark(self, question: Question) -> None:
        """Beside the label while there is room, else beneath with what it was before."""
        label = self._marks[question.id]
        told, changed = self.presenter.mark(question, tr)
        beside = theme.percent <= PINNED_TO
        label.setText(told if beside else "")
        label.setVisible(beside and bool(told))
        mark(label, tone="warn" if changed else "")
        former = self._former(question) if changed else ""
        beneath = former if beside else " · ".join(part for part in (told, former) if part)
        if beneath or question.id in self._was:
            self._say_beneath(question.id, beneath)

    def _former(self, question: Question) -> str:
        before = self.presenter.picture.was.get(question.id)
        told = words.answer_words(question, before, self.presenter.sites, tr)
        return tr.say("application_room.was", before=words.brief(told))

    def _say_beneath(self, question_id: str, text: str) -> None:
        """The former value stays in sight, whatever else is said beneath the field."""
        if question_id not in self._was:
            self._was[question_id] = plain(role="caption")
            column = self.fields[question_id]._column
            place = column.indexOf(self.fields[question_id].editor) + 1
            column.insertWidget(place, self._was[question_id])
        self._was[question_id].setText(text)
        self._was[question_id].setVisible(bool(text))


def _value_of(question: Question, field: Framed) -> AnswerValue | None:
    if isinstance(field, DateField):
        day = field.day()
        return day.isoformat() if day else field.text()
    if isinstance(field, Choice):
        value = field.value()
        return value == words.YES if value and question.kind is QuestionKind.YES_NO else value
    if isinstance(field, Checks | SeveralPick):
        return field.values()
    if isinstance(field, TextArea):
        return field.text()
    assert isinstance(field, Field | Pick)
    return str(field.value() or "")


def _put(question: Question, field: Framed, value: AnswerValue | None) -> None:
    if isinstance(field, DateField):
        day = words.day_of(str(value or ""))
        if day != field.day() or not day:
            field.set_day(day)
        if value and not day:
            field.line.setText(str(value))
    elif isinstance(field, Choice):
        if isinstance(value, bool):
            value = words.YES if value else words.NO
        field.set_value(str(value) if value else None)
    elif isinstance(field, Checks | SeveralPick):
        field.set_values(value if isinstance(value, tuple) else ())
    elif isinstance(field, TextArea):
        if field.text() != str(value or ""):
            field.set_text(str(value or ""))
    elif isinstance(field, Field | Pick) and field.value() != (value or ""):
        field.set_value(str(value or ""))


def _lock(field: Framed, *, locked: bool) -> None:
    """Locked text can still be read and selected; everything else is greyed."""
    if isinstance(field, Field):
        if field.line.isReadOnly() is not locked:
            field.lock(locked=locked)
    elif field.editor.isEnabled() is locked:
        field.editor.setEnabled(not locked)


def _typing(field: Framed) -> bool:
    return isinstance(field, Field | TextArea) and field.editor.hasFocus()
