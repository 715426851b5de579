"""Access and obligations: a question to ask, a clock to set, a list to confirm."""

from PySide6.QtWidgets import QVBoxLayout

from immtrac_desk.domain.changes import Changes
from ui.presenters.duties import DutiesPresenter
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.access_card import AccessCard
from ui.views.breach_card import BreachCard
from ui.views.duty_card import DutyCard
from ui.views.narrowing import scrolled
from ui.widgets.layouts import row
from ui.widgets.words import Button, Said
from ui.wording import tr


class DutiesView(Room):
    """Three cards that scroll; each answers as soon as it can."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        presenter = DutiesPresenter(house.desk, tr)
        self.access = AccessCard(presenter)
        self.breach = BreachCard(presenter, house.desk.people.parse_date)
        self.duties = DutyCard(presenter, self._confirmed)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 12, 12)
        inner.setSpacing(16)
        for card in (self.access, self.breach, self.duties):
            inner.addWidget(card)
        inner.addStretch(1)
        back = Button("duties.back", lambda: house.go("agreement"), kind="link")
        self.column.addLayout(row(Said("duties.title", role="title"), None, back))
        self.column.addWidget(scrolled(inner), 1)

    def open(self, **about: object) -> None:
        self.duties.read()
        self.access.setFocus()

    def title(self) -> str:
        return tr.say("duties.title")

    def refresh(self, changes: Changes) -> None:
        if changes.organizations:
            self.duties.read()

    def retell(self) -> None:
        super().retell()
        self.access.answer()
        self.breach.answer()
        self.duties.read()

    def _confirmed(self) -> None:
        self.house.tell(tr.say("duties.done"), tone="good")
