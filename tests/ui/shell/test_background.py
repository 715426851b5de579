"""The back stairs: slow work off the loop, its outcome back on it, or unheard after a cancel."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import background


def test_work_is_done_elsewhere_and_told_here(qtbot: QtBot, qapp: QApplication) -> None:
    places: list[int] = []
    told: list[object] = []

    def work() -> str:
        places.append(threading.get_ident())
        return "done"

    def done(result: str) -> None:
        told.append((result, threading.get_ident()))

    background.run(work, done, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told == [("done", threading.get_ident())]
    assert places[0] != threading.get_ident()


def test_what_fails_is_told_as_a_failure(qtbot: QtBot, qapp: QApplication) -> None:
    told: list[Exception] = []
    background.run(lambda: 1 // 0, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert isinstance(told[0], ZeroDivisionError)


def test_cancelled_work_is_not_heard(qtbot: QtBot, qapp: QApplication) -> None:
    go = threading.Event()
    told: list[object] = []
    running = background.run(lambda: go.wait(60), told.append, told.append)
    running.cancel()
    go.set()
    qtbot.waitUntil(lambda: running.finished, timeout=30_000)
    assert told == []


def test_settling_waits_for_all_of_it(qapp: QApplication) -> None:
    done: list[int] = []
    background.run(lambda: done.append(1), lambda _: None, lambda _: None)
    assert background.settle()
    assert done == [1]
