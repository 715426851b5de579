"""A cross table: what was counted by two codes, and for each number everything behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from immtrac_desk.domain.ids import ClientId, OrganizationId

WHOLE = "*"
"""In the place of a row or a column: all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One thing behind a number: a client, somebody of the roster, a site, or an act.

    `name` is empty for a client, whose name is read where the list is shown; `what` is a code.
    """

    client_id: ClientId | None = None
    name: str = ""
    on: date | None = None
    due: date | None = None
    at: datetime | None = None
    what: str = ""
    site_id: OrganizationId | None = None
    alarm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cross:
    """Counts by row and column. `rows` and `columns` are codes in the order they are shown."""

    id: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Counted, ...]] = field(default_factory=dict)

    def behind(self, row: str, column: str) -> tuple[Counted, ...]:
        """Return what is counted in one cell, or in a whole row or column (`WHOLE`)."""
        rows = self.rows if row == WHOLE else (row,)
        columns = self.columns if column == WHOLE else (column,)
        return tuple(one for r in rows for c in columns for one in self.cells.get((r, c), ()))

    def count(self, row: str, column: str) -> int:
        return len(self.behind(row, column))

    def key(self, row: str, column: str) -> str:
        """Return the name of a number: it finds the list behind it again."""
        return "|".join((self.id, row, column))


Sorted = tuple[str, str, Counted]
"""One thing with the row and the column in which it is counted."""


def cross(
    cross_id: str, rows: Iterable[str], columns: Iterable[str], found: Iterable[Sorted]
) -> Cross:
    """Return the table of everything found; whatever is in no row or column is left out."""
    known_rows, known_columns = tuple(rows), tuple(columns)
    cells: dict[tuple[str, str], list[Counted]] = {}
    for row, column, one in found:
        if row in known_rows and column in known_columns:
            cells.setdefault((row, column), []).append(one)
    kept = {place: tuple(several) for place, several in cells.items()}
    return Cross(id=cross_id, rows=known_rows, columns=known_columns, cells=kept)


def find(crosses: Iterable[Cross], key: str) -> tuple[Counted, ...]:
    """Return what is behind the number of this name, empty where no table has it.

    A row may be anything, a person's name too; a column is a code and holds no `|`.
    """
    for one in crosses:
        row, _, column = key.removeprefix(f"{one.id}|").rpartition("|")
        if key == one.key(row, column):
            return one.behind(row, column)
    return ()


def months_of(first: date, last: date) -> tuple[str, ...]:
    """Return the months of a period as codes, `2026-11`, the first day's first."""
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1))


def month_of(day: date) -> str:
    """Return the code of a day's month."""
    return f"{day.year:04}-{day.month:02}"
