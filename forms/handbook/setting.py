"""How the handbook is set: headings, paragraphs, lists, tables, remarks and questions as pieces."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from forms.fit import wrapped
from forms.flow import Run, runs, tied
from forms.handbook.chapter import (
    Block,
    Bullets,
    Chapter,
    Grid,
    Paragraph,
    Question,
    Remark,
    Section,
)
from forms.page import GUTTER, LEFT, MEASURE, Piece
from forms.pen import ACCENT, QUIET, Pen
from forms.tables import Cell, Row, Table, table_runs
from forms.typeface import REGULAR, SEMIBOLD, break_wording

BODY, LEADING = 9.4, 12.5
SMALL, SMALL_LEADING = 7.6, 9.8
_INDENT = 12.0
_MARK = 112.0
"""Width of the column that says how sure a remark is."""

CHECK, CHECK_LEADING = 8.4, 11.2
_CHOICE = 24.0

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Line:
    indent: float
    text: str
    bold: bool = False
    letter: str = ""


def opening(chapter: Chapter, words: Words) -> Run:
    """Return the head of a chapter, which begins a page."""
    kicker = words["chapter"].format(number=chapter.number)
    gist = break_wording(chapter.gist, REGULAR, 10.6, MEASURE)
    title = break_wording(chapter.title, SEMIBOLD, 18, MEASURE)
    high = 16 + len(title) * 22 + len(gist) * 14 + 10

    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 8, kicker, 9, bold=True, ink=ACCENT)
        y = top - 8
        for line in title:
            y -= 22
            pen.text(LEFT, y, line, 18, bold=True)
        y -= 4
        for line in gist:
            y -= 14
            pen.text(LEFT, y, line, 10.6, ink=QUIET)
        pen.rule(LEFT, top - high + 4, MEASURE, weight=0.9, ink=ACCENT)

    return Run(Piece(high, draw, keeps=True), fresh=True)


def section_head(section: Section) -> Piece:
    """Return the heading of a section, tied to what follows."""
    return heading(section.title)


def heading(text: str) -> Piece:
    """Return a heading, tied to what follows."""
    lines = break_wording(text, SEMIBOLD, 11.6, MEASURE)

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines, 1):
            pen.text(LEFT, top - 6 - number * 14, line, 11.6, bold=True, ink=ACCENT)

    return Piece(len(lines) * 14 + 11, draw, keeps=True)


def block_runs(block: Block, words: Words) -> tuple[Run, ...]:
    """Return a block of a section."""
    if isinstance(block, Paragraph):
        return runs((text_piece(block.text),))
    if isinstance(block, Bullets):
        return runs(_bullets(block))
    if isinstance(block, Remark):
        return runs((_remark(block, words),))
    return (*_grid(block), Run(_gap(6)))


def text_piece(text: str, *, bold: bool = False, indent: float = 0.0) -> Piece:
    """Return a paragraph."""
    font = SEMIBOLD if bold else REGULAR
    lines = break_wording(text, font, BODY, MEASURE - indent)

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines, 1):
            pen.text(LEFT + indent, top - number * LEADING + 3, line, BODY, bold=bold)

    return Piece(len(lines) * LEADING + 4, draw)


def question_pieces(questions: Sequence[Question]) -> tuple[Piece, ...]:
    """Return the questions with their choices, three beside each other or two; all on one page."""
    count = 3 if len(questions) % 3 == 0 else 2
    wide = (MEASURE - (count - 1) * GUTTER) / count
    made = [_question(one, number, wide) for number, one in enumerate(questions, 1)]
    rows = [_beside(made[at : at + count], wide) for at in range(0, len(made), count)]
    return (*tied(rows[:-1]), rows[-1])


def answer_piece(question: Question, number: int) -> Piece:
    """Return what is right and why, on one line or two."""
    letter = ascii_uppercase[question.right]
    lines = wrapped(question.why, REGULAR, 8.6, MEASURE - 44)

    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 10, f"{number}.", 8.6, ink=QUIET)
        pen.text(LEFT + 18, top - 10, letter, 8.6, bold=True, ink=ACCENT)
        for at, line in enumerate(lines):
            pen.text(LEFT + 36, top - 10 - at * 11, line, 8.6)

    return Piece(len(lines) * 11 + 3, draw)


def remarks_tied(made: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs of a section so that its last two stay together: no line stands alone."""
    listed = list(made)
    if len(listed) > 1 and listed[-2].piece.height + listed[-1].piece.height < 200:
        listed[-2] = replace(listed[-2], piece=replace(listed[-2].piece, keeps=True))
    return tuple(listed)


