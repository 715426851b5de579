"""The list behind a number: who or what was counted, each a key away."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.presenters.reports import BehindRow, ReportsPresenter
from ui.shell.house import House
from ui.views.row_table import RowTable, TableRow
from ui.views.slow_work import SlowWork
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, plain

if TYPE_CHECKING:
    from immtrac_desk.desk.letter_pictures import ListLine

_COLUMNS = (
    ("lists_page.name", 6),
    ("lists_page.born", 0),
    ("lists_page.when", 0),
    ("reports_room.what", 6),
)


class ReportBehind(QWidget):
    """`show_key` reads the list off the event loop; `left` rings to go back to the report."""

    left = Signal()

    def __init__(self, house: House, presenter: ReportsPresenter) -> None:
        super().__init__()
        self.house, self.presenter = house, presenter
        self.name = self.key = self._said = ""
        self.rows: tuple[BehindRow, ...] = ()
        self._lines: tuple[ListLine, ...] = ()
        self.slow = SlowWork()
        self._title, self._count = plain(role="title"), plain(role="muted")
        self.table = RowTable("reports_room.behind", _COLUMNS)
        self.table.chosen.connect(self._open)
        listed = QWidget()
        self._stack = QStackedLayout(listed)
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("reports_room.nobody", "reports_room.nobody_body"))
        back = Button("reports_room.back_to_one", self.left.emit, kind="link")
        words = boxed(column(self._title, self._count, space=2))
        whole = column(row(words, back, space=12, shares=(1,)), self.slow, listed, space=10)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_key(self, name: str, key: str, said: str) -> None:
        """Show who is counted in the number `key` of a report, which `said` names."""
        self.name, self.key, self._said = name, key, said
        self._title.setText(self.presenter.title(name))
        self._take(())
        self._count.setText(said)
        work = partial(self.presenter.behind, self.presenter.asked(name), key)
        self.slow.do("lists_page.reading", work, self._take, self.house.refuse)

    def start(self) -> None:
        self.table.setFocus()

    def acts(self) -> dict[str, Callable[[], object]]:
        return {"back": self.left.emit}

    def retell(self) -> None:
        """The language turned: the same lines in other words."""
        if self.name:
            self._title.setText(self.presenter.title(self.name))
            self._take(self._lines)

    def _take(self, lines: "tuple[ListLine, ...]") -> None:
        self._lines, self.rows = lines, self.presenter.rows(lines, self.key)
        rows = tuple(TableRow(one.key, one.cells) for one in self.rows)
        self.table.show_rows(lambda at, most: rows[at : at + most])
        count = self.presenter.count_words(len(rows))
        self._count.setText(f"{self._said}. {count}" if self._said else count)
        self._stack.setCurrentIndex(0 if rows else 1)

    def _open(self, key: str) -> None:
        """To the client, or the site, or the history that a line is about."""
        line = next((one for one in self.rows if one.key == key), None)
        if line is None:
            return
        if line.client_id is not None:
            self.house.go("client", client_id=line.client_id)
        elif line.site_id is not None:
            self.house.go("agreement", organization_id=line.site_id)
        elif self.name == "staff":
            self.house.go("history")
