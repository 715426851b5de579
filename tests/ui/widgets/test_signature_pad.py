"""The signature pad: locked until it may be signed, then every stroke with time and pressure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.signature_pad import SignaturePad
from ui.wording import tr

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot: QtBot, dressed: QApplication) -> SignaturePad:
    pad = SignaturePad()
    qtbot.addWidget(pad)
    pad.resize(400, 120)
    pad.show()
    return pad


def draw(pad: SignaturePad, *spots: tuple[int, int]) -> None:
    points = [QPoint(*spot) for spot in spots]
    QTest.mousePress(pad, LEFT, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, LEFT, pos=points[-1])


def ink_on(pad: SignaturePad) -> int:
    """How many dots of the picture are as dark as ink."""
    image = pad.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    spots = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return sum(image.pixelColor(x, y).red() < 60 for x, y in spots)


def test_a_locked_pad_takes_nothing_and_says_why(pad: SignaturePad) -> None:
    draw(pad, (10, 50), (200, 50))
    assert pad.is_empty()
    assert pad.accessibleDescription() == tr.say("pad.locked")


def test_an_unlocked_pad_keeps_the_stroke_within_its_area(pad: SignaturePad) -> None:
    pad.unlock()
    draw(pad, (40, 60), (200, 25), (360, 60))
    (stroke,) = pad.strokes()
    assert stroke[0][:2] == pytest.approx((0.1, 0.5))
    assert all(0 <= x <= 1 and 0 <= y <= 1 and 0 <= p <= 1 for x, y, _, p in stroke)
    assert [t for _, _, t, _ in stroke] == sorted(t for _, _, t, _ in stroke)


def test_ink_is_seen(pad: SignaturePad) -> None:
    pad.unlock()
    bare = ink_on(pad)
    draw(pad, (40, 30), (360, 60))
    assert ink_on(pad) > bare + 50


def test_a_hand_that_leaves_the_pad_stays_on_its_edge(pad: SignaturePad) -> None:
    pad.unlock()
    draw(pad, (40, 50), (900, 500))
    assert all(x <= 1 and y <= 1 for x, y, _, _ in pad.strokes()[0])


def test_two_strokes_share_one_clock(pad: SignaturePad) -> None:
    pad.unlock()
    draw(pad, (10, 10), (50, 50))
    draw(pad, (60, 10), (90, 50))
    first, second = pad.strokes()
    assert second[0][2] >= first[-1][2]


def test_clearing_empties_and_rings(pad: SignaturePad) -> None:
    pad.unlock()
    draw(pad, (10, 10), (50, 50))
    rings: list[bool] = []
    pad.changed.connect(lambda: rings.append(pad.is_empty()))
    pad.clear()
    assert rings == [True]


def test_locking_again_drops_what_was_signed(pad: SignaturePad) -> None:
    pad.unlock()
    draw(pad, (10, 10), (50, 50))
    pad.lock("pad.locked")
    assert pad.is_empty()
    assert pad.locked


def test_a_right_click_is_no_signature(pad: SignaturePad) -> None:
    pad.unlock()
    QTest.mousePress(pad, Qt.MouseButton.RightButton, pos=QPoint(10, 10))
    QTest.mouseRelease(pad, Qt.MouseButton.RightButton, pos=QPoint(10, 10))
    assert pad.is_empty()


def test_touch_is_taken_once(pad: SignaturePad, qtbot: QtBot) -> None:
    pad.unlock()
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(40, 50), pad).commit()
    QTest.touchEvent(pad, device).move(0, QPoint(200, 50), pad).commit()
    QTest.touchEvent(pad, device).release(0, QPoint(200, 50), pad).commit()
    assert len(pad.strokes()) == 1
    assert pad.strokes()[0][-1][0] == pytest.approx(0.5)
