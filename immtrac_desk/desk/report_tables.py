"""A report's tables: from what was counted to rows of cells, for the screen, paper and files."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from forms.report_entries import ReportTable as PaperTable
from immtrac_desk.desk.report_pictures import ReportCell, ReportTable
from immtrac_desk.desk.report_read import Figures
from immtrac_desk.desk.report_words import ReportWords
from immtrac_desk.exports.table import Column, ColumnKind, Table
from immtrac_desk.figures.birthdays import day_of
from immtrac_desk.figures.cross import WHOLE, Cross


def tables_of(figures: Figures, words: ReportWords) -> tuple[ReportTable, ...]:
    """Return one table for each cross table, with sums where there is more than one to add."""
    found = tuple(_table(one, words) for one in figures.crosses)
    if figures.stands:
        found = (*found[:1], _agreements(figures, words))
    return (*found, *_between(figures, words))


def paper_table(table: ReportTable) -> PaperTable:
    """Return the table as the printed report takes it."""
    numeric = tuple(_numeric(table, at) for at in range(len(table.heads)))
    rows = tuple(tuple(_written(cell.value) for cell in row) for row in table.rows)
    return PaperTable(title=table.title, heads=table.heads, rows=rows, numeric=numeric)


def sheet_table(table: ReportTable) -> Table:
    """Return the table as a spreadsheet takes it: numbers as numbers, days as days."""
    columns = tuple(Column(f"c{at}", head, _kind(table, at)) for at, head in enumerate(table.heads))
    rows = tuple(tuple(cell.value for cell in row) for row in table.rows)
    return Table(table.title, columns, rows)


def _table(one: Cross, words: ReportWords) -> ReportTable:
    columns = [c for c in one.columns if one.id in _EVERY_COLUMN or one.count(WHOLE, c)]
    heads = [words.say(f"corner.{one.id}"), *(words.label(one.id, code) for code in columns)]
    if len(columns) != 1:
        heads.append(words.say("total"))
        columns.append(WHOLE)
    rows = [_row(one, row, columns, _label(one, row, words)) for row in one.rows]
    if len(one.rows) > 1 and one.id not in _NO_SUM:
        rows.append(_row(one, WHOLE, columns, words.say("total")))
    title = words.say(f"table.{one.id}")
    return ReportTable(id=one.id, title=title, heads=tuple(heads), rows=tuple(rows))


_NO_SUM = frozenset({"funnel", "birthdays"})
"""Steps are not to be added, for whoever signed was asked before; a column of days has no sum."""


_EVERY_COLUMN = frozenset({"staff", "birthdays"})
"""A month without work, and nobody waiting, say something too."""


def _label(one: Cross, row: str, words: ReportWords) -> str | date:
    if one.id == "birthdays":
        return day_of(row)
    return row if one.id in _OF_PEOPLE else words.label(one.id, row)


_OF_PEOPLE = frozenset({"staff", "staff_acts"})
"""Their rows are names, whatever word a name may happen to be."""


def _row(one: Cross, row: str, columns: Sequence[str], label: str | date) -> tuple[ReportCell, ...]:
    numbers = ((one.count(row, column), one.key(row, column)) for column in columns)
    return (ReportCell(label), *(ReportCell(n, key if n else "") for n, key in numbers))


def _agreements(figures: Figures, words: ReportWords) -> ReportTable:
    heads = tuple(words.say(f"agreements_head.{code}") for code in ("site", "state", "due"))
    rows = tuple(
        (
            ReportCell(one.name),
            ReportCell(words.label("agreements", one.state), f"agreements|{one.state}|sites"),
            ReportCell(one.due),
        )
        for one in figures.stands
    )
    title = words.say("table.agreements")
    return ReportTable(id="agreements", title=title, heads=heads, rows=rows)


def _between(figures: Figures, words: ReportWords) -> Iterator[ReportTable]:
    if not figures.between:
        return
    heads = tuple(words.say(f"between_head.{c}") for c in ("step", "middle", "least", "most"))
    rows = tuple(
        (
            ReportCell(words.say(f"between_step.{step}")),
            ReportCell(one.middle),
            ReportCell(one.least),
            ReportCell(one.most),
        )
        for step, one in zip(("signing", "effect"), figures.between, strict=True)
    )
    yield ReportTable(id="between", title=words.say("table.between"), heads=heads, rows=rows)


def _cells(table: ReportTable, at: int) -> Iterable[object]:
    return (row[at].value for row in table.rows if row[at].value is not None)


def _numeric(table: ReportTable, at: int) -> bool:
    return _kind(table, at) is ColumnKind.NUMBER


def _kind(table: ReportTable, at: int) -> ColumnKind:
    kinds = {type(value) for value in _cells(table, at)}
    if kinds and kinds <= {int, float}:
        return ColumnKind.NUMBER
    return ColumnKind.DATE if kinds == {date} else ColumnKind.TEXT


def _written(value: str | float | date | None) -> str:
    if value is None:
        return "–"
    if isinstance(value, date):
        return f"{value:%m/%d/%Y}"
    return f"{value:g}" if isinstance(value, float) else str(value)
