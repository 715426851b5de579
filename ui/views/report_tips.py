"""The TIPS page: figures typed in as printed, one measure over the months, the levers."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QStackedLayout, QWidget

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OrganizationId, TipsReadingId
from immtrac_desk.errors import InputError
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.reports import ReportsPresenter
from ui.presenters.tips import TipsPresenter, TipsTyped
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.kept_strip import KeptStrip
from ui.views.lever_card import LeverCard
from ui.views.narrowing import scrolled
from ui.views.registry_page import RegistryPage
from ui.views.report_drawer import ReportDrawer
from ui.views.row_table import RowTable, TableRow
from ui.views.side_by_side import SideBySide
from ui.views.sparing_hint import SparingHint
from ui.widgets.card import Card
from ui.widgets.choice import Option
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pick import Pick
from ui.widgets.picture import Picture
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

_COLUMNS = (
    ("tips_page.month_short", 3),
    ("tips_page.measure_short", 6),
    ("tips_page.value_short", 3),
    ("tips_page.rating_short", 4),
)
_LEAST = 230
WIDE = 820
"""Pixels at 100 % from which the picture stands beside the figures."""


class TipsPage(RegistryPage):
    """What is typed here stands as it was typed."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = TipsPresenter(house.desk, tr)
        self.drawer = ReportDrawer(ReportsPresenter(house.desk, tr), house.refuse)
        self.site = Pick("lists_page.site")
        self.site.changed.connect(self._other_site)
        self.month = Field("tips_page.month", name="month")
        self.measure = Field("tips_page.measure", name="measure")
        self.value = Field("tips_page.value", name="value")
        self.rating = Field("tips_page.rating", name="rating")
        self.asked = (self.month, self.measure, self.value, self.rating)
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        for field in self.asked:
            field.changed.connect(self.kept_strip.typed)
        self._kept_of = OrganizationId("")
        self.do = Button("tips_page.save", self.save, kind="primary")
        self.table = RowTable("tips_page.table", _COLUMNS)
        self.table.in_hand.connect(self._in_hand)
        self.away = Button("tips_page.void", self.void, kind="quiet")
        self.title, self.undrawn = plain(role="section"), Said("tips_page.no_chart", role="muted")
        self.picture = Picture(aspect=None)
        self.picture.wanted.connect(self._draw)
        self.levers = LeverCard(self.presenter, self._confirm)
        self._list = QWidget()
        self._listed = QStackedLayout(self._list)
        self._lay()

    # -- as a part of its room -------------------------------------------------------------

    def enter(self, **about: object) -> None:
        self.read()

    def start(self) -> None:
        if self.site.value() and self.presenter.may_keep:
            self.month.setFocus()
        elif self.site.isVisibleTo(self):
            self.site.setFocus()
        else:
            self.area.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes.reports or changes.organizations:
            self.read()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"record": self.save} if self.do.isVisible() else {}

    def keep(self) -> None:
        """Keep what is half typed of a figure."""
        self.kept_strip.keep()

    def retell(self) -> None:
        super().retell()
        self.read()
        self.kept_strip.say_again()

    def read(self) -> None:
        """Read the figures of the site anew; what is half typed stays."""
        sites = self.presenter.sites()
        self.site.offer([Option(site, name) for site, name in sites])
        if not self.site.value() and sites:
            self.site.set_value(sites[0][0])
        self.presenter.site = OrganizationId(str(self.site.value()))
        self.site.setVisible(len(sites) > 1)
        self.none.setVisible(not sites)
        self._body.setVisible(bool(sites))
        rows = tuple(TableRow(one.id, one.cells) for one in self.presenter.read())
        self.table.show_rows(lambda at, most: rows[at : at + most])
        self._listed.setCurrentIndex(0 if rows else 1)
        self._form.setVisible(self.presenter.may_keep)
        if self.presenter.site != self._kept_of:
            self._begin()
        self.levers.read()

    # -- what is done ----------------------------------------------------------------------

    def save(self) -> None:
        """Keep the figure; the month stays for the next one of the same page."""
        for field in self.asked:
            field.show_findings(())
        try:
            kept = self.presenter.save(self._typing())
        except InputError as error:
            at = next((one for one in self.asked if one.name == error.field), self.month)
            at.refuse(error)
            at.setFocus()
            return
        for field in self.asked[1:]:
            field.set_value("")
        self.kept_strip.leave(saved=True)
        self._begin()
        self.read()
        self._take(kept.id)
        self.measure.setFocus()
        self.house.tell(partial(tr.say, "tips_page.saved"), tone="good")

    def void(self) -> None:
        """Take back the figure in hand."""
        key = self.table.key()
        if key:
            self.guarded(lambda: self.presenter.void(TipsReadingId(key)))()
            self.read()

    def _begin(self) -> None:
        """The form as it stands is a new one of this site: offer what was kept of it before."""
        self._kept_of = self.presenter.site
        if self._kept_of and self.presenter.may_keep:
            keeper = FormKeeper(self.house.desk, "tips", self._kept_of, TipsTyped)
            self.kept_strip.begin(keeper)

    def _typing(self) -> TipsTyped:
        month, measure, value, rating = (field.text() for field in self.asked)
        return TipsTyped(month=month, measure=measure, value=value, rating=rating)

    def _put_back(self, typed: TipsTyped) -> None:
        kept = (typed.month, typed.measure, typed.value, typed.rating)
        for field, text in zip(self.asked, kept, strict=True):
            field.set_value(text)

    # -- parts -----------------------------------------------------------------------------

    def _confirm(self, lever: str) -> None:
        self.guarded(lambda: self.presenter.confirm(lever))()
        self.levers.read()

    def _other_site(self) -> None:
        self.kept_strip.keep()
        self.presenter.site = OrganizationId(str(self.site.value()))
        self.read()

    def _take(self, reading_id: str) -> None:
        keys = [row.key for row in self.table.rows.rows]
        if reading_id in keys:
            self.table.take(keys.index(reading_id))

    def _in_hand(self, key: str) -> None:
        self.away.setVisible(bool(key) and self.presenter.may_keep)
        self.title.setText(self._measure())
        self._chart.setVisible(bool(key))
        if key:
            self._draw()

    def _measure(self) -> str:
        """The measure of the figure in hand."""
        found = (one for one in self.presenter.readings if one.id == self.table.key())
        return next((one.measure for one in found), "")

    def _draw(self) -> None:
        measure = self._measure()
        chart = self.presenter.chart(measure) if measure else None
        self.picture.setVisible(chart is not None)
        self.undrawn.setVisible(chart is None)
        if chart is not None and self.picture.isVisible() and self.picture.width() > 1:
            self.drawer.draw(chart, self.picture)

    def _lay(self) -> None:
        typed = fields(self.month, self.measure, self.value, self.rating, shares=(2, 5, 2, 3))
        foot = row(self.do, SparingHint("Ctrl+Return"), None, space=10)
        self._form = boxed(column(self.kept_strip, typed, foot, space=12))
        self._listed.addWidget(self.table)
        self._listed.addWidget(EmptyState("tips_page.empty_title", "tips_page.empty_body"))
        self._chart = boxed(column(self.title, self.picture, self.undrawn, None, space=4))
        listed = boxed(column(self._list, row(self.away, None), None, space=8))
        figures = Card(
            Said("tips_page.title", role="section"),
            Said("tips_page.says", role="muted"),
            self._form,
            SideBySide(listed, self._chart, (1, 1), lambda: theme.pixels(WIDE)),
        )
        self._body = boxed(column(figures, self.levers, space=16))
        self.none = EmptyState(
            "tips_page.no_site",
            "tips_page.no_site_body",
            action="tips_page.to_sites",
            press=lambda: self.house.go("agreement"),
        )
        inner = column(self.site, self.none, self._body, None, space=12)
        inner.setContentsMargins(0, 0, 12, 12)
        self.area = scrolled(inner)
        whole = column(self.drawer, self.area)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Room for a few lines of the table at every text size."""
        self._list.setFixedHeight(theme.pixels(_LEAST))
