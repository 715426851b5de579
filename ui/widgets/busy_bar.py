"""Long work shows a verb and a Cancel that works; short work shows nothing."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.widgets.words import Button, Said

AFTER = 300
"""Milliseconds under which nothing is shown."""


class BusyBar(QWidget):
    """`begin(code, cancel)` ... `step(done, of)` ... `end()`."""

    def __init__(self) -> None:
        super().__init__()
        self._cancel_call: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self._words = QVBoxLayout()
        self._words.setSpacing(6)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addLayout(self._words, 1)
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

    # Made when work first begins: most pages are left before any does.

    @cached_property
    def _verb(self) -> Said:
        verb = Said(role="muted")
        self._words.insertWidget(0, verb)
        return verb

    @cached_property
    def _bar(self) -> QProgressBar:
        bar = QProgressBar()
        bar.setTextVisible(False)
        self._words.addWidget(bar)
        return bar

    @cached_property
    def _cancel(self) -> Button:
        cancel = Button("busy.cancel", self._cancelled)
        self._row.addWidget(cancel, 0, Qt.AlignmentFlag.AlignBottom)
        return cancel

    def _cancelled(self) -> None:
        cancel = self._cancel_call
        self.end()
        if cancel is not None:
            cancel()
