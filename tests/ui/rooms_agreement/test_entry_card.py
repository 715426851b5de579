"""The entry card: in the portal's order, copied by key, gone with ten seconds or the lock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from immtrac_desk.domain.agreement import ApplicationState
from immtrac_desk.domain.ids import ApplicationId
from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.at_an_application import at, settle, site_of, state
from ui.clipboard import STAYS
from ui.views.application import ApplicationView
from ui.views.entry_card import EntryCard
from ui.wording import tr


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def held() -> str:
    return QGuiApplication.clipboard().text()


def signed(counter: Counter) -> ApplicationId:
    site = site_of(counter)
    application = site.begin()
    site.sign(application)
    return application


def card_of(room: ApplicationView) -> EntryCard:
    assert room.card is not None
    return room.card


def test_a_signed_application_opens_at_its_card(counter: Counter) -> None:
    room = at(counter, signed(counter))
    assert room.part == "card"


def test_the_card_follows_the_steps_of_the_portal(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    steps = [row.group[:2] for row in card.presenter.rows]
    assert steps == sorted(steps)
    assert {"A1", "A3", "A4", "A5", "A6"} <= set(steps)


def test_enter_goes_down_the_card_copying_one_after_the_other(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    counter.front()
    card.table.setFocus()
    copied = []
    for _ in range(3):
        QTest.keyClick(card.table, Qt.Key.Key_Return)
        copied.append(held())
    assert copied == [row.value for row in card.presenter.rows[:3]]
    assert card.presenter.progress()[0] == 3


def test_ctrl_c_copies_the_row_in_hand_again(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    counter.front()
    card.table.take(4)
    for _ in range(2):
        QTest.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert held() == card.presenter.rows[4].value
    assert card.table.at() == 4


def test_a_digit_copies_the_row_of_that_number_in_the_group(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    counter.front()
    first = next(i for i, row in enumerate(card.presenter.rows) if row.group.startswith("A3"))
    card.table.take(first)
    QTest.keyClick(card.table, Qt.Key.Key_2)
    assert held() == card.presenter.rows[first + 1].value


def test_the_arrows_pass_the_headings_by(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    counter.front()
    card.table.setFocus()
    card.table.take(0)
    seen = [card.table.at()]
    for _ in range(4):
        QTest.keyClick(card.table, Qt.Key.Key_Down)
        seen.append(card.table.at())
    assert seen == [0, 1, 2, 3, 4]
    QTest.keyClick(card.table, Qt.Key.Key_Up)
    assert card.table.at() == 3


def test_space_ticks_and_takes_the_tick_back(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    counter.front()
    card.table.take(1)
    QTest.keyClick(card.table, Qt.Key.Key_Space)
    assert card.presenter.progress()[0] == 1
    QTest.keyClick(card.table, Qt.Key.Key_Space)
    assert card.presenter.progress()[0] == 0


def test_the_zeros_of_the_id_are_copied(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    row = next(i for i, row in enumerate(card.presenter.rows) if row.key == "tx_iis_id//")
    card.copy(row)
    assert held() == "0001112000"


def test_words_are_copied_as_the_portal_says_them_whatever_the_screen_speaks(
    counter: Counter,
) -> None:
    tr.use("es")
    card = card_of(at(counter, signed(counter)))
    row = next(row for row in card.presenter.rows if row.key == "tvfc//")
    assert row.value == "No"
    row = next(row for row in card.presenter.rows if row.key == "org_type//")
    assert (row.label, row.value) == ("Tipo de organización", "Medical practice or clinic")
    told = {(row.label, row.value) for row in card.presenter.rows if row.about == "users"}
    assert ("Funciones", "User, full access") in told, "the kind of account"
    assert ("Supervisor del proveedor", "No") in told


def test_the_lock_takes_the_copied_text_back(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    card.copy(2)
    assert held()
    counter.window.lock()
    assert held() == ""


def test_ten_seconds_take_it_back_and_the_card_says_so(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    card.copy(2)
    assert card.clipboard._timer.interval() == STAYS
    card.clipboard._timer.timeout.emit()
    assert held() == ""
    assert card.told.text() == tr.say("entry_card.gone")


def test_what_somebody_copied_elsewhere_survives_the_lock(counter: Counter) -> None:
    card = card_of(at(counter, signed(counter)))
    card.copy(2)
    QGuiApplication.clipboard().setText("a recipe")
    counter.window.lock()
    assert held() == "a recipe"


def test_ticks_survive_the_lock(counter: Counter) -> None:
    application = signed(counter)
    card = card_of(at(counter, application))
    card.copy_next()
    card.copy_next()
    counter.window.lock()
    desk = counter.office.as_(counter.office.desk.actor.name)
    counter.window.enter(desk, counter.office.path)
    card = card_of(at(counter, application))
    assert card.presenter.progress()[0] == 2
    card.copy_next()
    assert held() == card.presenter.rows[2].value, "it goes on where it was left"


def test_after_the_portal_it_is_noted_as_sent(counter: Counter) -> None:
    application = signed(counter)
    room = at(counter, application)
    counter.act("record")
    settle(counter)
    assert (room.part, room.record.form is not None) == ("record", True)
    form = room.record.form
    assert form is not None
    counter.type_in(form.editors["confirmation_no"], "C-4471")  # type: ignore[arg-type]
    counter.act("record")
    settle(counter)
    assert state(counter, application) is ApplicationState.SUBMITTED
    steps = counter.office.desk.agreement.application(application).steps
    assert steps[-1].facts["confirmation_no"] == "C-4471"


def test_after_a_return_only_what_was_corrected_is_entered_again(counter: Counter) -> None:
    site = site_of(counter)
    application = site.begin()
    site.sign(application)
    card = card_of(at(counter, application))
    for _ in card.presenter.rows:
        card.copy_next()
    assert card.presenter.next_open(-1) == -1
    card.keep()
    desk = counter.office.desk
    desk.agreement.send(application, desk.today(), "Marta Robles")
    desk.agreement.returned(application, desk.today(), "The city is wrong")
    site.put(application, city="Buda")
    site.sign(application)
    card = card_of(at(counter, application, "card"))
    still_open = [row.value for row in card.presenter.rows if not card.presenter.is_done(row)]
    assert still_open == ["Buda"]
