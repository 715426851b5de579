"""A report on letter pages: the pictures first, the tables beneath, the notes at the end."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from forms.charts.page import chart_piece
from forms.flow import Run, runs
from forms.page import GAP, MEASURE
from forms.plain_page import PageHead, pages_pdf
from forms.plain_pieces import heading, note, paragraph
from forms.report_entries import Report, ReportTable
from forms.shown import shown
from forms.tables import LABEL, SIZE, Cell, Row, Table, table_runs
from forms.typeface import REGULAR, load, width
from forms.word_table import word_table

_WORDS = Path(__file__).parent / "report_pages.toml"
_PICTURE = 620.0
"""The highest that a picture stands: it has a page to itself then."""
_LEAST, _SHORT, _MOST, _EDGE = 20.0, 110.0, 230.0, GAP + 1
_LABELS = (LABEL, 6.3)


def report_pdf(report: Report) -> bytes:
    """Return the report as a PDF; the same report gives the same bytes.

    Raises ValueError for another language than `en` and `es`, or a stamp there is none of.
    """
    load()
    words = word_table(_WORDS, report.language)
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
    for part in _parts(table):
        rows = zip(*(column.cells for column in part), strict=True)
        yield from table_runs(
            Table(
                tuple(column.head for column in part),
                _shares(part),
                tuple(Row(tuple(map(Cell, row))) for row in rows),
                frozenset(at for at, column in enumerate(part) if column.numeric),
                part[0].label,
            )
        )


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as it is set. Heads may wrap; cells do so only where they are long."""

    head: str
    cells: tuple[str, ...]
    numeric: bool
    label: float
    """The size of the head."""

    @property
    def least(self) -> float:
        """The width below which a word would be broken, or a short text wrapped."""
        words = [width(word, REGULAR, self.label) for word in self.head.split(" ")]
        words += [width(word, REGULAR, SIZE) for text in self.cells for word in text.split(" ")]
        whole = [width(text, REGULAR, SIZE) for text in self.cells]
        return min(max(*words, *(wide for wide in whole if wide < _SHORT), _LEAST), _MOST) + _EDGE

    @property
    def best(self) -> float:
        """The width at which nothing wraps, within bounds."""
        whole = [width(text, REGULAR, SIZE) for text in self.cells]
        return min(max(width(self.head, REGULAR, self.label), *whole, _LEAST), _MOST) + _EDGE


def _columns(table: ReportTable, label: float) -> list[_Column]:
    numeric = (*table.numeric, *(False for _ in table.heads))
    columns = zip(table.heads, *table.rows, strict=True)
    return [
        _Column(shown(head), tuple(map(shown, cells)), is_number, label)
        for (head, *cells), is_number in zip(columns, numeric, strict=False)
    ]


def _parts(table: ReportTable) -> list[list[_Column]]:
    """Return the columns as one table, with smaller heads where that is enough, else as several.

    Each of several begins with the first column, and they share the others evenly.
    """
    for label in _LABELS:
        first, *others = _columns(table, label)
        whole = sum(column.least for column in others)
        if first.least + whole <= MEASURE:
            return [[first, *others]]
    count = min(math.ceil(whole / max(MEASURE - first.least, 1)), len(others))
    step = math.ceil(len(others) / count)
    return [[first, *others[at : at + step]] for at in range(0, len(others), step)]


def _shares(columns: list[_Column]) -> tuple[float, ...]:
    """Return the widths: the least of each, and the room that is left to those that ask more."""
    least = [column.least for column in columns]
    asked = [column.best - wide for column, wide in zip(columns, least, strict=True)]
    share = max(MEASURE - sum(least), 0) / sum(asked) if any(asked) else 0.0
    pairs = zip(least, asked, strict=True)
    return tuple(wide + more * min(share, 1.0) for wide, more in pairs)
