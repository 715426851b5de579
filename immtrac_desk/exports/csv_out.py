"""A table as comma-separated values (RFC 4180), in which no cell can act as a formula."""

import csv
import io
import re

from immtrac_desk.exports.table import Cell, ColumnKind, Table

GUARD = "'"
_ACTS = re.compile(r"'*[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫]")
"""What a spreadsheet may take for the beginning of a formula, half or full width.

Blanks and invisible letters before it count as nothing, as some programs drop them; a guard of
somebody else's counts too, so that taking one guard away always gives the text back.
"""
_CONTROLS = frozenset("\t\r\n")


def csv_bytes(table: Table) -> bytes:
    """Return the table with its headings as UTF-8 with a byte order mark, lines ended by CR LF.

    Text that could act as a formula gets one apostrophe in front (`guarded`). Numbers and days
    (ISO 8601) stand as they are. The same table gives the same bytes.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, dialect="excel", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow([guarded(label) for label in table.headings])
    for row in table.typed():
        writer.writerow([_written(cell, column.kind) for column, cell in row])
    # A byte order mark tells the usual spreadsheet program that it is UTF-8; half of a pair of
    # surrogates, which a broken answer may hold, has no form in UTF-8.
    return out.getvalue().encode("utf-8-sig", "replace")


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet runs it: with one apostrophe in front if it could."""
    acts = text[:1] in _CONTROLS or _ACTS.match(text) is not None
    return GUARD + text if text and acts else text


def _written(cell: Cell, kind: ColumnKind) -> str:
    if cell is None:
        return ""
    if kind is ColumnKind.TEXT:
        assert isinstance(cell, str)  # the table has refused everything else
        return guarded(cell)
    return str(cell)
