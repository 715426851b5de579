"""The first paint: what can wait until the person sees the window waits here."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_BREATH_MS = 30
"""Two frames, in which what was painted reaches the screen."""


class FirstPaint(QObject):
    """Calls `then` once, on the event loop, as soon as `window` has been painted."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(_BREATH_MS, self, self._then)
        return False
