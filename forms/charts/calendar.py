"""The calendar: months as blocks, days as cells, the count written into each that has one."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from forms.charts.chart import Chart, DayCount
from forms.charts.sketch import LABEL, SMALL, Sketch, readable
from forms.charts.words import number, words
from forms.shown import shown

_CELL = 20.0
_WIDEST, _GUTTER = 30.0, 16.0
_HEAD, _BELOW = 26.0, 12.0
_LEGEND, _DAY = 17.0, 6.2
_LARGE = (4, 8)
"""From so many in a day on, the cell is darker, and then darkest; the number says it too."""


@dataclass(frozen=True, slots=True)
class _Blocks:
    """How the months are laid: which, how many in a row, and the width of a cell."""

    months: tuple[date, ...]
    across: int
    cell: float

    @property
    def lines(self) -> list[tuple[date, ...]]:
        step = self.across
        return [self.months[at : at + step] for at in range(0, len(self.months), step)]


def calendar_height(chart: Chart, wide: float) -> float:
    """Return how high the months stand without the title, in points."""
    blocks = _blocks(chart, wide)
    return _legend_high(chart) + sum(_line_high(line) for line in blocks.lines)


def draw_calendar(chart: Chart, sketch: Sketch, top: float) -> None:
    """Draw the months from `top` down."""
    if _legend_high(chart):
        _corner(sketch, (0, top + 2, 11, 11))
        sketch.text((16, top + 11), shown(chart.marked_name), SMALL + 0.6)
        top += _LEGEND
    blocks = _blocks(chart, sketch.wide)
    counts = {day.on: day for day in chart.days}
    for line in blocks.lines:
        for place, first in enumerate(line):
            x = place * (blocks.cell * 7 + _GUTTER)
            _month(chart, sketch, (x, top, blocks.cell), first, counts)
        top += _line_high(line)


def _month(
    chart: Chart,
    sketch: Sketch,
    place: tuple[float, float, float],
    first: date,
    counts: dict[date, DayCount],
) -> None:
    x, top, cell = place
    said = words(chart.language)
    name = f"{said['months'].split()[first.month - 1].capitalize()} {first.year}"
    sketch.text((x, top + 10), name, LABEL + 0.4, bold=True)
    whole = sum(one.count for on, one in counts.items() if _same_month(on, first))
    if whole:
        text = number(whole)
        sketch.text((x + cell * 7, top + 10), text, LABEL, ink=sketch.palette.quiet, anchor="end")
    for at, letter in enumerate(said["weekdays"].split()):
        middle = (x + (at + 0.5) * cell, top + 21)
        sketch.text(middle, letter, 6.2, ink=sketch.palette.quiet, anchor="middle")
    for on in _days(first):
        column, row = _place(on)
        box = (x + column * cell, top + _HEAD + row * _CELL, cell, _CELL)
        _cell(chart, sketch, box, on, counts.get(on))


def _cell(
    chart: Chart,
    sketch: Sketch,
    box: tuple[float, float, float, float],
    on: date,
    day: DayCount | None,
) -> None:
    x, y, wide, high = box
    inner = (x + 0.7, y + 0.7, wide - 1.4, high - 1.4)
    inside = (chart.first or on) <= on <= (chart.last or on)
    if not inside:
        return
    today = on == chart.today_on
    if day is None or not day.count:
        edge = sketch.palette.accent if today else sketch.palette.line
        sketch.rect(inner, stroke=edge, round_by=1.5)
        sketch.text((x + 2.6, y + 8), str(on.day), _DAY, bold=today, ink=sketch.palette.quiet)
        return
    ground = _shade(sketch, day.count)
    ink = sketch.palette.ink if ground == sketch.palette.weak else readable(ground)
    sketch.rect(inner, ground, stroke=sketch.palette.accent if today else "", round_by=1.5)
    sketch.text((x + 2.6, y + 8), str(on.day), _DAY, bold=today, ink=ink)
    sketch.text(
        (x + wide / 2 + 2, y + high - 3.6),
        number(day.count),
        9.4,
        bold=True,
        ink=ink,
        anchor="middle",
    )
    if day.marked:
        _corner(sketch, inner)
    sketch.spot(day.key, inner)


def _shade(sketch: Sketch, count: int) -> str:
    if count < _LARGE[0]:
        return sketch.palette.weak
    return sketch.palette.middle if count < _LARGE[1] else sketch.palette.accent


def _corner(sketch: Sketch, box: tuple[float, float, float, float]) -> None:
    """Draw the mark in the upper right corner of a cell: a turned-down corner."""
    x, y, wide, _ = box
    right = x + wide
    for side, fill in ((10.5, sketch.palette.ground), (8.0, sketch.palette.warn)):
        sketch.shape(((right - side, y), (right, y), (right, y + side)), fill)


def _days(first: date) -> Iterator[date]:
    for at in range(monthrange(first.year, first.month)[1]):
        yield first + timedelta(days=at)


def _place(on: date) -> tuple[int, int]:
    """Return column (from Sunday) and row of a day in its month."""
    before = (on.replace(day=1).weekday() + 1) % 7
    return (on.weekday() + 1) % 7, (on.day - 1 + before) // 7


def _line_high(line: tuple[date, ...]) -> float:
    rows = max(_place(list(_days(first))[-1])[1] + 1 for first in line)
    return _HEAD + rows * _CELL + _BELOW


def _blocks(chart: Chart, wide: float) -> _Blocks:
    months = tuple(_months(chart))
    most = max(1, int((wide + _GUTTER) // (7 * _CELL + _GUTTER)))
    across = min(most, max(len(months), 1))
    cell = min(_WIDEST, ((wide + _GUTTER) / across - _GUTTER) / 7)
    return _Blocks(months, across, cell)


def _months(chart: Chart) -> Iterator[date]:
    if chart.first is None or chart.last is None:
        return
    here = chart.first.replace(day=1)
    while here <= chart.last:
        yield here
        here = (here + timedelta(days=32)).replace(day=1)


def _same_month(on: date, first: date) -> bool:
    return (on.year, on.month) == (first.year, first.month)


def _legend_high(chart: Chart) -> float:
    marked = any(day.marked for day in chart.days) and chart.marked_name
    return _LEGEND if marked else 0.0
