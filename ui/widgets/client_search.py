"""The search line: what one types, asked after a short rest, and the matches under it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.widgets.words import Said
from ui.wording import tr

REST = 120
"""Milliseconds of rest before a question is asked."""


class Found(NamedTuple):
    """One line of the answer: who, and what tells them apart."""

    id: str
    name: str
    detail: str


class ClientSearch(QWidget):
    """Rings `asked(text)` after a rest; the presenter answers with `show_found`. Enter or a click
    rings `chosen(id)`; Enter with nothing found rings `wanted(text)`, to add the client."""

    asked = Signal(str)
    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, hint: str = "search.hint") -> None:
        super().__init__()
        self._hint = hint
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(False)
        self.line.textEdited.connect(lambda _: self._timer.start(REST))
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(self._activate)
        self.list.itemClicked.connect(self._activate)
        self.said = Said(role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.line, self.said, self.list):
            column.addWidget(widget)
        column.addStretch(0)
        self.setFocusProxy(self.line)
        self.clear()
        self.retell()

    def text(self) -> str:
        return self.line.text().strip()

    def ask(self) -> None:
        """Ask now, without waiting for the rest."""
        self._timer.stop()
        self.asked.emit(self.text())

    def show_found(self, found: Sequence[Found], *, said: str = "", **facts: object) -> None:
        """Show the matches; `said` is the code of a line above them (none found, more found)."""
        self.list.clear()
        for match in found:
            item = QListWidgetItem(f"{match.name}\n{match.detail}" if match.detail else match.name)
            item.setData(Qt.ItemDataRole.UserRole, match.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{match.name}, {match.detail}")
            self.list.addItem(item)
        if found:
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self.said.say(said, **facts)
        self.said.setVisible(bool(said))

    def clear(self) -> None:
        """Empty the line and the answer."""
        self._timer.stop()
        self.line.clear()
        self.show_found(())

    def retell(self) -> None:
        self.line.setPlaceholderText(tr.say(self._hint))
        self.line.setAccessibleName(tr.say("search.label"))
        self.list.setAccessibleName(tr.say("search.found"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                return self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                return self._enter()
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> bool:
        rows = self.list.count()
        if rows:
            self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), rows - 1))
        return bool(rows)

    def _enter(self) -> bool:
        if self._timer.isActive():
            self.ask()
        item = self.list.currentItem()
        if item is not None:
            self._activate(item)
        elif self.text():
            self.wanted.emit(self.text())
        return True

    def _activate(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
