"""The wardrobe: every page wears the style sheet itself, and puts a new one on when it is seen."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.shell.theme import theme


def dress(page: QWidget) -> None:
    """Have `page`, and all that stands on it, wear the look in force from now on.

    The program as a whole wears none, on purpose: Qt would style whatever is built once more for
    each thing it is put into, and a switch would restyle every room whoever is in it.
    """
    _Wearer(page)


class _Wearer(QObject):
    """Puts the sheet on before the page is first seen, and after a switch if it is in sight."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page, self._worn = page, ""
        page.installEventFilter(self)
        theme.changed.connect(self._turned)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SEEN:
            self._put_on()
        return False

    def _turned(self) -> None:
        if self._page.isVisible():
            self._put_on()

    def _put_on(self) -> None:
        if self._worn != theme.sheet:
            self._worn = theme.sheet
            self._page.setStyleSheet(theme.sheet)


_SEEN = (QEvent.Type.Polish, QEvent.Type.Show)
