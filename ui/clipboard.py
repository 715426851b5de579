"""The lent clipboard: what is copied here goes again after a moment, and with the lock."""

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

STAYS = 10_000
"""Milliseconds after which copied text is taken back."""
_OURS = "application/x-immtrac-desk-lent"
"""A second format beside the text; whatever somebody copies later does not carry it."""


class LentClipboard(QObject):
    """`lend(text)` copies; `take_back()` empties the clipboard only if it still holds ours."""

    taken_back = Signal()

    def __init__(self, stays: int = STAYS) -> None:
        super().__init__()
        self._stays = stays
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.take_back)

    @property
    def lent(self) -> bool:
        """Whether the clipboard holds what was copied here last."""
        held = QGuiApplication.clipboard().mimeData()
        return bool(self._count) and held is not None and held.data(_OURS).data() == self._token()

    def lend(self, text: str) -> None:
        """Copy `text`; each copy begins the ten seconds anew."""
        self._count += 1
        held = QMimeData()
        held.setText(text)
        held.setData(_OURS, self._token())
        QGuiApplication.clipboard().setMimeData(held)
        self._timer.start(self._stays)

    def take_back(self) -> None:
        """Take the text back now, unless somebody copied something else meanwhile."""
        self._timer.stop()
        if self.lent:
            QGuiApplication.clipboard().clear()
        self._count = 0
        self.taken_back.emit()

    def _token(self) -> bytes:
        return f"{id(self)}.{self._count}".encode()
