"""The signature line, and the contacts of DSHS, made into pieces."""

from dataclasses import dataclass

from forms.answers import printed
from forms.boxes import ROW, Filling, fields, labelled
from forms.page import LEFT, MEASURE, Piece, column
from forms.pen import ACCENT, INK, QUIET, Pen
from forms.prose import leading
from forms.spec import BYSTANDERS, CONTACTS, SIGNERS, Fields
from forms.typeface import REGULAR, break_lines

HIGH = 47.0
_INK = 40.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class SignatureSpots:
    """Where the marks go, as boxes (x0, y0, x1, y1) in points."""

    signature: Box
    date: Box
    name: Box
    witness: Box
    witness_name: Box
    caption: Box


def spots(top: float) -> SignatureSpots:
    """Return where the marks go on a signature line whose upper edge is at `top`."""
    base = top - HIGH
    names = base - 13
    return SignatureSpots(
        signature=_box(0, 8, base + 1, base + 1 + _INK),
        date=_box(8, 4, base + 1, base + 15),
        caption=_box(4, 4, base - 9, base - 1),
        name=_box(0, 5, names - 22, names - 9.5),
        witness_name=_box(6, 3, names - ROW - 22, names - ROW - 9.5),
        witness=_box(9, 3, names - ROW - 22, names - ROW - 9),
    )


def signature_line(filling: Filling) -> tuple[Piece, ...]:
    """Return signature and date, the signer, and those who stood by, as one piece."""
    signers = fields(Fields(SIGNERS), filling)[0]
    bystanders = fields(Fields(BYSTANDERS), filling)[0]
    words = filling.wording

    def draw(pen: Pen, top: float) -> None:
        _signature(pen, top, words.sheet("signature"), words.sheet("date"))
        row = top - HIGH - 13
        signers.draw(pen, row)
        bystanders.draw(pen, row - ROW)
        x, wide = column(9, 3)
        labelled(pen, (x, row - ROW, wide), words.sheet("witness_signature"))

    return (Piece(HIGH + 13 + 2 * ROW + 2, draw),)


def contacts(filling: Filling) -> tuple[Piece, ...]:
    """Return the contact lines, as far as they were answered; a long one wraps, none is cut."""
    said = [(key, printed(filling.answers, key, filling.wording)) for key in CONTACTS]
    text = " · ".join(f"{filling.wording.label(key)}: {value}" for key, value in said if value)
    if not text:
        return ()
    title = filling.wording.sentence("contact.head")
    lines = break_lines(text, REGULAR, 7.4, MEASURE)

    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 9, title, 7.4, bold=True)
        for number, line in enumerate(lines, 1):
            pen.text(LEFT, top - 9 - number * leading(7.4), line, 7.4, ink=QUIET)

    return (Piece(14 + len(lines) * leading(7.4), draw),)


def _box(start: int, span: int, bottom: float, top: float) -> Box:
    x, wide = column(start, span)
    return (x, bottom, x + wide, top)


def _signature(pen: Pen, top: float, signature: str, date: str) -> None:
    base = top - HIGH
    for start, span, label in ((0, 8, signature), (8, 4, date)):
        x, wide = column(start, span)
        pen.rule(x, base, wide, weight=1.0, ink=INK)
        pen.text(x, base - 8, label, 6.8, ink=QUIET)
    pen.text(column(0, 8)[0], base + 4, "×", 12, ink=ACCENT)
