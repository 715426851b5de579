"""A drawn picture: one PDF page, rendered for exactly the pixels it stands on."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.theme import theme

REST = 150
"""Milliseconds of rest after which a picture of another width is asked for."""


class Picture(QWidget):
    """`wanted` rings when it needs drawing anew: it was resized, or the looks changed.

    `aspect` is height to width. `show_image` shows what was drawn, with what it says.
    """

    wanted = Signal()

    def __init__(self, aspect: float = 0.56) -> None:
        super().__init__()
        self.aspect = aspect
        self._image = QImage()
        self._drawn_for: tuple[int, int, str] = (0, 0, "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._ask)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._timer.start)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self.aspect)

    def sizeHint(self) -> QSize:
        return QSize(theme.pixels(420), round(theme.pixels(420) * self.aspect))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.pixels(120))

    @property
    def points(self) -> tuple[float, float]:
        """The size to draw at, in points: larger text is the same page seen from nearer."""
        scale = 72 / 96 / (theme.percent / 100)
        return self.width() * scale, self.width() * self.aspect * scale

    @property
    def dots(self) -> QSize:
        """The size to render at, in dots of the screen."""
        ratio = self.devicePixelRatioF()
        wide = round(self.width() * ratio)
        return QSize(wide, round(self.width() * self.aspect * ratio))

    @property
    def looks(self) -> tuple[int, int, str]:
        """What the drawing depends on; a drawing for other looks is out of date."""
        return (self.dots.width(), theme.percent, theme.tokens.name)

    def show_image(self, image: QImage, alt: str) -> None:
        """Show a rendered page; a null image shows none."""
        self._image, self._drawn_for = image, self.looks
        self.setAccessibleName(alt)
        self.setAccessibleDescription(alt)
        self.setToolTip("")
        self.update()

    @property
    def drawn(self) -> bool:
        return not self._image.isNull()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.looks != self._drawn_for:
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.drawn:
            tall = self.width() * self._image.height() / max(self._image.width(), 1)
            painter.drawImage(QRectF(0, 0, self.width(), tall), self._image)
        painter.end()

    def _ask(self) -> None:
        if self.looks != self._drawn_for and self.isVisible() and self.width() > 1:
            self.wanted.emit()


def rendered(pdf: bytes, dots: QSize, ground: str) -> QImage:
    """The first page of a PDF as so many dots on `ground`; null where these are no PDF bytes.

    May be called off the event loop: the document lives and dies on the calling thread.
    """
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.pageCount() < 1 or dots.isEmpty():
        return QImage()
    drawn = document.render(0, dots)
    image = QImage(dots, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    over = QPainter(image)
    over.drawImage(0, 0, drawn)
    over.end()
    document.close()
    return image
