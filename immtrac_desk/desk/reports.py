"""The counter's room for reports: seven pictures with their numbers, TIPS, and the catalogues."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from forms.charts.chart import Chart
from forms.report_entries import Report
from immtrac_desk.desk.catalogues import CatalogueShelf
from immtrac_desk.desk.consent_view import pure_occasion
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.letter_pictures import ListLine
from immtrac_desk.desk.report_charts import charts_of
from immtrac_desk.desk.report_pictures import ReportAsked, ReportPicture
from immtrac_desk.desk.report_read import REPORTS, Asked, Figures, read_figures
from immtrac_desk.desk.report_tables import paper_table, sheet_table, tables_of
from immtrac_desk.desk.report_words import ReportWords
from immtrac_desk.desk.tips import TipsShelf
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import DeskError, InputError
from immtrac_desk.exports.csv_out import csv_bytes
from immtrac_desk.exports.xlsx_out import xlsx_bytes
from immtrac_desk.figures.cross import Counted, find
from immtrac_desk.figures.people import Period
from immtrac_desk.paperwork.report_paper import draw_chart, draw_report
from immtrac_desk.sayings import LANGUAGES
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.report_out import HandOut, hand_out
from immtrac_desk.store.unit_of_work import UnitOfWork

__all__ = ["REPORTS", "ReportsRoom"]

_KEPT = 8
"""How many reports are kept as counted, for the list behind a number of the one on the screen."""


MOST_DAYS = 366 * 5
"""A period of more is a mistyped year."""


@dataclass(slots=True)
class ReportsRoom(CatalogueShelf, TipsShelf):
    """Everything one may ask of many clients at once, and what others report of the clinic.

    `picture`, `pdf`, `sheet` and `behind` read the whole vault: called off the event loop.
    """

    corridor: Corridor
    _counted: dict[tuple[str, Asked], Figures] = field(default_factory=dict)
    _bells: int = 0

    def __post_init__(self) -> None:
        self.corridor.keepers.append(self._forget)

    def names(self) -> tuple[str, ...]:
        """Return the seven reports, in the order they are shown."""
        return REPORTS

    def picture(self, asked: ReportAsked) -> ReportPicture:
        """Return one report.

        Clients whose site nobody said count to the clinic itself. Raises InputError
        `report.unknown`, `report_period.wrong`, `packet.language`; DeskError
        `organization.unknown`.
        """
        if asked.language not in LANGUAGES:
            raise InputError("packet.language", "language")
        question = self._checked(asked)
        figures = self._figures(asked.name, question)
        return self._picture(asked, question.period, figures)

    def behind(self, asked: ReportAsked, key: str) -> tuple[ListLine, ...]:
        """Return the list behind a number, empty for a key that the report does not have."""
        found = find(self._figures(asked.name, self._checked(asked)).crosses, key)
        ids = {one.client_id for one in found if one.client_id is not None}
        clients = self.corridor.read(lambda uow: uow.clients.many(ids))
        lines = []
        for one in found:
            client = clients.get(one.client_id) if one.client_id else None
            line = _line(one)
            if client is not None:
                line = replace(line, name=client.name.shown, born_on=client.born_on)
            lines.append(line)
        return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.since or date.min)))

    def chart_page(self, chart: Chart, wide: float, high: float, *, dark: bool = False) -> bytes:
        """Return a picture as a PDF page of `wide` by `high` points: the drawing that prints."""
        return draw_chart(chart, wide, high, dark=dark)

    def pdf(self, asked: ReportAsked) -> bytes:
        """Return the report as a PDF with the same pictures, and log it. Raises as `picture`."""
        shown = self.picture(asked)

        def draw(_: UnitOfWork, occasion: Occasion) -> tuple[bytes, int]:
            return draw_report(_on_paper(shown, occasion)), _rows(shown)

        return self._hand_out(asked, "pdf", draw)

    def sheet(self, asked: ReportAsked, kind: str = "xlsx") -> bytes:
        """Return the tables of the report as `xlsx`, or the first as `csv`, and log it."""
        shown = self.picture(asked)
        tables = [sheet_table(one) for one in shown.tables]

        def draw(_: UnitOfWork, __: Occasion) -> tuple[bytes, int]:
            made = csv_bytes(tables[0]) if kind == "csv" else xlsx_bytes(tables)
            return made, _rows(shown)

        return self._hand_out(asked, kind if kind in ("csv", "xlsx") else "", draw)

    def _checked(self, asked: ReportAsked) -> Asked:
        if asked.name not in REPORTS:
            raise InputError("report.unknown", "name")
        if asked.last < asked.first or (asked.last - asked.first).days > MOST_DAYS:
            raise InputError("report_period.wrong", "last")
        period = Period(first=asked.first, last=asked.last, today=self.corridor.today())
        return Asked(period=period, site=asked.site)

    def _figures(self, name: str, asked: Asked) -> Figures:
        kept = self._counted.get((name, asked))
        if kept is not None:
            return kept
        rung, now = self._bells, pure_occasion(self.corridor)
        found = self.corridor.read(lambda uow: read_figures(name, asked, uow, now))
        if rung == self._bells:  # else somebody wrote meanwhile: true for this answer alone
            latest = list(self._counted.items())[1 - _KEPT :]
            self._counted = {**dict(latest), (name, asked): found}
        return found

    def _picture(self, asked: ReportAsked, period: Period, figures: Figures) -> ReportPicture:
        sites = self.corridor.read(lambda uow: uow.organizations.all())
        names = {str(one.id): one.name for one in sites}
        if asked.site is not None and asked.site not in names:
            raise DeskError("organization.unknown")
        words = ReportWords(language=asked.language, report=asked.name, names=names)
        return ReportPicture(
            name=asked.name,
            title=words.title,
            language=asked.language,
            first=asked.first,
            last=asked.last,
            site=names[asked.site] if asked.site else "",
            charts=charts_of(figures, period, words),
            tables=tables_of(figures, words),
            notes=_notes(words, period),
        )

    def _hand_out(
        self,
        asked: ReportAsked,
        kind: str,
        draw: Callable[[UnitOfWork, Occasion], tuple[bytes, int]],
    ) -> bytes:
        command = HandOut(
            act="report_exported",
            what=asked.name,
            file_kind=kind,
            language=asked.language,
            draw=draw,
        )
        return self.corridor.perform("export", hand_out, command)

    def _forget(self, changes: Changes) -> None:
        if changes != Changes():
            self._bells += 1
            self._counted = {}


def _notes(words: ReportWords, period: Period) -> tuple[str, ...]:
    told = [words.say(f"note.{words.report}")]
    if period.end < period.last:
        told.append(words.say("note.not_over", today=words.day(period.today)))
    return tuple(told)


def _line(one: Counted) -> ListLine:
    return ListLine(
        name=one.name,
        client_id=one.client_id,
        since=one.on,
        due=one.due,
        alarm=one.alarm,
        site_id=one.site_id,
        what=one.what,
        at=one.at,
    )


def _rows(shown: ReportPicture) -> int:
    return sum(len(table.rows) for table in shown.tables)


def _on_paper(shown: ReportPicture, occasion: Occasion) -> Report:
    words = ReportWords(language=shown.language, report=shown.name, names={})
    at = f"{occasion.clock_time:%H:%M}"
    stamps = {"practice": occasion.practice, "copy": occasion.actor.role is Role.AUDITOR}
    return Report(
        language=shown.language,
        title=shown.title,
        period=words.say("period", first=words.day(shown.first), last=words.day(shown.last)),
        site=shown.site,
        charts=shown.charts,
        tables=tuple(paper_table(table) for table in shown.tables),
        notes=shown.notes,
        printed=words.say("printed", on=words.day(occasion.today), at=at, who=occasion.actor.name),
        stamps=tuple(stamp for stamp, wanted in stamps.items() if wanted),
    )
