"""The sheet on the screen: PDF bytes from memory, white paper in both themes, no file."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.shell.theme import theme
from ui.widgets.layouts import scrolling
from ui.widgets.words import Button, Said
from ui.wording import tr

_SHADOW = 10
_GAP = 12
_READ_WHOLE = 8
"""Pages up to which the whole document is read out; of a longer one the page in sight."""
_HELD = 12
"""Drawn pages that are held at once: a run of letters has thousands."""
ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Steps of zoom; 1.0 fits the width."""


class PdfPreview(QWidget):
    """`show_pdf(bytes)` keeps page, zoom and place, so that a live sheet does not jump."""

    page_shown = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._zoom, self._described = 0, -1
        self._paper = _Paper(self._document)
        self._area: QScrollArea = scrolling(self._paper)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setWidgetResizable(False)
        self._area.verticalScrollBar().valueChanged.connect(lambda _: self._tell_page())
        self._area.viewport().installEventFilter(self)
        self._page = Said(role="caption")
        self._page.setWordWrap(False)
        self._smaller = Button("preview.smaller", lambda: self._step(-1), kind="quiet")
        self._larger = Button("preview.larger", lambda: self._step(1), kind="quiet")
        self._lay()
        self._step(0)
        theme.changed.connect(self._paper.update)
        self.setFocusProxy(self._area)
        self.retell()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; an empty value shows no paper."""
        place = self._area.verticalScrollBar().value()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.close()
        if pdf:
            self._document.load(buffer)
        old, self._buffer = self._buffer, buffer
        if old is not None:
            old.deleteLater()
        self._paper.measure()
        self._fit()
        self._area.verticalScrollBar().setValue(place)
        self.retell()

    def pages(self) -> int:
        return max(self._document.pageCount(), 0)

    def page(self) -> int:
        """The page in sight, from 0."""
        return self._paper.page_at(self._area.verticalScrollBar().value())

    def go_to(self, page: int) -> None:
        self._area.verticalScrollBar().setValue(self._paper.top_of(page))

    def offer_zoom(self, offered: bool) -> None:
        """Show the zoom's words, or leave zooming to the plus and minus keys."""
        self._smaller.setVisible(offered)
        self._larger.setVisible(offered)

    def at_end(self) -> bool:
        """Whether the foot of the last page is in sight."""
        bar = self._area.verticalScrollBar()
        return self.pages() > 0 and bar.value() >= bar.maximum() - _SHADOW

    def at_start(self) -> bool:
        return self._area.verticalScrollBar().value() == 0

    def text(self) -> str:
        """The words of the sheet, as a screen reader reads them."""
        pages = range(self.pages())
        return "\n".join(self._document.getAllText(page).text() for page in pages)

    def retell(self) -> None:
        self._area.setAccessibleName(tr.say("preview.name"))
        self._described = -1
        self._tell_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus) and not event.modifiers():
            self._step(1 if event.key() == Qt.Key.Key_Plus else -1)
        else:
            super().keyPressEvent(event)

    def _lay(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._page)
        foot.addStretch(1)
        foot.addWidget(self._smaller)
        foot.addWidget(self._larger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def _step(self, by: int) -> None:
        self._zoom = min(max(self._zoom + by, 0), len(ZOOMS) - 1)
        self._fit()
        self._smaller.setEnabled(self._zoom > 0)
        self._larger.setEnabled(self._zoom < len(ZOOMS) - 1)

    def _fit(self) -> None:
        # The bar's place is kept free whether it shows or not: a sheet that just fits without it
        # would else bring it, shrink, lose it, and grow again for ever.
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = self._area.contentsRect().width() - bar
        self._paper.lay_out(round(room * ZOOMS[self._zoom]))
        self._tell_page()

    def _tell_page(self) -> None:
        pages = self.pages()
        if pages:
            self._page.say("preview.page", page=self.page() + 1, pages=pages)
        self._page.setVisible(pages > 0)
        self._describe()
        self.page_shown.emit(self.page())

    def _describe(self) -> None:
        """Say the words of the sheet; of a long one, those of the page in sight."""
        at = self.page() if self.pages() > _READ_WHOLE else 0
        if at == self._described:
            return
        self._described = at
        long = self.pages() > _READ_WHOLE
        said = self._document.getAllText(at).text() if long else self.text()
        self._area.setAccessibleDescription(said)


class _Paper(QWidget):
    """The pages under each other, drawn at the screen's own density."""

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__()
        self._document = document
        self._images: dict[int, QImage] = {}
        self._sizes: list[QSizeF] = []
        self._boxes: list[QRectF] = []

    def forget(self) -> None:
        self._images.clear()

    def measure(self) -> None:
        """Another document: its pages are measured once."""
        self.forget()
        pages = range(max(self._document.pageCount(), 0))
        self._sizes = [self._document.pagePointSize(page) for page in pages]

    def lay_out(self, width: int) -> None:
        boxes, y = [], float(_SHADOW)
        for size in self._sizes:
            inner = max(width - 2 * _SHADOW, 40)
            height = inner * size.height() / max(size.width(), 1.0)
            boxes.append(QRectF(_SHADOW, y, inner, height))
            y += height + _GAP
        if boxes != self._boxes:
            self._boxes = boxes
            self.forget()
        self.resize(QSize(width, round(y) + _SHADOW) if boxes else QSize(width, 0))
        self.update()

    def top_of(self, page: int) -> int:
        return round(self._boxes[page].top()) - _SHADOW if page < len(self._boxes) else 0

    def page_at(self, y: int) -> int:
        tops = [i for i, box in enumerate(self._boxes) if box.top() <= y + box.height() / 2]
        return tops[-1] if tops else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, box in enumerate(self._boxes):
            if box.intersects(QRectF(event.rect())):
                _shadow(painter, box)
                painter.drawImage(box, self._image(page, box))
        painter.end()

    def _image(self, page: int, box: QRectF) -> QImage:
        if page not in self._images:
            while len(self._images) >= _HELD:
                self._images.pop(next(iter(self._images)))
            ratio = self.devicePixelRatioF()
            size = QSize(round(box.width() * ratio), round(box.height() * ratio))
            drawn = self._document.render(page, size, QPdfDocumentRenderOptions())
            paper = QImage(size, QImage.Format.Format_RGB32)
            paper.fill(Qt.GlobalColor.white)
            over = QPainter(paper)
            over.drawImage(0, 0, drawn)
            over.end()
            self._images[page] = paper
        return self._images[page]


def _shadow(painter: QPainter, box: QRectF) -> None:
    colour = theme.colour("shadow")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(_SHADOW - 2, 0, -2):
        colour.setAlphaF(0.035 if theme.tokens.name == "light" else 0.12)
        painter.setBrush(colour)
        painter.drawRoundedRect(box.adjusted(-spread, 2 - spread, spread, 2 + spread), 4, 4)
    painter.restore()
