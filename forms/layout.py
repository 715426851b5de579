"""Blocks to pieces to pages: where everything on a sheet stands, before anything is drawn."""

from dataclasses import dataclass

from forms.boxes import Filling, choice, fields, ticks
from forms.fit import size_for
from forms.furniture import CLINIC_ROOM, clinic_name, head_bottom
from forms.page import LEFT, MEASURE, NEXT_TOP, Piece, Placed, place
from forms.pen import INK, QUIET, Pen
from forms.prose import bullets, heading, panel, paragraph
from forms.signing import SignatureSpots, contacts, signature_line, spots
from forms.spec import (
    Block,
    Bullets,
    Choice,
    Fields,
    FormSpec,
    Heading,
    Panel,
    Paragraph,
    SignatureLine,
    Ticks,
)
from forms.typeface import SEMIBOLD, break_lines

_TYPED = 10.0


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet laid out: its pieces on their pages, and where it is signed (page from 0).

    `pages` counts all pages; from `continued_from` on they are continuation sheets.
    """

    placed: tuple[Placed, ...]
    pages: int
    continued_from: int
    signature_page: int
    spots: SignatureSpots
    head_rule: float
    clinic: tuple[str, bool]


def lay_out(spec: FormSpec, filling: Filling) -> Laid:
    """Return the sheet laid out; the spill of `filling` then knows its pages."""
    clinic = _clinic(filling)
    pieces: list[Piece] = []
    signing: Piece | None = None
    for block in spec.blocks:
        made = _pieces(block, filling)
        signing = made[0] if isinstance(block, SignatureLine) else signing
        pieces += made
    if signing is None:
        raise ValueError("a form without a signature line")
    rule = head_bottom(filling)
    main = place(tuple(pieces), top=rule - 1)
    last = main[-1].page
    rest = _continuation(filling, last + 1)
    page, top = next((one.page, one.top) for one in main if one.piece is signing)
    return Laid(
        placed=(*main, *rest),
        pages=max(one.page for one in (*main, *rest)) + 1,
        continued_from=last + 1,
        signature_page=page,
        spots=spots(top),
        head_rule=rule,
        clinic=_resolved(clinic, filling),
    )


def _pieces(block: Block, filling: Filling) -> tuple[Piece, ...]:
    words = filling.wording
    match block:
        case Heading():
            return heading(block, words)
        case Paragraph():
            return paragraph(block, words)
        case Bullets():
            return bullets(block, words)
        case Panel():
            return panel(block, words)
        case Fields():
            return fields(block, filling)
        case Ticks():
            return ticks(block, filling)
        case Choice():
            return choice(block, filling)
        case SignatureLine():
            return signature_line(filling)
        case _:
            return contacts(filling)


def _continuation(filling: Filling, page: int) -> tuple[Placed, ...]:
    """Return what spilled on pages from `page` on, and note the page on which each item begins."""
    pieces: list[Piece] = []
    starts: list[Piece] = []
    for number, (label, text) in enumerate(filling.spill.items, 1):
        title = f"{filling.wording.sheet('item')} {number} · {label}"
        item = _item(title, text)
        starts.append(item[0])
        pieces += item
    placed = place(tuple(pieces), page, NEXT_TOP) if pieces else ()
    at = {id(one.piece): one.page for one in placed}
    filling.spill.pages[:] = [at[id(piece)] for piece in starts]
    return placed


def _item(title: str, text: str) -> list[Piece]:
    def draw_title(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 14, title, 8, ink=QUIET)

    lines = break_lines(text, SEMIBOLD, _TYPED, MEASURE)
    return [Piece(18, draw_title, keeps=True), *(_typed(line) for line in lines)]


def _typed(line: str) -> Piece:
    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 11, line, _TYPED, bold=True, ink=INK)

    return Piece(14, draw)


def _clinic(filling: Filling) -> tuple[str, int]:
    name = clinic_name(filling)
    if size_for(name, CLINIC_ROOM) is not None:
        return name, 0
    return name, filling.spill.add(filling.wording.sheet("clinic"), name)


def _resolved(clinic: tuple[str, int], filling: Filling) -> tuple[str, bool]:
    name, item = clinic
    if not item:
        return name, True
    page = filling.spill.pages[item - 1] + 1
    return filling.wording.sheet("continued").format(page=page, item=item), False
