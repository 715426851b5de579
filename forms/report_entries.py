"""What a report shows: pictures, tables and notes, as flat texts."""

from dataclasses import dataclass

from forms.charts.chart import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """A table under the pictures. `numeric` says of each column whether it holds numbers."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report. `period` and `printed` (when and by whom) are sentences as they are printed.

    `site` empty: all of them. `stamps` are `practice`, `copy`, `sample`.
    """

    language: str
    title: str
    period: str
    site: str = ""
    charts: tuple[Chart, ...] = ()
    tables: tuple[ReportTable, ...] = ()
    notes: tuple[str, ...] = ()
    printed: str
    stamps: tuple[str, ...] = ()
