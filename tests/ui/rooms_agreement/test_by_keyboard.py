"""The Agreement room without a mouse: a prescriber is added, and the change is begun."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.agreement import AgreementState
from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.sites import site_with
from ui.views.agreement import AgreementView
from ui.views.roster import RosterPage
from ui.views.site_form import SitePage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(counter: Counter, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(counter.focus, key, held)
    counter.settle()


def write(counter: Counter, *words: str) -> None:
    """Type each word into its field and move on with Enter."""
    for word in words:
        QTest.keyClicks(counter.focus, word)
        QTest.keyClick(counter.focus, Qt.Key.Key_Return)
        counter.app.processEvents()


def room(counter: Counter) -> AgreementView:
    entered = counter.room
    assert isinstance(entered, AgreementView)
    return entered


def test_a_prescriber_is_added_and_the_change_begun(counter: Counter) -> None:
    desk = counter.office.desk
    site = site_with(desk)
    counter.front()
    press(counter, Qt.Key.Key_6)
    assert room(counter).section == "standing"
    press(counter, Qt.Key.Key_U, CTRL | SHIFT)
    write(counter, "Eva", "", "Sosa", "PA", "PA99", "", "eva@oak.example", "eva@oak.example")
    press(counter, Qt.Key.Key_Return)
    page = room(counter).page
    assert isinstance(page, RosterPage)
    assert page.pane.form is not None, "the role is asked for at once"
    QTest.keyClicks(counter.focus, "pres")
    assert page.pane.form.values()["role"] == "prescriber"
    press(counter, Qt.Key.Key_Return)
    assert desk.agreement.standing(site.id).state is AgreementState.CHANGE_DUE
    press(counter, Qt.Key.Key_6)
    press(counter, Qt.Key.Key_R)
    assert counter.inside.stage.room_id == "application"


class WindowsOfTheirOwn(QObject):
    """Notes every widget that is shown as a window beside the one there is."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() is QEvent.Type.Show and is_window:
            self.shown.append(type(watched).__name__)
        return False


def test_no_page_flashes_a_window_that_takes_the_keys_away(counter: Counter) -> None:
    site = site_with(counter.office.desk)
    counter.front()
    watch = WindowsOfTheirOwn()
    counter.app.installEventFilter(watch)
    try:
        entered = counter.go("agreement", organization_id=site.id)
        assert isinstance(entered, AgreementView)
        for section in ("people", "lists", "site", "sites", "enter", "empty", "standing"):
            entered._enter(section, {})
            counter.settle()
        page = entered.pages["people"]
        assert isinstance(page, RosterPage)
        entered.turn("people", add=True)
        page._opened(0)
        page.pane.give_role()
        page.correct()
        counter.settle()
    finally:
        counter.app.removeEventFilter(watch)
    assert watch.shown == []
    assert counter.app.activeWindow() is counter.window


def test_escape_gives_a_small_form_up_and_alt_left_leads_back(counter: Counter) -> None:
    site_with(counter.office.desk)
    counter.front()
    press(counter, Qt.Key.Key_6)
    press(counter, Qt.Key.Key_P, CTRL | SHIFT)
    page = room(counter).page
    assert isinstance(page, RosterPage)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    counter.settle()
    assert page.person
    page.pane.give_role()
    press(counter, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.pane.form is None
    press(counter, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    assert page.form is not None
    press(counter, Qt.Key.Key_1)
    assert counter.inside.stage.room_id == "today"
    press(counter, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert counter.inside.stage.room_id == "agreement"


def test_the_record_opens_and_saves_by_key(counter: Counter) -> None:
    desk = counter.office.desk
    site = site_with(desk)
    counter.front()
    press(counter, Qt.Key.Key_6)
    press(counter, Qt.Key.Key_O, CTRL | SHIFT)
    page = room(counter).page
    assert isinstance(page, SitePage)
    assert counter.focus is page.form.set.fields["name"].editor
    QTest.keyClick(counter.focus, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(counter.focus, "Oak Street Health")
    press(counter, Qt.Key.Key_Return)
    assert desk.roster.organization(site.id).name == "Oak Street Health"
    assert room(counter).section == "standing"


def test_the_focus_stays_on_the_page_when_it_is_read_again(counter: Counter) -> None:
    desk = counter.office.desk
    site = site_with(desk)
    counter.front()
    press(counter, Qt.Key.Key_6)
    desk.roster.save_organization(replace(site, fax="(512) 555-0199"))
    counter.settle()
    assert room(counter).page.isAncestorOf(counter.focus)
    press(counter, Qt.Key.Key_P, CTRL | SHIFT)
    page = room(counter).page
    assert isinstance(page, RosterPage)
    page._opened(0)
    assert page.pane.isAncestorOf(counter.focus)
    desk.roster.save_organization(replace(site, fax="(512) 555-0198"))
    counter.settle()
    assert page.pane.isAncestorOf(counter.focus)
