"""The idle lock: rings once when the time is up, and any sign of life begins it anew."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell.auto_lock import IdleWatch, ticking


class Hands:
    """A clock moved by hand, and what rang."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.idle = 0
        self.soon: list[int] = []
        self.watch = IdleWatch(lambda: self.seconds)
        self.watch.idle.connect(self._rang)
        self.watch.soon.connect(self.soon.append)

    def _rang(self) -> None:
        self.idle += 1

    def after(self, seconds: float) -> None:
        self.seconds += seconds
        self.watch.look()


@pytest.fixture
def hands(qapp: QApplication) -> Iterator[Hands]:
    hands = Hands()
    hands.watch.watch(5)
    yield hands
    hands.watch.rest()


def test_it_stays_open_up_to_the_last_second(hands: Hands) -> None:
    hands.after(299)
    assert hands.idle == 0


def test_it_locks_when_the_five_minutes_are_up(hands: Hands) -> None:
    hands.after(300)
    assert hands.idle == 1
    assert not hands.watch.watching


def test_it_says_so_half_a_minute_before_and_once(hands: Hands) -> None:
    hands.after(269)
    assert hands.soon == []
    hands.after(1)
    hands.after(1)
    assert hands.soon == [30]


def test_a_sign_of_life_begins_the_time_anew(hands: Hands, qapp: QApplication) -> None:
    hands.after(299)
    widget = QWidget()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(widget, key)
    hands.after(299)
    assert hands.idle == 0
    hands.after(1)
    assert hands.idle == 1


def test_it_hears_again_a_second_after_a_sign_of_life(hands: Hands, qapp: QApplication) -> None:
    widget = QWidget()
    for _ in range(2):
        hands.after(200)
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        QApplication.sendEvent(widget, key)
    hands.after(299)
    assert hands.idle == 0


def test_the_repainting_of_a_screen_is_no_sign_of_life(hands: Hands, qapp: QApplication) -> None:
    hands.after(299)
    QApplication.sendEvent(QWidget(), QEvent(QEvent.Type.UpdateRequest))
    hands.after(1)
    assert hands.idle == 1


def test_zero_minutes_never_locks(hands: Hands) -> None:
    hands.watch.watch(0)
    assert not hands.watch.watching


def test_its_clock_does_not_run_back() -> None:
    first = ticking()
    assert ticking() >= first
