"""Long work shows a verb and a Cancel that works; short work shows nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.widgets.words import Button, Said

AFTER = 300
"""Milliseconds under which nothing is shown."""


class BusyBar(QWidget):
    """`begin(code, cancel)` ... `step(done, of)` ... `end()`."""

    def __init__(self) -> None:
        super().__init__()
        self._verb = Said(role="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel_call: Callable[[], object] | None = None
        self._cancel = Button("busy.cancel", self._cancelled)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._verb)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()

    def begin(self, code: str, cancel: Callable[[], object] | None = None) -> None:
        """Say the verb of `code` once the work has lasted; without `cancel` no Cancel is shown."""
        self._verb.say(code)
        self._bar.setAccessibleName(self._verb.text())
        self._bar.setRange(0, 0)
        self._cancel_call = cancel
        self._cancel.setVisible(cancel is not None)
        self._timer.start(AFTER)

    def step(self, done: int, of: int) -> None:
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)

    def end(self) -> None:
        self._timer.stop()
        self._cancel_call = None
        self.hide()

    def _cancelled(self) -> None:
        cancel = self._cancel_call
        self.end()
        if cancel is not None:
            cancel()
