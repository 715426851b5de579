"""Two panes beside each other while there is room, one at a time when text grows."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.shell.theme import theme
from ui.widgets.words import Button

LEAST = 760
"""Width, at 100 % text, under which only one of the two is shown."""


class Beside(QWidget):
    """`turn()` shows the second pane where only one has room; `back` is its way back, `forward`
    (a code) a button under the first pane, for what is not opened from a list."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        shares: tuple[int, int],
        *,
        back: str,
        forward: str = "",
        returned: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.first, self.second = first, second
        self.on_second = False
        self._returned = returned
        self.back = Button(back, self.turn_back, kind="link")
        self.forward = Button(forward or back, self.turn)
        self._forwards = bool(forward)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(20)
        self._boxes = (_under(first, self.forward), _under(self.back, second))
        for box, share in zip(self._boxes, shares, strict=True):
            across.addWidget(box, share)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def narrow(self) -> bool:
        """Whether only one pane has room."""
        return self.width() < theme.pixels(LEAST)

    def turn(self) -> None:
        self.on_second = True
        self._fit()

    def turn_back(self) -> None:
        self.on_second = False
        self._fit()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._returned is not None:
            self._returned()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.narrow
        self._boxes[0].setVisible(not narrow or not self.on_second)
        self._boxes[1].setVisible(not narrow or self.on_second)
        self.back.setVisible(narrow)
        self.forward.setVisible(narrow and self._forwards)


def _under(upper: QWidget, lower: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in (upper, lower):
        own = widget if isinstance(widget, Button) else None
        column.addWidget(widget, 0 if own else 1)
        if own is not None:
            column.setAlignment(own, Qt.AlignmentFlag.AlignLeft)
    return box
