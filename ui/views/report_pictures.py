"""The pictures: a grid of seven for a period and a site, one of them large, a list behind."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from immtrac_desk.domain.changes import Changes
from ui.presenters.reports import ReportsPresenter
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.narrowing import Narrowing
from ui.views.registry_page import RegistryPage
from ui.views.report_behind import ReportBehind
from ui.views.report_card import ReportCard
from ui.views.report_drawer import ReportDrawer
from ui.views.report_filters import ReportFilters
from ui.views.report_one import ReportOne
from ui.views.sparing_hint import SPARED_FROM
from ui.widgets.layouts import boxed, column, scrolling
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk.report_pictures import ReportPicture

CARD = 430
"""Pixels at 100 % under which a picture no longer stands beside another."""
_MOST = 3


class PicturesPage(RegistryPage):
    """Read and drawn only when looked at; what changed at the desk is read again."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = ReportsPresenter(house.desk, tr)
        self.filters = ReportFilters(house, self.presenter)
        self.filters.changed.connect(self.ask)
        self.drawer = ReportDrawer(self.presenter, house.refuse)
        self.cards = {name: self._card(name) for name in self.presenter.names}
        self.one = ReportOne(house, self.presenter, self.drawer)
        self.one.left.connect(self.to_grid)
        self.one.behind.connect(self.to_behind)
        self.behind = ReportBehind(house, self.presenter)
        self.behind.left.connect(self._back_from_behind)
        self._from_grid = False
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._grid.setContentsMargins(0, 0, 12, 12)
        self._across = 0
        self.stack = QStackedWidget()
        self._lay()

    # -- as a part of its room -------------------------------------------------------------

    def enter(self, **about: object) -> None:
        """`name` shows one report at once."""
        self.filters.offer()
        name = str(about.get("name") or "")
        if name in self.cards:
            self.to_one(name)
        else:
            self.ask()

    def start(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, ReportOne | ReportBehind):
            page.start()
        else:
            next(iter(self.cards.values())).setFocus()

    def refresh(self, changes: Changes) -> None:
        self.ask()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        page = self.stack.currentWidget()
        return page.acts() if isinstance(page, ReportOne | ReportBehind) else {}

    def retell(self) -> None:
        super().retell()
        self.ask()

    # -- what is shown ---------------------------------------------------------------------

    def ask(self) -> None:
        """Read and draw anew what is in sight."""
        self.drawer.forget()
        for name, card in self.cards.items():
            card.tell(self.presenter.title(name), self.presenter.says(name))
        if self.stack.currentWidget() is self.one:
            self.one.show_name(self.one.name)
        elif self.stack.currentWidget() is self.behind:
            self._show_behind(self.behind.name, self.behind.key)
        else:
            for name in self.cards:
                self.draw(name)

    def draw(self, name: str) -> None:
        """Draw the picture of one card."""
        card = self.cards[name]
        if not card.isVisible() or card.picture.width() < 2:
            return  # it asks by itself once it is seen

        self.drawer.read(name, lambda found: self.drawer.draw(found.charts[0], card.picture))

    def to_one(self, name: str = "") -> None:
        """Show one report, by default the one that was shown last."""
        self._turn(self.one)
        self.one.show_name(name or self.one.name)
        self.house.acts_changed()

    def to_behind(self, key: str) -> None:
        """Show who stands behind a number of the report that is shown."""
        self._from_grid = self.stack.currentWidget() is self._all
        self._turn(self.behind)
        self._show_behind(self.one.name, key)
        self.behind.start()
        self.house.acts_changed()

    def _show_behind(self, name: str, key: str) -> None:
        """The numbers are read already where one came from the report."""

        def read(picture: "ReportPicture") -> None:
            self.behind.show_key(name, key, self.presenter.number_words(picture, key))

        self.drawer.read(name, read)

    def to_grid(self) -> None:
        """Back to all pictures, with the one that was shown in hand."""
        name = self.one.name
        self._turn(self._all)
        self.ask()
        if name in self.cards:
            self.cards[name].setFocus()
        self.house.acts_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- parts -----------------------------------------------------------------------------

    def _turn(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        self._spare_room()

    def _asked(self, name: str, key: str) -> None:
        """A number of a small picture leads to its list as one of a large picture does."""
        self.one.name = name
        self.to_behind(key)

    def _back_from_behind(self) -> None:
        if self._from_grid:
            self.to_grid()
        else:
            self.to_one()

    def _spare_room(self) -> None:
        """At large text a report needs the room that the filters take; the grid has them."""
        roomy = theme.percent <= SPARED_FROM
        self.filters.setVisible(roomy or self.stack.currentWidget() is self._all)

    def _card(self, name: str) -> ReportCard:
        card = ReportCard(name)
        card.opened.connect(self._opened)
        card.asked.connect(self._asked)
        card.wanted.connect(self.draw)
        return card

    def _opened(self, name: str) -> None:
        self.to_one(name)
        self.one.start()

    def _lay(self) -> None:
        self._all: QWidget = scrolling(Narrowing(column(boxed(self._grid), None)))
        for page in (self._all, self.one, self.behind):
            self.stack.addWidget(page)
        whole = column(self.filters, self.drawer, self.stack, space=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        theme.changed.connect(self._fit)
        theme.changed.connect(self._spare_room)

    def _fit(self) -> None:
        """As many pictures beside each other as have room, up to three."""
        across = min(max(self.width() // theme.pixels(CARD), 1), _MOST)
        if across == self._across:
            return
        for at in range(max(self._across, across)):
            self._grid.setColumnStretch(at, 1 if at < across else 0)
        self._across = across
        for at, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, at // across, at % across)
