"""The time line: a lane for each name, spans as bars and days as marks, each with its words."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from forms.charts.chart import Chart, Mark
from forms.charts.sketch import LABEL, SMALL, Sketch
from forms.charts.words import words
from forms.shown import shown
from forms.typeface import REGULAR, break_lines, width

_NAMES, _HEAD = 0.25, 20.0
_ROW, _LINE, _PAD = 15.0, 10.4, 7.0
_MARKED = 6.0


@dataclass(frozen=True, slots=True)
class _Set:
    """A mark in its lane: its row there and the x of its beginning and end."""

    mark: Mark
    row: int
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class _Lane:
    name: tuple[str, ...]
    marks: tuple[_Set, ...]

    @property
    def high(self) -> float:
        rows = max((one.row for one in self.marks), default=0) + 1
        return max(rows * _ROW, len(self.name) * _LINE) + _PAD


def timeline_height(chart: Chart, wide: float) -> float:
    """Return how high the lanes stand without the title, in points."""
    return _HEAD + sum(lane.high for lane in _lanes(chart, wide))


def draw_timeline(chart: Chart, sketch: Sketch, top: float) -> None:
    """Draw months and lanes from `top` down."""
    lanes = _lanes(chart, sketch.wide)
    bottom = top + _HEAD + sum(lane.high for lane in lanes)
    _months(chart, sketch, top, bottom)
    here = top + _HEAD
    for lane in lanes:
        sketch.line((0, here), (sketch.wide, here), weight=0.35)
        for line, text in enumerate(lane.name):
            sketch.text((0, here + 12 + line * _LINE), text)
        for one in lane.marks:
            _mark(sketch, one, here + _PAD / 2 + one.row * _ROW)
        here += lane.high
    sketch.line((0, bottom), (sketch.wide, bottom), weight=0.35)


def _mark(sketch: Sketch, one: _Set, top: float) -> None:
    palette = sketch.palette
    ink = {"plain": palette.accent, "warn": palette.warn, "bad": palette.bad}[one.mark.tone]
    middle = top + _ROW / 2
    if one.mark.until is not None:
        sketch.rect((one.x0, middle - 4, max(one.x1 - one.x0, 2), 8), ink, round_by=2)
    else:
        _sign(sketch, (one.x0, middle), one.mark.tone, ink)
    text = _said(one.mark)
    after, wide = one.x1 + _MARKED, width(text, REGULAR, SMALL)
    x = after if after + wide <= sketch.wide else one.x0 - _MARKED - wide
    sketch.rect((x - 1, middle - 5, wide + 2, 10), palette.ground)
    sketch.text((x, middle + 2.6), text, SMALL)
    sketch.spot(one.mark.key, (one.x0 - 6, top, max(one.x1 - one.x0, 0) + 12, _ROW))


def _sign(sketch: Sketch, place: tuple[float, float], tone: str, ink: str) -> None:
    """Draw the sign of a day: each tone has a shape of its own."""
    x, y = place
    shapes = {
        "plain": ((x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)),
        "warn": ((x, y - 4), (x + 4.2, y + 3.4), (x - 4.2, y + 3.4)),
        "bad": ((x - 3.6, y - 3.6), (x + 3.6, y - 3.6), (x + 3.6, y + 3.6), (x - 3.6, y + 3.6)),
    }
    sketch.shape(shapes[tone], ink)


def _months(chart: Chart, sketch: Sketch, top: float, bottom: float) -> None:
    """Draw the scale: a tick for each month, named as often as there is room, and today."""
    first, last = _span(chart)
    for month in _firsts(first, last):
        x = _x(chart, sketch.wide, month)
        sketch.line((x, top + 14), (x, bottom), weight=0.35, dashes=(1, 2))
        text = _month_name(chart, month)
        if (month.month - 1) % _every(chart, sketch.wide) == 0 and _fits(x, text, sketch.wide):
            sketch.text((x + 1, top + 11), text, SMALL, ink=sketch.palette.quiet)
    if chart.today_on and first <= chart.today_on <= last:
        x = _x(chart, sketch.wide, chart.today_on)
        sketch.line((x, top + 14), (x, bottom), sketch.palette.accent, 1.1)
        text = words(chart.language)["today"]
        sketch.text((x, top), text, SMALL, bold=True, ink=sketch.palette.accent, anchor="middle")


def _every(chart: Chart, wide: float) -> int:
    """Return which months are named, counted from January: every one, second, third and on."""
    first, last = _span(chart)
    month = _x(chart, wide, last) - _x(chart, wide, first)
    month *= 30 / max((last - first).days, 1)
    widest = width(_month_name(chart, date(last.year, 1, 1)), REGULAR, SMALL) + 8
    return next((step for step in (1, 2, 3, 4, 6) if step * month >= widest), 12)


def _month_name(chart: Chart, month: date) -> str:
    name = words(chart.language)["short"].split()[month.month - 1]
    return f"{name} {month.year}" if month.month == 1 else name


def _fits(x: float, text: str, wide: float) -> bool:
    return x + width(text, REGULAR, SMALL) <= wide


def _lanes(chart: Chart, wide: float) -> list[_Lane]:
    room = wide * _NAMES - 10
    return [
        _Lane(break_lines(shown(label), REGULAR, LABEL, room), _rows(chart, wide, at))
        for at, label in enumerate(chart.labels)
    ]


def _rows(chart: Chart, wide: float, lane: int) -> tuple[_Set, ...]:
    """Return the marks of a lane, each in the first row where its words lie on no other's."""
    first, last = _span(chart)
    ends: list[float] = []
    placed: list[_Set] = []
    shown_here = (one for one in chart.marks if one.lane == lane and _meets(one, first, last))
    for one in sorted(shown_here, key=lambda each: (each.on, each.until or each.on)):
        x0 = _x(chart, wide, max(one.on, first))
        x1 = _x(chart, wide, min(one.until or one.on, last))
        words_wide = width(_said(one), REGULAR, SMALL) + 2 * _MARKED
        begin = x0 - _MARKED if x1 + words_wide <= wide else x0 - words_wide
        end = x1 + words_wide if x1 + words_wide <= wide else x1 + _MARKED
        row = next((at for at, taken in enumerate(ends) if begin >= taken), len(ends))
        ends[row:] = [end, *ends[row + 1 :]]
        placed.append(_Set(one, row, x0, x1))
    return tuple(placed)


def _meets(mark: Mark, first: date, last: date) -> bool:
    return mark.on <= last and (mark.until or mark.on) >= first


def _said(mark: Mark) -> str:
    sign = "! " if mark.tone == "bad" else ""
    return f"{sign}{shown(mark.label)}"


def _x(chart: Chart, wide: float, on: date) -> float:
    first, last = _span(chart)
    left, right = wide * _NAMES, wide - 8
    return left + (right - left) * (on - first).days / max((last - first).days, 1)


def _span(chart: Chart) -> tuple[date, date]:
    """Return the first and the last day of the scale: those given, or those of the marks."""
    days = [day for one in chart.marks for day in (one.on, one.until or one.on)]
    first = chart.first or min(days, default=date(2000, 1, 1))
    return first, max(chart.last or max(days, default=first), first)


def _firsts(first: date, last: date) -> Iterator[date]:
    here = first if first.day == 1 else _next(first)
    while here <= last:
        yield here
        here = _next(here)


def _next(day: date) -> date:
    rest = monthrange(day.year, day.month)[1] - day.day + 1
    return day + timedelta(days=rest)
