"""A table on its way out: named columns, each of one kind, and rows of plain values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

Cell = str | int | float | date | None
"""Text, a number, a day, or nothing. A moment leaves as text; yes and no leave as words."""


class ColumnKind(Enum):
    """What a column holds; a cell of another type in it is refused, not guessed at."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a key that stays the same in every language, and the heading as it is read."""

    key: str
    label: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """One flat table. Each row has one cell for each column, in their order.

    Raises ValueError where a row is shorter or longer, or a cell is not of its column's kind:
    whoever fills tables is part of the program.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells")
            for column, cell in zip(self.columns, row, strict=True):
                if not _fits(cell, column.kind):
                    raise ValueError(f"row {number}: no {column.kind.value} in {column.key}")

    @property
    def headings(self) -> tuple[str, ...]:
        """The labels of the columns, in their order."""
        return tuple(column.label for column in self.columns)

    def typed(self) -> Iterator[tuple[tuple[Column, Cell], ...]]:
        """Yield each row as pairs of its columns and cells."""
        for row in self.rows:
            yield tuple(zip(self.columns, row, strict=True))


def _fits(cell: Cell, kind: ColumnKind) -> bool:
    if cell is None:
        return True
    if kind is ColumnKind.TEXT:
        return type(cell) is str
    if kind is ColumnKind.DATE:
        # Exactly a day: a moment is a date to Python, and a sheet would show it with a clock time.
        return type(cell) is date
    return type(cell) is int or (type(cell) is float and cell - cell == 0)
