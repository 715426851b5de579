"""The months ahead as a picture: a lane for each kind of date, a dot for each day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from forms.page import LEFT, MEASURE, Piece
from forms.pen import ACCENT, HAIR, PALE, QUIET, Pen
from forms.typeface import REGULAR, width

LANES = ("agreement", "rung", "tvfc", "training", "role_end", "task", "application")
_NAMES = 74.0
_LANE = 17.0
_HEAD = 27.0
_SMALL = 6.4


@dataclass(frozen=True, slots=True)
class Dot:
    """A day in a lane."""

    on: date
    lane: str


def picture(begin: date, months: int, dots: Sequence[Dot], words: dict[str, str]) -> list[Piece]:
    """Return the picture of `months` whole months from that of `begin` on; empty lanes are left
    out."""
    lanes = [lane for lane in LANES if any(dot.lane == lane for dot in dots)]
    step = (MEASURE - _NAMES) / months
    high = _HEAD + len(lanes) * _LANE

    def draw(pen: Pen, top: float) -> None:
        _months(pen, top, high, _firsts(begin, months), step)
        for number, lane in enumerate(lanes):
            y = top - _HEAD - (number + 0.5) * _LANE
            pen.rule(LEFT, y + _LANE / 2, MEASURE, weight=0.35)
            pen.text(LEFT, y - 2.6, words[f"lane.{lane}"], 8.0)
            seen = Counter(_place(dot.on, begin, step) for dot in dots if dot.lane == lane)
            for x, count in sorted(seen.items()):
                _dot(pen, x, y, count)
        pen.rule(LEFT, top - high, MEASURE, weight=0.35)

    return [Piece(high + 12, draw)]


def _firsts(begin: date, months: int) -> list[date]:
    first = begin.year * 12 + begin.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(first, first + months)]


def _months(pen: Pen, top: float, high: float, firsts: list[date], step: float) -> None:
    """Draw the columns: every second month shaded, its number above, its year where it begins."""
    for number, first in enumerate(firsts):
        x = LEFT + _NAMES + number * step
        if number % 2:
            pen.canvas.setFillColorRGB(*PALE)
            pen.canvas.rect(x, top - high, step, high - 13, stroke=0, fill=1)
        text = str(first.month)
        pen.text(x + (step - width(text, REGULAR, _SMALL)) / 2, top - 22, text, _SMALL, ink=QUIET)
        if first.month == 1 or number == 0:
            pen.text(x + 2, top - 11, str(first.year), 7.4, bold=True)
            pen.canvas.setStrokeColorRGB(*HAIR)
            pen.canvas.setLineWidth(0.6)
            pen.canvas.line(x, top - 4, x, top - high)


def _place(on: date, begin: date, step: float) -> float:
    month = (on.year - begin.year) * 12 + on.month - begin.month
    return round(LEFT + _NAMES + (month + (on.day - 0.5) / 31) * step, 2)


def _dot(pen: Pen, x: float, y: float, count: int) -> None:
    pen.canvas.setFillColorRGB(*ACCENT)
    pen.canvas.circle(x, y, 2.6 if count == 1 else 3.4, stroke=0, fill=1)
