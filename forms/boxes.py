"""Boxes: labelled fields, boxes to tick and the choice, made into pieces."""

from collections.abc import Callable
from dataclasses import dataclass

from forms.answers import Answers, Word, printed, words
from forms.fit import Spill, size_for
from forms.page import LEFT, MEASURE, Piece, column
from forms.pen import QUIET, Pen
from forms.prose import BODY, leading
from forms.spec import Choice, Field, Fields, Ticks
from forms.typeface import REGULAR, SEMIBOLD, break_wording, width
from forms.wording import Wording

ROW = 26.5
_LABEL = 6.7
_SIDE = 7.6


@dataclass(frozen=True, slots=True)
class Filling:
    """What boxes are filled from: the wording, the answers, and where overlong text goes."""

    wording: Wording
    answers: Answers
    spill: Spill


def fields(block: Fields, filling: Filling) -> tuple[Piece, ...]:
    """Return one row of labelled boxes."""
    drawers = []
    start = 0
    for cell in block.cells:
        drawers.append(_cell(cell, start, filling))
        start += cell.span

    def draw(pen: Pen, top: float) -> None:
        for one in drawers:
            one(pen, top)

    return (Piece(ROW, draw),)


def ticks(block: Ticks, filling: Filling) -> tuple[Piece, ...]:
    """Return a question with boxes to tick; another answer is written beside the question."""
    label = filling.wording.label(block.key)
    chosen = {word.key for word in words(filling.answers.get(block.key, ""))}
    beside = (
        "" if chosen & set(block.options) else printed(filling.answers, block.key, filling.wording)
    )
    if block.key == "responder" and chosen == {"none"}:
        beside = ""
    texts = [(key, filling.wording.word(block.key, key)) for key in block.options]
    rows = -(-len(texts) // block.columns)
    lefts = _lefts([text for _, text in texts], block.columns)

    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 9, label, _LABEL, ink=QUIET)
        pen.text(LEFT + width(label, REGULAR, _LABEL) + 8, top - 9, beside, 8, bold=True)
        for number, (key, text) in enumerate(texts):
            x, y = lefts[number % block.columns], top - 20 - number // block.columns * 12.6
            pen.tick_box(x, y - 0.6, _SIDE, key in chosen)
            pen.text(x + 12, y, text, 8.2)

    return (Piece(13 + rows * 12.6 + 1.5, draw),)


def choice(block: Choice, filling: Filling) -> tuple[Piece, ...]:
    """Return the two options, neither preset; tied to the signature below them."""
    chosen = {word.key for word in words(filling.answers.get("choice", ""))}
    return tuple(_option(option, option in chosen, filling.wording) for option in block.options)


def cell_text(pen: Pen, place: tuple[float, float, float], text: str, typed: bool) -> None:
    """Set `text` on its line at `place` (x, y, room), shrunk as far as it needs."""
    x, y, room = place
    size = size_for(text, room)
    pen.text(x, y, text, size or 6.6, bold=typed)


def labelled(pen: Pen, place: tuple[float, float, float], label: str) -> None:
    """Draw an empty labelled line at `place` (x, top, width); the label shrinks to fit."""
    x, top, wide = place
    size = min(_LABEL, _LABEL * wide / max(width(label, REGULAR, _LABEL), 1))
    pen.text(x, top - 8, label, size, ink=QUIET)
    pen.rule(x, top - 22.5, wide)


def value_of(key: str, room: float, filling: Filling) -> Callable[[], tuple[str, bool]]:
    """Return a function that gives the text for a box `room` wide, and whether it was typed.

    Text that no size fits is kept for the continuation sheet; the box then says where it goes on.
    """
    text = printed(filling.answers, key, filling.wording)
    typed = isinstance(filling.answers.get(key, ""), str)
    if size_for(text, room) is not None:
        return lambda: (text, typed)
    spill, item = filling.spill, filling.spill.add(filling.wording.label(key), text)
    note = filling.wording.sheet("continued")
    return lambda: (note.format(page=spill.pages[item - 1] + 1, item=item), False)


def _cell(cell: Field, start: int, filling: Filling) -> Callable[[Pen, float], None]:
    x, wide = column(start, cell.span)
    label = filling.wording.label(cell.key)
    answer = filling.answers.get(cell.key, "")
    if cell.options and (not answer or _within(answer, cell.options)):
        return _tick_cell(cell, (x, wide), filling)
    value = value_of(cell.key, wide, filling)

    def draw(pen: Pen, top: float) -> None:
        text, typed = value()
        labelled(pen, (x, top, wide), label)
        cell_text(pen, (x, top - 19, wide), text, typed)

    return draw


def _tick_cell(
    cell: Field, place: tuple[float, float], filling: Filling
) -> Callable[[Pen, float], None]:
    chosen = {word.key for word in words(filling.answers.get(cell.key, ""))}
    x, wide = place
    room = wide / len(cell.options)

    def draw(pen: Pen, top: float) -> None:
        pen.text(x, top - 8, filling.wording.label(cell.key), _LABEL, ink=QUIET)
        for number, option in enumerate(cell.options):
            at = x + number * room
            pen.tick_box(at, top - 20, _SIDE, option in chosen)
            pen.text(at + 12, top - 19.4, filling.wording.word(cell.key, option), 8.6)

    return draw


def _lefts(texts: list[str], columns: int) -> list[float]:
    """Return the x of each column of boxes; the columns share what their texts leave free."""
    wide = [
        12 + max((width(text, REGULAR, 8.2) for text in texts[at::columns]), default=0)
        for at in range(columns)
    ]
    free = (MEASURE - sum(wide)) / columns
    return [LEFT + sum(wide[:at]) + at * free for at in range(columns)]


def _within(answer: str | Word | tuple[Word, ...], options: tuple[str, ...]) -> bool:
    return not isinstance(answer, str) and all(word.key in options for word in words(answer))


def _option(option: str, chosen: bool, wording: Wording) -> Piece:
    lines = break_wording(wording.sentence(f"choice.{option}"), SEMIBOLD, BODY, MEASURE - 20)

    def draw(pen: Pen, top: float) -> None:
        pen.tick_box(LEFT, top - 13, 10, chosen)
        for number, line in enumerate(lines):
            pen.text(LEFT + 18, top - 11.5 - number * leading(BODY), line, BODY, bold=True)

    return Piece(len(lines) * leading(BODY) + 6, draw, keeps=True)
