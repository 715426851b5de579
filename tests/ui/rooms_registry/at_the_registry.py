"""Standing in the registry room of the real window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.conftest import Counter, at_the_window, keep_prints, step_out
from tests.office import Office
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
    made = at_the_window(office, app)
    keep_prints(made, monkeypatch)
    yield made
    step_out(made.window)


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
