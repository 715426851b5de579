"""Headings, paragraphs and facts of a report or a record, as pieces that fill a page."""

from collections.abc import Sequence

from forms.grids import Box, grid
from forms.page import LEFT, MEASURE, Piece
from forms.pen import ACCENT, INK, QUIET, Pen
from forms.shown import shown
from forms.spec import COLUMNS
from forms.tables import MOST
from forms.typeface import REGULAR, SEMIBOLD, break_lines

_SIZE, _LEADING = 9.4, 12.6
_NOTE, _NOTE_LEADING = 7.8, 10.0
_ABOVE_NOTE = 3.0
_HEAD = 11.2


def heading(text: str) -> Piece:
    """Return a heading, tied to what follows it."""
    lines = break_lines(shown(text), SEMIBOLD, _HEAD, MEASURE)

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines):
            pen.text(LEFT, top - 19 - number * 13.4, line, _HEAD, bold=True, ink=ACCENT)

    return Piece(14 + len(lines) * 13.4, draw, keeps=True, opens=True)


def paragraph(text: str, *, bold: bool = False) -> tuple[Piece, ...]:
    """Return a paragraph; one longer than a page goes on on the next."""
    lines = break_lines(shown(text), SEMIBOLD if bold else REGULAR, _SIZE, MEASURE)
    return _parts(lines, (_SIZE, _LEADING), bold=bold)


def note(text: str) -> tuple[Piece, ...]:
    """Return a small, quiet paragraph."""
    lines = break_lines(shown(text), REGULAR, _NOTE, MEASURE)
    return _parts(lines, (_NOTE, _NOTE_LEADING), quiet=True, above=_ABOVE_NOTE)


def facts(pairs: Sequence[tuple[str, str]], across: int = 3) -> tuple[Piece, ...]:
    """Return labelled boxes, `across` in a row; what is empty is left out."""
    said = [(label, shown(text)) for label, text in pairs if text.strip()]
    span = COLUMNS // across
    pieces: list[Piece] = []
    for at in range(0, len(said), across):
        boxes = [Box(label, text, span) for label, text in said[at : at + across]]
        pieces += grid(boxes)
    return tuple(pieces)


def _parts(
    lines: tuple[str, ...],
    cut: tuple[float, float],
    *,
    bold: bool = False,
    quiet: bool = False,
    above: float = 0.0,
) -> tuple[Piece, ...]:
    size, leading = cut
    pieces = []
    for at in range(0, len(lines), MOST):
        part = lines[at : at + MOST]
        below = 4.0 if at + MOST >= len(lines) else 0.0

        def draw(pen: Pen, top: float, part: tuple[str, ...] = part) -> None:
            for number, line in enumerate(part, 1):
                ink = QUIET if quiet else INK
                pen.text(LEFT, top - above - number * leading + 2.6, line, size, bold=bold, ink=ink)

        pieces.append(Piece(above + len(part) * leading + below, draw))
    return tuple(pieces)
