"""Chips beside labels: Tab and typing pass them by; a key from within the field presses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from immtrac_desk.domain.values import Explicit
from ui.widgets.chip import CHIP_KEYS
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.secret_field import SecretField

ALL = (Explicit.NONE, Explicit.UNKNOWN, Explicit.REFUSED)


def together(qtbot: QtBot, *fields: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for field in fields:
        column.addWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    fields[0].setFocus()
    return window


def press(window: QWidget, letter: Qt.Key) -> None:
    at = window.focusWidget()
    assert at is not None
    QTest.keyClick(at, letter, Qt.KeyboardModifier.AltModifier)


def test_typing_ahead_over_fields_presses_no_chip(qtbot: QtBot, dressed: QApplication) -> None:
    secret, phone = SecretField("lock.passphrase"), Field("lock.name", explicit=ALL)
    last = Field("lock.code")
    window = together(qtbot, secret, phone, last)
    for words in ("four herons fly", "512 555 0100", "a b"):
        at = window.focusWidget()
        assert isinstance(at, QLineEdit)
        QTest.keyClicks(at, words)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert secret.line.echoMode() is QLineEdit.EchoMode.Password
    assert (secret.text(), phone.value(), last.text()) == (
        "four herons fly", "512 555 0100", "a b",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("letter", "which"),
    [
        (Qt.Key.Key_N, Explicit.NONE),
        (Qt.Key.Key_U, Explicit.UNKNOWN),
        (Qt.Key.Key_R, Explicit.REFUSED),
    ],
)
def test_a_key_gives_the_non_answer_of_the_field_one_is_in(
    qtbot: QtBot, dressed: QApplication, letter: Qt.Key, which: Explicit
) -> None:
    here, there = Field("lock.name", explicit=ALL), Field("lock.code", explicit=ALL)
    window = together(qtbot, here, there)
    press(window, letter)
    assert (here.value(), there.value()) == (which, "")
    press(window, letter)
    assert here.value() == ""


def test_a_key_shows_and_hides_a_passphrase(qtbot: QtBot, dressed: QApplication) -> None:
    secret = SecretField("lock.passphrase")
    window = together(qtbot, secret)
    press(window, Qt.Key.Key_S)
    assert secret.line.echoMode() is QLineEdit.EchoMode.Normal
    press(window, Qt.Key.Key_S)
    assert secret.line.echoMode() is QLineEdit.EchoMode.Password


def test_after_a_click_the_focus_is_in_the_field_again(qtbot: QtBot, dressed: QApplication) -> None:
    secret = SecretField("lock.passphrase")
    window = together(qtbot, Field("lock.name"), secret)
    QTest.mouseClick(secret.eye, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is secret.line
    QTest.keyClicks(secret.line, "a b")
    assert secret.line.echoMode() is QLineEdit.EchoMode.Normal


def test_a_chip_tells_its_key_to_eye_and_ear(qtbot: QtBot, dressed: QApplication) -> None:
    field: Framed = Field("lock.name", explicit=ALL)
    qtbot.addWidget(field)
    for which, chip in field._toggles.items():
        letter = CHIP_KEYS[which.value][-1]
        assert chip.toolTip().endswith(letter)
        assert chip.accessibleDescription().endswith(letter)
        assert chip.told() in field.editor.accessibleDescription()
    secret = SecretField("lock.passphrase")
    qtbot.addWidget(secret)
    assert secret.line.accessibleDescription() == secret.eye.told()
