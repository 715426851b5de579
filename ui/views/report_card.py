"""One picture of the grid: its title, what it answers, and the drawing itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.shell.theme import mark
from ui.widgets.layouts import column, row
from ui.widgets.picture import Picture
from ui.widgets.words import plain

_ON, _BACK = (Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ReportCard(QFrame):
    """`opened(name)` on Enter, Space or a click; `asked(name, key)` where a number is clicked;
    `wanted(name)` when it needs drawing. Arrows go on to the next card."""

    opened = Signal(str)
    asked = Signal(str, str)
    wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._title, self._says = plain(role="section"), plain(role="muted")
        self.picture = Picture()
        self.picture.wanted.connect(lambda: self.wanted.emit(name))
        self.picture.pressed.connect(lambda key: self.asked.emit(name, key))
        inner: QVBoxLayout = column(
            column(self._title, self._says, space=2), row(self.picture), space=8
        )
        inner.setContentsMargins(18, 14, 18, 16)
        inner.addStretch(1)
        self.setLayout(inner)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        mark(self, card="row")

    def tell(self, title: str, says: str) -> None:
        self._title.setText(title)
        self._says.setText(says)
        self.setAccessibleName(f"{title}. {says}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and not event.modifiers():
            self.opened.emit(self.name)
        elif event.key() in _ON:
            self.focusNextChild()
        elif event.key() in _BACK:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit(self.name)
