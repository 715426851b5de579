"""A picture drawn: the same shapes on a page for the screen and as a piece of a report."""

import io
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from forms.charts.bars import bars_height, draw_bars
from forms.charts.calendar import calendar_height, draw_calendar
from forms.charts.chart import PRINT, Chart, Palette, Spot
from forms.charts.funnel import draw_funnel, funnel_height
from forms.charts.line import draw_line, line_height
from forms.charts.sketch import LABEL, TITLE, Sketch
from forms.charts.timeline import draw_timeline, timeline_height
from forms.charts.words import words
from forms.page import LEFT, MEASURE, Piece
from forms.pen import Pen
from forms.shown import shown
from forms.typeface import REGULAR, SEMIBOLD, break_lines, load

_CRAFTS = {
    "bars": (bars_height, draw_bars),
    "stacked": (bars_height, draw_bars),
    "line": (line_height, draw_line),
    "calendar": (calendar_height, draw_calendar),
    "funnel": (funnel_height, draw_funnel),
    "timeline": (timeline_height, draw_timeline),
}
_UNDER, _ABOVE, _BELOW, _EMPTY = 8.0, 6.0, 10.0, 50.0


def chart_page(chart: Chart, wide: float, high: float, palette: Palette) -> bytes:
    """Return the picture as a PDF of one page, `wide` by `high` points.

    Where that is not high enough the picture is drawn smaller. The same picture gives the same
    bytes. Raises ValueError for a language there are no words of.
    """
    load()
    sketch = _sketch(chart, wide, palette)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(wide, high), invariant=1, lang=chart.language)
    canvas.setTitle(shown(chart.title))
    canvas.setAuthor("")
    canvas.setCreator("ImmTrac Desk")
    canvas.setFillColor(HexColor(palette.ground))
    canvas.rect(0, 0, wide, high, stroke=0, fill=1)
    draw_at(canvas, sketch, (0, high), _scale(sketch, high))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def chart_spots(chart: Chart, wide: float, high: float) -> tuple[Spot, ...]:
    """Return where each number with a key stands on `chart_page` of the same size."""
    load()
    sketch = _sketch(chart, wide, PRINT)
    scale = _scale(sketch, high)
    base = high - sketch.high * scale
    return tuple(
        Spot(one.key, one.x0 * scale, base + one.y0 * scale, one.x1 * scale, base + one.y1 * scale)
        for one in sketch.spots
    )


def chart_piece(chart: Chart, most: float) -> Piece:
    """Return the picture as a piece of a page, at most `most` points high."""
    load()
    sketch = _sketch(chart, MEASURE, PRINT)
    scale = _scale(sketch, most)

    def draw(pen: Pen, top: float) -> None:
        draw_at(pen.canvas, sketch, (LEFT, top - _ABOVE), scale)

    return Piece(_ABOVE + sketch.high * scale + _BELOW, draw)


def draw_at(canvas: Any, sketch: Sketch, place: tuple[float, float], scale: float) -> None:
    """Draw a sketch with its upper left corner at `place`."""
    drawing = Drawing(sketch.wide, sketch.high)
    drawing.add(sketch.group)
    canvas.saveState()
    canvas.translate(place[0], place[1] - sketch.high * scale)
    canvas.scale(scale, scale)
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.restoreState()


def _sketch(chart: Chart, wide: float, palette: Palette) -> Sketch:
    sketch = Sketch(wide, natural_height(chart, wide), palette)
    top = 0.0
    for line in _title(chart, wide):
        sketch.text((0, top + TITLE), line, TITLE, bold=True)
        top += TITLE * 1.3
    top += _UNDER
    if _is_empty(chart):
        _empty(chart, sketch, top)
    else:
        _CRAFTS[chart.kind][1](chart, sketch, top)
    return sketch


def _empty(chart: Chart, sketch: Sketch, top: float) -> None:
    sketch.rect((0, top, sketch.wide, _EMPTY - 6), stroke=sketch.palette.line, round_by=4)
    for number, line in enumerate(_empty_lines(chart, sketch.wide)):
        place = (sketch.wide / 2, top + 27 + number * 11)
        sketch.text(place, line, LABEL, ink=sketch.palette.quiet, anchor="middle")


def _empty_lines(chart: Chart, wide: float) -> tuple[str, ...]:
    text = shown(chart.empty) or words(chart.language)["empty"]
    return break_lines(text, REGULAR, LABEL, wide - 24)


def _is_empty(chart: Chart) -> bool:
    """Return whether there is no number, day or mark to draw."""
    if chart.kind == "calendar":
        return not (chart.first and chart.last) or not any(day.count for day in chart.days)
    if chart.kind == "timeline":
        return not chart.marks or not chart.labels
    return not chart.labels or not any(
        value is not None for one in chart.series for value in one.values
    )


def _title(chart: Chart, wide: float) -> tuple[str, ...]:
    title = shown(chart.title)
    return break_lines(title, SEMIBOLD, TITLE, wide) if title else ()


def natural_height(chart: Chart, wide: float) -> float:
    """Return how high the picture is where it is `wide` points wide."""
    load()
    head = len(_title(chart, wide)) * TITLE * 1.3 + _UNDER
    if _is_empty(chart):
        return head + _EMPTY + 11 * (len(_empty_lines(chart, wide)) - 1)
    return head + _CRAFTS[chart.kind][0](chart, wide) + 4


def _scale(sketch: Sketch, high: float) -> float:
    return min(1.0, high / sketch.high)
