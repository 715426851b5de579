"""The hands of the practice day: they open rooms, wait, draw a signature, and take stills."""

import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from immtrac_desk.desk import Desk
from ui import background
from ui.shell.main_window import MainWindow
from ui.shell.room import Room
from ui.shell.theme import Mode, theme
from ui.wording import tr

R = TypeVar("R", bound=Room)
PATIENCE = 60.0
"""Seconds after which a day that does not go on has failed."""
_POINTS = 70
_SHORTLY_MS = 500
"""What is due later than that, as a draft that keeps itself, is not waited for."""


class Hands:
    """One pair of hands at one window; `folder` takes the stills."""

    def __init__(self, window: MainWindow, folder: Path, quick: bool) -> None:
        self.window, self.folder, self.quick = window, folder, quick
        self.taken: list[str] = []
        self._suffix = "en-light"
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def desk(self) -> Desk:
        inside = self.window.inside
        assert inside is not None
        return inside.desk

    def go(self, room: str, kind: type[R], **about: object) -> R:
        """Open a room of the window and return it."""
        inside = self.window.inside
        assert inside is not None
        inside.go(room, **about)
        return self.room(kind)

    def room(self, kind: type[R]) -> R:
        """The room that is shown, which must be of this kind."""
        inside = self.window.inside
        assert inside is not None
        shown = inside.stage.room
        if not isinstance(shown, kind):
            raise RuntimeError(f"expected {kind.__name__}, found {type(shown).__name__}")
        self.rest()
        return shown

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Let the window work until something holds; RuntimeError after PATIENCE seconds."""
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise RuntimeError(f"waited in vain for {what}")
            _turn_the_loop()
            time.sleep(0.005)

    def rest(self, seconds: float = 0.02) -> None:
        """Let everything that is due happen, and for so long what begins after a while."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() >= end and not self._due(), "the screen to rest")
        _turn_the_loop()

    def _due(self) -> bool:
        """Whether work is under way, or a screen waits for somebody to stop typing."""
        waiting = (t for t in self.window.findChildren(QTimer) if t.isSingleShot())
        return background.busy() or any(
            t.isActive() and t.interval() <= _SHORTLY_MS for t in waiting
        )

    def still(self, name: str, both: bool = False) -> None:
        """Take a picture of the window; with `both` also in Spanish and in the dark."""
        self._take(name)
        if both and not self.quick:
            self.dress(dark=True, language="es")
            self._take(name)
            self.dress(dark=False, language="en")

    def dress(self, *, dark: bool, language: str) -> None:
        """Turn the window's theme and language; pictures are named after both."""
        theme.wear(_app(), Mode.DARK if dark else Mode.LIGHT, 100)
        self.window.looks.speak(language)
        self._suffix = f"{language}-{'dark' if dark else 'light'}"
        self.rest()

    def sign(self, pad: QWidget) -> None:
        """Draw a signature with the mouse, as a hand would."""
        self._stroke(pad, [_loop(i / _POINTS) for i in range(_POINTS + 1)])
        self._stroke(pad, [(0.18 + 0.55 * i / 12, 0.80 - 0.02 * (i % 3)) for i in range(13)])

    def _take(self, name: str) -> None:
        self.rest()
        file = f"{name}-{self._suffix}.png"
        self.window.grab().save(str(self.folder / file))
        if file not in self.taken:
            self.taken.append(file)

    def _stroke(self, pad: QWidget, line: list[tuple[float, float]]) -> None:
        kinds = QEvent.Type
        self._mouse(pad, kinds.MouseButtonPress, line[0])
        for point in line[1:]:
            self._mouse(pad, kinds.MouseMove, point)
            time.sleep(0.002)
        self._mouse(pad, kinds.MouseButtonRelease, line[-1])

    @staticmethod
    def _mouse(pad: QWidget, kind: QEvent.Type, at: tuple[float, float]) -> None:
        local = QPointF(at[0] * pad.width(), at[1] * pad.height())
        left = Qt.MouseButton.LeftButton
        here = QPointF(pad.mapToGlobal(local))
        event = QMouseEvent(kind, local, here, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(pad, event)


def _turn_the_loop() -> None:
    QApplication.processEvents()
    # Without a loop of its own the program would keep everything that was put away.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def say(code: str, **facts: object) -> str:
    """A sentence in the window's language."""
    return tr.say(code, **facts)


def _loop(t: float) -> tuple[float, float]:
    x = 0.1 + 0.74 * t + 0.04 * math.sin(t * 36)
    return x, 0.5 - 0.27 * math.sin(t * 36 + 1.2) * (1 - 0.45 * t)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
