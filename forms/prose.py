"""Headings, paragraphs, lists and panels: the wording made into pieces."""

from forms.filling import Filling
from forms.page import LEFT, Piece
from forms.pen import ACCENT, PALE, QUIET, Pen
from forms.setting import Setting
from forms.spec import Bullets, Heading, Panel, Paragraph
from forms.typeface import REGULAR, break_wording

_INDENT = 11.0
_INSET = 9.0
_BLANK = 25.0


def heading(block: Heading, filling: Filling) -> tuple[Piece, ...]:
    """Return the heading, tied to what follows."""
    text = filling.wording.sentence(block.sentence)
    size, above = filling.setting.heading, room_above(filling)

    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - size - above, text, size, bold=True, ink=ACCENT)

    return (Piece(size * 1.34 + above, draw, keeps=True, opens=True),)


def room_above(filling: Filling) -> float:
    """Return the room that a heading leaves above itself."""
    return filling.setting.gap + 1.2


def paragraph(block: Paragraph, filling: Filling) -> tuple[Piece, ...]:
    """Return the sentences as one paragraph."""
    cut = _type(filling.setting, block.small)
    text = " ".join(filling.wording.sentence(key) for key in block.sentences)
    lines = break_wording(text, REGULAR, cut[0], filling.wide)

    def draw(pen: Pen, top: float) -> None:
        _set(pen, (LEFT, top), lines, cut)

    return (Piece(len(lines) * cut[1] + filling.setting.gap, draw),)


def bullets(block: Bullets, filling: Filling) -> tuple[Piece, ...]:
    """Return one piece for each item of the list; no item stands alone in a column."""
    last = len(block.sentences) - 1
    return tuple(
        _bullet(filling.wording.sentence(key), filling, keeps=number in {0, last - 1} - {last})
        for number, key in enumerate(block.sentences)
    )


def panel(block: Panel, filling: Filling) -> tuple[Piece, ...]:
    """Return a bordered box with its title, its sentences and lines to fill in by hand."""
    setting, words = filling.setting, filling.wording
    size, leading = _type(setting, small=True)
    room = filling.wide - 2 * _INSET
    texts = [break_wording(words.sentence(key), REGULAR, size, room) for key in block.sentences]
    blanks = [words.sentence(key) for key in block.lines]
    rows = -(-len(blanks) // 4)
    high = 19 + sum(len(lines) * leading + 2 for lines in texts) + rows * _BLANK

    def draw(pen: Pen, top: float) -> None:
        pen.frame(LEFT, top - 5 - high, filling.wide, high, fill=PALE)
        pen.text(LEFT + _INSET, top - 17, words.sentence(block.title), size + 0.4, bold=True)
        y = top - 20.0
        for lines in texts:
            _set(pen, (LEFT + _INSET, y), lines, (size, leading))
            y -= len(lines) * leading + 2
        _blanks(pen, blanks, y, room)

    return (Piece(high + 8, draw, opens=True),)


def _bullet(text: str, filling: Filling, *, keeps: bool) -> Piece:
    setting = filling.setting
    lines = break_wording(text, REGULAR, setting.body, filling.wide - _INDENT)

    def draw(pen: Pen, top: float) -> None:
        pen.dot(LEFT + 3.5, top - setting.leading + setting.body * 0.27)
        _set(pen, (LEFT + _INDENT, top), lines, (setting.body, setting.leading))

    return Piece(setting.high(len(lines)) + setting.gap * 0.4, draw, keeps=keeps)


def _type(setting: Setting, small: bool) -> tuple[float, float]:
    """Return size and leading."""
    if not small:
        return setting.body, setting.leading
    return setting.small, round(setting.leading * setting.small / setting.body, 2)


def _set(
    pen: Pen, place: tuple[float, float], lines: tuple[str, ...], cut: tuple[float, float]
) -> None:
    (x, top), (size, leading) = place, cut
    for number, line in enumerate(lines, 1):
        pen.text(x, top - number * leading + size * 0.27, line, size)


def _blanks(pen: Pen, labels: list[str], top: float, room: float) -> None:
    """Draw lines to be filled in by hand, four to a row."""
    wide = (room + 10) / 4
    for number, label in enumerate(labels):
        x = LEFT + _INSET + number % 4 * wide
        y = top - 13 - number // 4 * _BLANK
        pen.rule(x, y, wide - 10)
        pen.text(x, y - 8, label, 7, ink=QUIET)
