"""A flow of pieces over pages: a table that goes on repeats its head, nothing runs off the foot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from forms.page import FOOT, NEXT_TOP, Piece, Placed


@dataclass(frozen=True, slots=True)
class Run:
    """A piece in a flow.

    `head` is drawn again above it where it is the first of a page; `fresh` begins a page.
    """

    piece: Piece
    head: Piece | None = None
    fresh: bool = False


def runs(pieces: Iterable[Piece]) -> tuple[Run, ...]:
    """Return plain pieces as runs."""
    return tuple(Run(piece) for piece in pieces)


def tied(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces that stay with what follows them, as an introduction does."""
    return tuple(replace(piece, keeps=True) for piece in pieces)


def flow(given: Sequence[Run], top: float, page: int = 0) -> tuple[Placed, ...]:
    """Return the pieces on their pages, from `top` of `page` on.

    Pieces tied to the next one (`keeps`) move to a new page together with it.
    """
    placed: list[Placed] = []
    here = top
    for group in _groups(given):
        high = sum(run.piece.height for run in group)
        if (group[0].fresh and placed) or (here - high < FOOT and here < NEXT_TOP):
            page, here = page + 1, NEXT_TOP
            if group[0].head:
                placed.append(Placed(group[0].head, page, here))
                here -= group[0].head.height
        for run in group:
            placed.append(Placed(run.piece, page, here))
            here -= run.piece.height
    return tuple(placed)


def _groups(given: Sequence[Run]) -> list[list[Run]]:
    groups: list[list[Run]] = [[]]
    for run in given:
        groups[-1].append(run)
        if not run.piece.keeps:
            groups.append([])
    return [group for group in groups if group]
