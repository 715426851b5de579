"""A card: a white surface that holds what belongs together."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.shell.theme import mark
from ui.widgets.layouts import put


class Card(QFrame):
    """`add` stacks widgets and rows; space between them is 12."""

    def __init__(self, *contents: QWidget | QLayout, space: int = 12, margin: int = 18) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin - 2, margin, margin)
        self.column.setSpacing(space)
        mark(self, card="true")
        self.add(*contents)

    def add(self, *contents: QWidget | QLayout) -> None:
        put(self.column, *contents)


class RowCard(QFrame):
    """A card one can open: with Enter, Space or the mouse. `name` is what is read out."""

    opened = Signal()

    def __init__(self, *contents: QWidget, name: str = "") -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(18, 12, 16, 12)
        self.row.setSpacing(16)
        for content in contents:
            self.row.addWidget(content)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        mark(self, card="row")

    def minimumSizeHint(self) -> QSize:
        """No width of its own: its words wrap, at the height they take then."""
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit()
