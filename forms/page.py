"""The letter page: its margins, its columns, and the pieces that fill it from the top."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from forms.pen import Pen
from forms.spec import COLUMNS

WIDE, HIGH = 612.0, 792.0
LEFT, RIGHT = 42.0, 570.0
MEASURE = RIGHT - LEFT
GAP = 9.0
GUTTER = 18.0
HALF = (MEASURE - GUTTER) / 2
"""The measure of each of two columns."""
NEXT_TOP = 709.0
"""Under the running head of every later page."""
FOOT = 52.0
"""Nothing but the footer stands below."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is drawn as a whole, `height` points high.

    `draw` takes the pen and the y of its upper edge; `keeps` ties it to the piece after it.
    `opens` is set for one that leaves room above it, as a heading does.
    """

    height: float
    draw: Callable[[Pen, float], None]
    keeps: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on its page (from 0), with the y of its upper edge."""

    piece: Piece
    page: int
    top: float


def column(start: int, span: int) -> tuple[float, float]:
    """Return x and width of `span` columns from column `start`."""
    unit = (MEASURE + GAP) / COLUMNS
    return LEFT + start * unit, span * unit - GAP


def draw_page(pen: Pen, placed: Iterable[Placed], page: int) -> None:
    """Draw what stands on `page`."""
    for one in placed:
        if one.page == page:
            one.piece.draw(pen, one.top)
