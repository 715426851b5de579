"""A drawn picture: one PDF page, rendered for exactly the pixels it stands on."""

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.theme import theme

REST = 150
"""Milliseconds of rest after which a picture of another width is asked for."""
_FADE = 56


Spots = tuple[tuple[str, QRectF], ...]
"""Keys, each with its place as shares of the picture's width and height."""


class Picture(QWidget):
    """`wanted` rings when it needs drawing anew: it was resized, or the looks changed.

    `aspect` is height to width: what is taller fades out at its foot, for a card that is opened
    for the rest. None: as high as the drawing is. `pressed(key)` rings where a number is clicked.
    """

    wanted = Signal()
    pressed = Signal(str)

    def __init__(self, aspect: float | None = 0.52) -> None:
        super().__init__()
        self._fixed, self._aspect = aspect is not None, aspect or 0.5
        self._image = QImage()
        self._spots: Spots = ()
        self._drawn_for: tuple[int, int, str] = (0, 0, "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        theme.changed.connect(self._rest)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._aspect)

    def sizeHint(self) -> QSize:
        return QSize(theme.pixels(420), round(theme.pixels(420) * self._aspect))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.pixels(120))

    @property
    def points_wide(self) -> float:
        """How wide to draw, in points: larger text is the same page seen from nearer."""
        return self.width() * 0.75 * 100 / theme.percent

    @property
    def dots_wide(self) -> int:
        """How many dots of the screen the picture is wide."""
        return round(self.width() * self.devicePixelRatioF())

    @property
    def looks(self) -> tuple[int, int, str]:
        """What the drawing depends on; a drawing for other looks is out of date."""
        return (self.dots_wide, theme.percent, theme.tokens.name)

    def show_image(self, image: QImage, alt: str, spots: Spots = ()) -> None:
        """Show a rendered page and what it says; a null image shows none."""
        self._image, self._spots, self._drawn_for = image, spots, self.looks
        if not self._fixed and not image.isNull():
            self._aspect = image.height() / image.width()
            self.updateGeometry()
        self.setAccessibleName(alt)
        self.update()

    @property
    def drawn(self) -> bool:
        return not self._image.isNull()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.looks != self._drawn_for:
            self._rest()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hand = Qt.CursorShape.PointingHandCursor
        if self._under(event.position()):
            self.setCursor(hand)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self._under(event.position())
        if key and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(key)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.drawn:
            painter.drawImage(QRectF(0, 0, self.width(), self._tall()), self._image)
        if self._fixed and self._tall() > self.height():
            self._fade(painter)
        painter.end()

    def _fade(self, painter: QPainter) -> None:
        """There is more than has room: let it run out instead of cutting a line in two."""
        foot = theme.pixels(_FADE)
        ground = theme.colour("surface")
        clear = QColor(ground)
        clear.setAlpha(0)
        shade = QLinearGradient(0, self.height() - foot, 0, self.height())
        shade.setColorAt(0, clear)
        shade.setColorAt(0.85, ground)
        painter.fillRect(QRectF(0, self.height() - foot, self.width(), foot), shade)

    def _under(self, at: QPointF) -> str:
        """The key of the number at a place; "" for none."""
        if not self.drawn:
            return ""
        share = QPointF(at.x() / max(self.width(), 1), at.y() / max(self._tall(), 1))
        return next((key for key, place in self._spots if place.contains(share)), "")

    def _tall(self) -> float:
        return self.width() * self._image.height() / max(self._image.width(), 1)

    def _rest(self) -> None:
        """The first drawing is waited for; one that is there may be stretched for a moment."""
        self._timer.start(REST if self.drawn else 0)

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
