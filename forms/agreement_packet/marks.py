"""Where a packet is signed, and the marks of the signing: nothing of the packet as read moves."""

from dataclasses import dataclass

from forms.agreement_packet.packet import Packet, PacketMarks
from forms.fit import lines_within
from forms.grids import BOXED
from forms.ink import draw_strokes
from forms.page import column
from forms.pen import QUIET, Pen
from forms.signing import Box
from forms.typeface import REGULAR, SEMIBOLD, width
from forms.wording import Wording

_INK = 52.0
_ABOVE, _BELOW = 10.0, 16.0
_ROW = 25.0


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
    write_within(pen, marks.signed_text, where.date)
    write_within(pen, marks.seen_by, where.seen_by)
    signer = packet.signer
    for read, added, box in (
        (signer.name, marks.name, where.name),
        (signer.title, marks.title, where.title),
        (signer.licence_no, marks.licence_no, where.licence),
    ):
        if not read:
            write_within(pen, added, box)
    how = words.word("manner", marks.manner)
    x = where.caption[2] - width(how, REGULAR, 6.8)
    pen.text(x, where.caption[1] + 1, how, 6.8, ink=QUIET)


def write_within(pen: Pen, text: str, box: Box, *, bold: bool = False) -> None:
    """Write `text` on one line if it fits the box, else as small as it must be; never cut."""
    x0, y0, x1, y1 = box
    text = " ".join(text.split())
    size = BOXED
    lines: tuple[str, ...] = (text,)
    if width(text, SEMIBOLD, BOXED) > x1 - x0:
        size, lines = lines_within(text, x1 - x0, y1 - y0, SEMIBOLD)
    top = y0 + 1.5 + (len(lines) - 1) * size * 1.1
    for number, line in enumerate(lines):
        pen.text(x0, top - number * size * 1.1, line, size, bold=bold)


def _box(start: int, span: int, bottom: float, top: float) -> Box:
    x, wide = column(start, span)
    return (x, bottom, x + wide, top)
