"""The application as one scrolling form: the portal's steps A1 to A8, what is open in each."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.question import STEPS, Question, QuestionKind
from ui.presenters import application_words as words
from ui.presenters.application import ApplicationPresenter
from ui.presenters.application_layout import SHARE, row_of, rows_of
from ui.views.application_fields import AnswerFields, Typed
from ui.views.application_people import PeopleBlock
from ui.views.application_told import ToldBlock
from ui.views.field_row import FieldRow
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, row
from ui.widgets.section import Section
from ui.widgets.words import Button, retell_all

Row = tuple[str, ...]
AT_ONCE = 7
"""Questions built in one go, so that the first ones are there at once and keys never wait."""


class StepSection(Section):
    """One step of the portal. Rows are built when first opened, and hidden when they close."""

    def __init__(self, step: str, build: Callable[[Question], QWidget]) -> None:
        super().__init__(f"application_room.step.{step}")
        self._build = build
        self.rows: dict[Row, FieldRow] = {}
        self.parts: dict[str, QWidget] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self.add(self._lines)

    def show_questions(self, questions: list[Question], most: int) -> int:
        """Show exactly these, building at most so many; return how many were built."""
        known = [question for question in questions if question.id in self.parts]
        fresh = [question for question in questions if question.id not in self.parts][:most]
        shown = [q for q in questions if q in known or q in fresh]
        for place, ids in enumerate(rows_of(shown)):
            if ids not in self.rows:
                self.rows[ids] = FieldRow()
                self._lines.insertWidget(place, self.rows[ids])
        for question in fresh:
            self._place(question)
        self._hide_others({question.id for question in shown})
        return len(fresh)

    def _hide_others(self, wanted: set[str]) -> None:
        for name, part in self.parts.items():
            if part.isHidden() is (name in wanted):
                part.setVisible(name in wanted)
        for ids, line in self.rows.items():
            if line.isHidden() is not wanted.isdisjoint(ids):
                line.setVisible(not wanted.isdisjoint(ids))

    def _place(self, question: Question) -> None:
        ids = row_of(question.id)
        place = sum(name in self.parts for name in ids[: ids.index(question.id)])
        self.parts[question.id] = part = self._build(question)
        self.rows[ids].line.insertWidget(place, part, SHARE.get(question.id, 1))


class ApplicationForm(QWidget):
    """`typed(at_once)` after each answer; `focus_on` goes to a question wherever it stands."""

    def __init__(
        self,
        presenter: ApplicationPresenter,
        signature: QWidget,
        typed: Typed,
        roster: Callable[[], object],
    ) -> None:
        super().__init__()
        self.presenter, self._roster = presenter, roster
        self.signature = signature
        self.answers = AnswerFields(presenter, typed)
        self.blocks: dict[str, PeopleBlock | ToldBlock] = {}
        self.sections = {step: StepSection(step, self._part) for step in STEPS}
        people = Button("application_room.people.open", roster)
        self.sections["A5"].add(boxed(row(people, None)))
        self.sections["A8"].add(signature)
        self.inner = column(*(Card(one, space=12) for one in self.sections.values()), None)
        self.inner.setContentsMargins(0, 0, 8, 8)
        self.area = scrolled(self.inner)
        self._open: tuple[str, ...] = ()
        self._wanted = ""
        """The question that gets the focus as soon as it is built."""
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self.refresh)
        self.setLayout(column(self.area))

    def refresh(self) -> None:
        """Follow the presenter: open and close questions, show answers and what is said.

        A few questions are built at a time; the rest follows as soon as these are painted.
        """
        whole = self._show_some()
        self.answers.refresh()
        for block in self.blocks.values():
            block.refresh()
        if not whole:
            self._more.start(0)
        elif self._open != self._shown():
            self._open = self._shown()
            as_read(self)
        if self._wanted and self._find(self._wanted) is not None:
            self._settle_focus(self._wanted)

    def focus_on(self, question_id: str) -> None:
        """Put the focus on a question, and bring it into sight, as soon as it is there."""
        self._wanted = question_id
        if self._find(question_id) is not None:
            self._settle_focus(question_id)

    def start(self) -> None:
        """Put the focus where the work goes on: what is wrong, then what is missing."""
        for question_id in (*self.presenter.wrong(), *self.presenter.missing()):
            if self.presenter.question(question_id) is not None:
                self.focus_on(question_id)
                return

    def show_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def show_signature(self) -> None:
        self._bring(self.signature)

    def retell(self) -> None:
        retell_all(self)
        self.refresh()

    def _show_some(self) -> bool:
        """Build the next few questions; True once every open one is there."""
        steps = words.by_step(self.presenter.picture.questions)
        built = 0
        for step, section in self.sections.items():
            built += section.show_questions(steps.get(step, []), AT_ONCE - built)
        there = {name for section in self.sections.values() for name in section.parts}
        return set(self._shown()) <= there

    def _shown(self) -> tuple[str, ...]:
        return tuple(question.id for question in self.presenter.picture.questions)

    def _settle_focus(self, question_id: str) -> None:
        part = self._find(question_id)
        assert part is not None
        self._wanted = ""
        part.setFocus()
        self._bring(part)

    def _bring(self, part: QWidget) -> None:
        """Into sight, once what was just built has found its place."""
        self.inner.activate()
        QTimer.singleShot(0, part, lambda: self.area.ensureWidgetVisible(part, 24, 72))

    def _find(self, question_id: str) -> QWidget | None:
        if question_id in self.answers.fields:
            return self.answers.fields[question_id]
        return self.blocks.get(question_id)

    def _part(self, question: Question) -> QWidget:
        if question.kind is QuestionKind.PEOPLE:
            self.blocks[question.id] = PeopleBlock(self.presenter, question, self._roster)
            return self.blocks[question.id]
        if question.kind is QuestionKind.TOLD:
            self.blocks[question.id] = ToldBlock(self.presenter, question)
            return self.blocks[question.id]
        return self.answers.field(question)
