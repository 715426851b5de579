"""A table of sites that draws only what is in sight, however many there are."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.presenters.agreement_sites import SiteRow
from ui.shell.theme import theme
from ui.views.quiet_table import quieten
from ui.wording import tr

COLUMNS = (("name", 5), ("state", 3), ("due", 2), ("left", 4), ("changes", 2), ("application", 4))
"""Names of the columns and their shares of the width."""
_SPARED = frozenset({"due", "changes", "application"})
"""Left out at large text: the countdown says the day, the site's own page the rest."""
_SIGNS = {"bad": "▲ ", "warn": "△ "}
_ROW = 40
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_SHOWN = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_TOLD = frozenset({_TIP, int(Qt.ItemDataRole.AccessibleTextRole)})


class SiteModel(QAbstractTableModel):
    """Rows as the presenter says them; a sign marks the state, never the colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[SiteRow, ...] = ()

    def show_rows(self, rows: Sequence[SiteRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _SHOWN) -> object:
        if role != _SHOWN and role not in _TOLD:
            return None
        row = self.rows[index.row()]
        if role == _TIP:
            return f"<qt>{escape(row.cells[index.column()])}</qt>"  # never read as markup
        sign = _SIGNS.get(row.tone, "") if index.column() == 1 and role == _SHOWN else ""
        return f"{sign}{row.cells[index.column()]}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _SHOWN) -> object:
        if role != _SHOWN or orientation is not Qt.Orientation.Horizontal:
            return None
        return tr.say(f"agreement_sites.{COLUMNS[section][0]}")


class SiteTable(QTableView):
    """`opened(at)` is called for Enter, Return and a click."""

    def __init__(self, opened: Callable[[int], object]) -> None:
        super().__init__()
        self._opened = opened
        self.sites = SiteModel()
        self.setModel(self.sites)
        quieten(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(lambda index: opened(index.row()))
        theme.changed.connect(self._fit)
        self.retell()

    def show_rows(self, rows: Sequence[SiteRow]) -> None:
        """Show these rows; the site that was chosen stays chosen where it still is."""
        at = self.chosen()
        held = self.sites.rows[at].id if 0 <= at < len(self.sites.rows) else ""
        self.sites.show_rows(rows)
        self.choose(next((i for i, row in enumerate(rows) if row.id == held), -1))

    def chosen(self) -> int:
        """The chosen row, -1 without one."""
        return self.currentIndex().row()

    def choose(self, at: int) -> None:
        if 0 <= at < len(self.sites.rows):
            self.setCurrentIndex(self.sites.index(at, 0))

    def retell(self) -> None:
        self.setAccessibleName(tr.say("agreement_room.all"))
        self.horizontalHeader().viewport().update()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen() >= 0:
            self._opened(self.chosen())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns divide the width; every row is as tall as one line of the text in force."""
        self.verticalHeader().setDefaultSectionSize(theme.pixels(_ROW))
        spared = _SPARED if theme.percent > 150 else frozenset()
        shares = sum(share for name, share in COLUMNS if name not in spared)
        for at, (name, share) in enumerate(COLUMNS):
            self.setColumnHidden(at, name in spared)
            self.setColumnWidth(at, self.viewport().width() * share // shares)
