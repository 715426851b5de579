"""With no mouse: a new minor from an unknown name to the signer's hand, counted key by key."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.words import Who
from tests.journeys.conftest import Counter
from ui.views.client import ClientView
from ui.views.clients import ClientsView
from ui.views.consent import ConsentView
from ui.views.signer import SignerView

CTRL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
MOST_KEYS = 110
"""A change that makes the counter slower by keystrokes has to say so here."""

FIRST_OF_EACH = ("female", ("american_indian",), "hispanic")
"""What Space ticks on entering the gender, the clinic's list of races, and the ethnicity."""


class Hands(QObject):
    """Types at whatever has the focus, counts keys, and notes every press of the mouse."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.counter = counter
        self.keys = self.presses = 0
        counter.app.installEventFilter(self)

    def type(self, text: str) -> None:
        for letter in text:
            self.key(letter)

    def key(self, key: str | Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.keys += 1
        QTest.keyClick(self.counter.focus, key, modifier)  # type: ignore[call-overload]
        self.counter.app.processEvents()

    def enter(self, times: int = 1) -> None:
        for _ in range(times):
            self.key(Qt.Key.Key_Return)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.presses += event.type() is QEvent.Type.MouseButtonPress
        return False


def test_a_new_minor_is_ready_to_sign_without_the_mouse(counter: Counter) -> None:
    clients = counter.go("clients")
    assert isinstance(clients, ClientsView)
    counter.front()
    clients.line.setFocus()
    hands = Hands(counter)
    hands.type("Garza, Ana")
    hands.enter()
    assert clients.form is not None
    assert clients.form.set.fields["client.born_on"].isAncestorOf(counter.focus)
    hands.type("05042015")
    hands.enter()
    hands.key(Qt.Key.Key_Space)
    hands.enter()
    hands.type("12 Oak Street")
    hands.enter(2)
    hands.type("78701")
    hands.enter(4)
    hands.type("5125550142")
    hands.enter(2)
    hands.type("Rosa")
    hands.enter()
    hands.type("Lara")
    hands.enter()
    hands.key(Qt.Key.Key_Space)
    hands.enter()
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_N, CTRL)
    room = counter.room
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    client = room.consent.draft.client
    assert (client.gender, client.race, client.ethnicity) == FIRST_OF_EACH
    assert (client.address.county, client.phone) == ("Travis", "(512) 555-0142")
    assert room.fields is not None
    assert room.fields.set.fields["signer.name"].isAncestorOf(counter.focus)
    hands.type("Rosa Garza")
    hands.enter()
    hands.key("m")
    assert room.consent.draft.who is Who.PARENT
    assert room.consent.draft.relation == "mother"
    hands.key(Qt.Key.Key_G, CTRL)
    assert isinstance(counter.room, SignerView)
    assert hands.presses == 0
    assert hands.keys <= MOST_KEYS


def test_a_returning_adult_is_four_keys_from_the_signers_hand(counter: Counter) -> None:
    counter.office.client(date(1985, 3, 10), name=PersonName(last="Xu", first="Li"))
    clients = counter.go("clients")
    assert isinstance(clients, ClientsView)
    counter.front()
    clients.line.setFocus()
    hands = Hands(counter)
    hands.type("Xu")
    hands.key(Qt.Key.Key_N, CTRL)
    hands.key(Qt.Key.Key_G, CTRL)
    assert isinstance(counter.room, SignerView)
    assert (hands.keys, hands.presses) == (4, 0)


def test_a_sibling_brings_along_what_the_family_shares(counter: Counter) -> None:
    known = counter.office.client(date(2015, 3, 10))
    view = counter.go("client", client_id=known.id)
    assert isinstance(view, ClientView)
    assert view.presenter is not None
    offer = next(one for one in view.presenter.offers() if one.id == "sibling")
    view.do_offer(offer)
    clients = counter.room
    assert isinstance(clients, ClientsView)
    assert clients.form is not None
    made = clients.form.presenter.client
    assert made.id != known.id
    assert (made.name.last, made.address) == (known.name.last, known.address)
    assert (made.name.first, made.born_on) == ("", date.min)
    assert QApplication.activePopupWidget() is None


def test_the_search_is_noted_from_the_sheet_and_one_is_back_at_once(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    room = counter.go("consent", client_id=client.id)
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    room.consent.put("signer.name", "María García")
    assert "search" in {finding.field for finding in room.consent.assessment.findings}
    room._note_search()
    view = counter.room
    assert isinstance(view, ClientView)
    assert view.form is not None
    view.form.editors["outcome"].button("not_found").click()  # type: ignore[union-attr]
    counter.act("record")
    counter.settle()
    back = counter.room
    assert isinstance(back, ConsentView)
    assert back.consent is not None
    assert back.consent.draft.signer_name == "María García"
    assert "search" not in {finding.field for finding in back.consent.assessment.findings}
