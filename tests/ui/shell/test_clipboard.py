"""What is copied is lent: it goes with time and lock, and nothing of others goes with it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.clipboard import STAYS, LentClipboard


def held() -> str:
    return QGuiApplication.clipboard().text()


def test_what_is_lent_is_on_the_clipboard(qtbot: QtBot) -> None:
    lender = LentClipboard()
    lender.lend("0001112000")
    assert held() == "0001112000"
    assert lender.lent
    lender.take_back()


def test_ten_seconds_are_the_time_it_stays() -> None:
    assert STAYS == 10_000


def test_the_time_takes_it_back(qtbot: QtBot) -> None:
    lender = LentClipboard(stays=30)
    with qtbot.waitSignal(lender.taken_back, timeout=30_000):
        lender.lend("0001112000")
    assert held() == ""


def test_a_second_copy_begins_the_time_anew(qtbot: QtBot) -> None:
    lender = LentClipboard(stays=60_000)
    lender.lend("one")
    lender.lend("two")
    assert held() == "two"
    lender.take_back()
    assert held() == ""


def test_what_somebody_copied_meanwhile_stays(qtbot: QtBot) -> None:
    lender = LentClipboard()
    lender.lend("0001112000")
    QGuiApplication.clipboard().setText("a recipe")
    lender.take_back()
    assert held() == "a recipe"
    QGuiApplication.clipboard().clear()


def test_the_same_words_copied_by_somebody_else_stay(qtbot: QtBot) -> None:
    lender = LentClipboard()
    lender.lend("Austin")
    QGuiApplication.clipboard().setText("Austin")
    lender.take_back()
    assert held() == "Austin"
    QGuiApplication.clipboard().clear()


def test_who_lent_nothing_takes_nothing(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("a recipe")
    LentClipboard().take_back()
    assert held() == "a recipe"
    QGuiApplication.clipboard().clear()
