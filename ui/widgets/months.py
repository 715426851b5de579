"""Months ahead: lanes of dated beads on one calendar strip, read with eyes, mouse or arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.shell.theme import theme
from ui.widgets.months_scale import Scale, clear
from ui.widgets.status_pill import draw_shape
from ui.wording import tr

_BEAD, _LANE, _HEAD = 11, 34, 40
_CLEAR = 4
"""Pixels between the shapes of two beads; one without that room is told and not drawn."""
_LOUD = ("bad", "warn", "good")
"""The tones that are drawn before the quiet one, the most urgent of a day first."""


@dataclass(frozen=True, slots=True)
class Bead:
    """A day, how it is meant (good, warn, bad, quiet), and the sentence that says it."""

    on: date
    tone: str
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the strip."""

    label: str
    beads: tuple[Bead, ...]


class Months(QWidget):
    """`show_lanes` tells it what to draw; `picked` rings with the sentence of the bead in hand."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lanes: tuple[Lane, ...] = ()
        self._scale = Scale(date(2000, 1, 1), 24)
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refit)

    def show_lanes(self, lanes: Sequence[Lane], first: date, months: int) -> None:
        """Draw `lanes` over `months` months from the month of `first`, which is today."""
        self.lanes = tuple(lanes)
        self._scale = Scale(first, months)
        self._at = -1
        said = "; ".join(bead.words for bead in self.beads())
        self.setAccessibleDescription(said)
        self._refit()

    def beads(self) -> tuple[Bead, ...]:
        """Every bead in the order in which the arrow keys reach them: by day."""
        return tuple(sorted((b for lane in self.lanes for b in lane.beads), key=lambda b: b.on))

    def sizeHint(self) -> QSize:
        lanes = theme.pixels(_LANE) * len(self.lanes)
        return QSize(theme.pixels(560), theme.pixels(_HEAD) + lanes + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def pick(self, index: int) -> None:
        """Take the bead at `index` of `beads()` in hand and say it."""
        beads = self.beads()
        if beads:
            self._at = max(0, min(index, len(beads) - 1))
            self.setAccessibleName(beads[self._at].words)
            self.picked.emit(beads[self._at].words)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        jumps = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.beads()) - 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.pick(self._at + steps[key] if self._at >= 0 else 0)
        elif key in jumps:
            self.pick(jumps[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at < 0:
            self.pick(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found = self._under(event.position())
        if found is not None:
            self.pick(self.beads().index(found))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), found.words if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter)
        for number, lane in enumerate(self.lanes):
            self._paint_lane(painter, lane, self._middle(number))
        painter.end()

    def _paint_months(self, painter: QPainter) -> None:
        bottom = float(theme.pixels(_HEAD) + theme.pixels(_LANE) * len(self.lanes))
        painter.setFont(theme.font("caption"))
        wide = QFontMetrics(painter.font()).horizontalAdvance(tr.say("date.month_short.9")) + 10
        step = self._scale.every(self._strip().width(), wide)
        for month, begins_year in self._scale.named(step):
            x = self._x(month)
            painter.setPen(theme.colour("line"))
            top = theme.pixels(2 if begins_year else 20)
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            painter.setPen(theme.colour("muted"))
            words = tr.say(f"date.month_short.{month.month}")
            painter.drawText(QPointF(x + 4, theme.pixels(33)), words)
            if begins_year:
                painter.drawText(QPointF(x + 4, theme.pixels(15)), str(month.year))
        painter.setPen(theme.colour("accent"))
        today = self._x(self._scale.first)
        painter.drawLine(QPointF(today, theme.pixels(_HEAD - 2)), QPointF(today, bottom))

    def _paint_lane(self, painter: QPainter, lane: Lane, y: float) -> None:
        strip = self._strip()
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink"))
        box = QRectF(0, y - theme.pixels(_LANE) / 2, strip.left() - 12, theme.pixels(_LANE))
        label = painter.fontMetrics().elidedText(
            lane.label, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), label)
        painter.setPen(theme.colour("line"))
        painter.drawLine(QPointF(strip.left(), y), QPointF(strip.right(), y))
        picked = self.beads()[self._at] if 0 <= self._at < len(self.beads()) else None
        side = float(theme.pixels(_BEAD))
        spots = {
            bead: QRectF(x - side / 2, y - side / 2, side, side)
            for bead, x in self._places(lane).items()
        }
        if picked in lane.beads and picked not in spots:
            spots[picked] = QRectF(self._x(picked.on) - side / 2, y - side / 2, side, side)
        # Every ground before any shape: none may lie upon the shape beside it.
        for bead, spot in spots.items():
            _paint_ground(painter, bead, spot, in_hand=bead is picked and self.hasFocus())
        for bead, spot in spots.items():
            painter.setPen(theme.colour("accent" if _quiet(bead) else bead.tone))
            draw_shape(painter, bead.tone, spot)

    def _places(self, lane: Lane) -> dict[Bead, float]:
        """Where the middle of each bead is drawn: at its day, or just clear of its neighbours."""
        strip, gap = self._strip(), float(theme.pixels(_BEAD + _CLEAR))
        loud = [b for b in lane.beads if not _quiet(b)]
        loud.sort(key=lambda b: (b.on, _LOUD.index(b.tone)))
        places = clear([self._x(b.on) for b in loud], gap, strip.right())
        found = {b: x for b, x in zip(loud, places, strict=True) if x is not None}
        for bead in sorted(filter(_quiet, lane.beads), key=lambda b: b.on, reverse=True):
            x = self._x(bead.on)
            if all(abs(x - other) >= gap for other in found.values()):
                found[bead] = x
        return found

    def _under(self, at: QPointF) -> Bead | None:
        reach = theme.pixels(_BEAD)
        for number, lane in enumerate(self.lanes):
            if abs(self._middle(number) - at.y()) > theme.pixels(_LANE) / 2:
                continue
            away = {bead: abs(x - at.x()) for bead, x in self._places(lane).items()}
            near = min(away, key=lambda bead: away[bead], default=None)
            if near is not None and away[near] <= reach:
                return near
        return None

    def _strip(self) -> QRectF:
        left = float(theme.pixels(150))
        return QRectF(left, 0, max(self.width() - left - theme.pixels(14), 60), self.height())

    def _x(self, on: date) -> float:
        strip = self._strip()
        return strip.left() + strip.width() * self._scale.share(on)

    def _middle(self, number: int) -> float:
        return theme.pixels(_HEAD) + theme.pixels(_LANE) * (number + 0.5)

    def _refit(self) -> None:
        self.updateGeometry()
        self.update()


def _quiet(bead: Bead) -> bool:
    return bead.tone not in _LOUD


def _paint_ground(painter: QPainter, bead: Bead, spot: QRectF, *, in_hand: bool) -> None:
    ground = spot.adjusted(-5, -5, 5, 5)
    painter.setPen(theme.colour("accent" if in_hand else "surface"))
    painter.setBrush(theme.colour("accent_weak" if _quiet(bead) else f"{bead.tone}_ground"))
    painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
