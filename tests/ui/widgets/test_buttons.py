"""Buttons: Enter presses the one that has the focus, once, however long the key is held."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.words import Button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_focus_once(
    qtbot: QtBot, dressed: QApplication, key: Qt.Key
) -> None:
    presses: list[bool] = []
    button = Button("notice.close", lambda: presses.append(True))
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(button)
    window.show()
    QTest.keyClick(button, key)
    assert presses == [True]
    button.setEnabled(False)
    QTest.keyClick(button, key)
    assert presses == [True]


def test_a_held_enter_presses_nothing_it_slides_onto(qtbot: QtBot, dressed: QApplication) -> None:
    presses: list[bool] = []
    button = Button("notice.close", lambda: presses.append(True))
    qtbot.addWidget(button)
    plain = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, plain, "\r", True)
    dressed.sendEvent(button, held)
    assert presses == []
