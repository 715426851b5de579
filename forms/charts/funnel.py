"""The funnel: each step as wide as its number, its share of the first, the days in between."""

from forms.charts.chart import Chart
from forms.charts.sketch import LABEL, SMALL, Sketch, readable, series_colour
from forms.charts.words import number, words
from forms.shown import shown
from forms.typeface import REGULAR, SEMIBOLD, break_lines, width

_STEP, _BETWEEN, _LINE = 27.0, 23.0, 10.4
_NAMES, _SHARE = 0.26, 46.0
_LEAST = 4.0


def funnel_height(chart: Chart, wide: float) -> float:
    """Return how high the funnel stands without the title, in points."""
    return sum(_high(chart, wide, at) for at in range(len(chart.labels))) + 4


def draw_funnel(chart: Chart, sketch: Sketch, top: float) -> None:
    """Draw the steps from `top` down."""
    values = [_value(chart, at) for at in range(len(chart.labels))]
    names = sketch.wide * _NAMES
    room = sketch.wide - names - 10 - _SHARE
    middle, most = names + 10 + room / 2, max(*values, 1.0)
    for at, value in enumerate(values):
        wide = max(room * value / most, _LEAST)
        _step(chart, sketch, at, (middle, top, wide))
        below = top + _STEP
        top += _high(chart, sketch.wide, at)
        if at + 1 < len(values):
            after = max(room * values[at + 1] / most, _LEAST)
            _slope(sketch, (middle, below, wide), (top, after))
            _days(chart, sketch, at, (middle, (below + top) / 2))


def _step(chart: Chart, sketch: Sketch, at: int, bar: tuple[float, float, float]) -> None:
    middle, top, wide = bar
    colour = series_colour(sketch.palette, 0)
    sketch.rect((middle - wide / 2, top, wide, _STEP), colour)
    series = chart.series[0]
    key = series.keys[at] if at < len(series.keys) else ""
    sketch.spot(key, (middle - max(wide, 20) / 2, top, max(wide, 20), _STEP))
    said = number(_value(chart, at))
    inside = width(said, SEMIBOLD, 11) + 8 <= wide
    place = (middle, top + 17.5) if inside else (middle + wide / 2 + 5, top + 17.5)
    ink = readable(colour) if inside else sketch.palette.ink
    sketch.text(place, said, 11, bold=True, ink=ink, anchor="middle" if inside else "start")
    lines = _name(chart, sketch.wide, at)
    for line, text in enumerate(lines):
        y = top + 17 - (min(len(lines), 2) - 1) * _LINE / 2 + line * _LINE
        sketch.text((sketch.wide * _NAMES, y), text, LABEL, bold=True, anchor="end")
    first = _value(chart, 0)
    if first and at:
        share = round(100 * _value(chart, at) / first)
        text = words(chart.language)["share"].format(share=share)
        sketch.text((sketch.wide, top + 17), text, ink=sketch.palette.quiet, anchor="end")


def _slope(sketch: Sketch, upper: tuple[float, float, float], lower: tuple[float, float]) -> None:
    middle, top, wide = upper
    bottom, after = lower
    sketch.shape(
        (
            (middle - wide / 2, top),
            (middle + wide / 2, top),
            (middle + after / 2, bottom),
            (middle - after / 2, bottom),
        ),
        sketch.palette.weak,
    )


def _days(chart: Chart, sketch: Sketch, at: int, place: tuple[float, float]) -> None:
    lines = _between(chart, sketch.wide, at)
    x, y = place
    widest = max((width(line, REGULAR, SMALL + 0.4) for line in lines), default=0)
    if widest:
        box = (x - widest / 2 - 6, y - len(lines) * 5 - 2.5, widest + 12, len(lines) * 10 + 5)
        sketch.rect(box, sketch.palette.ground, stroke=sketch.palette.line, round_by=3)
    for line, text in enumerate(lines):
        base = y + 2.8 + (line - (len(lines) - 1) / 2) * 10
        sketch.text((x, base), text, SMALL + 0.4, anchor="middle")


def _high(chart: Chart, wide: float, at: int) -> float:
    """Return how far it is from the top of step `at` to that of the next."""
    name = len(_name(chart, wide, at)) * _LINE + 4
    if at + 1 >= len(chart.labels):
        return max(_STEP, name)
    days = len(_between(chart, wide, at)) * 10 + 13
    return max(_STEP + max(_BETWEEN, days), name)


def _name(chart: Chart, wide: float, at: int) -> tuple[str, ...]:
    return break_lines(shown(chart.labels[at]), SEMIBOLD, LABEL, wide * _NAMES)


def _between(chart: Chart, wide: float, at: int) -> tuple[str, ...]:
    text = shown(chart.between[at]) if at < len(chart.between) else ""
    return (
        break_lines(text, REGULAR, SMALL + 0.4, wide * (1 - _NAMES) - _SHARE - 30) if text else ()
    )


def _value(chart: Chart, at: int) -> float:
    values = chart.series[0].values if chart.series else ()
    return max(values[at] or 0, 0) if at < len(values) else 0.0
