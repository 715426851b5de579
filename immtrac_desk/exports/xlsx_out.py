"""Tables as one workbook: text stays text whatever it begins with, days are days."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from immtrac_desk.exports.table import Cell, Column, ColumnKind, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_LETTERS = 32_767
"""Of one cell, by the file format; beyond it the text ends with an ellipsis."""
MOST_IN_A_NAME = 31
WIDEST = 48
"""Letters of the widest column as it is first shown."""
_FIRST_DAY = date(1900, 3, 1)
"""Earlier days are counted one off by the format, or not at all: they are written as text."""
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # the same table gives the same bytes
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_OPTIONS = {
    "in_memory": True,  # clients' names never lie in a temporary file
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx_bytes(tables: Sequence[Table]) -> bytes:
    """Return a workbook with one sheet for each table: headings frozen, filters on.

    Each text is written as a string in a cell formatted as text, so it stays text even where
    somebody edits it. The same tables give the same bytes.
    """
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _MADE})
        heading = book.add_format({"bold": True, "num_format": "@", "bottom": 1})
        formats = {
            ColumnKind.TEXT: book.add_format({"num_format": "@"}),
            ColumnKind.NUMBER: book.add_format({}),
            ColumnKind.DATE: book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        for table, name in zip(tables, _names(tables), strict=True):
            _fill(book.add_worksheet(name), table, heading, formats)
    return out.getvalue()


def _fill(
    sheet: "Worksheet", table: Table, heading: "Format", formats: dict[ColumnKind, "Format"]
) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _width(table, place), formats[column.kind])
        sheet.write_string(0, place, _text(column.label), heading)
    for line, row in enumerate(table.typed(), 1):
        for place, (column, cell) in enumerate(row):
            _write(sheet, (line, place), column, cell, formats)
    sheet.freeze_panes(1, 0)
    if table.columns:
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)


def _write(
    sheet: "Worksheet",
    at: tuple[int, int],
    column: Column,
    cell: Cell,
    formats: dict[ColumnKind, "Format"],
) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(*at, _text(cell), formats[ColumnKind.TEXT])
    elif isinstance(cell, date):
        if cell < _FIRST_DAY:
            sheet.write_string(*at, cell.isoformat(), formats[ColumnKind.TEXT])
        else:
            sheet.write_datetime(*at, cell, formats[column.kind])
    else:
        sheet.write_number(*at, cell, formats[column.kind])


def _text(text: str) -> str:
    whole = _NO_XML.sub("\ufffd", text)
    return whole if len(whole) <= MOST_LETTERS else whole[: MOST_LETTERS - 1] + "…"


def _width(table: Table, place: int) -> int:
    longest = max((len(str(row[place] or "")) for row in table.rows), default=0)
    return min(WIDEST, max(longest, len(table.columns[place].label)) + 2)


def _names(tables: Iterable[Table]) -> list[str]:
    """Return names that the format takes: short, without its own signs, each once."""
    taken: dict[str, str] = {}
    for number, table in enumerate(tables, 1):
        name = _NO_NAME.sub(" ", table.name).strip(" '")[:MOST_IN_A_NAME].strip(" '")
        if not name or name.casefold() in taken or name.casefold() == "history":
            end = f" {number}"
            name = (name or "Sheet")[: MOST_IN_A_NAME - len(end)] + end
        taken[name.casefold()] = name
    return list(taken.values())
