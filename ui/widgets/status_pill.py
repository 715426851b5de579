"""A status as a pill: words and a shape, never the colour alone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.theme import theme

TONES = ("good", "warn", "bad", "accent", "quiet")


class StatusPill(QWidget):
    """`tell(text, tone)`: good (tick), warn (triangle), bad (circle), accent, quiet (dot)."""

    def __init__(self, text: str = "", tone: str = "quiet", *, shape: bool = True) -> None:
        super().__init__()
        self._shape = shape
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refit)
        self.tell(text, tone)

    def tell(self, text: str, tone: str = "quiet") -> None:
        self.text, self.tone = text, tone if tone in TONES else "quiet"
        self.setAccessibleName(text)
        self._refit()

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        shape = theme.pixels(18) if self._shape else 0
        width = metrics.horizontalAdvance(self.text) + shape + 28
        return QSize(max(width, 56), metrics.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = self._colours()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, 10, 10)
        painter.setFont(theme.font("caption", semibold=True))
        painter.setPen(theme.colour(ink))
        if self._shape:
            side = float(theme.pixels(10))
            spot = QRectF(12, box.center().y() - side / 2, side, side)
            draw_shape(painter, self.tone, spot)
            box.setLeft(theme.pixels(18) + 6)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font("caption", semibold=True))

    def _colours(self) -> tuple[str, str]:
        if self.tone == "accent":
            return "accent", "accent_weak"
        if self.tone == "quiet":
            return "muted", "hover"
        return self.tone, f"{self.tone}_ground"

    def _refit(self) -> None:
        self.updateGeometry()
        self.update()


def draw_shape(painter: QPainter, tone: str, spot: QRectF) -> None:
    """Tick, triangle with a stem, crossed circle, dot: each known without its colour."""
    pen = QPen(painter.pen().color(), max(spot.width() / 6, 1.4))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left, right, top, bottom = spot.left(), spot.right(), spot.top(), spot.bottom()
    middle = spot.center()
    if tone == "good":
        low = QPointF(left + spot.width() * 0.4, bottom - spot.height() * 0.15)
        painter.drawPolyline([QPointF(left, middle.y()), low, QPointF(right, top)])
    elif tone == "warn":
        painter.drawPolygon(
            [QPointF(middle.x(), top), QPointF(right, bottom), QPointF(left, bottom)]
        )
    elif tone == "bad":
        painter.drawEllipse(spot)
        painter.drawLine(QPointF(left + 2.5, middle.y()), QPointF(right - 2.5, middle.y()))
    else:
        painter.setBrush(pen.color())
        painter.drawEllipse(middle, spot.width() / 4, spot.width() / 4)
    painter.setPen(pen)
