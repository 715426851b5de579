"""One report: its pictures, the numbers beside them, and the ways onto paper and into a file."""

from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.presenters.report_numbers import numbers_of
from ui.presenters.reports import ReportsPresenter
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.narrowing import scrolled
from ui.views.numbers_table import NumbersTable
from ui.views.reading_order import as_read
from ui.views.report_drawer import ReportDrawer
from ui.views.saving import with_end, write_file
from ui.views.side_by_side import SideBySide
from ui.views.slow_work import SlowWork
from ui.views.sparing_hint import SparingHint
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.picture import Picture
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

if TYPE_CHECKING:
    from forms.charts.chart import Chart
    from immtrac_desk.desk.report_pictures import ReportPicture, ReportTable

WIDE = 820
"""Pixels at 100 % from which the numbers stand beside their picture."""


class ReportOne(QWidget):
    """`behind(key)` rings for the list behind a number, `left` to go back to all pictures."""

    behind = Signal(str)
    left = Signal()

    def __init__(self, house: House, presenter: ReportsPresenter, drawer: ReportDrawer) -> None:
        super().__init__()
        self.house, self.presenter, self._drawer = house, presenter, drawer
        self.name = ""
        self.parts: list[ReportPart] = []
        self.slow = SlowWork()
        self._title, self._says = plain(role="title"), plain(role="muted")
        self._charts = QVBoxLayout()
        self._charts.setSpacing(16)
        self._notes = plain(role="caption")
        self._lay()

    def show_name(self, name: str) -> None:
        """Show a report for the period and site that are asked for now."""
        self.name = name
        self._title.setText(self.presenter.title(name))
        self._says.setText(f"{self.presenter.says(name)} {self.presenter.period_words()}")
        self._drawer.read(name, self._shown)

    def start(self) -> None:
        """Put the focus on the numbers."""
        if self.parts:
            self.parts[0].table.setFocus()

    def acts(self) -> dict[str, Callable[[], object]]:
        """What can be done with the report here and now."""
        found: dict[str, Callable[[], object]] = {"back": self.left.emit}
        if self.presenter.may_export:
            found["print"] = self.print_it
            found["keep"] = partial(self.ask_and_save, "pdf")
            found["export"] = partial(self.ask_and_save, "xlsx")
        return found

    def print_it(self) -> None:
        """Draw the pages off the event loop, then ask for a printer."""
        asked = self.presenter.asked(self.name)
        work = partial(self.presenter.pdf, asked)
        self.slow.do("reports_room.drawing", work, self.house.print_pdf, self.house.refuse)

    def ask_and_save(self, kind: str) -> None:
        """Ask where; a PDF has the same pictures, a spreadsheet the numbers."""
        title, kinds = tr.say(f"reports_room.save_{kind}"), tr.say(f"reports_room.kinds_{kind}")
        name = self.presenter.file_name(self.name, kind)
        place = QFileDialog.getSaveFileName(self, title, name, kinds)[0]
        if place:
            self.save(Path(place), kind)

    def save(self, place: Path, kind: str) -> None:
        """Write the report to `place`; the name's end says whether CSV was meant."""
        asked = self.presenter.asked(self.name)
        kind = "csv" if place.suffix.lower() == ".csv" else kind
        place = with_end(place, kind)
        work = (
            partial(self.presenter.pdf, asked)
            if kind == "pdf"
            else partial(self.presenter.sheet, asked, kind)
        )
        self.slow.do(
            "reports_room.saving", work, partial(write_file, self.house, place), self.house.refuse
        )

    def retell(self) -> None:
        """Said anew by the page, which reads the report in the other language."""

    def _shown(self, picture: "ReportPicture") -> None:
        if picture.name != self.name:
            return
        focused = any(part.table.hasFocus() for part in self.parts)
        empty(self._charts)
        pairs = zip_longest(picture.charts, picture.tables)
        self.parts = [ReportPart(*pair, self._drawer, self.behind.emit) for pair in pairs]
        for part in self.parts:
            self._charts.addWidget(part)
        self._notes.setText("\n".join(picture.notes))
        self._notes.setVisible(bool(picture.notes))
        as_read(self)
        if focused or self.isVisible():
            self.start()
        self.house.acts_changed()

    def _lay(self) -> None:
        back = Button("reports_room.back", self.left.emit, kind="link")
        head = row(boxed(column(self._title, self._says, space=2)), back, space=12, shares=(1,))
        body = scrolled(column(self._charts, self._notes, None, space=12))
        acts = row(
            Button("reports_room.print", self.print_it, kind="primary"),
            SparingHint("Ctrl+P"),
            Button("reports_room.save_pdf", partial(self.ask_and_save, "pdf")),
            SparingHint("Ctrl+S"),
            Button("reports_room.save_xlsx", partial(self.ask_and_save, "xlsx")),
            SparingHint("Ctrl+Shift+X"),
            None,
            space=10,
        )
        foot = boxed(acts)
        if not self.presenter.may_export:  # what leaves the vault is refused to whoever may not
            foot.hide()
        whole = column(head, body, self.slow, foot, space=10)
        whole.setStretch(1, 1)
        self.setLayout(whole)


class ReportPart(Card):
    """A picture and its numbers: beside each other where there is room, else under each other."""

    def __init__(
        self,
        chart: "Chart | None",
        table: "ReportTable | None",
        drawer: ReportDrawer,
        asked: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._chart, self._drawer = chart, drawer
        self.picture = Picture(aspect=None)
        self.picture.wanted.connect(self.draw)
        self.picture.pressed.connect(asked)
        self.table = NumbersTable()
        self.table.asked.connect(asked)
        self.pair = SideBySide(self._left(), self._right(table), (3, 2), self._least)
        self.add(self.pair)

    def draw(self) -> None:
        """Draw the picture anew for the pixels it stands on."""
        if self._chart is not None:
            self._drawer.draw(self._chart, self.picture)

    def retell(self) -> None:
        """Read anew by the page in the other language."""

    def _left(self) -> QWidget:
        box = boxed(column(self.picture, None, space=0))
        if self._chart is None:
            box.hide()
        return box

    def _right(self, table: "ReportTable | None") -> QWidget:
        if table is None:
            empty_box = QWidget()
            empty_box.hide()
            return empty_box
        self.table.show_numbers(numbers_of(table, tr), table.title)
        hint = Said("reports_room.open_behind", role="caption")
        if not any(cell.key for line in table.rows for cell in line):
            hint.hide()
        title = plain(table.title, role="strong")
        return boxed(column(title, self.table, hint, None, space=6))

    def _least(self) -> int:
        """The numbers take two parts of five, and nothing of them may be cut."""
        return max(theme.pixels(WIDE), self.table.needs() * 5 // 2)
