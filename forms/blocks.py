"""Blocks of a spec made into pieces of a page, each by the craft it belongs to."""

from dataclasses import replace

from forms.boxes import fields
from forms.columns import side_by_side
from forms.filling import Filling
from forms.page import HALF, Piece
from forms.prose import bullets, heading, panel, paragraph, room_above
from forms.signing import contacts, signature_line
from forms.spec import (
    Block,
    Bullets,
    Choice,
    Columns,
    Contacts,
    Fields,
    Heading,
    Panel,
    Paragraph,
    Prose,
    SignatureLine,
    Ticks,
)
from forms.ticks import choice, ticks


def pieces_of(block: Block, filling: Filling) -> tuple[Piece, ...]:
    """Return the pieces of a block, from the top down."""
    match block:
        case Heading() | Paragraph() | Bullets() | Panel():
            return _prose(block, filling)
        case Columns():
            half = replace(filling, wide=HALF)
            made = [piece for one in block.blocks for piece in _prose(one, half)]
            return (side_by_side(made, room_above(filling)),)
        case Fields():
            return fields(block, filling)
        case Ticks():
            return ticks(block, filling)
        case Choice():
            return choice(block, filling)
        case SignatureLine():
            return signature_line(filling)
        case Contacts():
            return contacts(filling)


def _prose(block: Prose, filling: Filling) -> tuple[Piece, ...]:
    match block:
        case Heading():
            return heading(block, filling)
        case Paragraph():
            return paragraph(block, filling)
        case Bullets():
            return bullets(block, filling)
        case Panel():
            return panel(block, filling)
