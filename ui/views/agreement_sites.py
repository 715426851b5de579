"""All sites in one table: typed words narrow it, Enter opens one."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.rights import may
from ui.presenters.agreement_sites import SitesPresenter
from ui.shell.house import House
from ui.views.agreement_page import AgreementPage, Turns
from ui.views.clients import SearchLine
from ui.views.site_table import SiteTable
from ui.views.slow_work import SlowWork
from ui.widgets.choice import Option
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import fields
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pick import Pick
from ui.widgets.words import Button, Said
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import SiteLine

REST = 80


class SitesPage(AgreementPage):
    """The desk is asked off the event loop; narrowing asks nobody."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house, room)
        self.presenter = SitesPresenter(house.desk, tr)
        self.slow = SlowWork()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.narrow)
        self.line = SearchLine(self._down, self._enter)
        self.line.textEdited.connect(lambda _: self._timer.start(REST))
        self.state = Pick("agreement_sites.which")
        self.state.changed.connect(self.narrow)
        self.table = SiteTable(self._open)
        self.add = Button("agreement_room.add_site", lambda: room.turn("site", new=True))
        self.enter = Button("agreement_room.enter", lambda: room.turn("enter", new=True))
        if not may(house.desk.actor.role, "manage_agreement"):
            self.add.hide()
            self.enter.hide()
        self._count = Said(role="caption")
        self._again = False
        self._body = QWidget()
        self._stack = QStackedLayout(self._body)
        self._lay()
        self.retell()

    def show_site(self, site: OrganizationId, **about: object) -> None:
        super().show_site(site)
        self.read()

    def read(self) -> None:
        """Ask for every site; what comes while one is asking is asked for once more."""
        started = self.slow.do(
            "agreement_room.reading", self.presenter.read, self._take, self.house.refuse
        )
        self._again = not started

    def start(self) -> None:
        self.line.setFocus()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self.line.setFocus}

    def retell(self) -> None:
        super().retell()
        self.line.setPlaceholderText(tr.say("agreement_sites.find"))
        self.line.setAccessibleName(tr.say("agreement_sites.find"))
        self.presenter.say_again()
        self._offer_states()
        self.narrow()

    def narrow(self) -> None:
        """Show the sites that fit what is typed and picked."""
        self._timer.stop()
        rows = self.presenter.narrow(self.line.text(), str(self.state.value()))
        self.table.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows or not self.presenter.whole else 1)
        self._count.say("agreement_sites.count", shown=len(rows), count=self.presenter.whole)

    def _take(self, lines: "tuple[SiteLine, ...]") -> None:
        self.presenter.take(lines)
        self._offer_states()
        self.narrow()
        if self._again:
            self.read()

    def _offer_states(self) -> None:
        counted = (
            (state.value, tr.say(f"agreement_state.{state.value}"), count)
            for state, count in self.presenter.counts()
        )
        options = [Option("", "agreement_sites.all_states")]
        for value, said, count in counted:
            words = tr.say("agreement_sites.state_count", state=said, count=count)
            options.append(Option(value, words))
        self.state.offer(options)
        if not self.state.value():
            self.state.set_value("")

    def _open(self, at: int) -> None:
        self.room.turn("standing", organization_id=self.presenter.rows[at].id)

    def _down(self) -> None:
        if self.presenter.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.choose(max(self.table.chosen(), 0))

    def _enter(self) -> None:
        self.narrow()
        if self.presenter.rows:
            self._open(max(self.table.chosen(), 0))

    def _lay(self) -> None:
        head = Said("agreement_room.all", role="title")
        foot = row(self._count, None, self.enter, self.add, space=12)
        search = boxed(column(Said("agreement_sites.find", role="label"), self.line, space=4))
        for widget in (
            self.table,
            EmptyState("agreement_sites.empty_title", "agreement_sites.empty_body"),
        ):
            self._stack.addWidget(widget)
        self.setLayout(
            column(head, self.slow, fields(search, self.state, shares=(4, 2)), self._body, foot)
        )
        layout = self.layout()
        assert layout is not None
        layout.setStretch(3, 1)  # type: ignore[attr-defined]
