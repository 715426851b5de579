"""Lines over time: a mark of its own for each series, its name and last number at its end."""

from reportlab.graphics.charts.utils import find_good_grid

from forms.charts.chart import Chart, Series
from forms.charts.sketch import LABEL, SMALL, Sketch, series_colour
from forms.charts.words import number
from forms.shown import shown
from forms.typeface import REGULAR, SEMIBOLD, break_lines, width

_HIGH, _FOOT = 150.0, 18.0
_NAMES = 0.26
_FEW = 16
"""So many points of one line each have their number written."""
_MARKS = 4
_DASHES: tuple[tuple[float, ...], ...] = ((), (4, 2.5), (1.5, 2))
"""Once the marks begin again, the lines are dashed."""


def line_height(chart: Chart, wide: float) -> float:
    """Return how high the lines stand without the title, in points."""
    names = sum(len(lines) for lines in _names(chart, wide)) * 10.0 + 8
    return max(_HIGH, names) + _FOOT + (12 if chart.unit else 0)


def draw_line(chart: Chart, sketch: Sketch, top: float) -> None:
    """Draw grid, lines and names from `top` down."""
    if chart.unit:
        sketch.text((0, top + 8), shown(chart.unit), SMALL, ink=sketch.palette.quiet)
        top += 12
    plot = _Plot(chart, sketch, top + 6)
    plot.grid()
    plot.days()
    for place, one in enumerate(chart.series):
        plot.run(place, one)
    plot.names()


class _Plot:
    """The field of the lines: numbers and labels to places."""

    def __init__(self, chart: Chart, sketch: Sketch, top: float) -> None:
        self.chart, self.sketch, self.top = chart, sketch, top
        high = line_height(chart, sketch.wide) - (12 if chart.unit else 0)
        self.bottom = top + high - _FOOT - 6
        known = [v for one in chart.series for v in one.values if v is not None]
        upper = max((*known, 1.0))
        lower = min((*known, 0.0))
        self.low, self.up, self.step = find_good_grid(lower, upper, n=(3, 4, 5, 6))
        ticks = (number(self.low), number(self.up))
        self.left = max(width(text, REGULAR, SMALL) for text in ticks) + 9
        self.right = sketch.wide - _names_wide(chart, sketch.wide) - 14

    def place(self, at: int, value: float) -> tuple[float, float]:
        """Return where the number of label `at` stands."""
        last = max(len(self.chart.labels) - 1, 1)
        inset = 10.0
        x = self.left + inset + (self.right - self.left - 2 * inset) * at / last
        share = (value - self.low) / (self.up - self.low)
        return x, self.bottom - share * (self.bottom - self.top)

    def grid(self) -> None:
        value = self.low
        while value <= self.up + self.step / 2:
            y = self.place(0, value)[1]
            self.sketch.line((self.left, y), (self.right, y), weight=0.4)
            quiet = self.sketch.palette.quiet
            said = number(round(value, 6))
            self.sketch.text((self.left - 4, y + 2.6), said, SMALL, ink=quiet, anchor="end")
            value += self.step

    def days(self) -> None:
        texts = [shown(label) for label in self.chart.labels]
        widest = max((width(text, REGULAR, SMALL) for text in texts), default=0) + 8
        room = max(self.right - self.left - 20, 1) / max(len(texts) - 1, 1)
        every = max(1, -int(-widest // room))
        for at in range(0, len(texts), every):
            x = self.place(at, self.low)[0]
            place = (x, self.bottom + 12)
            self.sketch.text(
                place, texts[at], SMALL, ink=self.sketch.palette.quiet, anchor="middle"
            )

    def run(self, place: int, one: Series) -> None:
        colour = series_colour(self.sketch.palette, place)
        before: tuple[float, float] | None = None
        for at, value in enumerate(one.values[: len(self.chart.labels)]):
            here = None if value is None else self.place(at, value)
            if before and here:
                self.sketch.line(before, here, colour, 1.5, _DASHES[place // _MARKS % len(_DASHES)])
            before = here
        numbered = len(self.chart.series) == 1 and len(self.chart.labels) <= _FEW
        for at, value in enumerate(one.values[: len(self.chart.labels)]):
            if value is not None:
                self._point(place, one, at, value, numbered=numbered)

    def _point(self, place: int, one: Series, at: int, value: float, *, numbered: bool) -> None:
        x, y = self.place(at, value)
        mark(self.sketch, (x, y), place)
        self.sketch.spot(one.keys[at] if at < len(one.keys) else "", (x - 7, y - 7, 14, 14))
        if numbered:
            self.sketch.text((x, y - 6.5), number(value), SMALL, bold=True, anchor="middle")

    def names(self) -> None:
        """Draw each name beside the end of its line, from the highest down, none on another."""
        lines = _names(self.chart, self.sketch.wide)
        ends = sorted((self._end(one), at) for at, one in enumerate(self.chart.series))
        whole = sum(len(lines[at]) * 10.0 + 4 for _, at in ends)
        free = self.top
        for y, at in ends:
            high = len(lines[at]) * 10.0 + 4
            last = self.bottom + 8 - whole
            begin = min(max(y - 6, free), max(last, self.top))
            self._name(at, lines[at], begin)
            free, whole = begin + high, whole - high

    def _name(self, at: int, lines: tuple[str, ...], top: float) -> None:
        x = self.right + 8
        mark(self.sketch, (x, top + 6), at)
        for number_of, text in enumerate(lines):
            self.sketch.text((x + 7, top + 9 + number_of * 10), text, LABEL - 0.4)

    def _end(self, one: Series) -> float:
        known = [(at, v) for at, v in enumerate(one.values) if v is not None]
        return self.place(*known[-1])[1] if known else self.bottom


def mark(sketch: Sketch, place: tuple[float, float], number_of: int) -> None:
    """Draw the mark of a series: disc-like, square, diamond or triangle."""
    x, y = place
    colour = series_colour(sketch.palette, number_of)
    size = 2.9
    shapes = (
        [(x + a * size, y + b * size) for a, b in _ROUND],
        [(x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)],
        [(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)],
        [(x, y - 3.8), (x + 3.6, y + 2.8), (x - 3.6, y + 2.8)],
    )
    sketch.shape(shapes[number_of % _MARKS], colour)


_ROUND = ((0, -1), (0.7, -0.7), (1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7))


def _said(one: Series) -> str:
    known = [value for value in one.values if value is not None]
    return f"{shown(one.name)}: {number(known[-1] if known else None)}".removeprefix(": ")


def _names(chart: Chart, wide: float) -> list[tuple[str, ...]]:
    room = _names_wide(chart, wide)
    return [break_lines(_said(one), REGULAR, LABEL - 0.4, room) for one in chart.series]


def _names_wide(chart: Chart, wide: float) -> float:
    texts = [width(_said(one), SEMIBOLD, LABEL - 0.4) for one in chart.series]
    return min(wide * _NAMES, max(texts, default=0) + 2)
