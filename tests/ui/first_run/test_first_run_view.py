"""The first run on the screen: keys, strength while typing, the code printed and typed back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from immtrac_desk.bootstrap import Surroundings
from immtrac_desk.desk import Desk
from immtrac_desk.errors import DeskError
from tests.office import BOSS, CHEAP, PASSPHRASE, Clock
from ui.presenters.first_run import Page
from ui.presenters.shell_doors import Doors
from ui.views.first_run import FirstRunView
from ui.wording import tr

CONTROL = Qt.KeyboardModifier.ControlModifier


class Fresh:
    """A first run on a fresh machine, with a printer that keeps what it is given."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.entered: list[tuple[Desk, Path]] = []
        self.printed: list[bytes] = []
        self.broken = False
        doors = Doors(Surroundings(clock=Clock(), cost=CHEAP))
        self.view = FirstRunView(
            doors, lambda desk, place: self.entered.append((desk, place)), lambda _: None, self._put
        )

    def _put(self, pdf: bytes, _: QWidget) -> bool:
        if self.broken:
            raise DeskError("print.no_printer")
        self.printed.append(pdf)
        return True

    def fill(self) -> None:
        page = self.view.clinic
        page.clinic.set_value("Oak Street Clinic")
        page.registered.set_value("yes")
        page.staff_name.set_value(BOSS)
        page.passphrase.set_value(PASSPHRASE)
        page.again.set_value(PASSPHRASE)
        page.place.set_value(str(self.home / "vault"))
        page.backup_folder.set_value(str(self.home / "copies"))


@pytest.fixture
def fresh(qtbot: QtBot, dressed: QApplication, tmp_path: Path) -> Iterator[Fresh]:
    made = Fresh(tmp_path)
    qtbot.addWidget(made.view)
    made.view.resize(1100, 1400)
    made.view.show()
    made.view.begin()
    yield made
    made.view.presenter.abandon()
    for desk, _ in made.entered:
        desk.close()


def test_from_form_to_open_desk_by_key(fresh: Fresh, qtbot: QtBot) -> None:
    view = fresh.view
    view.welcome.begin.click()
    fresh.fill()
    QTest.keyClick(view.clinic.clinic.line, Qt.Key.Key_Return, CONTROL)
    view._forward()
    qtbot.waitUntil(lambda: view.presenter.state.page is Page.CODE, timeout=30_000)
    shown = view.code.code.text().replace("\n", "")
    assert shown == view.presenter.state.code
    view.code.print_it.click()
    assert fresh.printed[0].startswith(b"%PDF")
    view.code.last_group.set_value(shown[-4:].lower())
    view.code.done.click()
    assert fresh.entered[0][0].actor.name == BOSS


def test_without_a_printer_the_code_stays_and_the_page_says_so(fresh: Fresh, qtbot: QtBot) -> None:
    fresh.fill()
    fresh.view.begin(Page.CLINIC)
    fresh.fill()
    fresh.view.clinic.finish.click()
    qtbot.waitUntil(lambda: fresh.view.presenter.state.page is Page.CODE, timeout=30_000)
    fresh.broken = True
    fresh.view.code.print_it.click()
    assert tr.say("print.no_printer").startswith(fresh.view._banner._headline.text()[:20])
    assert fresh.view.code.code.isVisible()


def test_registration_is_preset_to_nothing(fresh: Fresh) -> None:
    fresh.view.begin(Page.CLINIC)
    assert fresh.view.clinic.registered.value() is None


def test_passphrases_leave_the_page_when_it_is_turned(fresh: Fresh) -> None:
    fresh.view.begin(Page.CLINIC)
    fresh.fill()
    fresh.view.begin(Page.WELCOME)
    assert fresh.view.clinic.passphrase.text() == ""
    assert fresh.view.clinic.clinic.text() == "Oak Street Clinic"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("heron", "passphrase.wanted"),
        ("passwordpassword1", "passphrase.guessable"),
        ("quiet herons wade", "passphrase.fair"),
        ("seven quiet herons wade north", "passphrase.strong"),
    ],
)
def test_the_strength_is_said_while_one_types(
    fresh: Fresh, qtbot: QtBot, typed: str, code: str
) -> None:
    fresh.view.begin(Page.CLINIC)
    field = fresh.view.clinic.passphrase
    QTest.keyClicks(field.line, typed)
    qtbot.waitUntil(lambda: field.said() == tr.say(code), timeout=30_000)
    assert field.findings == ()


def test_the_first_slip_of_a_form_gets_the_focus(fresh: Fresh) -> None:
    fresh.view.begin(Page.CLINIC)
    fresh.fill()
    fresh.view.clinic.staff_name.set_value("")
    fresh.view.clinic.finish.click()
    assert fresh.view.clinic.staff_name.line is fresh.view.window().focusWidget()


@pytest.mark.parametrize(
    ("page", "first"),
    [
        (Page.WELCOME, lambda view: view.welcome.practise),
        (Page.CLINIC, lambda view: view.clinic.clinic.line),
        (Page.RESTORE, lambda view: view.restore.source.line),
    ],
)
def test_each_page_begins_where_its_work_begins(fresh: Fresh, page: Page, first) -> None:  # type: ignore[no-untyped-def]
    fresh.view.begin(page)
    assert fresh.view.window().focusWidget() is first(fresh.view)


def test_the_practice_clinic_is_one_key_away(fresh: Fresh, qtbot: QtBot) -> None:
    fresh.view.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(fresh.view, Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(fresh.entered), timeout=60_000)
    assert fresh.entered[0][0].practice
