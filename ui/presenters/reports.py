"""Reports: seven pictures for a period and a site, their numbers, the lists behind them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import ClientId, OrganizationId
from immtrac_desk.domain.rights import may
from ui.presenters.report_numbers import shown
from ui.presenters.report_period import Period, period_of
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.letter_pictures import ListLine
    from immtrac_desk.desk.report_pictures import ReportAsked, ReportPicture


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindRow:
    """One line of the list behind a number; `client_id` None where it is about no client."""

    key: str
    cells: tuple[str, ...]
    client_id: ClientId | None
    site_id: OrganizationId | None


class ReportsPresenter:
    """`picture`, `pdf`, `sheet` and `behind` are slow: called off the event loop."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self.kind = "quarter"
        self.own = period_of("month", desk.today())
        self.site: OrganizationId | None = None
        self.may_export = may(desk.actor.role, "export")

    @property
    def names(self) -> tuple[str, ...]:
        return self._desk.reports.names()

    @property
    def period(self) -> Period:
        return self.own if self.kind == "own" else period_of(self.kind, self._desk.today())

    def asked(self, name: str) -> "ReportAsked":
        """What is asked now about a picture: the same question gives the same picture."""
        # Read late: the window's first paint must not wait for the rooms of reports.
        from immtrac_desk.desk.report_pictures import ReportAsked

        period = self.period
        return ReportAsked(name, period.first, period.last, self.site, self._tr.language)

    def sites(self) -> tuple[tuple[str, str], ...]:
        """Every site that is kept: id and name."""
        return tuple((one.id, one.name) for one in self._desk.roster.organizations())

    # -- slow ------------------------------------------------------------------------------

    def picture(self, asked: "ReportAsked") -> "ReportPicture":
        return self._desk.reports.picture(asked)

    def pdf(self, asked: "ReportAsked") -> bytes:
        """The report as pages, with the same pictures."""
        return self._desk.reports.pdf(asked)

    def sheet(self, asked: "ReportAsked", kind: str) -> bytes:
        """The numbers as `csv` or `xlsx`."""
        return self._desk.reports.sheet(asked, kind)

    def behind(self, asked: "ReportAsked", key: str) -> "tuple[ListLine, ...]":
        """Who or what is counted in a number."""
        return self._desk.reports.behind(asked, key)

    # -- words -----------------------------------------------------------------------------

    def title(self, name: str) -> str:
        return self._tr.say(f"report.title.{name}")

    def says(self, name: str) -> str:
        """The question that a picture answers."""
        return self._tr.say(f"reports_room.answers.{name}")

    def period_words(self) -> str:
        first, last = (self._tr.long_date(day) for day in (self.period.first, self.period.last))
        return self._tr.say("reports_room.period_from_to", first=first, last=last)

    def rows(self, lines: "tuple[ListLine, ...]", key: str) -> tuple[BehindRow, ...]:
        """The list behind the number `key` in words."""
        table = key.partition("|")[0]
        return tuple(self._row(str(at), line, table) for at, line in enumerate(lines))

    def number_words(self, picture: "ReportPicture", key: str) -> str:
        """Which number it is: the name of its line and of its column."""
        for table in picture.tables:
            for row in table.rows:
                at = next((i for i, cell in enumerate(row) if key and cell.key == key), None)
                if at is not None:
                    return f"{shown(row[0].value, self._tr)} · {table.heads[at]}"
        return ""

    def count_words(self, count: int) -> str:
        code = {0: "none", 1: "one"}.get(count, "many")
        return self._tr.say(f"reports_room.behind_count.{code}", count=count)

    def file_name(self, name: str, kind: str) -> str:
        """Which report and which days: nobody's name."""
        period = self.period
        return f"{name}-{period.first.isoformat()}-{period.last.isoformat()}.{kind}"

    def _row(self, key: str, line: "ListLine", table: str) -> BehindRow:
        born = self._tr.short_date(line.born_on) if line.born_on else ""
        return BehindRow(
            key=key,
            cells=(line.name or "…", born, self._when(line), self._what(line, table)),
            client_id=line.client_id,
            site_id=line.site_id,
        )

    def _when(self, line: "ListLine") -> str:
        if line.due:
            return self._tr.say("lists_page.until_day", on=self._tr.short_date(line.due))
        return self._tr.short_date(line.since) if line.since else ""

    def _what(self, line: "ListLine", table: str) -> str:
        """The word of a code: as the report's own table says it, or the book, or a status."""
        places = (f"report.{table}", "audit", "status", "report.any")
        codes = (f"{place}.{line.what}" for place in places)
        said = next((self._tr.say(code) for code in codes if self._tr.has(code)), line.what)
        return f"{said} × {line.count}" if line.count > 1 else said
