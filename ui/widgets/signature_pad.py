"""The signature pad: mouse, touch or pen; locked until there is something to sign."""

from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from immtrac_desk.domain.document import Point, Stroke
from ui.shell.theme import theme
from ui.wording import tr

_RATIO = 4.2
_PEN = "#10233F"
"""Ink is blue-black on white in both themes: the sheet is paper."""


class SignaturePad(QWidget):
    """`strokes()` are points (x, y in 0..1, ms since the first point, pressure 0..1).

    While `locked` nothing is taken, and the pad says why (`reason` is a code). `changed` rings
    when a stroke ends and when the pad is cleared.
    """

    changed = Signal()

    def __init__(self, reason: str = "pad.locked") -> None:
        super().__init__()
        self._strokes: list[Stroke] = []
        self._current: list[Point] = []
        self._clock = QElapsedTimer()
        self._reason = reason
        self._locked = True
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(120)
        self.retell()

    # What one asks of it

    def strokes(self) -> tuple[Stroke, ...]:
        return tuple(self._strokes)

    def is_empty(self) -> bool:
        return not self._strokes

    @property
    def locked(self) -> bool:
        return self._locked

    @property
    def reason(self) -> str:
        """The code of why nothing is taken, while the pad is locked."""
        return self._reason

    def lock(self, reason: str = "pad.locked") -> None:
        """Take nothing, and drop what was drawn: a changed choice wants a new signature."""
        self._reason, self._locked = reason, True
        self.clear()
        self.setCursor(Qt.CursorShape.ForbiddenCursor)
        self.retell()

    def unlock(self) -> None:
        self._locked = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.retell()

    def follow(self, reason: str, kept: tuple[Stroke, ...]) -> None:
        """Lock for this reason, unlock where there is none, or empty where the ink was let go."""
        if reason and (not self._locked or self._reason != reason):
            self.lock(reason)
        elif not reason and self._locked:
            self.unlock()
        elif not kept and not self.is_empty():
            self.clear()

    def clear(self) -> None:
        had = bool(self._strokes or self._current)
        self._strokes, self._current = [], []
        self._clock.invalidate()
        self.update()
        if had:
            self._ring()

    def retell(self) -> None:
        self.setAccessibleName(tr.say("pad.name"))
        state = self._reason if self._locked else ("pad.empty" if self.is_empty() else "pad.signed")
        self.setAccessibleDescription(tr.say(state))
        self.update()

    # What the hand does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not _from_touch(event):
            self._begin(event.position(), 0.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not _from_touch(event):
            self._draw(event.position(), 0.5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not _from_touch(event):
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        act = {
            QEvent.Type.TabletPress: self._begin,
            QEvent.Type.TabletMove: self._draw,
        }.get(event.type())
        if act is not None:
            act(event.position(), event.pressure())
        else:
            self._end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.points():
            self._touched(event)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        point = event.points()[0]
        pressure = point.pressure() if point.pressure() > 0 else 0.5
        if event.type() is QEvent.Type.TouchBegin:
            self._begin(point.position(), pressure)
        elif event.type() is QEvent.Type.TouchUpdate:
            self._draw(point.position(), pressure)
        else:
            self._end()
        event.accept()

    def _begin(self, at: QPointF, pressure: float) -> None:
        if self._locked or self._current:
            return
        if not self._clock.isValid():
            self._clock.start()
        self._current = [self._point(at, pressure)]
        self.update()

    def _draw(self, at: QPointF, pressure: float) -> None:
        if self._current:
            self._current.append(self._point(at, pressure))
            self.update()

    def _end(self) -> None:
        if self._current:
            self._strokes.append(tuple(self._current))
            self._current = []
            self._ring()

    def _ring(self) -> None:
        self.retell()
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.changed.emit()

    def _point(self, at: QPointF, pressure: float) -> Point:
        x = min(max(at.x() / max(self.width(), 1), 0.0), 1.0)
        y = min(max(at.y() / max(self.height(), 1), 0.0), 1.0)
        return (x, y, int(self._clock.elapsed()), min(max(pressure, 0.0), 1.0))

    # How it looks

    def sizeHint(self) -> QSize:
        return QSize(560, self.heightForWidth(560))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / _RATIO)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        for stroke in (*self._strokes, tuple(self._current)):
            self._paint_stroke(painter, stroke)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        focused = self.hasFocus() and not self._locked
        edge = theme.colour("accent" if focused else "edge")
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.setBrush(theme.colour("ground") if self._locked else Qt.GlobalColor.white)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 8, 8)
        line = box.height() * 0.74
        painter.setPen(QPen(theme.colour("mark"), 1))
        painter.drawLine(QPointF(24, line), QPointF(box.width() - 24, line))
        if self._locked or self.is_empty():
            painter.setFont(theme.font("body"))
            painter.setPen(theme.colour("muted") if self._locked else "#5A6573")
            words = tr.say(self._reason if self._locked else "pad.empty")
            place = box.adjusted(24, 8, -24, line - box.height() - 4)
            flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
            painter.drawText(place, int(flags), words)

    def _paint_stroke(self, painter: QPainter, stroke: Stroke) -> None:
        width, height = self.width(), self.height()
        spots = [QPointF(x * width, y * height) for x, y, _, _ in stroke]
        pen = QPen(_PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if len(spots) == 1:
            pen.setWidthF(3.0)
            painter.setPen(pen)
            painter.drawPoint(spots[0])
        for (start, end), point in zip(pairwise(spots), stroke[1:], strict=True):
            pen.setWidthF(1.2 + 2.4 * point[3])
            painter.setPen(pen)
            painter.drawLine(start, end)


def _from_touch(event: QMouseEvent) -> bool:
    """Qt makes a mouse event of each touch that nobody took; the touch itself is the truth."""
    return event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized
