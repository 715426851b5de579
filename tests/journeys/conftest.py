"""The real window before a real vault: rooms are entered, keys pressed, paper read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.office import Office, open_office
from ui import background, printing
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.shell.inside import Inside
from ui.shell.main_window import MainWindow
from ui.shell.room import Room
from ui.shell.theme import load_fonts, theme
from ui.widgets.framed import Framed
from ui.widgets.pieces import SOON
from ui.wording import tr


class Counter:
    """One person at one window. `printed` is what went to the printer."""

    def __init__(self, office: Office, window: MainWindow, app: QApplication) -> None:
        self.office, self.window, self.app = office, window, app
        self.printed: list[bytes] = []

    @property
    def inside(self) -> Inside:
        assert self.window.inside is not None
        return self.window.inside

    @property
    def room(self) -> Room:
        room = self.inside.stage.room
        assert room is not None
        self.app.processEvents()
        return room

    def go(self, room: str, **about: object) -> Room:
        self.inside.go(room, **about)
        return self.room

    def act(self, action: str) -> Room:
        """Do an act by its id, as its key does."""
        self.inside.perform(action)
        return self.room

    def front(self) -> None:
        """The window comes to the front: only then has anything in it the focus."""
        self.window.activateWindow()
        for _ in range(3):
            self.app.processEvents()

    def whole(self) -> None:
        """Let everything come that a room builds a piece at a time."""
        while any(t.isActive() and t.interval() <= SOON for t in self.window.findChildren(QTimer)):
            self.app.processEvents()
        self.app.processEvents()

    @property
    def focus(self) -> QWidget:
        """What has the keys."""
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def type_in(self, field: Framed | QLineEdit, text: str) -> None:
        """Type into a field and move on, as a hand does; any letter of any language."""
        line = field if isinstance(field, QLineEdit) else field.editor
        assert isinstance(line, QLineEdit)
        line.setText(text)
        line.textEdited.emit(text)
        line.editingFinished.emit()
        self.app.processEvents()

    def draw_on(self, pad: QWidget) -> None:
        """A stroke with the mouse from one side of the pad to the other."""
        w, h = pad.width(), pad.height()
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(w // 8, h // 2))
        for step in range(1, 9):
            x, y = w // 8 + step * w // 12, h // 2 + (h // 6 if step % 2 else -h // 6)
            QTest.mouseMove(pad, QPoint(x, y))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(w * 7 // 8, h // 2))
        self.app.processEvents()

    def settle(self) -> None:
        """Let the back stairs finish and the window hear of it."""
        assert background.settle(60_000)
        for _ in range(5):
            self.app.processEvents()


def at_the_window(office: Office, app: QApplication) -> Counter:
    """The window, shown inside an office."""
    window = MainWindow(Doors(office.around), Machine(), remember=lambda _: None)
    window.resize(1320, 830)
    window.enter(office.desk, office.path)
    window.show()
    return Counter(office, window, app)


def keep_prints(made: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is printed come to the counter, and to no printer."""

    def keep_print(pdf: bytes, *_: object, **__: object) -> bool:
        made.printed.append(pdf)
        return True

    monkeypatch.setattr(printing, "ask_and_print", keep_print)


def let_go(window: MainWindow) -> None:
    """Close the window for good: one that lives on would be dressed anew by every later test."""
    window.idle.rest()
    if window.inside is not None:
        window._ready_to_close = True
    window.close()
    background.settle()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def step_out(window: MainWindow) -> None:
    """The office serves the next test: the window goes, its desk stays open."""
    background.settle()
    window.idle.rest()
    if window.inside is not None:
        window.inside.leave()
        window.inside = None
    let_go(window)


@pytest.fixture
def counter(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    """The window inside a registered clinic, its supervisor at the desk, a printer that keeps."""
    load_fonts()
    theme.wear(qapp)
    tr.use("en")
    office = open_office(tmp_path)
    made = at_the_window(office, qapp)
    keep_prints(made, monkeypatch)
    yield made
    let_go(made.window)
    qapp.processEvents()
    tr.use("en")
