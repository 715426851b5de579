"""A report on letter pages: the pictures first, the tables beneath, the notes at the end."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from forms.charts.page import chart_piece
from forms.flow import Run, runs
from forms.page import GAP, MEASURE
from forms.plain_page import PageHead, pages_pdf
from forms.plain_pieces import heading, note, paragraph
from forms.report_entries import Report, ReportTable
from forms.shown import shown
from forms.tables import SIZE, Cell, Row, Table, table_runs
from forms.typeface import REGULAR, load, width

_WORDS = Path(__file__).parent / "report_pages.toml"
_PICTURE = 620.0
"""The highest that a picture stands: it has a page to itself then."""
_LEAST, _MOST = 30.0, 240.0


def report_pdf(report: Report) -> bytes:
    """Return the report as a PDF; the same report gives the same bytes.

    Raises ValueError for another language than `en` and `es`, or a stamp there is none of.
    """
    load()
    words = _words(report.language)
    head = PageHead(
        language=report.language,
        kicker=words["kicker"],
        title=report.title,
        under=report.period,
        whose=report.site or words["all_sites"],
        honest=words["honest"],
        printed=report.printed,
        stamps=report.stamps,
    )
    return pages_pdf(head, tuple(_content(report, words)))


def _content(report: Report, words: dict[str, str]) -> Iterator[Run]:
    for chart in report.charts:
        bare = replace(chart, title="") if chart.title == report.title else chart
        yield Run(chart_piece(bare, _PICTURE))
    for table in report.tables:
        yield from _table(table, words)
    if report.notes:
        yield Run(heading(words["notes"]))
        for text in report.notes:
            yield from runs(note(text))


def _table(table: ReportTable, words: dict[str, str]) -> Iterator[Run]:
    if table.title:
        yield Run(heading(table.title))
    if not table.rows:
        yield from runs(paragraph(words["nothing"]))
        return
    numeric = frozenset(at for at, is_number in enumerate(table.numeric) if is_number)
    rows = tuple(Row(tuple(Cell(shown(text)) for text in row)) for row in table.rows)
    heads = tuple(shown(text) for text in table.heads)
    yield from table_runs(Table(heads, _shares(table), rows, numeric))


def _shares(table: ReportTable) -> tuple[float, ...]:
    """Return the widths of the columns: no word is broken as long as there is room for all."""
    columns = [
        [shown(text) for text in column] for column in zip(table.heads, *table.rows, strict=True)
    ]
    needed = [max(_wide(word) for text in column for word in text.split(" ")) for column in columns]
    asked = [min(max(map(_wide, column)), _MOST) for column in columns]
    wanted = [max(ask - need, 0) for need, ask in zip(needed, asked, strict=True)]
    spare = max(MEASURE - sum(needed), 0)
    share = min(1.0, spare / sum(wanted)) if sum(wanted) else 0.0
    return tuple(need + want * share for need, want in zip(needed, wanted, strict=True))


def _wide(text: str) -> float:
    return max(width(text, REGULAR, SIZE) + GAP + 1, _LEAST)


@cache
def _words(language: str) -> dict[str, str]:
    tables = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    if language not in tables:
        raise ValueError("no such language")
    return dict(tables[language])
