"""The counter's rooms: everything named, nothing cut at 200 %, keys in order, rights respected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.words import Intent, Role
from tests.journeys.conftest import Counter
from tests.office import AUDITOR
from tests.seen import signed_paper
from tests.ui.accessibility import look
from ui.shell.theme import theme
from ui.views.client import ClientView
from ui.views.clients import ClientsView
from ui.views.consent import ConsentView
from ui.views.existing import ExistingView
from ui.views.today import TodayView
from ui.views.who_signs import _Chip
from ui.widgets.checks import Checks
from ui.widgets.words import Button
from ui.wording import tr

Enter = Callable[[Counter], object]


def _new_client(counter: Counter) -> object:
    return counter.go("clients", add="Vega, Lucía")


def _minor(counter: Counter) -> str:
    client = counter.office.client(date(2015, 3, 10))
    mother = counter.office.desk.people.new_responsible(client.id)
    name = PersonName(last="García", first="María")
    mother = replace(mother, name=name, relation="mother", primary=True)
    counter.office.desk.people.save(client, (mother,))
    return client.id


def _signer(counter: Counter) -> object:
    room = counter.go("consent", client_id=_minor(counter))
    assert isinstance(room, ConsentView)
    room.hand()
    return counter.room


STATES: dict[str, Enter] = {
    "new_client": _new_client,
    "search_form": lambda c: c.go("client", client_id=_minor(c), form="note_search"),
    "known_signer": lambda c: c.go("consent", client_id=_minor(c)),
    "signer": _signer,
}
"""States that one reaches only by doing something; the rooms as entered are looked at elsewhere."""


@pytest.mark.parametrize("enter", STATES.values(), ids=STATES.keys())
@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("es", 200)])
def test_a_state_is_named_large_enough_and_uncut(
    counter: Counter, enter: Enter, language: str, percent: int
) -> None:
    tr.use(language)
    theme.wear(counter.app, percent=percent)
    try:
        enter(counter)
        counter.whole()
        room = counter.room
        assert look.everything(room, counter.app) == {}
    finally:
        theme.wear(counter.app, percent=100)


def test_enter_moves_on_through_the_form_and_never_records(counter: Counter) -> None:
    room = counter.go("clients", add="Vega, Lucía")
    assert isinstance(room, ClientsView)
    assert room.form is not None
    fields = room.form.set.fields
    counter.front()
    fields["client.last_name"].setFocus()
    visited: list[str] = []
    for _ in range(4):
        QTest.keyClick(counter.focus, Qt.Key.Key_Return)
        visited += [n for n, f in fields.items() if f.isAncestorOf(counter.focus)]
    assert visited[:4] == [
        "client.first_name",
        "client.middle_name",
        "client.born_on",
        "client.gender",
    ]
    assert room.form is not None, "Enter never submits"
    assert counter.office.desk.people.find("Vega") == ()


def test_tab_goes_down_the_page_as_one_reads(counter: Counter) -> None:
    room = counter.go("existing", client_id=_minor(counter))
    assert isinstance(room, ExistingView)
    counter.front()
    room.form.setFocus()
    seen: list[int] = []
    for _ in range(9):
        seen.append(counter.focus.mapTo(room, counter.focus.rect().topLeft()).y())
        QTest.keyClick(counter.focus, Qt.Key.Key_Tab)
    assert seen == sorted(seen)


def test_an_auditor_looks_and_changes_nothing(counter: Counter) -> None:
    client_id = _minor(counter)
    inside = counter.inside
    counter.window.idle.rest()
    inside.leave()
    counter.window.inside = None
    desk = counter.office.as_(AUDITOR, Role.AUDITOR)
    counter.window.enter(desk, counter.office.path)
    room = counter.go("client", client_id=client_id)
    assert isinstance(room, ClientView)
    assert room.presenter is not None
    assert room.presenter.offers() == ()
    assert not room.head.correct.isVisible()
    clients = counter.go("clients")
    assert isinstance(clients, ClientsView)
    assert not clients.add.isVisible()


def test_a_language_turned_says_the_whole_room_again(counter: Counter) -> None:
    room = counter.go("today")
    assert isinstance(room, TodayView)
    assert room.day.text().startswith("Sunday")
    tr.use("es")
    counter.window.retell()
    assert room.day.text().startswith("Domingo")
    assert "copia" in room.backup.text().lower()


def test_who_is_on_file_keeps_name_and_capacity_in_the_language_in_force(
    counter: Counter,
) -> None:
    client = counter.office.client(date(1990, 1, 1))
    room = counter.go("consent", client_id=client.id, intent=Intent.KEEP_DISASTER)
    tr.use("es")
    counter.window.retell()
    chips = [chip.text() for chip in room.findChildren(_Chip)]
    assert chips == ["Ana Sofía García-López · El cliente en persona"]
    assert not [one for one in room.findChildren(Button) if one.isVisible() and not one.text()]


def test_the_clinics_own_lists_are_what_is_asked_and_printed(counter: Counter) -> None:
    """OQ-4: the choice lists are unconfirmed, so the clinic may change them."""
    desk = counter.office.desk
    desk.book.change_setting("lists.race", ("asian", "Middle Eastern"))
    client = counter.office.client(date(1990, 1, 1), race=())
    room = counter.go("consent", client_id=client.id, intent=Intent.JOIN)
    assert isinstance(room, ConsentView)
    assert room.fields is not None
    race = room.fields.set.fields["client.race"]
    assert isinstance(race, Checks)
    assert [box.text() for box, _ in race._boxes.values()] == ["Asian", "Middle Eastern"]
    race.box("Middle Eastern").click()
    assert room.consent is not None
    assert room.consent.draft.client.race == ("Middle Eastern",)
    with pypdfium2.PdfDocument(desk.consents.draw_up(room.consent.draft).pdf) as sheet:
        assert "Middle Eastern" in sheet[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_lit_segment_shows_its_whole_word(counter: Counter, language: str) -> None:
    tr.use(language)
    client = counter.office.client(date(1990, 1, 1))
    room = counter.go("consent", client_id=client.id, intent=Intent.KEEP_DISASTER)
    counter.window.retell()
    counter.front()
    assert isinstance(room, ConsentView)
    lit = room.head.intents.buttons[Intent.KEEP_DISASTER.value]
    assert lit.isChecked()
    words = QFontMetrics(theme.font("body", semibold=True)).horizontalAdvance(lit.text())
    assert lit.width() >= words + 28


def test_what_waits_stands_on_today_and_opens_at_its_act(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    signed_paper(counter.office.desk, client, date(2026, 11, 16))
    room = counter.go("today")
    assert isinstance(room, TodayView)
    row = room._first_row()
    assert row is not None
    row.face.opened.emit()
    view = counter.room
    assert isinstance(view, ClientView)
    assert view.form is not None
    assert view.form.form_id == "affirm"


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        alone = isinstance(watched, QWidget) and watched.isWindow()
        if alone and event.type() is QEvent.Type.Show:
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_room_flashes_as_a_window_of_its_own(counter: Counter) -> None:
    client_id = _minor(counter)
    windows = Windows(counter.app)
    for enter in (*STATES.values(), lambda c: c.go("today"), lambda c: c.go("clients")):
        counter.inside.alone(False)
        enter(counter)
        counter.app.processEvents()
    form = counter.go("clients", add="García-López, Ana Sofía")
    assert isinstance(form, ClientsView)
    assert form.form is not None
    form.form.presenter.put_born_on("3/10/2015")
    assert form.form.presenter.alike, "the look-alike strip is among what is shown"
    room = counter.go("consent", client_id=client_id)
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    room.consent.choose_capacity("emancipated")
    counter.app.processEvents()
    assert windows.seen == []
