"""TIPS as it is printed: figures typed in by month, drawn over months, never calculated."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import OrganizationId, TipsReadingId
from immtrac_desk.domain.rights import may
from immtrac_desk.errors import InputError
from ui.presenters.why import basis_words
from ui.wording import Wording

if TYPE_CHECKING:
    from forms.charts.chart import Chart
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.report_pictures import LeverLine
    from immtrac_desk.domain.registry_report import TipsReading

_MONTH = re.compile(r"\s*(\d{1,4})\s*[-/. ]\s*(\d{1,4})\s*\Z")
_FIRST_YEAR = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class TipsTyped:
    """The form as typed."""

    month: str
    measure: str
    value: str
    rating: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TipsRow:
    """One figure in words; `cells` stand in the order of the table's columns."""

    id: TipsReadingId
    measure: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverWords:
    """One lever: what to do, who found it done when, where it is from."""

    id: str
    what: str
    done: str
    source: str
    confirmed: bool


class TipsPresenter:
    """One site at a time; reads anew at each `read`."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self.site = OrganizationId("")
        self.readings: tuple[TipsReading, ...] = ()
        self.may_keep = may(desk.actor.role, "keep_tips")

    def sites(self) -> tuple[tuple[str, str], ...]:
        return tuple((one.id, one.name) for one in self._desk.roster.organizations())

    def read(self) -> tuple[TipsRow, ...]:
        """The figures of the site, the newest month first."""
        found = self._desk.reports.tips(self.site) if self.site else ()
        self.readings = tuple(sorted(found, key=lambda one: (-one.month.toordinal(), one.measure)))
        return tuple(self._row(one) for one in self.readings)

    def save(self, typed: TipsTyped) -> "TipsReading":
        """Keep one figure as printed; nothing is calculated from it. InputError beside the field
        that cannot stand."""
        reading = replace(
            self._desk.reports.new_tips(self.site),
            month=parse_month(typed.month),
            measure=typed.measure,
            value=typed.value,
            rating=typed.rating,
        )
        return self._desk.reports.keep_tips(reading)

    def void(self, reading_id: TipsReadingId) -> None:
        """Take back a figure that was noted by mistake."""
        self._desk.reports.void_tips(reading_id)

    def chart(self, measure: str) -> "Chart | None":
        """One measure over the months; None where it was never printed as a number."""
        drawn = self._desk.reports.tips_charts(self.site, self._tr.language)
        return next((one for one in drawn if one.title.casefold() == measure.casefold()), None)

    def month_words(self, month: date) -> str:
        return f"{self._tr.say(f'date.month_short.{month.month}')} {month.year}"

    # -- levers ----------------------------------------------------------------------------

    def levers(self) -> tuple[LeverWords, ...]:
        """What raises a rating, and who found each done at this site last."""
        lines = self._desk.reports.levers(self.site) if self.site else ()
        return tuple(self._lever(line) for line in lines)

    def confirm(self, lever: str) -> None:
        """Somebody found a lever done today."""
        self._desk.reports.confirm_lever(self.site, lever, self._desk.today())

    def _lever(self, line: "LeverLine") -> LeverWords:
        done, say = line.confirmed, self._tr.say
        on = self._tr.long_date(done.on) if done else ""
        told = say("duties.confirmed", who=done.by_name, on=on) if done else ""
        basis = basis_words(line.duty.citation, line.duty.mark, self._tr)
        return LeverWords(
            id=line.duty.id,
            what=line.duty.what_es if self._tr.language == "es" else line.duty.what,
            done=told or say("duties.not_confirmed"),
            source=say("duties.source", basis=basis),
            confirmed=done is not None,
        )

    def _row(self, one: "TipsReading") -> TipsRow:
        cells = (self.month_words(one.month), one.measure, one.value, one.rating)
        return TipsRow(id=one.id, measure=one.measure, cells=cells)


def parse_month(typed: str) -> date:
    """`10/2026`, `2026-10` and `10.26` are October 2026. InputError `tips_page.not_a_month`."""
    found = _MONTH.match(typed)
    if found is None:
        raise InputError("tips_page.not_a_month", "month")
    one, other = (int(part) for part in found.groups())
    month, year = (other, one) if one > 12 else (one, other)
    year = year + _FIRST_YEAR if year < 100 else year
    if not 1 <= month <= 12 or not _FIRST_YEAR <= year <= 2100:
        raise InputError("tips_page.not_a_month", "month")
    return date(year, month, 1)
