"""The numbers of a report as a table that can be read out, each with the key of its list."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk.report_pictures import ReportCell, ReportTable


@dataclass(frozen=True, slots=True)
class Number:
    """One cell: what stands in it, and the key of the list behind it; "" for none."""

    text: str
    key: str = ""
    word: bool = False
    """A word or a name, which stands at the left of its column."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """`heads`, the first of them above the names of the lines."""

    heads: tuple[str, ...]
    lines: tuple[tuple[Number, ...], ...]


def numbers_of(table: "ReportTable", tr: Wording) -> Numbers:
    """Every number of a table as people write it, in its order."""
    return Numbers(table.heads, tuple(tuple(_number(c, tr) for c in row) for row in table.rows))


def _number(cell: "ReportCell", tr: Wording) -> Number:
    return Number(shown(cell.value, tr), cell.key, word=isinstance(cell.value, str))


def shown(value: str | int | float | date | None, tr: Wording) -> str:
    """A number, a day or a word; an en dash where nothing is known."""
    if value is None:
        return "–"
    if isinstance(value, date):
        return tr.short_date(value)
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.1f}"
    return value if isinstance(value, str) else f"{int(value):,}"
