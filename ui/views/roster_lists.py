"""Who held which role on any day, and the lists one prints: roster, history, calendar."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.rights import may
from ui.presenters.roster import RosterPresenter
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.agreement_page import AgreementPage, Turns
from ui.views.line_table import LineTable
from ui.views.narrowing import scrolled
from ui.views.saving import put_whole, with_end, write_file
from ui.views.slow_work import SlowWork
from ui.widgets.card import Card
from ui.widgets.choice import Option
from ui.widgets.date_field import DateField
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import fields
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, row
from ui.widgets.segments import Segments
from ui.widgets.words import Button, Said
from ui.wording import tr

_COLUMNS = (
    ("roster.role", 4),
    ("roster.name", 4),
    ("site_field.title", 2),
    ("roster_lists.from", 2),
    ("roster_lists.until", 2),
)
_LEAST = 240
LANGUAGES = (Option("en", "language.en"), Option("es", "language.es"))
VIEWS = (Option("day", "roster_lists.day"), Option("whole", "roster_lists.whole"))
SHEETS = ("roster", "history", "calendar", "calendar_all")
"""The lists that can be printed and saved."""
CALENDARS = ("calendar", "calendar_all")
"""Those that other calendars can read too: of this site, and of all."""


class ListsPage(AgreementPage):
    """The table on the screen; each sheet is drawn off the event loop and logged as printed."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house, room)
        self.presenter: RosterPresenter | None = None
        self._may_save = may(house.desk.actor.role, "export")
        self.slow = SlowWork()
        self.language = Segments("roster_lists.language", LANGUAGES, tr.language)
        self.view = Segments("roster_lists.view", VIEWS, "day")
        self.view.picked.connect(lambda _: self.read())
        self.on = DateField("roster_lists.on", house.desk.people.parse_date, name="on")
        self.on.set_day(house.today())
        self.on.changed.connect(self.read)
        self.table = LineTable("roster_lists.title", _COLUMNS, lambda _: None)
        self._listed = QWidget()
        self._stack = QStackedLayout(self._listed)
        self._lay()

    def show_site(self, site: OrganizationId, **about: object) -> None:
        super().show_site(site)
        self.presenter = RosterPresenter(self.house.desk, tr, site)
        several = self.house.desk.roster.how_many() > 1
        self.lines["calendar_all"].setVisible(several)
        self.read()

    def start(self) -> None:
        self.on.setFocus()

    def read(self) -> None:
        if self.presenter is None:
            return
        whole = self.view.value() == "whole"
        self.on.setEnabled(not whole)
        day = None if whole else self.on.day()
        if day is None and not whole:
            return
        rows = self.presenter.held_on(day)
        self.table.show_lines(rows)
        self._stack.setCurrentIndex(0 if rows else 1)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        acts = {"print": self.print_roster, "sheet_language": self.turn_language}
        return {**acts, "keep": self.ask_and_save} if self._may_save else acts

    def retell(self) -> None:
        super().retell()
        self._name_buttons()
        self.read()

    def turn_language(self) -> None:
        """The other language for the sheets."""
        self.language.set_value("es" if self.language.value() == "en" else "en")

    # -- sheets ----------------------------------------------------------------------------

    def print_roster(self) -> None:
        """The roster of users, as of the day that is shown."""
        self.print_sheet("roster")

    def print_sheet(self, which: str) -> None:
        """Draw a sheet of SHEETS, then ask for a printer."""
        self._draw(which, self.house.print_pdf)

    def ask_and_save(self, which: str = SHEETS[0]) -> None:
        """Ask where a sheet is to be kept as a PDF; it names people of the site, no client."""
        title, kinds = tr.say("roster_lists.save_title"), tr.say("roster_lists.save_kinds")
        place = QFileDialog.getSaveFileName(self, title, f"{which}.pdf", kinds)[0]
        if place:
            self.save_sheet(which, Path(place))

    def save_sheet(self, which: str, place: Path) -> None:
        """Draw a sheet of SHEETS and write it to `place`."""
        self._draw(which, partial(write_file, self.house, with_end(place, "pdf")))

    def save_ics(self, site: OrganizationId | None) -> None:
        """Write a calendar where the person says; it holds days and sites, no clients."""
        title, kinds = tr.say("roster_lists.ics_title"), tr.say("roster_lists.ics_kinds")
        place = QFileDialog.getSaveFileName(self, title, "renewals.ics", kinds)[0]
        if place:
            self.write_ics(Path(place), site)

    def write_ics(self, place: Path, site: OrganizationId | None) -> None:
        """Write the calendar of a site, or of all, to `place`, and say whether it is there."""
        data = self.house.desk.agreement.calendar_ics(self.language.value(), site)
        if put_whole(place, data):
            self.house.tell(tr.say("roster_lists.ics_saved"), tone="good")
        else:
            self.house.tell(tr.say("roster_lists.ics_failed"), tone="bad")

    def _draw(self, which: str, done: Callable[[bytes], object]) -> None:
        """Draw off the event loop; the book notes each sheet, whatever becomes of it."""
        lists, site, day = self.house.desk.agreement, self.site, self._day()
        language = self.language.value() or tr.language
        draw: dict[str, Callable[[], bytes]] = {
            "roster": lambda: lists.roster_sheet(site, language, day),
            "history": lambda: lists.history_sheet(site, language),
        }
        for calendar in CALENDARS:
            draw[calendar] = partial(lists.calendar_sheet, language, self._whose(calendar))
        self.slow.do("agreement_room.drawing", draw[which], done, self.house.refuse)

    def _whose(self, calendar: str) -> OrganizationId | None:
        """The site of a calendar, None for that of all."""
        return self.site if calendar == "calendar" else None

    def _day(self) -> date | None:
        return self.on.day() if self.view.value() == "day" else None

    def _lay(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("roster_lists.empty_title", "roster_lists.empty_body"))
        self.lines = {which: self._line(which) for which in SHEETS}
        head = row(Said("roster_lists.sheets", role="section"), None, self.language)
        sheets = Card(head, self.slow, *self.lines.values(), space=4)
        choose = fields(self.on, boxed(column(self.view, None)), shares=(2, 3))
        inner = column(sheets, choose, self._listed, space=12)
        inner.setStretch(2, 1)
        self.setLayout(column(scrolled(inner)))
        theme.changed.connect(self._fit)
        self._fit()
        self._name_buttons()

    def _line(self, which: str) -> QWidget:
        """One list, and what can be done with it."""
        says = Said(f"roster_lists.{which}")
        buttons = [Button("roster_lists.print", partial(self.print_sheet, which), kind="quiet")]
        if self._may_save:
            save = partial(self.ask_and_save, which)
            buttons.append(Button("roster_lists.save", save, kind="quiet"))
        if which in CALENDARS:
            save_ics = self.guarded(lambda: self.save_ics(self._whose(which)))
            buttons.append(Button("roster_lists.ics", save_ics, kind="quiet"))
        acts = QWidget()
        flow = Flow(acts, gap=4, row_gap=4)
        for button in buttons:
            flow.addWidget(button)
        return boxed(row(says, acts, space=12, shares=(2, 3)))

    def _name_buttons(self) -> None:
        """Read out, each says which list it is about."""
        for which, line in self.lines.items():
            for button in line.findChildren(Button):
                about = tr.say(f"roster_lists.{which}")
                button.setAccessibleName(f"{about}: {button.text()}")

    def _fit(self) -> None:
        """Room for a few lines of the table at every text size; the page scrolls for the rest."""
        self._listed.setMinimumHeight(theme.pixels(_LEAST))
