"""A cell or line with a pill at its end: words and a shape, never the colour alone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.shell.theme import theme
from ui.widgets.status_pill import draw_shape

PILL = int(Qt.ItemDataRole.UserRole) + 2
"""The role under which a model keeps (words, tone) of a pill."""
_EDGE, _PAD = 10, 10
_DRAWN = ("good", "warn", "bad")

Index = QModelIndex | QPersistentModelIndex


class PillAtTheEnd(QStyledItemDelegate):
    """Draws `PILL` at the right edge of what Qt draws; the words before it give way."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        held = index.data(PILL)
        if held:
            words, tone = held
            draw_pill(painter, option.rect, str(words), str(tone))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        held = index.data(PILL)
        if held:
            room = option.rect.width() - pill_width(*held) - 3 * _EDGE
            metrics = QFontMetrics(theme.font("body"))
            option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), theme.pixels(38)))


def pill_width(words: str, tone: str) -> int:
    """How wide a pill is drawn, in device independent pixels."""
    metrics = QFontMetrics(theme.font("caption", semibold=True))
    shape = theme.pixels(16) if tone in _DRAWN else 0
    return max(metrics.horizontalAdvance(words) + shape + 2 * _PAD, theme.pixels(34))


def draw_pill(painter: QPainter, place: QRect, words: str, tone: str) -> None:
    """Draw a pill at the right edge of `place`."""
    drawn = tone in _DRAWN
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = theme.font("caption", semibold=True)
    high, wide = QFontMetrics(font).height() + 6, pill_width(words, tone)
    box = QRectF(place.right() - _EDGE - wide, place.center().y() - high / 2 + 0.5, wide, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}_ground" if drawn else "hover"))
    painter.drawRoundedRect(box, high / 2, high / 2)
    painter.setPen(theme.colour(tone if drawn else "muted"))
    painter.setFont(font)
    if drawn:
        side = float(theme.pixels(9))
        spot = QRectF(box.left() + _PAD, box.center().y() - side / 2, side, side)
        draw_shape(painter, tone, spot)
        box.setLeft(box.left() + theme.pixels(14))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
