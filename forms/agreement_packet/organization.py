"""The organization sheet: what the packet is, and every field of the site in its box."""

from collections.abc import Sequence

from forms.agreement_packet.packet import Packet
from forms.agreement_packet.sheet_words import DOUBT, said
from forms.agreement_packet.spec import PacketSpec
from forms.filling import Filling
from forms.flow import Run, runs
from forms.grids import Box, grid
from forms.page import LEFT, MEASURE, Piece
from forms.pen import PALE, Pen
from forms.prose import heading, paragraph
from forms.spec import Heading, Paragraph
from forms.typeface import REGULAR, break_wording

_INSET = 9.0
Counts = tuple[int, int]
"""How many pages the packet has, and on which (from 1) it is signed."""


def organization(
    packet: Packet, spec: PacketSpec, filling: Filling, counts: Counts
) -> tuple[Run, ...]:
    """Return the panel that says what this is, and the boxes of the organization."""
    pieces = [_what(filling, counts), *heading(Heading("head.site"), filling)]
    for row in spec.site:
        pieces += grid([_box(key, span, packet, spec, filling) for key, span in row])
    pieces += paragraph(Paragraph(("asked.doubtful",), small=True), filling)
    return runs(pieces)


def _box(key: str, span: int, packet: Packet, spec: PacketSpec, filling: Filling) -> Box:
    words = filling.wording
    label = words.label(f"q.{key}") + (DOUBT if key in spec.doubtful else "")
    return Box(label, said(packet.site.get(key, ""), key, words), span)


def _what(filling: Filling, counts: Counts) -> Piece:
    words = filling.wording
    pages = words.sentence("what.pages").format(pages=counts[0], signed=counts[1])
    said = [words.sentence("what.record"), words.sentence("what.portal"), pages]
    return note_panel("what.title", said, filling)


def note_panel(title: str, said: Sequence[str], filling: Filling) -> Piece:
    """Return a bordered box with sentences under their title."""
    words, setting = filling.wording, filling.setting
    size, leading = setting.small, round(setting.leading * setting.small / setting.body, 2)
    room = MEASURE - 2 * _INSET
    texts = [break_wording(text, REGULAR, size, room) for text in said]
    high = 22 + sum(len(lines) * leading + 2 for lines in texts)

    def draw(pen: Pen, top: float) -> None:
        pen.frame(LEFT, top - 6 - high, MEASURE, high, fill=PALE)
        pen.text(LEFT + _INSET, top - 19, words.sentence(title), size + 0.4, bold=True)
        y = top - 22.0
        for lines in texts:
            for number, line in enumerate(lines, 1):
                pen.text(LEFT + _INSET, y - number * leading + size * 0.27, line, size)
            y -= len(lines) * leading + 2

    return Piece(high + 10, draw)
