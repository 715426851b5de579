"""Boxes: rows of labelled fields, made into pieces."""

from collections.abc import Callable
from dataclasses import dataclass

from forms.answers import Answer, printed, words
from forms.filling import Filling
from forms.fit import fitted
from forms.page import Piece, column
from forms.pen import QUIET, Pen
from forms.spec import Field, Fields
from forms.typeface import REGULAR, wording_width

LABEL = 7.0
SIDE = 8.6
LINE = 15.0
"""From one line of a box to the next."""
_BASE = 3.8
_FIRST = 6.5


@dataclass(frozen=True, slots=True)
class Text:
    """A text for a box, with the label it goes by; typed text is set semibold."""

    label: str
    text: str
    typed: bool


def fields(block: Fields, filling: Filling) -> tuple[Piece, ...]:
    """Return one row of labelled boxes; a box for several lines makes it higher."""
    drawers = []
    start = 0
    for cell in block.cells:
        drawers.append(_cell(cell, start, filling))
        start += cell.span

    def draw(pen: Pen, top: float) -> None:
        for one in drawers:
            one(pen, top)

    more = max(cell.lines for cell in block.cells) - 1
    return (Piece(filling.setting.row + more * LINE, draw),)


def labelled(pen: Pen, place: tuple[float, float, float], label: str, row: float) -> None:
    """Draw an empty labelled line at `place` (x, top, width); the label shrinks to fit."""
    x, top, wide = place
    size = min(LABEL, LABEL * wide / max(wording_width(label, REGULAR, LABEL), 1))
    pen.text(x, top - _FIRST, label, size, ink=QUIET)
    pen.rule(x, top - row + _BASE, wide)


def boxed(
    text: Text, room: float, filling: Filling, most: int = 1
) -> Callable[[Pen, float, float], None]:
    """Return what draws `text` at x and the baseline y of its first line, at most `most` lines.

    Text that no size fits is kept for the continuation sheet; the box then says where it goes on.
    """
    found = fitted(text.text, room, most)
    item = 0 if found else filling.spill.add(text.label, text.text)

    def draw(pen: Pen, x: float, y: float) -> None:
        size, lines = found or _referred(item, room, filling)
        for number, line in enumerate(lines):
            pen.text(x, y - number * LINE, line, size, bold=bool(found) and text.typed)

    return draw


def _referred(item: int, room: float, filling: Filling) -> tuple[float, tuple[str, ...]]:
    note = filling.wording.sheet("continued")
    said = note.format(page=filling.spill.pages[item - 1] + 1, item=item)
    return fitted(said, room, 1) or (6.6, (said,))


def _cell(cell: Field, start: int, filling: Filling) -> Callable[[Pen, float], None]:
    x, wide = column(start, cell.span)
    label = filling.wording.label(cell.key)
    answer = filling.answers.get(cell.key, "")
    if cell.options and (not answer or _within(answer, cell.options)):
        return _tick_cell(cell, (x, wide), filling)
    text = printed(filling.answers, cell.key, filling.wording)
    value = boxed(Text(label, text, isinstance(answer, str)), wide, filling, cell.lines)
    row = filling.setting.row

    def draw(pen: Pen, top: float) -> None:
        labelled(pen, (x, top, wide), label, row)
        for line in range(1, cell.lines):
            pen.rule(x, top - row + _BASE - line * LINE, wide)
        value(pen, x, top - row + _BASE + 2.6)

    return draw


def _tick_cell(
    cell: Field, place: tuple[float, float], filling: Filling
) -> Callable[[Pen, float], None]:
    chosen = {word.key for word in words(filling.answers.get(cell.key, ""))}
    x, wide = place
    room = wide / len(cell.options)
    base = filling.setting.row - _BASE - 2.6

    def draw(pen: Pen, top: float) -> None:
        pen.text(x, top - _FIRST, filling.wording.label(cell.key), LABEL, ink=QUIET)
        for number, option in enumerate(cell.options):
            at = x + number * room
            pen.tick_box(at, top - base - 1.2, SIDE, option in chosen)
            pen.text(at + SIDE + 4, top - base, filling.wording.word(cell.key, option), 9)

    return draw


def _within(answer: Answer, options: tuple[str, ...]) -> bool:
    if isinstance(answer, str):
        return False
    return len(words(answer)) == len(answer if isinstance(answer, tuple) else (answer,)) and all(
        word.key in options for word in words(answer)
    )
