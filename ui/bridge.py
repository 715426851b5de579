"""The bell wire: the desk's call after each act becomes one Qt signal."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from immtrac_desk.domain.changes import Changes


class Rings(Protocol):
    """The part of the desk that rings."""

    def listen(self, hear: Callable[[Changes], None]) -> Callable[[], None]: ...


class Bell(QObject):
    """`changed` carries the `Changes` of an act, on the event loop whichever thread acted."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._stop: Callable[[], None] | None = None

    def wire(self, desk: Rings) -> None:
        self.cut()
        self._stop = desk.listen(self.changed.emit)

    def cut(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None
