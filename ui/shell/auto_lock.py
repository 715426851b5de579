"""The idle lock: no key, no mouse for some minutes, and the desk locks itself."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

USUAL_MINUTES = 5
SOON = 30
"""Seconds before locking at which the window says so."""
_LOOK_EVERY = 1000
_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
    }
)


def ticking() -> float:
    """Seconds that go on while the machine sleeps, and never back."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


class IdleWatch(QObject):
    """Rings `soon` half a minute before and `idle` when the time is up, once each."""

    soon = Signal(int)
    idle = Signal()

    def __init__(self, clock: Callable[[], float] = ticking) -> None:
        super().__init__()
        self._clock = clock
        self._seconds = USUAL_MINUTES * 60
        self._last = clock()
        self._warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, minutes: int = USUAL_MINUTES) -> None:
        """Begin; 0 minutes never locks."""
        self._seconds = minutes * 60
        self.alive()
        self._listen(minutes > 0)
        if minutes > 0:
            self._timer.start()
        else:
            self._timer.stop()

    def rest(self) -> None:
        """Stop watching: nobody is at the desk."""
        self._timer.stop()
        self._listen(False)

    @property
    def watching(self) -> bool:
        return self._timer.isActive()

    def alive(self) -> None:
        self._last, self._warned = self._clock(), False

    def look(self) -> None:
        """Compare the time since the last sign of life with the limit."""
        left = self._seconds - (self._clock() - self._last)
        if left <= 0:
            self.rest()
            self.idle.emit()
        elif left <= SOON and not self._warned:
            self._warned = True
            self.soon.emit(round(left))
        if self.watching:
            self._listen(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # One sign in a second is enough. To hear all that a key sets off, thousands of layouts
        # and paints, would make every room a fifth slower.
        if event.type() in _LIFE:
            self.alive()
            self._listen(False)
        return False

    def _listen(self, on: bool) -> None:
        app = QCoreApplication.instance()
        if app is None:
            return
        app.removeEventFilter(self)
        if on:
            app.installEventFilter(self)
