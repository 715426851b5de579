"""Blocks to pieces to pages: where everything on a sheet stands, before anything is drawn."""

from dataclasses import dataclass

from forms.answers import Answers
from forms.blocks import pieces_of
from forms.copyfit import setting_for
from forms.filling import Filling
from forms.fit import wrapped
from forms.flow import flow, runs
from forms.furniture import clinic_name, head_bottom
from forms.page import LEFT, MEASURE, NEXT_TOP, Piece, Placed
from forms.pen import QUIET, Pen
from forms.setting import LADDER
from forms.signing import SignatureSpots, spots
from forms.spec import FormSpec, SignatureLine
from forms.typeface import SEMIBOLD
from forms.wording import Wording

_TYPED = 10.0


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet laid out: its pieces on their pages, and where it is signed (page from 0).

    `pages` counts all pages; from `continued_from` on they are continuation sheets.
    """

    filling: Filling
    clinic: Piece
    placed: tuple[Placed, ...]
    pages: int
    continued_from: int
    signature_page: int
    spots: SignatureSpots


def lay_out(spec: FormSpec, words: Wording, answers: Answers) -> Laid:
    """Return the sheet laid out, in the roomiest setting that fits."""
    filling = Filling(words, answers, setting_for(spec, Filling(words, answers, LADDER[-1])))
    clinic = clinic_name(filling)
    pieces: list[Piece] = []
    signed = 0
    for block in spec.blocks:
        signed = len(pieces) if isinstance(block, SignatureLine) else signed
        pieces += pieces_of(block, filling)
    main = flow(runs(pieces), head_bottom(filling) - 1)
    last = main[-1].page
    rest = _continuation(filling, last + 1)
    return Laid(
        filling=filling,
        clinic=clinic,
        placed=(*main, *rest),
        pages=max(one.page for one in (*main, *rest)) + 1,
        continued_from=last + 1,
        signature_page=main[signed].page,
        spots=spots(main[signed].top, filling.setting),
    )


def _continuation(filling: Filling, page: int) -> tuple[Placed, ...]:
    """Return what spilled on pages from `page` on, and note the page on which each item begins."""
    pieces: list[Piece] = []
    starts: list[Piece] = []
    for number, (label, text) in enumerate(filling.spill.items, 1):
        title = f"{filling.wording.sheet('item')} {number} · {label}"
        item = _item(title, text)
        starts.append(item[0])
        pieces += item
    placed = flow(runs(pieces), NEXT_TOP, page)
    at = {id(one.piece): one.page for one in placed}
    filling.spill.pages[:] = [at[id(piece)] for piece in starts]
    return placed


def _item(title: str, text: str) -> list[Piece]:
    def draw_title(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 14, title, 8, ink=QUIET)

    lines = wrapped(text, SEMIBOLD, _TYPED, MEASURE)
    return [Piece(18, draw_title, keeps=True), *(_typed(line) for line in lines)]


def _typed(line: str) -> Piece:
    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 11, line, _TYPED, bold=True)

    return Piece(14, draw)
