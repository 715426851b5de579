"""The signer's page: what is confirmed, as what, the line to sign, and the marks of the signing."""

from dataclasses import dataclass

from forms.agreement_packet.packet import Packet, PacketMarks
from forms.agreement_packet.spec import PacketSpec
from forms.filling import Filling
from forms.fit import lines_within
from forms.flow import Run
from forms.ink import draw_strokes
from forms.page import LEFT, MEASURE, Piece, column
from forms.pen import ACCENT, INK, QUIET, Pen
from forms.prose import heading
from forms.signing import Box
from forms.spec import Heading
from forms.tables import Box as Labelled
from forms.tables import grid
from forms.typeface import REGULAR, break_wording, width
from forms.wording import Wording

_INK = 52.0
_ABOVE, _BELOW = 10.0, 16.0
_ROW = 25.0
_SIZE, _LEADING = 10.2, 14.2
_AS_RMP = ("rmp", "pharmacist")
"""Labels whose accepted titles are known from TVFC/ASN only (DT-14)."""


@dataclass(frozen=True, slots=True)
class Spots:
    """Where the marks go, as boxes (x0, y0, x1, y1) in points."""

    signature: Box
    date: Box
    caption: Box
    name: Box
    title: Box
    licence: Box
    seen_by: Box


def signing(packet: Packet, spec: PacketSpec, filling: Filling) -> tuple[Run, ...]:
    """Return the signer's page; its last piece is the line that is signed."""
    first = heading(Heading("head.signing"), filling)[0]
    pieces = [*(_sentence(key, packet, filling.wording) for key in spec.signing)]
    if packet.signer.label in _AS_RMP:
        pieces.append(_note(filling.wording.sentence("sign.title_doubtful")))
    line = _line(packet, filling.wording)
    return (Run(first, fresh=True), *(Run(piece) for piece in pieces), Run(line))


def spots(top: float) -> Spots:
    """Return where the marks go on a signature line whose upper edge is at `top`."""
    base = top - _ABOVE - _INK
    first = base - _BELOW - _ROW
    second = first - _ROW - 6
    return Spots(
        signature=_box(0, 8, base + 1, base + _INK),
        date=_box(8, 4, base + 1, base + 17),
        caption=_box(3, 5, base - 9.5, base - 1),
        name=_box(0, 8, first + 5, first + 18),
        title=_box(8, 4, first + 5, first + 18),
        licence=_box(0, 4, second + 5, second + 18),
        seen_by=_box(4, 8, second + 5, second + 18),
    )


def draw_packet_marks(
    pen: Pen, marks: PacketMarks, where: Spots, packet: Packet, words: Wording
) -> None:
    """Draw strokes, date, how it was signed, and the facts that the packet as read lacks."""
    draw_strokes(pen, marks.strokes, where.signature)
    _write(pen, marks.signed_text, where.date)
    _write(pen, marks.seen_by, where.seen_by)
    signer = packet.signer
    for read, added, box in (
        (signer.name, marks.name, where.name),
        (signer.title, marks.title, where.title),
        (signer.licence_no, marks.licence_no, where.licence),
    ):
        if not read:
            _write(pen, added, box)
    how = words.word("manner", marks.manner)
    x = where.caption[2] - width(how, REGULAR, 6.8)
    pen.text(x, where.caption[1] + 1, how, 6.8, ink=QUIET)


def signer_label(packet: Packet, words: Wording) -> str:
    """Return as what the signer signs, as it is printed (DT-14)."""
    return words.word("signer", packet.signer.label)


def _line(packet: Packet, words: Wording) -> Piece:
    where = spots(0.0)
    signer = packet.signer
    facts = (
        ("sign.name", signer.name, where.name),
        ("sign.title", signer.title, where.title),
        ("sign.licence", signer.licence_no, where.licence),
        ("sign.seen_by", "", where.seen_by),
    )
    as_what = grid([Labelled(words.label("sign.as"), signer_label(packet, words), 12)])[0]

    def draw(pen: Pen, top: float) -> None:
        _rules(pen, spots(top), words)
        for key, text, (x0, y0, x1, y1) in facts:
            pen.text(x0, top + y1 + 1.5, words.label(key), 7.0, ink=QUIET)
            pen.rule(x0, top + y0 - 2, x1 - x0)
            _write(pen, text, (x0, top + y0, x1, top + y1), bold=True)
        as_what.draw(pen, top + where.licence[1] - 5)

    return Piece(-where.licence[1] + 5 + as_what.height, draw)


def _rules(pen: Pen, where: Spots, words: Wording) -> None:
    for box, label in ((where.signature, "signature"), (where.date, "date")):
        x, base = box[0], box[1] - 1
        pen.rule(x, base, box[2] - x, weight=1.0, ink=INK)
        pen.text(x, base - 8, words.sheet(label), 7.0, ink=QUIET)
    pen.text(LEFT, where.signature[1] + 3, "×", 12, ink=ACCENT)


def _sentence(key: str, packet: Packet, words: Wording) -> Piece:
    text = words.sentence(key).format(label=signer_label(packet, words))
    lines = break_wording(text, REGULAR, _SIZE, MEASURE - 14)

    def draw(pen: Pen, top: float) -> None:
        pen.dot(LEFT + 3.5, top - _LEADING + 0.6)
        for number, line in enumerate(lines, 1):
            pen.text(LEFT + 14, top - number * _LEADING + 1, line, _SIZE)

    return Piece(len(lines) * _LEADING + 5, draw)


def _note(text: str) -> Piece:
    lines = break_wording(text, REGULAR, 8.0, MEASURE - 14)

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines, 1):
            pen.text(LEFT + 14, top - number * 10.4, line, 8.0, ink=QUIET)

    return Piece(len(lines) * 10.4 + 4, draw)


def _write(pen: Pen, text: str, box: Box, *, bold: bool = False) -> None:
    x0, y0, x1, y1 = box
    size, lines = lines_within(text, (x1 - x0) * (0.93 if bold else 1), y1 - y0)
    top = y0 + 1.5 + (len(lines) - 1) * size * 1.1
    for number, line in enumerate(lines):
        pen.text(x0, top - number * size * 1.1, line, size, bold=bold)


def _box(start: int, span: int, bottom: float, top: float) -> Box:
    x, wide = column(start, span)
    return (x, bottom, x + wide, top)
