"""Two columns: pieces shared out so that both are as even in height as they can be."""

from collections.abc import Sequence

from forms.page import GUTTER, HALF, Piece
from forms.pen import Pen

_BROKEN = 12.0
"""A break within a section is taken only where it saves more height than this."""


def side_by_side(pieces: Sequence[Piece], above: float) -> Piece:
    """Return one piece that draws `pieces` (set to HALF) down a left and then a right column.

    A column that goes on within a section begins `above` lower, level with a heading beside it.
    """
    cut = min(_cuts(pieces), key=lambda at: _cost(pieces, at, above))
    left, right = pieces[:cut], pieces[cut:]
    lower = _lower(right, above)

    def draw(pen: Pen, top: float) -> None:
        _stack(pen, top, left)
        _stack(Pen(pen.canvas, HALF + GUTTER), top - lower, right)

    return Piece(_height(left, right, lower), draw)


def _cuts(pieces: Sequence[Piece]) -> list[int]:
    """Return where the right column may begin: never between pieces that are tied."""
    return [at for at in range(1, len(pieces) + 1) if not pieces[at - 1].keeps]


def _cost(pieces: Sequence[Piece], cut: int, above: float) -> float:
    left, right = pieces[:cut], pieces[cut:]
    lower = _lower(right, above)
    return _height(left, right, lower) + (_BROKEN if lower else 0)


def _height(left: Sequence[Piece], right: Sequence[Piece], lower: float) -> float:
    return max(sum(one.height for one in left), lower + sum(one.height for one in right))


def _lower(right: Sequence[Piece], above: float) -> float:
    return above if right and not right[0].opens else 0.0


def _stack(pen: Pen, top: float, pieces: Sequence[Piece]) -> None:
    for one in pieces:
        one.draw(pen, top)
        top -= one.height
