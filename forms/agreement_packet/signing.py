"""The signer's page: what is confirmed, as what, the line to sign, and the marks of the signing."""

from forms.agreement_packet.marks import Spots, spots, write_within
from forms.agreement_packet.organization import Counts, note_panel
from forms.agreement_packet.packet import Packet
from forms.agreement_packet.sheet_words import said
from forms.agreement_packet.spec import PacketSpec
from forms.filling import Filling
from forms.flow import Run, runs
from forms.grids import Box as Labelled
from forms.grids import grid
from forms.page import LEFT, MEASURE, Piece
from forms.pen import ACCENT, INK, QUIET, Pen
from forms.prose import heading
from forms.spec import Heading
from forms.typeface import REGULAR, break_wording
from forms.wording import Wording

_SIZE, _LEADING = 10.2, 14.2
_NEXT = ("next.enter", "next.answer", "next.edit")
_AS_RMP = ("responsible_medical_provider", "pharmacist_in_charge")
"""Labels whose accepted titles are known from TVFC/ASN only (DT-14)."""


def signing(
    packet: Packet, spec: PacketSpec, filling: Filling, counts: Counts
) -> tuple[tuple[Run, ...], Piece]:
    """Return the signer's page, and the piece of it that is signed."""
    words = filling.wording
    first = heading(Heading("head.signing"), filling)[0]
    line = _line(packet, words)
    pieces = (
        *_summary(packet, words, counts),
        _space(8),
        *(_sentence(key, packet, words) for key in spec.signing),
        *(_doubt(words) if packet.signer.label in _AS_RMP else ()),
        line,
        _space(14),
        note_panel("next.title", [words.sentence(key) for key in _NEXT], filling),
    )
    return (Run(first, fresh=True), *runs(pieces)), line


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
            write_within(pen, text, (x0, top + y0, x1, top + y1), bold=True)
        as_what.draw(pen, top + where.licence[1] - 5)

    return Piece(-where.licence[1] + 5 + as_what.height, draw)


def _rules(pen: Pen, where: Spots, words: Wording) -> None:
    for box, label in ((where.signature, "signature"), (where.date, "date")):
        x, base = box[0], box[1] - 1
        pen.rule(x, base, box[2] - x, weight=1.0, ink=INK)
        pen.text(x, base - 8, words.sheet(label), 7.0, ink=QUIET)
    pen.text(LEFT, where.signature[1] + 3, "×", 12, ink=ACCENT)


def _summary(packet: Packet, words: Wording, counts: Counts) -> tuple[Piece, ...]:
    """Return what is signed, so that the page speaks for itself among others."""
    kind = words.word("registration_type", packet.kind)
    ids = [(key, said(packet.site.get(key, ""), key, words)) for key in ("org_code", "tx_iis_id")]
    return (
        *grid(
            [
                Labelled(words.label("q.name"), packet.organization, 8),
                Labelled(words.label("sign.kind"), kind, 4),
            ]
        ),
        *grid(
            [
                *(Labelled(words.label(f"q.{key}"), text, 4) for key, text in ids),
                Labelled(words.label("sign.pages"), str(counts[0]), 4),
            ]
        ),
    )


def _space(high: float) -> Piece:
    return Piece(high, lambda pen, top: None)


def _sentence(key: str, packet: Packet, words: Wording) -> Piece:
    text = words.sentence(key).format(label=signer_label(packet, words))
    lines = break_wording(text, REGULAR, _SIZE, MEASURE - 14)

    def draw(pen: Pen, top: float) -> None:
        pen.dot(LEFT + 3.5, top - _LEADING + 0.6)
        for number, line in enumerate(lines, 1):
            pen.text(LEFT + 14, top - number * _LEADING + 1, line, _SIZE)

    return Piece(len(lines) * _LEADING + 5, draw)


def _doubt(words: Wording) -> tuple[Piece, ...]:
    lines = break_wording(words.sentence("sign.title_doubtful"), REGULAR, 8.0, MEASURE - 14)

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines, 1):
            pen.text(LEFT + 14, top - number * 10.4, line, 8.0, ink=QUIET)

    return (Piece(len(lines) * 10.4 + 4, draw),)
