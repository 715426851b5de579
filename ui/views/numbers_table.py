"""The numbers of a picture as a table; Enter on a number asks for the list behind it."""

import textwrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ui.presenters.report_numbers import Number, Numbers
from ui.shell.theme import theme
from ui.views.quiet_table import quieten
from ui.wording import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEY = int(Qt.ItemDataRole.UserRole)
_MOST_ROWS = 14
_PADDING, _HEAD_PADDING = 26, 21
_MOST_LINES = 3
"""Lines over which the words of a heading may be laid where a table would not fit its room."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NumbersTable(QTableWidget):
    """`asked(key)` rings where a number with a list behind it is opened."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._numbers = Numbers((), ())
        self._alt = ""
        quieten(self, by_cells=True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.cellClicked.connect(self._open)
        theme.changed.connect(self._fit)

    def show_numbers(self, numbers: Numbers, name: str) -> None:
        """Show these; what was in hand stays in hand where it still is."""
        at = (self.currentRow(), self.currentColumn())
        self._numbers = numbers
        self.clear()
        self.setColumnCount(len(numbers.heads))
        self.setRowCount(len(numbers.lines))
        self.setAccessibleName(tr.say("reports_room.numbers_of", name=name))
        self._say_heads()
        for down, line in enumerate(numbers.lines):
            for across, number in enumerate(line):
                self.setItem(down, across, _item(number, across))
        self.setCurrentCell(*(at if self.item(*at) is not None else (0, 1)))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentRow() >= 0 and not event.modifiers():
            self._open(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open(self, down: int, across: int) -> None:
        item = self.item(down, across)
        key = str(item.data(_KEY) or "") if item is not None else ""
        if key:
            self.asked.emit(key)

    def _say_heads(self) -> None:
        for across, said in enumerate(self._numbers.heads):
            head = QTableWidgetItem(said)
            word = all(line[across].word for line in self._numbers.lines)
            head.setTextAlignment(_LEFT if word or not across else _RIGHT)
            self.setHorizontalHeaderItem(across, head)

    def _fold_heads(self) -> list[int]:
        """Lay the headings over as few lines as make the table fit; return the widths then."""
        widths: list[int] = []
        for lines in range(1, _MOST_LINES + 1):
            widths = self._widths(lines)
            if sum(widths) <= self.viewport().width():
                break
        for across, said in enumerate(self._numbers.heads):
            self.model().setHeaderData(across, Qt.Orientation.Horizontal, _folded(said, lines))
        return widths

    def needs(self) -> int:
        """How wide the table is where nothing of it is cut."""
        return sum(self._widths()) + theme.pixels(24)

    def _widths(self, lines: int = 1) -> list[int]:
        """What each column takes to show all it holds, its heading over so many lines."""
        cell, head = self.fontMetrics(), QFontMetrics(theme.font("caption", semibold=True))
        widths = [
            max(head.horizontalAdvance(part) for part in _folded(words, lines).split("\n"))
            + theme.pixels(_HEAD_PADDING)
            for words in self._numbers.heads
        ]
        for line in self._numbers.lines:
            for across, number in enumerate(line):
                needed = cell.horizontalAdvance(number.text) + theme.pixels(_PADDING)
                widths[across] = max(widths[across], needed)
        return widths

    def _fit(self) -> None:
        """Numbers as wide as they must be, names take the rest; as tall as a few lines."""
        widths = self._fold_heads()
        room = self.viewport().width()
        for across, width in enumerate(widths):
            self.setColumnWidth(across, width)
        if widths:
            self.setColumnWidth(0, max(room - sum(widths[1:]), widths[0]))
        high = self.fontMetrics().height() + theme.pixels(16)
        self.verticalHeader().setDefaultSectionSize(high)
        rows = min(len(self._numbers.lines), _MOST_ROWS)
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > room else 0
        self.setFixedHeight(head + rows * high + bar + 6)


def _folded(words: str, lines: int) -> str:
    """The same words over at most so many lines, of which the longest is as short as can be."""
    for width in range(max(map(len, words.split()), default=1), len(words)):
        found = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
        if len(found) <= lines:
            return "\n".join(found)
    return words


def _item(number: Number, across: int) -> QTableWidgetItem:
    item = QTableWidgetItem(number.text)
    item.setData(_KEY, number.key)
    item.setToolTip(tr.say("reports_room.open_behind") if number.key else number.text)
    item.setTextAlignment(_LEFT if number.word or not across else _RIGHT)
    if number.key:
        item.setForeground(theme.colour("accent"))
    return item
