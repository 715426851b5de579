"""Rows of labelled boxes that grow with their text: as many lines as it takes, never cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from forms.fit import wrapped
from forms.page import Piece, column
from forms.pen import QUIET, Pen
from forms.tables import LABEL, MOST
from forms.typeface import SEMIBOLD

BOXED = 9.2
_BOX_LEADING = 12.0


@dataclass(frozen=True, slots=True)
class Box:
    """A labelled box of a grid, `span` of the page's columns wide."""

    label: str
    text: str
    span: int


def grid(boxes: Sequence[Box]) -> tuple[Piece, ...]:
    """Return one row of labelled boxes, as high as its longest text; spans add up to the page."""
    starts = accumulate((box.span for box in boxes), initial=0)
    places = [column(start, box.span) for start, box in zip(starts, boxes, strict=False)]
    texts = [
        wrapped(box.text, SEMIBOLD, BOXED, wide)
        for box, (_, wide) in zip(boxes, places, strict=True)
    ]
    pieces = []
    for part in range(0, max(len(lines) for lines in texts), MOST):
        lines = [text[part : part + MOST] for text in texts]
        labels = [box.label if part == 0 else "" for box in boxes]
        pieces.append(_grid_row(labels, lines, places))
    return tuple(pieces)


def _grid_row(
    labels: list[str], texts: list[tuple[str, ...]], places: list[tuple[float, float]]
) -> Piece:
    more = max(max(len(lines) for lines in texts) - 1, 0)
    high = 25.0 + more * _BOX_LEADING

    def draw(pen: Pen, top: float) -> None:
        for label, lines, (x, wide) in zip(labels, texts, places, strict=True):
            pen.text(x, top - 6.5, label, LABEL, ink=QUIET)
            for number, line in enumerate(lines):
                pen.text(x, top - 17.6 - number * _BOX_LEADING, line, BOXED, bold=True)
            pen.rule(x, top - high + 4, wide)

    return Piece(high, draw)
