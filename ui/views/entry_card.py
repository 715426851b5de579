"""The entry card on the screen: a list one goes down, key by key, beside the portal's window."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.clipboard import LentClipboard
from ui.presenters.ticked_rows import TickedRows
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.cell_height import tall
from ui.views.quiet_table import quieten
from ui.views.sparing_hint import SparingHint
from ui.widgets.layouts import column, row
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

TICK, DIGIT, LABEL, VALUE, COPY = range(5)
_MARKS = ("✓", "0")
_PADDING = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardTable(QTableWidget):
    """Groups as headings, rows beneath. `copied(row)`: Ctrl+C, a digit or the last cell.

    Enter is `wanted_next`: it goes down the card, copying one row after the other.
    """

    copied = Signal(int)
    wanted_next = Signal()
    ticked = Signal(int)

    def __init__(self, presenter: TickedRows) -> None:
        super().__init__(0, 5)
        self.presenter = presenter
        self._row_at: dict[int, int] = {}
        self._line_of: dict[int, int] = {}
        quieten(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.horizontalHeader().hide()
        for part in (LABEL, VALUE):
            self.horizontalHeader().setSectionResizeMode(part, QHeaderView.ResizeMode.Stretch)
        self.cellClicked.connect(self._clicked)

    def show_rows(self) -> None:
        """Show the card anew; the row in hand stays in hand."""
        at = max(self.at(), 0)
        self.clearSpans()
        self.setRowCount(0)
        self._row_at, self._line_of = {}, {}
        group = ""
        for index, one in enumerate(self.presenter.rows):
            if one.group != group:
                group = one.group
                self._add_heading(group)
            self._add_row(index)
        self.setAccessibleName(tr.say("entry_card.name"))
        self._fit()
        self.take(at)

    def at(self) -> int:
        """The row of the card in hand; -1 on a heading."""
        return self._row_at.get(self.currentRow(), -1)

    def field_in_hand(self) -> str:
        """What the row in hand is about; "" on a heading."""
        at = self.at()
        return self.presenter.rows[at].about if at >= 0 else ""

    def take(self, index: int) -> None:
        """Take a row in hand and bring it into sight."""
        if index in self._line_of:
            self.setCurrentCell(self._line_of[index], VALUE)

    def show_tick(self, index: int) -> None:
        done = self.presenter.is_done(self.presenter.rows[index])
        item = self.item(self._line_of[index], TICK)
        if item is not None:
            item.setText(_MARKS[0] if done else "")
            said = tr.say("entry_card.done" if done else "entry_card.open")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, digit = self.at(), event.text()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(at)
        elif event.key() in _ENTER:
            self.wanted_next.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.ticked.emit(at)
        elif len(digit) == 1 and digit.isdecimal() and digit != "0":
            self.copied.emit(self.presenter.by_digit(at, int(digit)))
        else:
            super().keyPressEvent(event)
            self._step_over_heading(event)

    def _step_over_heading(self, event: QKeyEvent) -> None:
        """Up and Down pass the headings by."""
        if self.currentRow() >= 0 and self.at() < 0:
            up = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) and self.currentRow() > 0
            self.setCurrentCell(self.currentRow() + (-1 if up else 1), VALUE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _fit(self) -> None:
        """Marks and digits need a letter's room; label and value share the rest."""
        metrics = self.fontMetrics()
        words = (*_MARKS, tr.say("entry_card.copy"))
        for part, word in zip((TICK, DIGIT, COPY), words, strict=True):
            self.setColumnWidth(part, metrics.horizontalAdvance(word) + _PADDING)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """As tall as label and value are, wrapped in their columns."""
        label, value = QFontMetrics(self.font()), QFontMetrics(theme.font(semibold=True))
        for line, index in self._row_at.items():
            one = self.presenter.rows[index]
            height = max(
                tall(label, [(one.label, self.columnWidth(LABEL))]),
                tall(value, [(one.value, self.columnWidth(VALUE))]),
            )
            if self.rowHeight(line) != height:
                self.setRowHeight(line, height)

    def _clicked(self, line: int, part: int) -> None:
        at = self._row_at.get(line, -1)
        if part == COPY:
            self.copied.emit(at)
        elif part == TICK:
            self.ticked.emit(at)

    def _add_heading(self, text: str) -> None:
        line = self.rowCount()
        self.insertRow(line)
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(_bold())
        self.setItem(line, 0, item)
        self.setSpan(line, 0, 1, 5)

    def _add_row(self, index: int) -> None:
        line, one = self.rowCount(), self.presenter.rows[index]
        self.insertRow(line)
        self._row_at[line], self._line_of[index] = index, line
        digit = str(one.digit) if one.digit else ""
        for part, text in ((TICK, ""), (DIGIT, digit), (LABEL, one.label), (VALUE, one.value)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.setItem(line, part, item)
        value, label = self.item(line, VALUE), self.item(line, LABEL)
        copy = QTableWidgetItem(tr.say("entry_card.copy") if one.copies else "")
        copy.setForeground(theme.colour("accent"))
        if value is not None and label is not None:
            if one.copies:
                value.setFont(_bold())
            label.setForeground(theme.colour("muted"))
        self.setItem(line, COPY, copy)
        self.show_tick(index)


class EntryCard(QWidget):
    """`sent` opens what comes after, as the day it was sent in the portal; `says` tells how to
    go down the card, `then` what the button of `sent` says."""

    def __init__(
        self,
        house: House,
        presenter: TickedRows,
        sent: Callable[[], object],
        *,
        says: str = "entry_card.says",
        then: str = "entry_card.sent",
        then_kind: str = "primary",
    ) -> None:
        super().__init__()
        self.house, self.presenter = house, presenter
        self.clipboard = LentClipboard()
        self.clipboard.setParent(self)
        self.clipboard.taken_back.connect(self._say_copied_gone)
        self.told = plain(role="muted")
        self.progress = plain(role="strong", wrap=False)
        self.table = CardTable(presenter)
        self.table.copied.connect(self.copy)
        self.table.wanted_next.connect(self.copy_next)
        self.table.ticked.connect(self.turn_tick)
        self.copy_button = Button("entry_card.copy_row", lambda: self.copy(self.table.at()))
        self.sent = Button(then, sent, kind=then_kind)
        foot = row(self.copy_button, SparingHint("Ctrl+C"), self.told, self.sent, space=8)
        foot.setStretch(2, 1)
        head = row(Said(says, role="muted"), self.progress, shares=(1, 0))
        layout = column(head, self.table, foot, space=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        theme.changed.connect(self.table.show_rows)

    def refresh(self) -> None:
        self.presenter.read()
        self.table.show_rows()
        self.say_progress()

    def retell(self) -> None:
        self.refresh()

    def start(self) -> None:
        """Take the first row in hand that is not done."""
        self.table.take(max(self.presenter.next_open(-1), 0))
        self.table.setFocus()

    def keep(self) -> None:
        """Leaving: nothing of ours stays on the clipboard, and the ticks are kept."""
        self.clipboard.take_back()
        self.presenter.keep()

    def copy(self, index: int) -> None:
        """Lend one value to the clipboard and tick it; what is in hand is what is lent. A row that
        only says what to do is ticked."""
        if not 0 <= index < len(self.presenter.rows):
            return
        one = self.presenter.rows[index]
        if one.copies:
            self.clipboard.lend(one.value)
        self.presenter.tick(one)
        self.table.show_tick(index)
        self.say_progress()
        self.told.setText(tr.say("entry_card.copied", label=one.label) if one.copies else "")
        self.table.take(index)
        self.table.setFocus()

    def copy_next(self) -> None:
        """The row in hand, or the next that is not done where this one is."""
        at = self.table.at()
        if at >= 0 and self.presenter.is_done(self.presenter.rows[at]):
            at = self.presenter.next_open(at)
        self.copy(at)

    def turn_tick(self, index: int) -> None:
        """Space: tick a row, or take its tick back."""
        if 0 <= index < len(self.presenter.rows):
            one = self.presenter.rows[index]
            self.presenter.tick(one, on=not self.presenter.is_done(one))
            self.table.show_tick(index)
            self.say_progress()

    def say_progress(self) -> None:
        """How far one has come."""
        done, of = self.presenter.progress()
        self.progress.setText(tr.say("entry_card.progress", done=done, of=of))

    def _say_copied_gone(self) -> None:
        if self.told.text():
            self.told.setText(tr.say("entry_card.gone"))


def _bold() -> QFont:
    font = QFont()  # weight alone, so that the size follows the text size
    font.setWeight(QFont.Weight.DemiBold)
    return font
