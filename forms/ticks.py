"""Questions answered by ticking, and the signer's choice, made into pieces."""

from collections.abc import Callable

from forms.answers import Answer, Word, printed, words
from forms.boxes import SIDE, Text, boxed
from forms.filling import Filling
from forms.page import LEFT, MEASURE, RIGHT, Piece
from forms.pen import Pen
from forms.spec import Choice, Ticks
from forms.typeface import REGULAR, SEMIBOLD, break_wording, wording_width

_LABEL = 7.6
_TEXT = 8.4
_ROW = 13.0
_NEXT = 14.0
_BESIDE = 40.0
"""Room left on a single row for an answer that has no box."""
_CHOICE = 11.5


def ticks(block: Ticks, filling: Filling) -> tuple[Piece, ...]:
    """Return a question with boxes to tick: on one row if it fits, else under its question.

    An answer that has no box is written beside the boxes.
    """
    texts = [filling.wording.word(block.key, option) for option in block.options]
    asked = wording_width(filling.wording.label(block.key), REGULAR, _LABEL) + 10
    wide = asked + sum(_wide(text) + _NEXT for text in texts)
    if wide + _BESIDE <= MEASURE:
        return _in_a_row(block, filling, texts, asked)
    return _below(block, filling, texts, asked)


def choice(block: Choice, filling: Filling) -> tuple[Piece, ...]:
    """Return the two options, neither preset; tied to the signature below them."""
    chosen = {word.key for word in words(filling.answers.get("choice", ""))}
    return tuple(_option(option, option in chosen, filling) for option in block.options)


def without_box(answer: Answer, block: Ticks) -> Answer:
    """Return what of an answer has no box to tick: typed text, or a word of no option."""
    parts = answer if isinstance(answer, tuple) else (answer,)
    rest = tuple(
        part for part in parts if not (isinstance(part, Word) and part.key in block.options)
    )
    return () if block.key == "responder" and rest == (Word("none"),) else rest


def _in_a_row(block: Ticks, filling: Filling, texts: list[str], asked: float) -> tuple[Piece, ...]:
    ends = [LEFT + asked]
    for text in texts:
        ends.append(ends[-1] + _wide(text) + _NEXT)
    beside = _beside(block, filling, RIGHT - ends[-1])
    marked = _marked(block, filling)

    def draw(pen: Pen, top: float) -> None:
        y = top - 11
        pen.text(LEFT, y, filling.wording.label(block.key), _LABEL)
        for at, text, ticked in zip(ends, texts, marked, strict=False):
            pen.tick_box(at, y - 1.2, SIDE, ticked)
            pen.text(at + SIDE + 4, y, text, _TEXT)
        beside(pen, ends[-1], y)

    return (Piece(_ROW + 2, draw),)


def _below(block: Ticks, filling: Filling, texts: list[str], asked: float) -> tuple[Piece, ...]:
    rows = -(-len(texts) // block.columns)
    lefts = _lefts(texts, block.columns)
    beside = _beside(block, filling, MEASURE - asked)
    marked = _marked(block, filling)

    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 9, filling.wording.label(block.key), _LABEL)
        beside(pen, LEFT + asked, top - 9)
        for number, text in enumerate(texts):
            x, y = lefts[number % block.columns], top - 21 - number // block.columns * _ROW
            pen.tick_box(x, y - 1.2, SIDE, marked[number])
            pen.text(x + SIDE + 4, y, text, _TEXT)

    return (Piece(12 + rows * _ROW + 1, draw),)


def _marked(block: Ticks, filling: Filling) -> list[bool]:
    chosen = {word.key for word in words(filling.answers.get(block.key, ""))}
    return [option in chosen for option in block.options]


def _beside(block: Ticks, filling: Filling, room: float) -> Callable[[Pen, float, float], None]:
    rest = {block.key: without_box(filling.answers.get(block.key, ""), block)}
    text = printed(rest, block.key, filling.wording)
    return boxed(Text(filling.wording.label(block.key), text, typed=True), room, filling)


def _wide(text: str) -> float:
    return SIDE + 4 + wording_width(text, REGULAR, _TEXT)


def _lefts(texts: list[str], columns: int) -> list[float]:
    """Return the x of each column of boxes; the columns share what their texts leave free."""
    wide = [max((_wide(text) for text in texts[at::columns]), default=0.0) for at in range(columns)]
    free = min((MEASURE - sum(wide)) / max(columns - 1, 1), 26.0)
    return [LEFT + sum(wide[:at]) + at * free for at in range(columns)]


def _option(option: str, chosen: bool, filling: Filling) -> Piece:
    setting = filling.setting
    text = filling.wording.sentence(f"choice.{option}")
    lines = break_wording(text, SEMIBOLD, setting.body, MEASURE - 20)

    def draw(pen: Pen, top: float) -> None:
        pen.tick_box(LEFT, top - 13.5, _CHOICE, chosen)
        for number, line in enumerate(lines):
            y = top - 11.5 - number * setting.leading
            pen.text(LEFT + 20, y, line, setting.body, bold=True)

    return Piece(max(setting.high(len(lines)) + 6, 17.0), draw, keeps=True)
