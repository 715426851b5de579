"""The packet of the site agreement: an application, drawn to PDF bytes to be read and signed."""

import hashlib
import unicodedata
from datetime import date

from forms.agreement_packet.packet import Packet, PacketMarks
from forms.sheet import Stroke
from immtrac_desk.domain.site_person import NamedPerson
from immtrac_desk.domain.words import Manner
from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.glyphs import lacking
from immtrac_desk.paperwork.marks import MANNERS
from immtrac_desk.paperwork.packet_binding import PACKET, packet_of
from immtrac_desk.paperwork.packet_paper import PacketPaper
from immtrac_desk.paperwork.packet_words import printed_day, written
from immtrac_desk.paperwork.sheets import Drawn

__all__ = [
    "PACKET",
    "PacketPaper",
    "draw_packet",
    "marks_on_packet",
    "packet_of",
    "packet_revision",
]


def draw_packet(paper: PacketPaper) -> Drawn:
    """Return the drawn packet; the same paper gives the same bytes.

    Raises InputError `text.not_on_sheet` beside the question (or `person.<field>`) whose text no
    sheet can print.
    """
    from forms.agreement_packet.render import render_packet  # heavy, and not needed to open

    packet = packet_of(paper)
    _refuse_unprintable(packet)
    made = render_packet(packet)
    return Drawn(
        pdf=made.pdf,
        digest=hashlib.sha256(made.pdf).hexdigest(),
        pages=made.pages,
        signature_page=made.signature_page,
        signature_box=made.signature_box,
    )


def packet_revision(day: date) -> str:
    """Return the revision of the packet that is in force on `day`."""
    from forms.agreement_packet.shelf import packet_in_force

    return packet_in_force(day)


def marks_on_packet(
    manner: Manner,
    signer: NamedPerson,
    signed_on: date,
    strokes: tuple[Stroke, ...] = (),
    seen_by: str = "",
) -> PacketMarks:
    """Return what a signing adds to the packet as it was read."""
    return PacketMarks(
        manner=MANNERS[manner],
        strokes=strokes,
        signed_text=printed_day(signed_on),
        name=written(signer),
        title=signer.title,
        licence_no=signer.licence_no or signer.npi,
        seen_by=seen_by,
    )


def _refuse_unprintable(packet: Packet) -> None:
    from forms.agreement_packet.texts import texts_of

    for key, text in texts_of(packet):
        letters = lacking(text.replace("\r\n", "\n").replace("\n", " "))
        if letters:
            code = f"U+{ord(letters[0]):04X} {unicodedata.name(letters[0], '')}"
            raise InputError("text.not_on_sheet", key, character=code)
