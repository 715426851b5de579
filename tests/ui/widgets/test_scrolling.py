"""A page that scrolls: focus in sight, what is pressed stays put, the wheel is the page's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.choice import Option
from ui.widgets.layouts import scrolling
from ui.widgets.pick import Pick

COUNTIES = (Option("travis", "Travis"), Option("upton", "Upton"), Option("zapata", "Zapata"))


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> QScrollArea:
    content = QWidget()
    lines = QVBoxLayout(content)
    for number in range(30):
        lines.addWidget(QPushButton(f"line {number}"))
    area = scrolling(content)
    area.resize(300, 200)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitExposed(area)
    area.activateWindow()
    return area


def in_sight(area: QScrollArea, widget: QWidget) -> bool:
    top = widget.mapTo(area.viewport(), QPoint()).y()
    return top >= 0 and top + widget.height() <= area.viewport().height()


def content_of(area: QScrollArea) -> QWidget:
    content = area.widget()
    assert content is not None
    return content


def test_what_takes_the_focus_by_key_comes_into_sight(qtbot: QtBot, page: QScrollArea) -> None:
    last = content_of(page).findChildren(QPushButton)[-1]
    last.setFocus()
    assert in_sight(page, last)


def test_what_was_added_a_moment_ago_comes_into_sight_too(qtbot: QtBot, page: QScrollArea) -> None:
    added = QPushButton("a person more")
    layout = content_of(page).layout()
    assert layout is not None
    layout.addWidget(added)
    added.setFocus()
    qtbot.waitUntil(lambda: in_sight(page, added))


def test_a_button_half_in_sight_is_pressed_by_one_click(page: QScrollArea) -> None:
    half = next(
        one
        for one in content_of(page).findChildren(QPushButton)
        if one.mapTo(page.viewport(), QPoint()).y() + one.height() > page.viewport().height()
    )
    page.verticalScrollBar().setValue(
        page.verticalScrollBar().value()
        + half.mapTo(page.viewport(), QPoint()).y()
        + 6
        - page.viewport().height()
    )
    pressed: list[bool] = []
    half.clicked.connect(lambda: pressed.append(True))
    before = page.verticalScrollBar().value()
    QTest.mousePress(half, Qt.MouseButton.LeftButton, pos=QPoint(20, 3))
    assert half.hasFocus()
    QTest.mouseRelease(half, Qt.MouseButton.LeftButton, pos=QPoint(20, 3))
    assert pressed
    assert page.verticalScrollBar().value() == before


def test_the_wheel_over_a_pick_in_hand_turns_the_page_and_picks_nothing(
    qtbot: QtBot, page: QScrollArea
) -> None:
    county = Pick("site_field.county", COUNTIES, typing=True)
    layout = content_of(page).layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, county)
    county.set_value("travis")
    county.combo.setFocus()
    QApplication.processEvents()
    middle = QPointF(county.combo.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(county.combo.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(county.combo, turn)
    assert county.value() == "travis"
    assert not turn.isAccepted() or page.verticalScrollBar().value() > 0
