"""Packets to PDF bytes: the same packet gives the same bytes, on any machine."""

import io
from dataclasses import dataclass

from forms.agreement_packet.changes import changes
from forms.agreement_packet.duties import duties
from forms.agreement_packet.marks import Spots, draw_packet_marks, spots
from forms.agreement_packet.organization import Counts, organization
from forms.agreement_packet.packet import Packet
from forms.agreement_packet.people import people
from forms.agreement_packet.questions import questions
from forms.agreement_packet.shelf import packet_spec, packet_wording
from forms.agreement_packet.signing import signing
from forms.agreement_packet.spec import STOCK_NO, PacketSpec
from forms.agreement_packet.texts import texts_of
from forms.filling import Filling
from forms.fit import lines_within
from forms.flow import flow
from forms.furniture import code, first_head, footer, head_bottom, running_head, stamps
from forms.glyphs import lacking
from forms.page import LEFT, MEASURE, Piece, Placed, draw_page
from forms.pen import Pen
from forms.qr import SIDE
from forms.render import Rendered, open_canvas
from forms.setting import LADDER
from forms.sheet import Sheet
from forms.typeface import REGULAR, SEMIBOLD, load, width

_SETTING = LADDER[7]
_HEAD_ROOM = MEASURE - SIDE - 12


@dataclass(frozen=True, slots=True)
class _Laid:
    placed: tuple[Placed, ...]
    pages: int
    signed: int
    spots: Spots


def render_packet(packet: Packet) -> Rendered:
    """Return the packet as a PDF, with the page (from 0) and the box where it is signed.

    Raises ValueError for a kind, revision or language there is none of, and, naming the field
    and never the value, for a text that cannot be printed.
    """
    spec = packet_spec(packet.revision)
    filling = Filling(packet_wording(spec, packet.kind, packet.language), {}, _SETTING)
    _check(packet, filling)
    load()
    laid = _lay_out(packet, spec, filling)
    out = io.BytesIO()
    canvas = open_canvas(out, filling.wording.sheet("title"), packet.language)
    _draw(Pen(canvas), packet, filling, laid)
    canvas.save()
    return Rendered(out.getvalue(), laid.pages, laid.signed, laid.spots.signature)


def _lay_out(packet: Packet, spec: PacketSpec, filling: Filling) -> _Laid:
    """Return the packet laid out so that the pages it speaks of are its own.

    They are not known before; a second pass settles them, because a number is never set wider
    than a line.
    """
    counts: Counts = (99, 99)
    for _ in range(3):
        laid = _laid(packet, spec, filling, counts)
        found = (laid.pages, laid.signed + 1)
        if found == counts:
            break
        counts = found
    return laid


def _laid(packet: Packet, spec: PacketSpec, filling: Filling, counts: Counts) -> _Laid:
    signer, line = signing(packet, spec, filling, counts)
    sections = (
        *organization(packet, spec, filling, counts),
        *people(packet, spec, filling),
        *questions(packet, spec, filling, counts),
        *changes(packet, filling),
        *duties(spec, filling),
        *signer,
    )
    placed = flow(sections, head_bottom(filling) - 1)
    signed = next(one for one in placed if one.piece is line)
    return _Laid(placed, placed[-1].page + 1, signed.page, spots(signed.top))


def _draw(pen: Pen, packet: Packet, filling: Filling, laid: _Laid) -> None:
    sheet = _furniture(packet)
    name = _head_name(packet.organization, filling)
    for page in range(laid.pages):
        stamps(pen, sheet, filling)
        if page:
            running_head(pen, filling, continued=False)
            name.draw(pen, 751)
        else:
            first_head(pen, filling, name)
        code(pen, sheet)
        draw_page(pen, laid.placed, page)
        footer(pen, sheet, filling, (page + 1, laid.pages))
        if packet.marks and page == laid.signed:
            draw_packet_marks(pen, packet.marks, laid.spots, packet, filling.wording)
        pen.canvas.showPage()


def _furniture(packet: Packet) -> Sheet:
    return Sheet(
        stock_no=STOCK_NO,
        revision=packet.revision,
        language=packet.language,
        record_id=packet.record_id,
        check=packet.check,
        answers={},
        stamps=packet.stamps,
    )


def _head_name(name: str, filling: Filling) -> Piece:
    """Return the organization's name at the right of every head, however small it must be set."""
    room = _HEAD_ROOM - width(filling.wording.sheet("kicker"), REGULAR, 8.4) - 12
    size, lines = lines_within(" ".join(name.split()), room, 17.0, SEMIBOLD)

    def draw(pen: Pen, base: float) -> None:
        lowest = base - 2 if len(lines) > 1 else base  # above the accents of the title
        top = lowest + (len(lines) - 1) * size * 1.1
        for number, line in enumerate(lines):
            x = LEFT + _HEAD_ROOM - width(line, SEMIBOLD, size)
            pen.text(x, top - number * size * 1.1, line, size, bold=True)

    return Piece(0.0, draw)


def _check(packet: Packet, filling: Filling) -> None:
    if not filling.wording.has_word("signer", packet.signer.label):
        raise ValueError("no such label of a signer")
    for field, text in texts_of(packet):
        if lacking(text.replace("\r\n", "\n").replace("\n", " ")):
            raise ValueError(f"the font lacks a character of {field}")
