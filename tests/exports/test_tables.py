"""Spreadsheets that leave: what was written is read back as it was, and never as a formula."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from immtrac_desk.exports.csv_out import GUARD, csv_bytes, guarded
from immtrac_desk.exports.table import Column, ColumnKind, Table
from immtrac_desk.exports.xlsx_out import MOST_LETTERS, xlsx_bytes

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u200b=1",
    "\u00a0-1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    '=HYPERLINK("http://example.org")',
    "=cmd|' /C calc'!A0",
)
COLUMNS = (
    Column("name", "Name"),
    Column("doses", "Doses", ColumnKind.NUMBER),
    Column("given_on", "Given", ColumnKind.DATE),
)
letters = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
hostile = st.one_of(letters, st.sampled_from(FORMULAS), st.builds("".join, st.lists(letters)))


def one(text: str) -> Table:
    return Table("List", (Column("text", "Text"),), ((text,),))


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_xlsx(data: bytes) -> list[Any]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [cell for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row]


@given(hostile)
def test_any_text_comes_back_from_a_csv_and_begins_no_formula(text: str) -> None:
    back = read_csv(csv_bytes(one(text)))[1:]
    # A line with nothing in it is a line without cells.
    found = back[0][0] if back and back[0] else ""
    assert found in (text, GUARD + text)
    assert not found.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_be_a_formula_is_guarded_once_and_again_if_it_was(text: str) -> None:
    assert guarded(text) == GUARD + text
    assert guarded(GUARD + text) == GUARD + GUARD + text


@pytest.mark.parametrize(
    "text", ["", "Ana", "O'Neil", "'tis", "Pérez-Díaz", "a=b", "1-2", "Nguyễn"]
)
def test_what_cannot_be_one_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(hostile)
def test_any_text_comes_back_from_a_workbook_as_text(text: str) -> None:
    for cell in read_xlsx(xlsx_bytes([one(text)])):
        if text:
            assert (cell.data_type, cell.number_format) == ("s", "@")
        else:
            assert cell.value is None
        assert cell.hyperlink is None


@given(hostile.filter(lambda text: text.isprintable()))
@example("_x0041_=_x000D_")
def test_printed_text_is_letter_by_letter_what_was_written(text: str) -> None:
    assert [cell.value or "" for cell in read_xlsx(xlsx_bytes([one(text)]))] in ([text], [])


def test_a_heading_is_guarded_as_a_cell_is() -> None:
    table = Table("=List", (Column("a", "=1+1"),))
    assert read_csv(csv_bytes(table)) == [["'=1+1"]]
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([table]))).active
    assert sheet is not None
    assert (sheet["A1"].data_type, sheet["A1"].value) == ("s", "=1+1")


def test_numbers_and_days_keep_their_kind() -> None:
    rows = (("Ana", -3, date(2026, 11, 22)), ("Bo", 0.5, None), ("Cy", None, date(1899, 2, 3)))
    table = Table("List", COLUMNS, rows)
    assert read_csv(csv_bytes(table))[1:] == [
        ["Ana", "-3", "2026-11-22"],
        ["Bo", "0.5", ""],
        ["Cy", "", "1899-02-03"],
    ]
    cells = read_xlsx(xlsx_bytes([table]))
    assert [cell.value for cell in cells[:2]] == ["Ana", -3]
    assert (cells[2].is_date, cells[2].value.date()) == (True, date(2026, 11, 22))
    assert cells[8].value == "1899-02-03"  # the format counts no day before 1900


def test_a_csv_is_utf8_with_its_mark_and_quotes_what_needs_it() -> None:
    table = Table("List", (Column("a", "A"), Column("b", "B")), (('x,"y"', "line\r\ntwo"),))
    assert csv_bytes(table) == b'\xef\xbb\xbfA,B\r\n"x,""y""","line\r\ntwo"\r\n'


def test_half_a_letter_of_a_broken_answer_does_not_stop_the_rest() -> None:
    table = Table("List", (Column("a", "A"),), (("a\ud800b",), ("next",)))
    assert [row[0] for row in read_csv(csv_bytes(table))[1:]] == ["a?b", "next"]
    assert [cell.value for cell in read_xlsx(xlsx_bytes([table]))] == ["a\ufffdb", "next"]


def test_an_endless_text_is_cut_where_the_format_ends_and_says_so() -> None:
    whole, longer = "x" * MOST_LETTERS, "x" * (MOST_LETTERS + 1)
    assert read_xlsx(xlsx_bytes([one(whole)]))[0].value == whole
    cut = read_xlsx(xlsx_bytes([one(longer)]))[0].value
    assert len(cut) == MOST_LETTERS
    assert cut.endswith("…")


def test_the_same_tables_give_the_same_bytes_and_a_sheet_each() -> None:
    names = ("Lists: a/b", "lists  a b", "x" * 40, "x" * 40, "", "History", "'quoted'")
    tables = [Table(name, COLUMNS, (("=A1", 1, date(2026, 1, 2)),)) for name in names]
    made = xlsx_bytes(tables)
    assert made == xlsx_bytes(tables)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert len(set(book.sheetnames)) == len(tables)
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref for sheet in book)


def test_a_workbook_is_made_in_memory_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    rows = tuple((f"Client {number}",) for number in range(5_000))
    assert len(read_xlsx(xlsx_bytes([Table("List", (Column("a", "A"),), rows)]))) == 5_000


@pytest.mark.parametrize(
    "row",
    [
        ("Ana", 1),
        ("Ana", "1", None),
        (1, 1, None),
        ("Ana", True, None),
        ("Ana", float("nan"), None),
        ("Ana", float("inf"), None),
        ("Ana", 1, "2026-01-01"),
    ],
)
def test_a_cell_of_another_kind_is_refused(row: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="row 1"):
        Table("List", COLUMNS, (row,))
