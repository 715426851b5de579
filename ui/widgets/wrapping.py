"""A layout that goes on in the next line where its width ends: its height hangs on its width."""

from PySide6.QtCore import QMargins, QRect
from PySide6.QtWidgets import QLayout, QWidget

from ui.shell.theme import theme


class Wrapping(QLayout):
    """Each way of wrapping says with `_place` how tall it is within a rectangle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[int, int], int] = {}
        """By percent of text and width: Qt asks each row many times in one turn."""
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        key = (theme.percent, width)
        if key not in self._heights:
            self._heights[key] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[key]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the items take, and move them there where asked to."""
        raise NotImplementedError
