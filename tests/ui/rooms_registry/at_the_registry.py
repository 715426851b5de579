"""Standing in the registry room of the real window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.conftest import Counter
from tests.office import Office
from ui import background, printing
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.shell.main_window import MainWindow
from ui.shell.room import Room
from ui.views.registry import RegistryView
from ui.views.registry_page import RegistryPage

P = TypeVar("P", bound=RegistryPage)
R = TypeVar("R", bound=Room)


@contextmanager
def standing_in(
    office: Office, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    """A window of one test before the office of its file: the window goes, its desk stays open."""
    window = MainWindow(Doors(office.around), Machine(), remember=lambda _: None)
    made = Counter(office, window, app)

    def keep_print(pdf: bytes, *_: object, **__: object) -> bool:
        made.printed.append(pdf)
        return True

    monkeypatch.setattr(printing, "ask_and_print", keep_print)
    window.resize(1320, 830)
    window.enter(office.desk, office.path)
    window.show()
    yield made
    background.settle()
    window.idle.rest()
    made.inside.leave()
    window.inside = None
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def section(counter: Counter, name: str, kind: type[P]) -> P:
    """Enter a section and let it settle."""
    room = counter.go("registry", section=name)
    assert isinstance(room, RegistryView)
    counter.settle()
    page = room.page
    assert isinstance(page, kind)
    return page


def here(counter: Counter, kind: type[R]) -> R:
    """The room that is shown."""
    counter.settle()
    room = counter.room
    assert isinstance(room, kind), type(room)
    return room


def press(counter: Counter, widget: QWidget, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(widget, key, held)
    counter.settle()
