"""The numbers of a picture as a table; Enter on a number asks for the list behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ui.presenters.report_numbers import Numbers
from ui.shell.theme import theme
from ui.wording import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEY = int(Qt.ItemDataRole.UserRole)
_MOST_ROWS = 14
_PADDING = 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NumbersTable(QTableWidget):
    """`asked(key)` rings where a number with a list behind it is opened."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._numbers = Numbers((), ())
        self._alt = ""
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
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
                self.setItem(down, across, self._item(number.text, number.key, across))
        self.setCurrentCell(
            *(at if self.item(*at) is not None else (0, min(1, len(numbers.heads) - 1)))
        )
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

    def _item(self, text: str, key: str, across: int) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setData(_KEY, key)
        item.setToolTip(tr.say("reports_room.open_behind") if key else text)
        if across:
            item.setTextAlignment(_RIGHT)
        if key:
            item.setForeground(theme.colour("accent"))
        return item

    def _say_heads(self) -> None:
        for across, words in enumerate(self._numbers.heads):
            head = QTableWidgetItem(words)
            head.setTextAlignment(_RIGHT if across else _LEFT)
            self.setHorizontalHeaderItem(across, head)

    def _fit(self) -> None:
        """Numbers as wide as they must be, names take the rest; tall enough for a few lines."""
        high = self.fontMetrics().height() + theme.pixels(16)
        self.verticalHeader().setDefaultSectionSize(high)
        head = self.horizontalHeader().fontMetrics()
        taken = 0
        for across in range(1, self.columnCount()):
            words = self._numbers.heads[across]
            wide = [
                self.fontMetrics().horizontalAdvance(line[across].text)
                for line in self._numbers.lines
                if across < len(line)
            ]
            width = max([head.horizontalAdvance(words), *wide]) + _PADDING
            self.setColumnWidth(across, width)
            taken += width
        if self.columnCount():
            names = [
                self.fontMetrics().horizontalAdvance(line[0].text) for line in self._numbers.lines
            ]
            least = min(max(names, default=0) + _PADDING, theme.pixels(220))
            self.setColumnWidth(0, max(self.viewport().width() - taken, least))
        rows = min(len(self._numbers.lines), _MOST_ROWS)
        self.setMinimumHeight(high * (rows + 1) + theme.pixels(24))
