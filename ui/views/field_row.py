"""A row of fields: side by side while there is room, else under each other."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from ui.shell.theme import theme
from ui.widgets.framed import Framed

NARROWEST = 118
"""Pixels at 100 % below which a field no longer stands beside another."""

_LOOKS = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class FieldRow(QWidget):
    """Fields side by side; their editors stand on one line, whatever is beside the labels."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(12)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes: fields then stand under each other."""
        return QSize(0, super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        self._level()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
        self._level()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Out of sight each part of it would be styled for this: once it is shown is soon enough.
        if event.type() in _LOOKS and self.isVisible():
            self._level()

    def _parts(self) -> list[QWidget]:
        return [child for child in self.children() if isinstance(child, QWidget)]

    def _turn(self) -> None:
        """Side by side while each has room for a few words, else under each other."""
        narrow = self.width() < sum(map(_needs, self._parts()))
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if narrow else direction.LeftToRight
        if self.line.direction() != wanted:
            self.line.setDirection(wanted)

    def _level(self) -> None:
        fields = [f for f in self._parts() if isinstance(f, Framed)]
        heads = [t.sizeHint().height() for f in fields for t in f._toggles.values()]
        labels = [f._label for f in fields]
        heads += [_words_high(label) for label in labels]
        for label in labels:
            label.setMinimumHeight(max(heads))


def _words_high(label: QLabel) -> int:
    """How high its words are at its width. Asked itself, a label never says less than it was told
    to be, and a row that was narrow for a moment would stay high for ever."""
    room = QRect(0, 0, max(label.width(), 1), 0)
    wraps = Qt.TextFlag.TextWordWrap
    return label.fontMetrics().boundingRect(room, wraps, label.text()).height()


def _needs(part: QWidget) -> int:
    """The width below which a part no longer stands beside another, its gap included."""
    toggles = part._toggles.values() if isinstance(part, Framed) else ()
    head = sum(toggle.sizeHint().width() + 4 for toggle in toggles)
    least = theme.pixels(NARROWEST)
    if isinstance(part, Framed):
        return max(least, head + theme.pixels(NARROWEST - 40))
    return max(least, part.sizeHint().width())
