"""A line of a list with a quiet detail at its end, as the key of an act."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.shell.theme import theme

DETAIL = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a list keeps the detail of a line."""
_EDGE = 12

Index = QModelIndex | QPersistentModelIndex


class DetailAtTheEnd(QStyledItemDelegate):
    """Draws `DETAIL` in the caption's colour at the right edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        detail = str(index.data(DETAIL) or "")
        if not detail:
            return
        painter.save()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        box = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(flags), detail)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), theme.pixels(34)))
