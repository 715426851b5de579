"""The reports room's shelf of TIPS: figures as printed, their picture, and the levers."""

import re
from collections.abc import Iterable
from datetime import date

from forms.charts.chart import Chart, Series
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.report_pictures import LeverLine
from immtrac_desk.desk.report_words import ReportWords
from immtrac_desk.domain.agreement import DutyConfirmed
from immtrac_desk.domain.ids import OrganizationId, TipsReadingId
from immtrac_desk.domain.registry_report import TipsReading
from immtrac_desk.figures.cross import month_of, months_of
from immtrac_desk.law.duties import Duty
from immtrac_desk.law.report_catalogue import Lever, levers
from immtrac_desk.paperwork.report_words import report_words
from immtrac_desk.services.duties import ConfirmDuty, confirm_lever
from immtrac_desk.services.tips_keep import keep_tips, void_tips
from immtrac_desk.store.unit_of_work import UnitOfWork

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


class TipsShelf:
    """What a Texas Immunization Provider Summary says; nothing is calculated or foretold."""

    __slots__ = ()
    corridor: Corridor

    def tips(self, organization_id: OrganizationId) -> tuple[TipsReading, ...]:
        """Return a site's figures by month and measure, without those entered in error."""
        found = self.corridor.read(lambda uow: uow.tips.of_site(organization_id))
        return tuple(one for one in found if not one.voided)

    def new_tips(self, organization_id: OrganizationId) -> TipsReading:
        """Return an empty figure of this month with a fresh id; nothing is saved."""
        return TipsReading(
            id=TipsReadingId(self.corridor.make_id()),
            organization_id=organization_id,
            month=self.corridor.today().replace(day=1),
            measure="",
            value="",
            noted_at=self.corridor.clock(),
            by=self.corridor.actor.id,
        )

    def keep_tips(self, reading: TipsReading) -> TipsReading:
        """File a figure as printed; one of the same month and measure takes the earlier's place.

        Raises InputError beside `month`, `measure` or `value`.
        """
        return self.corridor.perform("keep_tips", keep_tips, reading)

    def void_tips(self, reading_id: TipsReadingId) -> TipsReading:
        """Take a figure out that was entered in error. DeskError `tips.unknown`."""
        return self.corridor.perform("keep_tips", void_tips, reading_id)

    def tips_charts(
        self, organization_id: OrganizationId, language: str = "en"
    ) -> tuple[Chart, ...]:
        """Return one picture for each measure that was printed as a number, by month."""
        found = self.tips(organization_id)
        words = ReportWords(language=language, report="tips", names={})
        measures = dict.fromkeys(one.measure.casefold() for one in found)
        charts = (
            _chart([one for one in found if one.measure.casefold() == measure], words)
            for measure in measures
        )
        return tuple(chart for chart in charts if chart is not None)

    def levers(self, organization_id: OrganizationId) -> tuple[LeverLine, ...]:
        """Return what a rating is believed to rest on, with who found each done last."""

        def read(uow: UnitOfWork) -> tuple[LeverLine, ...]:
            latest = uow.duties.latest(uow.organizations.get(organization_id).id)
            return tuple(
                LeverLine(duty=_duty(one), confirmed=latest.get(one.id)) for one in levers()
            )

        return self.corridor.read(read)

    def confirm_lever(
        self, organization_id: OrganizationId, lever_id: str, on: date, note: str = ""
    ) -> DutyConfirmed:
        """Note that a lever was found done on a day. InputError `date.future` beside `on`."""
        command = ConfirmDuty(organization_id=organization_id, duty=lever_id, on=on, note=note)
        return self.corridor.perform("keep_tips", confirm_lever, command)


def number_in(text: str) -> float | None:
    """Return the number that a printed figure begins with (`87 %`, `1,204`), None without one."""
    found = _NUMBER.match(_THOUSANDS.sub("", text.strip()))
    return float(found.group().replace(",", ".")) if found else None


def _chart(found: Iterable[TipsReading], words: ReportWords) -> Chart | None:
    readings = [(one, number) for one in found if (number := number_in(one.value)) is not None]
    if not readings:
        return None
    by_month = {month_of(one.month): number for one, number in readings}
    months = months_of(min(one.month for one, _ in readings), max(one.month for one, _ in readings))
    measure = readings[-1][0].measure
    percent = all(one.value.rstrip().endswith("%") for one, _ in readings)
    return Chart(
        id="tips",
        kind="line",
        title=measure,
        alt=words.say("alt.tips", measure=measure, count=len(readings)),
        language=words.language,
        labels=tuple(words.label("tips", month) for month in months),
        series=(Series(name=measure, values=tuple(by_month.get(month) for month in months)),),
        unit="%" if percent else "",
        empty=words.say("empty.tips"),
    )


def _duty(one: Lever) -> Duty:
    return Duty(
        id=one.id,
        what=report_words("en").say(f"catalogue_lever.{one.id}"),
        what_es=report_words("es").say(f"catalogue_lever.{one.id}"),
        citation=one.citation,
        mark=one.mark,
    )
