"""A long table: rows read page by page as one nears the end, each known by its key."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.presenters.table_row import TableRow
from ui.shell.theme import theme
from ui.views.quiet_table import quieten
from ui.wording import tr

__all__ = ["PAGE", "RowModel", "RowTable", "TableRow"]

Index = QModelIndex | QPersistentModelIndex
PAGE = 200
_NOWHERE = QModelIndex()
_PADDING_ACROSS, _PADDING_DOWN = 32, 18
_SIDE = Qt.Orientation.Horizontal


ReadPage = Callable[[int, int], Sequence[TableRow]]
"""Rows from an offset on, at most so many."""


class RowModel(QAbstractTableModel):
    """Holds the pages that were read. With `ticks` the first column holds a box for each row."""

    def __init__(self, columns: Sequence[str], *, ticks: bool) -> None:
        super().__init__()
        self.columns, self.ticks = tuple(columns), ticks
        self.rows: list[TableRow] = []
        self.ticked: set[str] = set()
        self._read: ReadPage = lambda *_: ()
        self._whole = True

    def show(self, read: ReadPage, least: int) -> None:
        """Begin anew with the first page, or with as many rows as were there: `least`."""
        self.beginResetModel()
        self._read = read
        wanted = max(PAGE, least)
        self.rows = list(read(0, wanted))
        self._whole = len(self.rows) < wanted
        self.ticked &= {row.key for row in self.rows}
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns) + self.ticks

    def canFetchMore(self, parent: Index) -> bool:
        return not self._whole and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        more = list(self._read(len(self.rows), PAGE))
        self._whole = len(more) < PAGE
        if more:
            first = len(self.rows)
            self.beginInsertRows(_NOWHERE, first, first + len(more) - 1)
            self.rows += more
            self.endInsertRows()

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        line = self.rows[index.row()]
        if self.ticks and index.column() == 0:
            return self._tick(line, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.cells[index.column() - self.ticks]
        if role == Qt.ItemDataRole.FontRole and line.strong:
            font = QFont()  # weight alone, so that the size follows the text size
            font.setBold(True)
            return font
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation is not _SIDE or role != Qt.ItemDataRole.DisplayRole:
            return None
        return "" if self.ticks and section == 0 else tr.say(self.columns[section - self.ticks])

    def turn_tick(self, at: int) -> None:
        """Tick a row, or take its tick back."""
        self.ticked ^= {self.rows[at].key}
        spot = self.index(at, 0)
        self.dataChanged.emit(spot, spot)

    def _tick(self, line: TableRow, role: int) -> Any:
        ticked = line.key in self.ticked
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr.say("row_table.ticked" if ticked else "row_table.not_ticked")
        return None


class RowTable(QTableView):
    """`in_hand(key)` as one moves, `chosen(key)` on Enter or a second click, `ticked()` after a
    tick by Space or in the first column. `columns`: codes with the share of the width, 0 for what
    the words need. Every row has room for so many `lines`."""

    in_hand = Signal(str)
    chosen = Signal(str)
    ticked = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[tuple[str, int]],
        *,
        ticks: bool = False,
        lines: int = 1,
    ) -> None:
        super().__init__()
        self._lines = lines
        self._name, self._columns = name, tuple(columns)
        self._spared: frozenset[int] = frozenset()
        self.rows = RowModel([code for code, _ in columns], ticks=ticks)
        self.setModel(self.rows)
        quieten(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(lines > 1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.in_hand.emit(self.key()))
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda _: self.chosen.emit(self.key()))
        theme.changed.connect(self._fit)
        self.retell()

    def show_rows(self, read: ReadPage) -> None:
        """Read anew from the first row on; what was in hand stays in hand where it still is."""
        key, at = self.key(), max(self.currentIndex().row(), 0)
        blocked = self.selectionModel().blockSignals(True)
        self.rows.show(read, len(self.rows.rows))
        found = [i for i, row in enumerate(self.rows.rows) if row.key == key]
        self.take(found[0] if found else min(at, len(self.rows.rows) - 1))
        self.selectionModel().blockSignals(blocked)
        self._fit()
        self.in_hand.emit(self.key())

    def spare(self, columns: Collection[int]) -> None:
        """Do without these columns, counted from 0; the others divide their room."""
        self._spared = frozenset(columns)
        self._fit()

    def key(self) -> str:
        """The key of the row in hand; "" where there is none."""
        at = self.currentIndex().row()
        return self.rows.rows[at].key if 0 <= at < len(self.rows.rows) else ""

    def take(self, at: int) -> None:
        """Take a row in hand."""
        if 0 <= at < len(self.rows.rows):
            self.selectRow(at)

    def take_key(self, key: str) -> None:
        """Take the row of this key in hand, if it was read."""
        self.take(next((at for at, row in enumerate(self.rows.rows) if row.key == key), -1))

    def picked(self) -> tuple[str, ...]:
        """The ticked rows in their order; where none is, the one in hand."""
        ticked = tuple(row.key for row in self.rows.rows if row.key in self.rows.ticked)
        return ticked or ((self.key(),) if self.key() else ())

    def retell(self) -> None:
        self.setAccessibleName(tr.say(self._name))
        self.rows.headerDataChanged.emit(_SIDE, 0, self.rows.columnCount() - 1)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self.chosen.emit(self.key())
        elif event.key() == Qt.Key.Key_Space and at >= 0 and self.rows.ticks:
            self._tick(at)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _clicked(self, index: QModelIndex) -> None:
        if self.rows.ticks and index.column() == 0:
            self._tick(index.row())

    def _tick(self, at: int) -> None:
        self.rows.turn_tick(at)
        self.ticked.emit()

    def _fit(self) -> None:
        """Rows of the same height at every text size; columns divide what is left of the width."""
        metrics = self.fontMetrics()
        height = metrics.height() + (self._lines - 1) * metrics.lineSpacing() + _PADDING_DOWN
        self.verticalHeader().setDefaultSectionSize(height)
        first = int(self.rows.ticks)
        if first:
            self.setColumnWidth(0, theme.pixels(40))
        shown = [(at, s) for at, (_, s) in enumerate(self._columns) if at not in self._spared]
        fitted = {at: self._needed(at) for at, share in shown if not share}
        taken = sum(fitted.values()) + (self.columnWidth(0) if first else 0)
        room = max(self.viewport().width() - taken, 24)
        shares = sum(share for _, share in shown) or 1
        for at in range(len(self._columns)):
            self.setColumnHidden(at + first, at in self._spared)
        for at, share in shown:
            self.setColumnWidth(at + first, fitted.get(at) or room * share // shares)

    def _needed(self, at: int) -> int:
        """What the longest of the first words of a column takes, its heading among them."""
        metrics, head = self.fontMetrics(), tr.say(self._columns[at][0])
        words = [head, *(row.cells[at] for row in self.rows.rows[:PAGE])]
        lines = (line for text in words for line in text.split("\n"))
        return max(map(metrics.horizontalAdvance, lines)) + _PADDING_ACROSS
