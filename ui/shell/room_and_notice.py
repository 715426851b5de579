"""The room, and what is told under it, in a strip that is kept free: a notice moves nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.shell.theme import theme

_SIDE, _BELOW, _BETWEEN = 28, 8, 6
_ROOM_MARGIN = 16
"""Pixels that every room leaves free at its foot: a notice may stand on them."""
_AROUND, _LINK = 4, 28
"""What a notice has above and below its words, and the height of its links at 100 %."""
_ARRANGED = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)


class RoomAndNotice(QWidget):
    """`told` stand at the foot, the last lowest. Only words of several lines lift the room."""

    def __init__(self, room: QWidget, told: Sequence[QWidget]) -> None:
        super().__init__()
        self._room, self._told = room, tuple(told)
        for one in (room, *told):
            hidden = one.isHidden() and one is not room
            one.setParent(self)
            one.setVisible(not hidden)
        for one in told:
            one.installEventFilter(self)
        theme.changed.connect(self.arrange)

    def arrange(self) -> None:
        """Give the room all but the strip, and what is told its lines at the foot."""
        width = max(self.width() - 2 * _SIDE, 0)
        shown = [(one, _tall(one, width)) for one in self._told if not one.isHidden()]
        needed = sum(tall + _BETWEEN for _, tall in shown) - _BETWEEN + _BELOW if shown else 0
        kept = max(self.kept(), needed - _ROOM_MARGIN)
        self._room.setGeometry(0, 0, self.width(), max(self.height() - kept, 0))
        foot = self.height() - _BELOW
        for one, tall in reversed(shown):
            one.setGeometry(_SIDE, foot - tall, width, tall)
            one.raise_()
            foot -= tall + _BETWEEN

    @staticmethod
    def kept() -> int:
        """How high the strip is while nothing is told: room for a notice of one line."""
        line = max(QFontMetrics(theme.font()).height(), theme.pixels(_LINK))
        return line + _AROUND + _BELOW - _ROOM_MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ARRANGED:
            self.arrange()
        return super().eventFilter(watched, event)


def _tall(widget: QWidget, width: int) -> int:
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return widget.sizeHint().height()
