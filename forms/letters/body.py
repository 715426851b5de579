"""The body of a letter as pieces: paragraphs, headings and list items, from the fold down."""

from collections.abc import Iterator
from functools import partial

from forms.letters.letter import Letter
from forms.letters.plates import Plates
from forms.letters.words import Manner, in_words, said_parts, shared
from forms.page import Piece
from forms.pen import ACCENT, INK, QUIET, Pen
from forms.shown import shown
from forms.typeface import REGULAR, SEMIBOLD, break_lines

X, WIDE = 72.0, 468.0
SIZE, LEADING = 11.0, 15.0
_INDENT = 13.0
_GAP = {"p": 8.0, "h": 3.0, "li": 4.0}
_DOT = "•"
_SHORT, _NARROWER = 9, 0.95
"""A last line of fewer letters is given company from the line above."""


def body(letter: Letter, plates: Plates) -> tuple[Piece, ...]:
    """Return the letter from its salutation to its closing.

    Raises ValueError as `said_parts`.
    """
    words = shared(letter.language)
    phone = shown(letter.sender.phone)
    thanks, name = words["closing"], shown(letter.sender.name)
    call = words["call"].format(phone=phone) if phone else words["ask"]
    return (
        _typed("p", _salutation(letter), plates),
        *_parts(letter, plates),
        plates.shared(call, lambda: _typed("p", call, plates)),
        plates.shared(f"{thanks}/{name}", lambda: _closing(thanks, name)),
    )


def _salutation(letter: Letter) -> str:
    words = shared(letter.language)
    name = shown(letter.client_name)
    if letter.to == "client":
        return words["dear"].format(name=name)
    parent = shown(letter.parent_name)
    return words["dear"].format(name=parent) if parent else words["dear_parent"].format(name=name)


def _parts(letter: Letter, plates: Plates) -> Iterator[Piece]:
    said = said_parts(letter)
    after = [part.manner for part, _ in said[1:]] + ["p"]
    for (part, text), then in zip(said, after, strict=True):
        made = partial(_typed, part.manner, text, plates, then)
        yield made() if part.personal else plates.shared(f"{text}/{then}", made)


def _typed(manner: Manner, text: str, plates: Plates, then: str = "p") -> Piece:
    """Return a part as it is set before a part of the manner `then`."""
    lines = _lines(text, manner, plates)
    above = 7.0 if manner == "h" else 0.0
    below = _GAP["p" if manner == "li" != then else manner]

    def draw(pen: Pen, top: float) -> None:
        _set(pen, top - above - SIZE, lines, manner)

    return Piece(above + len(lines) * LEADING + below, draw, keeps=manner == "h")


def _lines(text: str, manner: Manner, plates: Plates) -> tuple[str, ...]:
    """Return the lines of a part; no last line stands there with one short word."""
    font, room = _font(manner), WIDE - _indent(manner)
    lines = break_lines(text, font, SIZE, room, plates.measure)
    if len(lines) > 1 and len(lines[-1]) < _SHORT:
        closer = break_lines(text, font, SIZE, room * _NARROWER, plates.measure)
        return closer if len(closer) == len(lines) else lines
    return lines


def _set(pen: Pen, base: float, lines: tuple[str, ...], manner: Manner) -> None:
    """Draw the lines of a part in one go, a list item after its dot."""
    canvas = pen.canvas
    text = canvas.beginText(X, base)
    text.setFont(_font(manner), SIZE, LEADING)
    text.setFillColorRGB(*(ACCENT if manner == "h" else INK))
    if manner == "li":
        text.textOut(_DOT)
        text.moveCursor(_INDENT, 0)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)


def _closing(thanks: str, name: str) -> Piece:
    lines = break_lines(name, SEMIBOLD, SIZE, WIDE)

    def draw(pen: Pen, top: float) -> None:
        pen.text(X, top - SIZE, thanks, SIZE)
        for number, line in enumerate(lines, 1):
            pen.text(X, top - SIZE - 4 - number * LEADING, line, SIZE, bold=True)

    return Piece(LEADING * (len(lines) + 1) + 8, draw)


def _font(manner: Manner) -> str:
    return SEMIBOLD if manner == "h" else REGULAR


def _indent(manner: Manner) -> float:
    return _INDENT if manner == "li" else 0.0


def date_line(pen: Pen, y: float, letter: Letter) -> None:
    """Draw the day of the letter."""
    pen.text(X, y, in_words(letter.dated, letter.language), SIZE, ink=QUIET)
