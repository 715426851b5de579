"""The lock screen: typed with real keys, opened on the back stairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from immtrac_desk.desk import Desk
from tests.office import BOSS, PASSPHRASE, Office, open_office
from ui.presenters.shell_doors import Doors
from ui.views.lock import LockView
from ui.widgets.words import Button
from ui.wording import tr


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = open_office(tmp_path, verified=False)
    made.desk.close()
    return made


@pytest.fixture
def desks() -> Iterator[list[Desk]]:
    entered: list[Desk] = []
    yield entered
    for desk in entered:
        desk.close()


@pytest.fixture
def view(qtbot: QtBot, dressed: QApplication, office: Office, desks: list[Desk]) -> LockView:
    view = LockView(Doors(office.around), desks.append, lambda: None, lambda: None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    view.stand_before(office.path)
    return view


def test_name_enter_passphrase_enter_opens(view: LockView, desks: list[Desk], qtbot: QtBot) -> None:
    QTest.keyClicks(view.name.line, BOSS)
    QTest.keyClick(view.name.line, Qt.Key.Key_Return)
    assert view.focusWidget() is view.passphrase.line or view.window().focusWidget()
    QTest.keyClicks(view.passphrase.line, PASSPHRASE)
    QTest.keyClick(view.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desks) == 1, timeout=30_000)
    assert desks[0].actor.name == BOSS


def test_a_refusal_stands_in_three_parts_and_marks_the_passphrase(
    view: LockView, qtbot: QtBot
) -> None:
    view.name.set_value(BOSS)
    view.passphrase.set_value("wrong")
    view.enter.click()
    qtbot.waitUntil(view._banner.isVisible, timeout=30_000)
    said = f"{view._banner._headline.text()} {view._banner._body.text()}"
    assert said == tr.say("vault.wrong_passphrase")
    assert view.passphrase.line.selectedText() == "wrong"


def test_nothing_typed_is_asked_for_beside_the_fields(view: LockView) -> None:
    view.enter.click()
    assert [f.code for f in view.name.findings] == ["lock.missing.name"]
    assert [f.code for f in view.passphrase.findings] == ["lock.missing.passphrase"]


def test_the_place_of_the_vault_is_shown_and_no_name(view: LockView, office: Office) -> None:
    assert str(office.path) in view._place.text()
    assert view.name.text() == ""


def test_only_one_way_in_is_shown_at_a_time(view: LockView) -> None:
    assert view.passphrase.isVisible()
    assert not view.by_code.code.isVisible()
    view._switch.click()
    assert not view.passphrase.isVisible()
    assert view.by_code.code.isVisible()


def test_standing_there_anew_wipes_what_was_typed(view: LockView, office: Office) -> None:
    view.passphrase.set_value(PASSPHRASE)
    view.by_code.code.set_value("7K2M")
    view.stand_before(office.path)
    assert view.passphrase.text() == ""
    assert view.by_code.code.text() == ""


def test_the_practice_clinic_shows_its_passphrase(view: LockView, office: Office) -> None:
    view.stand_before(office.path, practice=True)
    assert "practice" in view._hint.accessibleName()
    view.stand_before(office.path)
    assert not view._hint.isVisible()
    assert not view.band.isVisible()
    view.stand_before(office.path, band=True)
    assert view.band.isVisible()
    assert not view._hint.isVisible()


def test_a_vault_that_is_gone_is_said_before_anybody_types(view: LockView, tmp_path: Path) -> None:
    view.stand_before(tmp_path / "unplugged")
    assert view.presenter.state.error is not None
    assert view.presenter.state.error.code == "vault.missing"
    assert view._banner.isVisible()


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_button_that_a_refusal_names_is_there(view: LockView, language: str) -> None:
    tr.use(language)
    view.retell()
    buttons = [button.text() for button in view.findChildren(Button)]
    for name in ("missing", "damaged", "plain", "newer", "slots_damaged", "recovery_only"):
        for named in re.findall('["«]([^"»]+)["»]', tr.say(f"vault.{name}", failures=1)):
            assert any(text.startswith(named) for text in buttons), named


def test_the_language_turns_the_refusal_too(view: LockView, qtbot: QtBot) -> None:
    view.name.set_value(BOSS)
    view.passphrase.set_value("wrong")
    view.enter.click()
    qtbot.waitUntil(view._banner.isVisible, timeout=30_000)
    tr.use("es")
    view.retell()
    assert view._banner._headline.text().startswith("Este nombre")
    assert view.enter.text() == "Abrir"


def test_tab_goes_down_the_page_whichever_way_is_taken(view: LockView) -> None:
    view._switch.click()
    seen = [view.by_code.code.line]
    while len(seen) < 8:
        following = seen[-1].nextInFocusChain()
        while not (following.isVisible() and following.focusPolicy() & Qt.FocusPolicy.TabFocus):
            following = following.nextInFocusChain()
        seen.append(following)
    code = view.by_code
    below = [
        code.again.line,
        view.enter,
        view._switch,
        view._elsewhere,
        view._restore,
    ]
    assert seen == [code.code.line, code.supervisor.line, code.new.line, *below]
