"""The pages before the desk, by key, by eye and by ear, in both languages up to 200 %."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from immtrac_desk.errors import VaultError
from tests.ui.accessibility import look
from ui.machine import Machine
from ui.presenters.first_run import Answers, Page
from ui.presenters.lock import Way
from ui.presenters.shell_doors import Doors
from ui.shell.main_window import MainWindow

LOOKS = [("en", 100), ("en", 200), ("es", 200)]


@pytest.fixture
def window(dressed: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    kept = Machine(last_vault=str(tmp_path / "vault"))
    window = MainWindow(Doors(), kept, remember=lambda _: None)
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.mark.parametrize(("language", "percent"), LOOKS)
def test_the_first_run(
    window: MainWindow, dressed: QApplication, language: str, percent: int
) -> None:
    window.looks.wear(percent=percent)
    window.looks.speak(language)
    for page in Page:
        window.show_first_run(page)
        first = window._first_view
        assert first is not None
        if page is Page.CLINIC:
            first.presenter.create(Answers())
        if page is Page.CODE:
            first.code.show_code("7K2M-Q4XR-9TDA-0PWH-C3VN-8EJB-5FGZ")
        assert look.everything(first, dressed) == {}, page
        assert look.out_of_order(first) == [], page


@pytest.mark.parametrize(("language", "percent"), LOOKS)
def test_the_lock_and_the_crash_page(
    window: MainWindow, dressed: QApplication, language: str, percent: int
) -> None:
    window.looks.wear(percent=percent)
    window.looks.speak(language)
    window.show_lock()
    lock = window._lock_view
    assert lock is not None
    for way in Way:
        lock.presenter.take(way)
        lock.presenter._failed(VaultError("vault.wrong_passphrase", failures=3, seconds=0))
        assert look.everything(lock, dressed) == {}, way
        assert look.out_of_order(lock) == [], way
    window.crash.tell("ImmTrac Desk")
    assert look.everything(window.crash, dressed) == {}


def test_the_eye_sees_what_is_wrong(dressed: QApplication) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    button, label = QPushButton(""), QLabel("A sentence that is much too long for its place")
    button.setFixedSize(10, 10)
    label.setFixedWidth(20)
    column.addWidget(button)
    column.addWidget(label)
    page.resize(300, 100)
    page.show()
    assert {"nameless", "too small", "clipped"} <= set(look.everything(page, dressed))
    page.close()


def test_the_hand_notices_a_tab_that_goes_upwards(dressed: QApplication) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    upper, middle, lower = QPushButton("upper"), QPushButton("middle"), QPushButton("lower")
    for button in (upper, middle, lower):
        column.addWidget(button)
    page.show()
    dressed.processEvents()
    assert look.out_of_order(page) == []
    QWidget.setTabOrder(upper, lower)
    assert len(look.out_of_order(page)) == 1
    page.close()
