"""The next months on one line: agreement, TVFC/ASN, training, role ends, tasks, answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from immtrac_desk.desk.agreement_days import SOON, SiteDays, days_of_sites
from immtrac_desk.desk.agreement_pictures import TimeMark
from immtrac_desk.domain.agreement import ApplicationState
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.law.age import add_months
from immtrac_desk.law.agreement_dates import rungs
from immtrac_desk.services.agreement_all import AllSites
from immtrac_desk.services.application_file import ApplicationFile, findings_of, judged
from immtrac_desk.services.occasion import Occasion

_YEAR = 12
_TASK_ROWS = {"disable_account": "DT-16.7", "tell_dshs_director": "DT-13.director"}


@dataclass(frozen=True, slots=True)
class DatedMark:
    """A mark, and for a reminder how many days before the due date it stands."""

    mark: TimeMark
    days: int = 0


def dated_marks(
    every: AllSites,
    months: int,
    on: date,
    occasion: Occasion,
    organization_id: OrganizationId | None = None,
) -> tuple[DatedMark, ...]:
    """Return the marks of the next `months` from `on`, by day; what is overdue comes first."""
    last = add_months(on, months)
    found = [
        dated
        for site in days_of_sites(every, on, occasion, organization_id)
        for dated in _of_site(site, last)
    ]
    for file in every.waiting:
        if organization_id in (None, file.ground.organization.id):
            found += _of_application(file, on, occasion)
    within = [one for one in found if one.mark.on <= last]
    return tuple(sorted(within, key=_place))


def _place(one: DatedMark) -> tuple[date, str, str, str]:
    return (one.mark.on, one.mark.kind, one.mark.organization.name.casefold(), one.mark.who)


def _of_site(site: SiteDays, last: date) -> Iterator[DatedMark]:
    yield from _of_agreement(site)
    yield from _of_tvfc(site, last)
    for told, person, due in site.training():
        tone = "bad" if told.state == "overdue" else _tone(site, due)
        yield _mark(site, "training", due, tone, told.row, person.shown)
    for held, person in site.lapsing():
        if held.until_on is not None:
            tone = _tone(site, held.until_on)
            yield _mark(site, "role_end", held.until_on, tone, "DT-13.4", person.shown)
    for task, who, due in site.tasks():
        tone = "bad" if due < site.on else "warn"
        yield _mark(site, "task", due, tone, _TASK_ROWS.get(task.what, ""), who)


def _of_agreement(site: SiteDays) -> Iterator[DatedMark]:
    due, verdict = site.verdict.due, site.verdict
    if due is None:
        return
    tone = "warn" if verdict.triggers and due >= site.on else _tone(site, due)
    yield _mark(site, "agreement", due, tone, verdict.row)
    for rung in rungs(due, site.occasion.law.agreement_reminders):
        if rung.on > site.on:
            yield _mark(site, "rung", rung.on, "good", "DT-13.ladder", days=rung.days)


def _of_tvfc(site: SiteDays, last: date) -> Iterator[DatedMark]:
    """The program's own agreement comes every year; the years after the next stay as they are."""
    if site.tvfc is None:
        return
    due, years = site.tvfc.due, 0
    while due <= last:
        tone = _tone(site, due)
        yield _mark(site, "tvfc", due, tone, "DT-13.tvfc")
        years += 1
        due = add_months(site.tvfc.due, _YEAR * years)
        if due <= site.on:
            return


def _of_application(file: ApplicationFile, on: date, occasion: Occasion) -> Iterator[DatedMark]:
    told = judged(file, findings_of(file, occasion), on, occasion)
    if told.state is ApplicationState.SUBMITTED and told.sent_on is not None:
        day = told.sent_on + timedelta(occasion.law.application_amber_days)
        tone, site = "warn" if told.amber else "good", file.ground.organization
        yield DatedMark(_time_mark(site, "application", day, tone, told.row, ""))


def _tone(site: SiteDays, day: date) -> str:
    left = (day - site.on).days
    if left < 0:
        return "bad"
    return "warn" if left <= SOON else "good"


def _mark(
    site: SiteDays, kind: str, on: date, tone: str, row: str, who: str = "", *, days: int = 0
) -> DatedMark:
    return DatedMark(_time_mark(site.ground.organization, kind, on, tone, row, who), days)


def _time_mark(site: Organization, kind: str, on: date, tone: str, row: str, who: str) -> TimeMark:
    return TimeMark(on=on, until=None, kind=kind, organization=site, who=who, tone=tone, row=row)
