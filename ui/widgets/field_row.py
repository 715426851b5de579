"""Fields beside each other while there is room, under each other when text grows."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget, QWidgetItem

from ui.shell.theme import theme
from ui.widgets.framed import Framed
from ui.widgets.layouts import boxed
from ui.widgets.wrapping import Wrapping


@dataclass(frozen=True, slots=True)
class _Placed:
    item: QLayoutItem
    share: int


class FieldRow(Wrapping):
    """`add(widget, share)`: shares divide the width; `least` is the narrowest a share-1 field
    may get, in letters of the current text, before the row wraps."""

    def __init__(self, *, gap: int = 12, row_gap: int = 12, least: int = 7) -> None:
        super().__init__()
        self._placed: list[_Placed] = []
        self._gap, self._row_gap, self._least = gap, row_gap, least

    def add(self, widget: QWidget, share: int = 1) -> None:
        self.addChildWidget(widget)
        self._placed.append(_Placed(QWidgetItem(widget), max(share, 1)))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._placed.append(_Placed(item, 1))

    def count(self) -> int:
        return len(self._placed)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._placed[index].item if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._placed.pop(index).item if 0 <= index < len(self._placed) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        width = sum(self._narrowest(p) for p in self._shown()) + self._gap * max(
            self.count() - 1, 0
        )
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        narrow = max((p.item.minimumSize().width() for p in self._shown()), default=0)
        return QSize(narrow, 0)

    def _shown(self) -> list[_Placed]:
        return [placed for placed in self._placed if not placed.item.isEmpty()]

    def _narrowest(self, placed: _Placed) -> int:
        letters = self._least * min(placed.share, 4)
        wanted = theme.pixels(letters * 7) + 26
        return max(placed.item.minimumSize().width(), wanted)

    def _lines(self, width: int) -> list[list[_Placed]]:
        lines: list[list[_Placed]] = []
        room = 0
        for placed in self._shown():
            need = self._narrowest(placed)
            if not lines or need + self._gap > room:
                lines.append([])
                room = width + self._gap
            lines[-1].append(placed)
            room -= need + self._gap
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            widths = self._divide(line, rect.width())
            drops = _drops(line, widths)
            height = max(
                _height(p.item, width) + drop - _lowered(p)
                for p, width, drop in zip(line, widths, drops, strict=True)
            )
            x = rect.x()
            for placed, width, drop in zip(line, widths, drops, strict=True):
                if move:
                    _lower(placed, drop)
                    placed.item.setGeometry(QRect(x, y, width, height))
                x += width + self._gap
            y += height + self._row_gap
        return max(y - rect.y() - self._row_gap, 0)

    def _divide(self, line: list[_Placed], width: int) -> list[int]:
        """The narrowest for each, and what is left by shares."""
        least = [self._narrowest(placed) for placed in line]
        spare = max(width - sum(least) - self._gap * (len(line) - 1), 0)
        shares = sum(placed.share for placed in line)
        widths = [need + spare * p.share // shares for need, p in zip(least, line, strict=True)]
        if len(line) == 1:
            widths = [width]
        return widths


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _frame(placed: _Placed) -> Framed | None:
    widget = placed.item.widget()
    return widget if isinstance(widget, Framed) else None


def _drops(line: list[_Placed], widths: list[int]) -> list[int]:
    """By how much each frame must stand lower for all boxes of a line to begin together."""
    frames = [_frame(placed) for placed in line]
    heads = [f.head_height(w) if f else 0 for f, w in zip(frames, widths, strict=True)]
    highest = max(heads, default=0)
    return [highest - head if frame else 0 for frame, head in zip(frames, heads, strict=True)]


def _lowered(placed: _Placed) -> int:
    frame = _frame(placed)
    return frame.lowered if frame else 0


def _lower(placed: _Placed, by: int) -> None:
    frame = _frame(placed)
    if frame is not None:
        frame.stand_lower(by)


def fields(*widgets: QWidget, shares: tuple[int, ...] = ()) -> QWidget:
    """A row of fields that wraps; `shares` default to 1 each."""
    row = FieldRow()
    for index, widget in enumerate(widgets):
        row.add(widget, shares[index] if index < len(shares) else 1)
    return boxed(row)
