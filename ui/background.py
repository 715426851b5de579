"""The back stairs: slow work off the event loop, its outcome back on it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

T = TypeVar("T")


class Running(QObject):
    """One piece of work under way. `cancel` lets it finish unheard: neither call is made."""

    _done = Signal(object)
    _failed = Signal(object)

    def __init__(self, done: Callable[[object], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._on_done, self._on_failed = done, failed
        self.cancelled = False
        self.finished = False
        self._done.connect(self._tell_done, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._tell_failed, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        self.cancelled = True

    def perform(self, work: Callable[[], object]) -> None:
        """Called on the worker thread."""
        try:
            result = work()
        except Exception as error:  # handed to the screen, which says it in words
            self._failed.emit(error)
        else:
            self._done.emit(result)

    def _tell_done(self, result: object) -> None:
        self.finished = True
        _alive.discard(self)
        if not self.cancelled:
            self._on_done(result)

    def _tell_failed(self, error: Exception) -> None:
        self.finished = True
        _alive.discard(self)
        if not self.cancelled:
            self._on_failed(error)


class _Job(QRunnable):
    def __init__(self, running: Running, work: Callable[[], object]) -> None:
        super().__init__()
        self._running, self._work = running, work

    def run(self) -> None:
        self._running.perform(self._work)


# Qt keeps no reference to the Python half of a running job; without one it would vanish.
_alive: set[Running] = set()


def run(
    work: Callable[[], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> Running:
    """Do `work` on a pool thread, then call `done` or `failed` on the event loop."""
    running = Running(done, failed)  # type: ignore[arg-type]
    _alive.add(running)
    QThreadPool.globalInstance().start(_Job(running, work))
    return running


def forget_all() -> None:
    """Hear no more of any work under way: those who asked are going away."""
    for running in _alive:
        running.cancel()


def busy() -> bool:
    """Whether some work is under way, or done and not yet told."""
    return bool(_alive)


def settle(milliseconds: int = 10_000) -> bool:
    """Wait for all work to end, as the program closes; true if nothing is left."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
