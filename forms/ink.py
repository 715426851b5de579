"""The marks of a signing, drawn over the sheet as it was read; nothing of the sheet moves."""

from forms.answers import printed
from forms.filling import Filling
from forms.fit import lines_within
from forms.pen import PEN_BLUE, QUIET, Pen
from forms.sheet import Marks, Stroke
from forms.signing import Box, SignatureSpots
from forms.typeface import REGULAR, width

_THIN, _THICK = 0.5, 2.0


def draw_marks(pen: Pen, marks: Marks, where: SignatureSpots, filling: Filling) -> None:
    """Draw strokes, date, what was signed and how, and the names the sheet does not have yet."""
    draw_strokes(pen, marks.strokes, where.signature)
    draw_strokes(pen, marks.witness_strokes, where.witness)
    _written(pen, marks.signed_text, where.date)
    _caption(pen, caption(marks, filling), where.caption)
    for key, text, box in (
        ("signer.name", marks.printed_name, where.name),
        ("witness.name", marks.witness_name, where.witness_name),
    ):
        if not printed(filling.answers, key, filling.wording):
            _written(pen, text, box)


def caption(marks: Marks, filling: Filling) -> str:
    """Return how and to what end it was signed, in the words of the sheet."""
    how = filling.wording.word("manner", marks.manner)
    if marks.meaning is None:
        return how
    return f"{how} {filling.wording.word('meaning', marks.meaning.key)}"


def draw_strokes(pen: Pen, strokes: tuple[Stroke, ...], box: Box) -> None:
    """Draw strokes as vector curves through their points, wider where the pressure was more."""
    canvas = pen.canvas
    canvas.saveState()
    canvas.setStrokeColorRGB(*PEN_BLUE)
    canvas.setFillColorRGB(*PEN_BLUE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in strokes:
        points = [_on_paper(x, y, box) for x, y, _, _ in stroke]
        pressures = [min(max(pressure, 0.0), 1.0) for _, _, _, pressure in stroke]
        if len(points) == 1:
            canvas.circle(*points[0], _weight(pressures[0]) / 2, stroke=0, fill=1)
        for at in range(len(points) - 1):
            canvas.setLineWidth(_weight((pressures[at] + pressures[at + 1]) / 2))
            canvas.bezier(*_curve(points, at))
    canvas.restoreState()


def _curve(points: list[tuple[float, float]], at: int) -> tuple[float, ...]:
    """Return the Bezier form of the Catmull-Rom segment from point `at` to the next."""
    before, first = points[max(at - 1, 0)], points[at]
    last, after = points[at + 1], points[min(at + 2, len(points) - 1)]
    return (
        *first,
        *(first[i] + (last[i] - before[i]) / 6 for i in (0, 1)),
        *(last[i] - (after[i] - first[i]) / 6 for i in (0, 1)),
        *last,
    )


def _on_paper(x: float, y: float, box: Box) -> tuple[float, float]:
    x0, y0, x1, y1 = box
    x, y = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
    return (round(x0 + x * (x1 - x0), 3), round(y1 - y * (y1 - y0), 3))


def _weight(pressure: float) -> float:
    return _THIN + (_THICK - _THIN) * pressure


def _written(pen: Pen, text: str, box: Box) -> None:
    x0, y0, x1, y1 = box
    size, lines = lines_within(text, x1 - x0, y1 - y0)
    top = y0 + 3 + (len(lines) - 1) * size * 1.1
    for number, line in enumerate(lines):
        pen.text(x0, top - number * size * 1.1, line, size)


def _caption(pen: Pen, text: str, box: Box) -> None:
    size = 6.8 * min(1.0, (box[2] - box[0]) / max(width(text, REGULAR, 6.8), 1))
    pen.text_right(box[2], box[1] + 1, text, size, ink=QUIET)