def _question(question: Question, number: int, wide: float) -> list[_Line]:
    """Return a question line by line: indent, text, whether bold, the letter of a choice."""
    asked = break_wording(f"{number}. {question.ask}", SEMIBOLD, CHECK, wide)
    lines = [_Line(0.0, text, bold=True) for text in asked]
    for at, choice in enumerate(question.choices):
        said = break_wording(choice, REGULAR, CHECK, wide - _CHOICE)
        lines.append(_Line(_CHOICE, said[0], letter=ascii_uppercase[at]))
        lines += [_Line(_CHOICE, text) for text in said[1:]]
    return lines


def _beside(columns: Sequence[list[_Line]], wide: float) -> Piece:
    high = max(len(lines) for lines in columns) * CHECK_LEADING + 9

    def draw(pen: Pen, top: float) -> None:
        for number, lines in enumerate(columns):
            x = LEFT + number * (wide + GUTTER)
            for at, line in enumerate(lines, 1):
                _draw_line(pen, line, x, top - at * CHECK_LEADING + 2)

    return Piece(high, draw)


def _draw_line(pen: Pen, line: _Line, x: float, y: float) -> None:
    pen.text(x + line.indent, y, line.text, CHECK, bold=line.bold)
    if line.letter:
        pen.tick_box(x + 2, y - 0.4, 6.8, ticked=False)
        pen.text(x + 13, y, line.letter, CHECK, ink=QUIET)


def _bullets(block: Bullets) -> tuple[Piece, ...]:
    return (*(_bullet(text) for text in block.items), _gap(3))


def _bullet(text: str) -> Piece:
    lines = break_wording(text, REGULAR, BODY, MEASURE - _INDENT)

    def draw(pen: Pen, top: float) -> None:
        pen.dot(LEFT + 3.5, top - LEADING + 3.2)
        for number, line in enumerate(lines, 1):
            pen.text(LEFT + _INDENT, top - number * LEADING + 3, line, BODY)

    return Piece(len(lines) * LEADING + 1.5, draw)


def _grid(block: Grid) -> tuple[Run, ...]:
    rows = tuple(
        Row((Cell(row[0], bold=True), *(Cell(text) for text in row[1:]))) for row in block.rows
    )
    return table_runs(Table(block.heads, block.shares, rows))


def _remark(block: Remark, words: Words) -> Piece:
    mark = break_wording(words[f"mark.{block.mark}"], SEMIBOLD, SMALL, _MARK - 16)
    room = MEASURE - _MARK
    said = break_wording(f"{block.text} {block.source}.", REGULAR, SMALL, room)
    deep = max(len(mark), len(said))

    def draw(pen: Pen, top: float) -> None:
        pen.canvas.setFillColorRGB(*ACCENT)
        pen.canvas.rect(LEFT, top - deep * SMALL_LEADING - 3, 2, deep * SMALL_LEADING, 0, 1)
        for number, line in enumerate(mark, 1):
            y = top - number * SMALL_LEADING
            pen.text(LEFT + 9, y, line, SMALL, bold=True, ink=QUIET)
        for number, line in enumerate(said, 1):
            pen.text(LEFT + _MARK, top - number * SMALL_LEADING, line, SMALL, ink=QUIET)

    return Piece(deep * SMALL_LEADING + 6, draw)


def _gap(high: float) -> Piece:
    return Piece(high, lambda pen, top: None)
