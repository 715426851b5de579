"""What the reports show: pictures, tables whose every number has a key, and the catalogues."""

from dataclasses import dataclass
from datetime import date

from forms.charts.chart import Chart
from immtrac_desk.domain.agreement import DutyConfirmed
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.registry_report import CatalogueEntry
from immtrac_desk.law.duties import Duty

__all__ = [
    "CatalogueLine",
    "LeverLine",
    "ReportAsked",
    "ReportCell",
    "ReportPicture",
    "ReportTable",
]


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """Which report, of which days (both included) and site; None is all of them."""

    name: str
    first: date
    last: date
    site: OrganizationId | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ReportCell:
    """One cell: a number, a day or a word. `key` "" where no list is behind it."""

    value: str | int | float | date | None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """One table beneath the pictures; the first of `heads` stands above the names of the rows."""

    id: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[ReportCell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPicture:
    """One report for a period and a site, in the words of one language."""

    name: str
    title: str
    language: str
    first: date
    last: date
    site: str
    """The site's name, "" for all of them."""
    charts: tuple[Chart, ...]
    tables: tuple[ReportTable, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueLine:
    """One report that the clinic receives, with the words that are shown for it.

    `built_in` False: an entry of the clinic's own. `mark` says how sure its name is.
    """

    entry: CatalogueEntry
    name: str
    what_for: str
    sent_by: str
    frequency: str
    what_we_do: str
    mark: str
    built_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverLine:
    """One thing that raises a rating, and who found it done last; never calculated."""

    duty: Duty
    confirmed: DutyConfirmed | None
