"""Two things beside each other where both have room, else under each other."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.shell.theme import theme

Beside = QBoxLayout.Direction.LeftToRight
Under = QBoxLayout.Direction.TopToBottom


class SideBySide(QWidget):
    """`least` says how wide it must be, in pixels, for the two to stand beside each other."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        shares: tuple[int, int],
        least: Callable[[], int],
    ) -> None:
        super().__init__()
        self._least = least
        self._across = QBoxLayout(Beside, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(20)
        self._across.addWidget(first, shares[0])
        self._across.addWidget(second, shares[1])
        theme.changed.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Turn to how the two have room now."""
        wanted = Beside if self.width() >= self._least() else Under
        if self._across.direction() != wanted:
            self._across.setDirection(wanted)
