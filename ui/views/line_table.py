"""A table of lines: one is opened with Enter or a click; more are read as one nears the end."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from ui.shell.theme import theme
from ui.views.quiet_table import quieten
from ui.wording import tr

Line = Sequence[str]
_PADDING_ACROSS, _PADDING_DOWN = 28, 18
_MOST_LINES = 4


class LineTable(QTableWidget):
    """`columns` are codes with the share of the width each takes; 0 fits its contents."""

    near_end = Signal()

    def __init__(
        self, name: str, columns: Sequence[tuple[str, int]], chosen: Callable[[int], object]
    ) -> None:
        super().__init__(0, len(columns))
        self._name, self._columns, self._chosen = name, tuple(columns), chosen
        quieten(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.cellClicked.connect(lambda at, _: chosen(at))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self._fit)
        self.retell()

    def show_lines(self, lines: Sequence[Line], strong: Sequence[int] = ()) -> None:
        """Replace all lines; those at `strong` are set bold."""
        self.setRowCount(0)
        self.add_lines(lines, strong)

    def add_lines(self, lines: Sequence[Line], strong: Sequence[int] = ()) -> None:
        """Put lines under those that stand there; `strong` counts within `lines`."""
        first = self.rowCount()
        self.setRowCount(first + len(lines))
        for at, line in enumerate(lines):
            for index, text in enumerate(line):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if at in strong:
                    font = QFont()  # weight alone, so that the size follows the text size
                    font.setBold(True)
                    item.setFont(font)
                self.setItem(first + at, index, item)
        self._fit()

    def retell(self) -> None:
        self.setHorizontalHeaderLabels([tr.say(code) for code, _ in self._columns])
        self.setAccessibleName(tr.say(self._name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._chosen(self.currentRow())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        """Columns of share 0 take what they hold, the others divide the rest."""
        for index, (_, share) in enumerate(self._columns):
            if not share:
                self.resizeColumnToContents(index)
        fixed = sum(self.columnWidth(i) for i, (_, share) in enumerate(self._columns) if not share)
        shares = sum(share for _, share in self._columns) or 1
        room = max(self.viewport().width() - fixed, shares * 24)
        for index, (_, share) in enumerate(self._columns):
            if share:
                self.setColumnWidth(index, room * share // shares)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """As tall as the wrapped words; Qt's own measure forgets the cells' padding."""
        metrics = self.fontMetrics()
        least = metrics.height() + _PADDING_DOWN
        wrapping = [index for index, (_, share) in enumerate(self._columns) if share]
        widths = [self.columnWidth(index) - _PADDING_ACROSS for index in wrapping]
        for at in range(self.rowCount()):
            items = [self.item(at, index) for index in wrapping]
            texts = [item.text() if item else "" for item in items]
            lines = max(map(partial(_lines, metrics), texts, widths))
            self.setRowHeight(at, least + (lines - 1) * metrics.lineSpacing())

    def _scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() > 0 and value >= bar.maximum() - bar.pageStep() // 2:
            self.near_end.emit()


def _lines(metrics: QFontMetrics, text: str, width: int) -> int:
    """How many lines a text takes in a column, up to four."""
    if metrics.horizontalAdvance(text) <= width:
        return 1
    box = QRect(0, 0, max(width, 1), 10_000)
    tall = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()
    return min(max(round(tall / metrics.lineSpacing()), 1), _MOST_LINES)
