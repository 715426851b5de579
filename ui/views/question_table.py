"""Every question of an application in one table: asked, needed for what, opened by which answer."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from immtrac_desk.domain.question import Question
from ui.presenters.question_page import KINDS, QuestionPagePresenter
from ui.shell.theme import theme
from ui.views.cell_height import tall
from ui.views.quiet_table import quieten
from ui.wording import tr

LABEL, ASKED, FIRST_KIND = 0, 1, 2
OPENED = FIRST_KIND + len(KINDS)
_YES, _NO = "✓", "–"
_PRESS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PADDING = 30
NARROW = 620
"""Pixels at 100 % under which the table gives its room to the questions."""


class QuestionTable(QTableWidget):
    """Space or a click turns a mark; `chosen(id)` tells which question is in hand."""

    def __init__(self, presenter: QuestionPagePresenter, chosen: Callable[[str], object]) -> None:
        super().__init__(0, OPENED + 1)
        self.presenter, self._chosen = presenter, chosen
        self._ids: dict[int, str] = {}
        self._shape: object = None
        quieten(self, by_cells=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        for part in (LABEL, OPENED):
            header.setSectionResizeMode(part, QHeaderView.ResizeMode.Stretch)
        self.cellClicked.connect(self._turn)
        self.currentCellChanged.connect(lambda line, *_: self._tell(line))
        theme.changed.connect(self._fit)

    def show_questions(self) -> None:
        """Show the list in hand; marks alone are rewritten where the questions are the same."""
        shape = (tuple(q.id for q in self.presenter.questions), tr.language)
        if shape != self._shape:
            self._shape = shape
            self._lay()
        for line, question_id in self._ids.items():
            self._say(line, self.presenter.question(question_id))
        self._fit()

    def in_hand(self) -> str:
        """The id of the question in hand, "" on a heading."""
        return self._ids.get(self.currentRow(), "")

    def take(self, question_id: str) -> None:
        """Take a question in hand and bring it into sight."""
        for line, own in self._ids.items():
            if own == question_id:
                self.setCurrentCell(line, LABEL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESS and self.currentRow() >= 0:
            self._turn(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _tell(self, line: int) -> None:
        self._chosen(self._ids.get(line, ""))

    def _turn(self, line: int, part: int) -> None:
        question_id = self._ids.get(line, "")
        if not question_id or not self.presenter.may_edit:
            return
        if part == ASKED:
            self.presenter.turn_asked(question_id)
        elif FIRST_KIND <= part < OPENED:
            self.presenter.turn_needed(question_id, KINDS[part - FIRST_KIND])

    def _lay(self) -> None:
        at = self.in_hand()
        self.clearSpans()
        self.setRowCount(0)
        self._ids = {}
        self.setAccessibleName(tr.say("settings.page.questions"))
        step = ""
        for question in self.presenter.questions:
            if question.step != step:
                step = question.step
                self._add_heading(step)
            self._ids[self.rowCount()] = question.id
            self.insertRow(self.rowCount())
        self.take(at)

    def _add_heading(self, step: str) -> None:
        line = self.rowCount()
        self.insertRow(line)
        item = QTableWidgetItem(tr.say(f"application_room.step.{step}"))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        self.setItem(line, 0, item)
        self.setSpan(line, 0, 1, OPENED + 1)

    def _say(self, line: int, question: Question) -> None:
        put = partial(self._put, line, question.asked)
        put(LABEL, self.presenter.label(question))
        put(ASKED, _YES if question.asked else _NO)
        for index, kind in enumerate(KINDS):
            put(FIRST_KIND + index, _YES if kind in question.required_for else _NO)
        put(OPENED, self.presenter.conditions(question) or tr.say("question_page.always"))

    def _put(self, line: int, asked: bool, part: int, text: str) -> None:
        item = self.item(line, part)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(line, part, item)
        if item.text() != text:
            item.setText(text)
            item.setToolTip(text if part in (LABEL, OPENED) else "")
            said = {_YES: "application_room.yes", _NO: "application_room.no"}.get(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, tr.say(said) if said else text)
        quiet = not asked or part == OPENED
        item.setForeground(theme.colour("muted" if quiet else "ink"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room is scarce the marks have short heads, and what opens stands beneath alone."""
        narrow = self.viewport().width() < theme.pixels(NARROW)
        self.setColumnHidden(OPENED, narrow)
        heads = ["question", "asked", *KINDS, "opened"]
        kind = "short" if narrow else "column"
        words = [tr.say(f"question_page.{kind}.{head}") for head in heads]
        self.setHorizontalHeaderLabels(words)
        metrics = self.horizontalHeader().fontMetrics()
        for part in range(ASKED, OPENED):
            self.setColumnWidth(part, metrics.horizontalAdvance(words[part]) + _PADDING)
        self._fit_rows((LABEL,) if narrow else (LABEL, OPENED))

    def _fit_rows(self, wrapping: tuple[int, ...]) -> None:
        metrics = self.fontMetrics()
        for line in self._ids:
            items = [(self.item(line, part), self.columnWidth(part)) for part in wrapping]
            height = tall(metrics, [(item.text(), width) for item, width in items if item])
            if self.rowHeight(line) != height:
                self.setRowHeight(line, height)
