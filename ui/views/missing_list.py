"""What is still open, as a list beside the form: Enter or a click on a line leads to its field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.shell.theme import theme
from ui.views.sparing_hint import SPARED_FROM
from ui.widgets.card import Card
from ui.widgets.words import Said
from ui.wording import tr

TALLEST, LEAST = 5, 3
"""Lines shown at once, and at large text; more are scrolled to."""
_ROUND = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MissingList(Card):
    """`tell` takes pairs of id and label; `go(id)` is called for the one that is chosen."""

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__(space=6, margin=14)
        self._go = go
        self._told: object = None
        self.title = Said("application_room.missing.title", role="section")
        self.lines = _Lines(self._chosen)
        self.add(self.title, self.lines)
        theme.changed.connect(self._fit)

    def tell(self, lines: Sequence[tuple[str, str]], refused: int) -> None:
        """`refused` of the lines, the first ones, have an answer that cannot stand."""
        told = (tuple(lines), refused, tr.language)
        if told == self._told:
            return
        self._told = told
        self.lines.clear()
        for index, (name, label) in enumerate(lines):
            code = "correct" if index < refused else "answer"
            item = QListWidgetItem(tr.say(f"application_room.missing.{code}", label=label))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(item.text())
            self.lines.addItem(item)
        self.title.say("application_room.missing.title", count=len(lines))
        self.lines.setAccessibleName(self.title.text())
        self.setVisible(bool(lines))
        self._fit()

    def retell(self) -> None:
        self._told = None

    def _chosen(self, item: QListWidgetItem) -> None:
        self._go(str(item.data(Qt.ItemDataRole.UserRole)))

    def _fit(self) -> None:
        """As tall as its lines, up to a few of them."""
        most = TALLEST if theme.percent <= SPARED_FROM else LEAST
        shown = min(max(self.lines.count(), 1), most)
        line = max(self.lines.sizeHintForRow(0), self.lines.fontMetrics().height() + 12)
        self.lines.setFixedHeight(shown * line + _ROUND)


class _Lines(QListWidget):
    """One stop for Tab; the arrows go through the lines."""

    def __init__(self, chosen: Callable[[QListWidgetItem], object]) -> None:
        super().__init__()
        self._chosen = chosen
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem() or self.item(0)
        if event.key() in _ENTER and item is not None:
            self._chosen(item)
        else:
            super().keyPressEvent(event)
