"""Bars: a row for each label, its number written, one series or several on each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from forms.charts.chart import Chart, Series
from forms.charts.sketch import LABEL, SMALL, Sketch, readable, series_colour
from forms.charts.words import number
from forms.shown import shown
from forms.typeface import REGULAR, SEMIBOLD, break_lines, width

_BAR, _GAP, _LINE = 15.0, 8.0, 10.4
_NAMES = 0.32
"""The most of the width that the labels take."""
_LEGEND = 16.0


@dataclass(frozen=True, slots=True)
class _Rows:
    """How the rows are set: lines of each label, where the bars begin, and points per unit."""

    labels: tuple[tuple[str, ...], ...]
    left: float
    scale: float

    def high(self, at: int) -> float:
        return max(_BAR, len(self.labels[at]) * _LINE) + _GAP


def bars_height(chart: Chart, wide: float) -> float:
    """Return how high the bars stand without the title, in points."""
    rows = _rows(chart, wide)
    legend = _legend_lines(chart, wide) * _LEGEND + 4 if _stacked(chart) else 0
    return legend + sum(rows.high(at) for at in range(len(rows.labels)))


def draw_bars(chart: Chart, sketch: Sketch, top: float) -> None:
    """Draw the rows from `top` down."""
    rows = _rows(chart, sketch.wide)
    if _stacked(chart):
        top = _legend(chart, sketch, top) + 4
    for at, lines in enumerate(rows.labels):
        for line, text in enumerate(lines):
            sketch.text((rows.left - 8, top + 10.6 + line * _LINE), text, anchor="end")
        _row(chart, sketch, rows, at, top)
        top += rows.high(at)


def _row(chart: Chart, sketch: Sketch, rows: _Rows, at: int, top: float) -> None:
    x, hidden = rows.left, False
    values = [_value(one, at) for one in _shown(chart)]
    for place, (one, value) in enumerate(zip(_shown(chart), values, strict=True)):
        wide = max(value or 0, 0) * rows.scale
        sketch.series_rect((x, top, wide, _BAR), place)
        sketch.spot(_key(one, at), (x, top, max(wide, 14), _BAR))
        if _stacked(chart) and value:
            hidden |= not _inside(sketch, (x, top, wide), place, number(value))
        x += wide
    sketch.line((rows.left, top - 2), (rows.left, top + _BAR + 2))
    known = [value for value in values if value is not None]
    total = number(sum(known)) if known else number(None)
    sketch.text((x + 5, top + 10.8), total, bold=True)
    if hidden:
        after = x + 10 + width(total, SEMIBOLD, LABEL)
        sketch.text((after, top + 10.8), _sum(values), SMALL, ink=sketch.palette.quiet)


def _inside(sketch: Sketch, bar: tuple[float, float, float], place: int, text: str) -> bool:
    """Write a number into its part of a bar, on a plain ground; return whether it had room."""
    x, top, wide = bar
    needs = width(text, SEMIBOLD, SMALL) + 5
    if needs > wide:
        return False
    colour = series_colour(sketch.palette, place)
    sketch.rect((x + (wide - needs) / 2, top + 2.5, needs, _BAR - 5), colour)
    middle = (x + wide / 2, top + 10.2)
    sketch.text(middle, text, SMALL, bold=True, ink=readable(colour), anchor="middle")
    return True


def _legend(chart: Chart, sketch: Sketch, top: float) -> float:
    """Draw what each series is; return where the rows begin."""
    for line in _legend_rows(chart, sketch.wide):
        for place, x in line:
            sketch.series_rect((x, top + 1, 11, 9), place)
            sketch.text((x + 15, top + 9), shown(chart.series[place].name), SMALL + 0.6)
        top += _LEGEND
    return top


def _legend_lines(chart: Chart, wide: float) -> int:
    return len(_legend_rows(chart, wide))


def _legend_rows(chart: Chart, wide: float) -> list[list[tuple[int, float]]]:
    """Return the places of the series and their x, in as many lines as they need."""
    rows: list[list[tuple[int, float]]] = [[]]
    x = 0.0
    for place, one in enumerate(chart.series):
        needs = 31 + width(shown(one.name), REGULAR, SMALL + 0.6)
        if rows[-1] and x + needs > wide:
            rows.append([])
            x = 0.0
        rows[-1].append((place, x))
        x += needs
    return rows


def _rows(chart: Chart, wide: float) -> _Rows:
    texts = [shown(label) for label in chart.labels]
    names = min(wide * _NAMES, max((width(text, REGULAR, LABEL) for text in texts), default=0) + 1)
    lines = tuple(break_lines(text, REGULAR, LABEL, names) for text in texts)
    left = names + 8
    bars = [[_value(one, at) for one in _shown(chart)] for at in range(len(texts))]
    scales = [
        max(wide - left - _beside(values), 20) / _total(values) for values in bars if _total(values)
    ]
    return _Rows(lines, left, min(scales, default=0.0))


def _total(values: Sequence[float | None]) -> float:
    return sum(max(value or 0, 0) for value in values)


def _sum(values: Sequence[float | None]) -> str:
    return f"= {' + '.join(number(value) for value in values if value)}"


def _beside(values: Sequence[float | None]) -> float:
    """Return the room for the numbers at the end of a bar."""
    said = width(number(_total(values)), SEMIBOLD, LABEL)
    return said + (16 + width(_sum(values), REGULAR, SMALL) if len(values) > 1 else 8)


def _stacked(chart: Chart) -> bool:
    return chart.kind == "stacked"


def _shown(chart: Chart) -> tuple[Series, ...]:
    return chart.series if _stacked(chart) else chart.series[:1]


def _value(one: Series, at: int) -> float | None:
    return one.values[at] if at < len(one.values) else None


def _key(one: Series, at: int) -> str:
    return one.keys[at] if at < len(one.keys) else ""
