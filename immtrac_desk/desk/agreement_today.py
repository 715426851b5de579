"""What the Today page says of site agreements, site by site."""

from collections.abc import Iterator, Sequence
from datetime import date

from immtrac_desk.desk.agreement_days import SOON, SiteDays, days_of_sites
from immtrac_desk.desk.agreement_pictures import AgreementToday
from immtrac_desk.domain.agreement import AgreementState
from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.law.agreement_dates import Rung, latest_rung, next_rung
from immtrac_desk.law.agreement_triggers import Trigger
from immtrac_desk.law.training import TrainingVerdict
from immtrac_desk.services.agreement_all import AllSites
from immtrac_desk.services.application_file import ApplicationFile, findings_of, judged
from immtrac_desk.services.occasion import Occasion

Training = tuple[TrainingVerdict, SitePerson, date]


def today_lines(every: AllSites, on: date, occasion: Occasion) -> tuple[AgreementToday, ...]:
    """Return what asks for attention on `on`; a site where nothing does has no line."""
    lines = [
        line
        for site in days_of_sites(every, on, occasion)
        for line in (*_of_agreement(site), *_of_tvfc(site), *_of_people(site), *_of_tasks(site))
    ]
    for file in every.waiting:
        lines += _of_application(file, on, occasion)
    return tuple(lines)


def _of_agreement(site: SiteDays) -> Iterator[AgreementToday]:
    verdict, ladder = site.verdict, site.occasion.law.agreement_reminders
    due = verdict.due
    if due is None:
        return
    if verdict.state is AgreementState.OVERDUE:
        yield _line(site, "agreement_overdue", "bad", on=due, days=verdict.days_left)
        return
    if verdict.triggers:
        first, count = verdict.triggers[0], len(verdict.triggers)
        yield _line(
            site, "agreement_change_due", "warn", on=first.since, count=count, who=first.who,
            trigger=first,
        )  # fmt: skip
    if latest_rung(due, ladder, site.on) is not None:
        tone = "warn" if verdict.state is AgreementState.DUE_NOW else "good"
        coming = next_rung(due, ladder, site.on)
        yield _line(
            site, "agreement_due", tone, on=due, days=verdict.days_left, next_rung=coming
        )  # fmt: skip


def _of_tvfc(site: SiteDays) -> Iterator[AgreementToday]:
    tvfc = site.tvfc
    if tvfc is not None and (tvfc.rung is not None or tvfc.days_left < 0):
        tone = "bad" if tvfc.days_left < 0 else "warn" if tvfc.days_left <= SOON else "good"
        yield _line(
            site, "tvfc_due", tone, on=tvfc.due, days=tvfc.days_left, next_rung=tvfc.next_rung
        )  # fmt: skip


def _of_people(site: SiteDays) -> Iterator[AgreementToday]:
    ending = [(held, p) for held, p in site.lapsing() if _left(site, held.until_on) <= SOON]
    if ending:
        held, person = ending[0]
        days, count = _left(site, held.until_on), len(ending)
        yield _line(
            site, "role_ending", "warn", on=held.until_on, days=days, count=count,
            who=person.shown, person_id=person.id,
        )  # fmt: skip
    owing = site.training()
    late = [one for one in owing if one[0].state == "overdue"]
    near = [one for one in owing if one not in late and _left(site, one[2]) <= SOON]
    yield from _training(site, "training_overdue", "bad", late)
    yield from _training(site, "training_due", "warn", near)


def _training(
    site: SiteDays, code: str, tone: str, owing: Sequence[Training]
) -> Iterator[AgreementToday]:
    if owing:
        _, person, due = owing[0]
        yield _line(
            site, code, tone, on=due, count=len(owing), who=person.shown, person_id=person.id
        )  # fmt: skip


def _of_tasks(site: SiteDays) -> Iterator[AgreementToday]:
    for task, who, due in site.tasks():
        days = _left(site, due)
        tone = "bad" if days < 0 else "warn"
        yield _line(
            site, "task_due", tone, on=due, days=days, who=who, person_id=task.person_id,
            task=task.what,
        )  # fmt: skip


def _of_application(
    file: ApplicationFile, on: date, occasion: Occasion
) -> Iterator[AgreementToday]:
    told = judged(file, findings_of(file, occasion), on, occasion)
    if told.amber and told.sent_on is not None:
        yield AgreementToday(
            code="application_waiting",
            organization=file.ground.organization,
            days=(on - told.sent_on).days,
            count=1,
            who="",
            on=told.sent_on,
            tone="warn",
            application_id=file.application.id,
        )


def _left(site: SiteDays, day: date | None) -> int:
    return (day - site.on).days if day else 0


def _line(
    site: SiteDays, code: str, tone: str, *, days: int | None = None, count: int = 1,
    who: str = "", on: date | None = None, person_id: PersonId | None = None,
    trigger: Trigger | None = None, next_rung: Rung | None = None, task: str = "",
) -> AgreementToday:  # fmt: skip
    return AgreementToday(
        code=code,
        organization=site.ground.organization,
        days=days,
        count=count,
        who=who,
        on=on,
        tone=tone,
        person_id=person_id,
        trigger=trigger,
        next_rung=next_rung,
        task=task,
    )
