"""Slow work of a page: one at a time, off the event loop, with its verb and the way out."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from immtrac_desk.errors import DeskError
from ui import background
from ui.widgets.busy_bar import BusyBar

T = TypeVar("T")


class SlowWork(QWidget):
    """`do` starts nothing while something runs, and tells nobody once its page is gone."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = BusyBar()
        self.running: background.Running | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)

    @property
    def busy(self) -> bool:
        return self.running is not None

    def do(
        self,
        verb: str,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[DeskError], object],
        *,
        cancel: Callable[[], object] | None = None,
    ) -> bool:
        """False where something runs already. With `cancel`, Cancel lets the work end unheard."""
        if self.busy:
            return False

        def finished(value: T) -> None:
            if self._ended():
                done(value)

        def broke(error: Exception) -> None:
            if not isinstance(error, DeskError):
                self._ended()
                raise error
            if self._ended():
                failed(error)

        def stop() -> None:
            if self.running is not None and cancel is not None:
                self.running.cancel()
                self._ended()
                cancel()

        self._bar.begin(verb, stop if cancel else None)
        self.running = background.run(work, finished, broke)
        return True

    def retell(self) -> None:
        """The bar says its verb anew the next time; it never stays long."""

    def _ended(self) -> bool:
        """True if there is still somebody to tell."""
        if not isValid(self):
            return False
        self.running = None
        self._bar.end()
        return True
