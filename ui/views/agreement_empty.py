"""The room before any organization: what one already has comes first."""

from immtrac_desk.domain.rights import may
from ui.shell.house import House
from ui.views.agreement_page import AgreementPage, Turns
from ui.views.narrowing import scrolled
from ui.widgets.card import Card
from ui.widgets.layouts import column, row
from ui.widgets.words import Button, Said


class EmptyPage(AgreementPage):
    """Enter the agreement one has, else register; who may do neither is told who may."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house, room)
        title = Said("agreement_room.title", role="title")
        says = column(
            Said("agreement_empty.title", role="section"), Said("agreement_empty.body"), space=4
        )
        self.enter = Button("agreement_room.enter", lambda: room.turn("enter"), kind="primary")
        self.register = Button("agreement_room.register", lambda: room.turn("site", new=True))
        ways = (
            (self.enter, "agreement_room.enter_says"),
            (self.register, "agreement_room.register_says"),
        )
        cards = [Card(Said(code, role="muted"), row(button, None)) for button, code in ways]
        manages = may(house.desk.actor.role, "manage_agreement")
        reader = Said("agreement_empty.reader", role="muted")
        shown = cards if manages else [reader]
        for away in [reader] if manages else cards:
            away.setParent(self)
            away.hide()
        body = scrolled(column(title, says, *shown, None, space=16))
        self.setLayout(column(body))

    def start(self) -> None:
        self.enter.setFocus()
