"""How tall a line of a table must be for its wrapped words; Qt's own measure forgets padding."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

ACROSS, DOWN = 44, 20
"""Pixels of padding in a cell, beside and above its words."""
_MOST_LINES = 6


def tall(metrics: QFontMetrics, cells: list[tuple[str, int]]) -> int:
    """The height for the tallest of the cells: text and width of its column."""
    lines = max((_lines(metrics, text, width - ACROSS) for text, width in cells), default=1)
    return metrics.height() + DOWN + (lines - 1) * metrics.lineSpacing()


def _lines(metrics: QFontMetrics, text: str, width: int) -> int:
    if metrics.horizontalAdvance(text) <= width:
        return 1
    box = QRect(0, 0, max(width, 1), 10_000)
    height = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()
    return min(max(round(height / metrics.lineSpacing()), 1), _MOST_LINES)
