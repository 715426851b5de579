"""Who held which role on any day, and the lists one prints: roster, history, calendar."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from immtrac_desk.domain.ids import OrganizationId
from ui.presenters.roster import RosterPresenter
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.agreement_page import AgreementPage, Turns
from ui.views.line_table import LineTable
from ui.views.narrowing import scrolled
from ui.views.saving import put_whole
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


class ListsPage(AgreementPage):
    """The table on the screen; each sheet is drawn off the event loop and logged as printed."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house, room)
        self.presenter: RosterPresenter | None = None
        self.slow = SlowWork()
        self.language = Segments("roster_lists.language", LANGUAGES, tr.language)
        self.view = Segments("roster_lists.view", VIEWS, "day")
        self.view.picked.connect(lambda _: self.read())
        self.on = DateField("roster_lists.on", house.desk.people.parse_date, name="on")
        self.on.set_day(house.today())
        self.on.changed.connect(self.read)
        self.table = LineTable("roster_lists.title", _COLUMNS, lambda _: None)
        self.ics = Button("roster_lists.ics", self.guarded(self.save_ics))
        self._listed = QWidget()
        self._stack = QStackedLayout(self._listed)
        self._lay()

    def show_site(self, site: OrganizationId, **about: object) -> None:
        super().show_site(site)
        self.presenter = RosterPresenter(self.house.desk, tr, site)
        several = len(self.house.desk.roster.organizations()) > 1
        self.calendar_all.setVisible(several)
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
        return {"print": self.print_roster, "sheet_language": self.turn_language}

    def retell(self) -> None:
        super().retell()
        self.read()

    def turn_language(self) -> None:
        """The other language for the sheets."""
        self.language.set_value("es" if self.language.value() == "en" else "en")

    # -- sheets ----------------------------------------------------------------------------

    def print_roster(self) -> None:
        """The roster of users, as of the day that is shown."""
        site, language, day = self.site, self.language.value(), self._day()
        desk = self.house.desk
        self._draw(lambda: desk.agreement.roster_sheet(site, language, day))

    def print_history(self) -> None:
        """Every role ever held at the site."""
        site, language, desk = self.site, self.language.value(), self.house.desk
        self._draw(lambda: desk.agreement.history_sheet(site, language))

    def print_calendar(self, site: OrganizationId | None) -> None:
        """The renewal calendar of a site, or of all."""
        language, desk = self.language.value(), self.house.desk
        self._draw(lambda: desk.agreement.calendar_sheet(language, site))

    def save_ics(self) -> None:
        """Write the calendar where the person says; it holds days and sites, no clients."""
        title, kinds = tr.say("roster_lists.ics_title"), tr.say("roster_lists.ics_kinds")
        place = QFileDialog.getSaveFileName(self, title, "renewals.ics", kinds)[0]
        if place:
            self.write_ics(Path(place))

    def write_ics(self, place: Path) -> None:
        """Write the calendar of this site to `place`, and say whether it is there."""
        data = self.house.desk.agreement.calendar_ics(self.language.value(), self.site)
        if put_whole(place, data):
            self.house.tell(tr.say("roster_lists.ics_saved"), tone="good")
        else:
            self.house.tell(tr.say("roster_lists.ics_failed"), tone="bad")

    def _draw(self, sheet: Callable[[], bytes]) -> None:
        self.slow.do("agreement_room.drawing", sheet, self.house.print_pdf, self.house.refuse)

    def _day(self) -> date | None:
        return self.on.day() if self.view.value() == "day" else None

    def _lay(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("roster_lists.empty_title", "roster_lists.empty_body"))
        acts = QWidget()
        flow = Flow(acts, gap=8, row_gap=8)
        self.calendar_all = Button("roster_lists.calendar_all", lambda: self.print_calendar(None))
        for button in (
            Button("roster_lists.roster", self.print_roster),
            Button("roster_lists.history", self.print_history),
            Button("roster_lists.calendar", lambda: self.print_calendar(self.site)),
            self.calendar_all,
            self.ics,
        ):
            flow.addWidget(button)
        head = row(Said("roster_lists.sheets", role="section"), None, self.language)
        sheets = Card(head, self.slow, acts, space=8)
        choose = fields(self.on, boxed(column(self.view, None)), shares=(2, 3))
        inner = column(sheets, choose, self._listed, space=12)
        inner.setStretch(2, 1)
        self.setLayout(column(scrolled(inner)))
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Room for a few lines of the table at every text size; the page scrolls for the rest."""
        self._listed.setMinimumHeight(theme.pixels(_LEAST))
