"""What scrolls downwards is never wider than its window, however large the text."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from ui.widgets.layouts import scrolling


class Narrowing(QWidget):
    """Asks for no width of its own, so that its contents wrap instead of being cut.

    What stands in a column is measured no narrower than it asks for: words that may wrap below
    that would get too little height, so it is needed at every floor.
    """

    def __init__(self, layout: QLayout | None = None) -> None:
        super().__init__()
        if layout is not None:
            self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def scrolled(layout: QLayout) -> QScrollArea:
    """A layout that scrolls downwards and is as wide as the window gives."""
    return scrolling(Narrowing(layout))
