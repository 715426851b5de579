"""A filed paper, read in place beside the time line: a sheet, a scan, a letter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.shell.theme import mark
from ui.views.sparing_hint import SparingHint
from ui.widgets.layouts import column, row, scrolling
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.words import Button, plain

_WIDEST = 1600


class FiledPaper(QFrame):
    """Shows PDF, PNG or JPEG bytes from memory; Escape or Close calls `closed`."""

    def __init__(
        self,
        title: str,
        data: bytes,
        closed: Callable[[], object],
        copy: Callable[[], object] | None = None,
        copy_says: str = "consent.print_copy",
    ) -> None:
        super().__init__()
        self.copy = copy
        self._closed = closed
        mark(self, card="true")
        self.close_button = Button("client_room.close", closed, kind="quiet")
        head = row(plain(title, role="section"), self.close_button, shares=(1, 0))
        body = _pages(data) if data.startswith(b"%PDF") else _picture(data, title)
        layout = column(head, body, space=8)
        if copy is not None:
            self.copy_button = Button(copy_says, copy)
            layout.addLayout(row(None, self.copy_button, SparingHint("Ctrl+P"), space=8))
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def start(self) -> None:
        (self.copy_button if self.copy else self.close_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._closed()
        else:
            super().keyPressEvent(event)


def _pages(data: bytes) -> QWidget:
    preview = PdfPreview()
    preview.show_pdf(data)
    return preview


def _picture(data: bytes, title: str) -> QWidget:
    picture = QPixmap()
    picture.loadFromData(data)
    label = QLabel()
    label.setAccessibleName(title)
    wide = min(picture.width(), _WIDEST)
    label.setPixmap(picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation))
    return scrolling(label)
