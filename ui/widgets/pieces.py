"""Pieces: what is built a piece at a time, so that keys are heard in between."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

SOON = 1
"""Milliseconds between one piece and the next, in which keys are heard and all is painted."""

Piece = Callable[[], object]


class Pieces:
    """Works off what was handed in, one piece in each turn of the loop, while `owner` lives."""

    def __init__(self, owner: QWidget) -> None:
        self._waiting: deque[Piece] = deque()
        self._next = QTimer(owner)
        self._next.setSingleShot(True)
        self._next.setInterval(SOON)
        self._next.timeout.connect(self._one)

    def begin(self, pieces: Iterable[Piece]) -> None:
        """These are to come, in this order; what waited before is dropped."""
        self._waiting = deque(pieces)
        self._next.start()

    def finish(self) -> None:
        """Have all of them here now."""
        while self._waiting:
            self._waiting.popleft()()

    def drop(self) -> None:
        """What still waits is not wanted any more."""
        self._waiting.clear()
        self._next.stop()

    def _one(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
        if self._waiting:
            self._next.start()
