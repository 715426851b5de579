"""Tables whose text wraps: as many lines as it takes, never cut."""

from dataclasses import dataclass
from itertools import accumulate

from forms.fit import wrapped
from forms.flow import Run
from forms.page import GAP, LEFT, MEASURE, Piece
from forms.pen import ACCENT, HAIR, INK, QUIET, Colour, Pen
from forms.typeface import REGULAR, SEMIBOLD, width

SIZE, LEADING = 8.4, 11.0
SMALL = 7.4
LABEL = 7.0
_HEAD = 15.0
MOST = 45
"""Lines of one row; a longer row goes on in the next, and so on the next page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of a table: plain or `bold`, and smaller, quieter words under it."""

    text: str = ""
    bold: bool = False
    under: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a marked one has a bar at its left."""

    cells: tuple[Cell, ...]
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A line across the table that names the rows after it; never the last of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence across the table, in the place of a row."""

    text: str


Entry = Row | Band | Note


@dataclass(frozen=True, slots=True)
class Table:
    """Column heads, the share of the measure that each column takes, and the rows.

    `right` names the columns, from 0, whose texts end at the column's right edge, as numbers do;
    `label` is the size of the heads.
    """

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[Entry, ...]
    right: frozenset[int] = frozenset()
    label: float = LABEL


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    bold: bool
    ink: Colour


@dataclass(frozen=True, slots=True)
class _Column:
    x: float
    wide: float
    right: bool = False

    def start(self, text: str, font: str, size: float) -> float:
        """Return where a line begins in this column."""
        return self.x + (self.wide - width(text, font, size) if self.right else 0.0)


def table_runs(table: Table) -> tuple[Run, ...]:
    """Return the head and the rows; the head is repeated where the table goes on."""
    columns = _columns(table)
    head = _head(table, columns)
    made = [piece for row in table.rows for piece in _row(row, columns)]
    return (Run(head), *(Run(piece, head) for piece in made))


def _columns(table: Table) -> tuple[_Column, ...]:
    whole = sum(table.shares)
    ends = [LEFT + MEASURE * part / whole for part in accumulate(table.shares, initial=0.0)]
    last = len(table.shares) - 1
    return tuple(
        _Column(ends[at], ends[at + 1] - ends[at] - (0 if at == last else GAP), at in table.right)
        for at in range(last + 1)
    )


def _head(table: Table, columns: tuple[_Column, ...]) -> Piece:
    size = table.label
    texts = [
        wrapped(text, REGULAR, size, one.wide)
        for text, one in zip(table.heads, columns, strict=True)
    ]
    deep = max(len(lines) for lines in texts)

    def draw(pen: Pen, top: float) -> None:
        for lines, one in zip(texts, columns, strict=True):
            for number, line in enumerate(lines):
                y = top - 9.5 - (deep - len(lines) + number) * 8.6
                pen.text(one.start(line, REGULAR, size), y, line, size, ink=QUIET)
        pen.rule(LEFT, top - _HEAD + 2.4 - (deep - 1) * 8.6, MEASURE, weight=0.9, ink=ACCENT)

    return Piece(_HEAD + (deep - 1) * 8.6, draw, keeps=True)


def _row(row: Entry, columns: tuple[_Column, ...]) -> tuple[Piece, ...]:
    if isinstance(row, Band):
        return (_band(row.text),)
    if isinstance(row, Note):
        return (_part([_lines(Cell(row.text), MEASURE)], (_Column(LEFT, MEASURE),), marked=False),)
    cells = [_lines(cell, one.wide) for cell, one in zip(row.cells, columns, strict=True)]
    deep = max(len(lines) for lines in cells)
    parts = range(0, deep, MOST)
    return tuple(
        _part([lines[at : at + MOST] for lines in cells], columns, row.marked) for at in parts
    )


def _band(text: str) -> Piece:
    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 13, text, SIZE, bold=True, ink=ACCENT)
        pen.rule(LEFT, top - 17, MEASURE, weight=0.35, ink=HAIR)

    return Piece(17.6, draw, keeps=True)


def _lines(cell: Cell, wide: float) -> tuple[_Line, ...]:
    font = SEMIBOLD if cell.bold else REGULAR
    said = [_Line(text, SIZE, cell.bold, INK) for text in wrapped(cell.text, font, SIZE, wide)]
    if not cell.under:
        return tuple(said)
    under = wrapped(cell.under, REGULAR, SMALL, wide)
    return (*said, *(_Line(text, SMALL, False, QUIET) for text in under))


def _part(cells: list[tuple[_Line, ...]], columns: tuple[_Column, ...], marked: bool) -> Piece:
    high = max(len(lines) for lines in cells) * LEADING + 5.0

    def draw(pen: Pen, top: float) -> None:
        for lines, one in zip(cells, columns, strict=True):
            for number, line in enumerate(lines):
                y = top - 10.2 - number * LEADING
                x = one.start(line.text, SEMIBOLD if line.bold else REGULAR, line.size)
                pen.text(x, y, line.text, line.size, bold=line.bold, ink=line.ink)
        pen.rule(LEFT, top - high + 0.6, MEASURE, weight=0.35, ink=HAIR)
        if marked:
            _bar(pen, top, high)

    return Piece(high, draw)


def _bar(pen: Pen, top: float, high: float) -> None:
    pen.canvas.setFillColorRGB(*ACCENT)
    pen.canvas.rect(LEFT - 7, top - high + 2, 2.4, high - 3.4, stroke=0, fill=1)
