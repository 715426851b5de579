"""Headings, paragraphs, lists and panels: the wording made into pieces."""

from forms.page import LEFT, MEASURE, RIGHT, Piece
from forms.pen import ACCENT, INK, PALE, QUIET, Colour, Pen
from forms.spec import Bullets, Heading, Panel, Paragraph
from forms.typeface import REGULAR, break_wording
from forms.wording import Wording

BODY, SMALL = 8.6, 8.0
_INDENT = 12.0


def leading(size: float) -> float:
    """Return the distance of baselines for text of `size`."""
    return size * 1.33


def heading(block: Heading, words: Wording) -> tuple[Piece, ...]:
    """Return the heading, tied to what follows."""
    text = words.sentence(block.sentence)

    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 14.5, text, 9.8, bold=True, ink=ACCENT)

    return (Piece(18.5, draw, keeps=True),)


def paragraph(block: Paragraph, words: Wording) -> tuple[Piece, ...]:
    """Return the sentences as one paragraph."""
    text = " ".join(words.sentence(key) for key in block.sentences)
    ink = QUIET if block.small else INK
    return (prose(text, SMALL if block.small else BODY, ink=ink),)


def bullets(block: Bullets, words: Wording) -> tuple[Piece, ...]:
    """Return one piece for each item of the list; no item stands alone on a page."""
    items = [_bullet(words.sentence(key)) for key in block.sentences]
    return tuple(
        Piece(item.height, item.draw, keeps=n != len(items)) for n, item in enumerate(items, 1)
    )


def panel(block: Panel, words: Wording) -> tuple[Piece, ...]:
    """Return a bordered box with its title, its sentences and lines to fill in by hand."""
    room = MEASURE - 20
    text = [break_wording(words.sentence(key), REGULAR, 8, room) for key in block.sentences]
    blanks = [words.sentence(key) for key in block.lines]
    high = (
        22
        + sum(len(lines) * leading(8) + 2 for lines in text)
        + (len(blanks) + 1) // 2 * 24
        + (6 if blanks else 0)
    )

    def draw(pen: Pen, top: float) -> None:
        pen.frame(LEFT, top - 6 - high, MEASURE, high, fill=PALE)
        pen.text(LEFT + 10, top - 19, words.sentence(block.title), 8.4, bold=True)
        y = top - 31.0
        for lines in text:
            for line in lines:
                pen.text(LEFT + 10, y, line, 8)
                y -= leading(8)
            y -= 2
        _blanks(pen, blanks, y)

    return (Piece(high + 9, draw),)


def prose(text: str, size: float, *, ink: Colour = INK, after: float = 3.5) -> Piece:
    """Return `text` of the wording, broken into lines over the whole measure."""
    lines = break_wording(text, REGULAR, size, MEASURE)

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines, 1):
            pen.text(LEFT, top - number * leading(size) + size * 0.3, line, size, ink=ink)

    return Piece(len(lines) * leading(size) + after, draw)


def _bullet(text: str) -> Piece:
    lines = break_wording(text, REGULAR, BODY, MEASURE - _INDENT)

    def draw(pen: Pen, top: float) -> None:
        pen.dot(LEFT + 4, top - leading(BODY) + BODY * 0.3)
        for number, line in enumerate(lines, 1):
            pen.text(LEFT + _INDENT, top - number * leading(BODY) + BODY * 0.3, line, BODY)

    return Piece(len(lines) * leading(BODY) + 1.2, draw)


def _blanks(pen: Pen, labels: list[str], top: float) -> None:
    half = (RIGHT - LEFT - 30) / 2
    for number, label in enumerate(labels):
        x = LEFT + 10 + number % 2 * (half + 10)
        y = top - 14 - number // 2 * 24
        pen.rule(x, y, half)
        pen.text(x, y - 8, label, 6.6, ink=QUIET)
