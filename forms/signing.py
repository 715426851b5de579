"""The signature line, and the contacts of DSHS, made into pieces."""

from dataclasses import dataclass

from forms.answers import printed
from forms.boxes import LABEL, fields, labelled
from forms.filling import Filling
from forms.fit import wrapped
from forms.page import LEFT, MEASURE, Piece, column
from forms.pen import ACCENT, INK, QUIET, Pen
from forms.setting import Setting
from forms.spec import BYSTANDERS, CONTACTS, SIGNERS, Fields
from forms.typeface import REGULAR

_ABOVE = 3.0
_BELOW = 12.0
_CONTACT = 7.8
_LEADING = 9.4
_SHORT = 40
_TIED = "\u00a0"
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


def spots(top: float, setting: Setting) -> SignatureSpots:
    """Return where the marks go on a signature line whose upper edge is at `top`."""
    base = top - _ABOVE - setting.ink
    signer = base - _BELOW - setting.row
    beside = signer - setting.row
    return SignatureSpots(
        signature=_box(0, 8, base + 1, base + setting.ink),
        date=_box(8, 4, base + 1, base + 15),
        caption=_box(3, 5, base - 9, base - 1),
        name=_box(0, 5, signer + 4, signer + 16.5),
        witness_name=_box(6, 3, beside + 4, beside + 16.5),
        witness=_box(9, 3, beside + 4, beside + 17),
    )


def signature_line(filling: Filling) -> tuple[Piece, ...]:
    """Return signature and date, the signer, and those who stood by, as one piece."""
    signers = fields(Fields(SIGNERS), filling)[0]
    bystanders = fields(Fields(BYSTANDERS), filling)[0]
    words, setting = filling.wording, filling.setting

    def draw(pen: Pen, top: float) -> None:
        base = top - _ABOVE - setting.ink
        _signature(pen, base, words.sheet("signature"), words.sheet("date"))
        row = base - _BELOW
        signers.draw(pen, row)
        bystanders.draw(pen, row - setting.row)
        x, wide = column(9, 3)
        place = (x, row - setting.row, wide)
        labelled(pen, place, words.sheet("witness_signature"), setting.row)

    return (Piece(_ABOVE + setting.ink + _BELOW + 2 * setting.row + 2, draw),)


def contacts(filling: Filling) -> tuple[Piece, ...]:
    """Return the contact lines, as far as they were answered; a long one wraps, none is cut."""
    said = [(key, printed(filling.answers, key, filling.wording)) for key in CONTACTS]
    parts = [f"{filling.wording.label(key)}: {value}" for key, value in said if value]
    if not parts:
        return ()
    head = filling.wording.sentence("contact.head")
    text = " · ".join(_whole(part) for part in (head, *parts))
    lines = [line.replace(_TIED, " ") for line in wrapped(text, REGULAR, _CONTACT, MEASURE)]

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines):
            pen.text(LEFT, top - 11 - number * _LEADING, line, _CONTACT)

    return (Piece(4 + len(lines) * _LEADING, draw),)


def _whole(part: str) -> str:
    """Tie the words of a short part, so that no line ends within a number."""
    return part.replace(" ", _TIED) if len(part) <= _SHORT else part


def _box(start: int, span: int, bottom: float, top: float) -> Box:
    x, wide = column(start, span)
    return (x, bottom, x + wide, top)


def _signature(pen: Pen, base: float, signature: str, date: str) -> None:
    for start, span, label in ((0, 8, signature), (8, 4, date)):
        x, wide = column(start, span)
        pen.rule(x, base, wide, weight=1.0, ink=INK)
        pen.text(x, base - 8, label, LABEL, ink=QUIET)
    pen.text(column(0, 8)[0], base + 4, "×", 12, ink=ACCENT)
