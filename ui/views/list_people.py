"""The people of one list: filters, the table, letters to them, and the list as a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from immtrac_desk.domain.ids import ClientId
from ui.presenters.registry_lists import ListsPresenter
from ui.shell.actions import BY_ID
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.narrowing import scrolled
from ui.views.people_filters import PeopleFilters
from ui.views.reading_order import as_read
from ui.views.row_table import RowTable, TableRow
from ui.views.saving import with_end, write_file
from ui.views.slow_work import SlowWork
from ui.views.sparing_hint import SPARED_FROM, SparingHint
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

_LEAST = 220
_COLUMNS = (
    ("lists_page.name", 1),
    ("lists_page.born", 0),
    ("lists_page.when", 0),
    ("lists_page.alarm", 0),
    ("lists_page.letter", 0),
)
ALARM, LETTER = 3, 4
PEOPLE, NOBODY, NONE_FITS = range(3)


class ListPeople(QWidget):
    """`letters_asked` rings with nothing: whom it is for, the presenter knows."""

    letters_asked = Signal()

    def __init__(self, house: House, presenter: ListsPresenter) -> None:
        super().__init__()
        self.house, self.presenter = house, presenter
        self.name, self.says = plain(role="title"), Said(role="muted")
        self.clock = Banner("info")
        self.filters = PeopleFilters(presenter)
        self.filters.changed.connect(self.narrow)
        self.ticks = presenter.may_write or presenter.may_export
        self.table = RowTable("lists_page.people", _COLUMNS, ticks=self.ticks)
        self.table.chosen.connect(self.open_client)
        self.table.ticked.connect(self.tick)
        self.count = plain(role="caption")
        self.all = Button("lists_page.tick_all", self.tick_all, kind="link")
        self.letters = Button("lists_page.letters_to", self.letters_asked.emit, kind="primary")
        self.export = Button("lists_page.export", self.ask_and_export)
        self.slow = SlowWork()
        self._listed = QWidget()
        self._stack = QStackedLayout(self._listed)
        self._lay()

    def tell(self) -> None:
        """Show the list in hand as it is now."""
        presenter = self.presenter
        self.name.setText(presenter.title())
        self.says.say(f"list_says.{presenter.code}" if presenter.code else "lists_page.none")
        told = presenter.clock()
        self.clock.tell("", "\n".join(told), tone="info")
        self.filters.offer()
        self._tell_rows()
        as_read(self)

    def narrow(self) -> None:
        """Show the lines that fit the filters."""
        self.presenter.narrow(self.filters.narrowed())
        self._tell_rows()

    def tick(self) -> None:
        """A tick was set or taken back in the table."""
        self.presenter.tick(self.table.rows.ticked)
        self._tell_ticks()

    def tick_all(self) -> None:
        """Tick everybody shown, or nobody where all are."""
        self.presenter.tick_all()
        self._show_ticks()
        self._tell_ticks()

    def open_client(self, client_id: str) -> None:
        """To the client of a row."""
        self.house.go("client", client_id=ClientId(client_id))

    def acts(self) -> dict[str, Callable[[], object]]:
        """What can be done with this list here and now."""
        if not self.presenter.shown:
            return {"find": self.filters.setFocus}
        found: dict[str, Callable[[], object]] = {"find": self.filters.setFocus}
        if self.presenter.may_write:
            found["letters"] = self.letters_asked.emit
        if self.presenter.may_export:
            found["export"] = self.ask_and_export
        return found

    def ask_and_export(self) -> None:
        """Ask where, then write the list there; whether CSV or XLSX, the name's end says."""
        title, kinds = tr.say("lists_page.export_title"), tr.say("lists_page.export_kinds")
        name = self.presenter.file_name("xlsx")
        place = QFileDialog.getSaveFileName(self, title, name, kinds)[0]
        if place:
            self.write_export(Path(place))

    def write_export(self, place: Path) -> None:
        """Make the file off the event loop and say whether it is there."""
        kind = "csv" if place.suffix.lower() == ".csv" else "xlsx"
        place = with_end(place, kind)

        def written(data: bytes) -> None:
            write_file(self.house, place, data)

        self.slow.do(
            "lists_page.exporting",
            lambda: self.presenter.export(kind),
            written,
            self.house.refuse,
        )

    def retell(self) -> None:
        """Said anew by the page, which tells its lists again."""

    # -- parts -----------------------------------------------------------------------------

    def _tell_rows(self) -> None:
        presenter = self.presenter
        self.table.show_rows(self._page)
        self._spare_columns()
        self._show_ticks()
        shown = PEOPLE if presenter.shown else NONE_FITS if presenter.lines else NOBODY
        self._stack.setCurrentIndex(shown)
        self._foot.setVisible(shown == PEOPLE and self.ticks)
        self.filters.setVisible(bool(presenter.lines))
        self._tell_ticks()
        self.house.acts_changed()

    def _spare_columns(self) -> None:
        """A column that says nothing gives its room; at large text who and when come first."""
        spared = set() if self.presenter.any_alarm else {ALARM}
        if theme.percent > SPARED_FROM:
            spared.add(LETTER)
        self.table.spare(spared)

    def _page(self, at: int, most: int) -> tuple[TableRow, ...]:
        rows = self.presenter.page(at, most)
        return tuple(TableRow(row.client_id, row.cells, row.loud) for row in rows)

    def _show_ticks(self) -> None:
        """The table holds every tick, also of rows that it has not read yet."""
        self.table.rows.ticked = set(self.presenter.ticked)
        self.table.viewport().update()

    def _tell_ticks(self) -> None:
        presenter = self.presenter
        self.count.setText(presenter.count_words())
        whom = len(presenter.chosen())
        code = "lists_page.letters_to" if whom != 1 else "lists_page.letters_to_1"
        self.letters.say(code, count=whom)
        self.letters.setVisible(presenter.may_write)
        self.export.setVisible(presenter.may_export)
        self.all.setVisible(self.ticks)
        everybody = presenter.ticked >= set(presenter.shown_ids())
        self.all.say("lists_page.tick_none" if everybody else "lists_page.tick_all")

    def _lay(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("lists_page.empty_title", "lists_page.empty_body"))
        self._stack.addWidget(EmptyState("lists_page.none_fits", "lists_page.none_fits_body"))
        self.keys = [SparingHint(BY_ID[act].keys) for act in ("letters", "export")]
        acts = row(self.letters, self.keys[0], self.export, self.keys[1], None, space=10)
        self._foot = boxed(acts)
        told = row(self.count, self.all, space=12, shares=(1,))
        head = column(self.name, self.says, space=2)
        inner = column(
            head, self.clock, self.filters, self._listed, told, self.slow, self._foot, space=10
        )
        inner.setStretch(3, 1)
        self.setLayout(column(scrolled(inner)))
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Room for a few lines of the table at every text size."""
        self._listed.setMinimumHeight(theme.pixels(_LEAST))
        self._spare_columns()
