"""Where a site's agreement stands (DT-13), and the applications beside it (DT-12)."""

from collections.abc import Iterable
from datetime import date

from immtrac_desk.desk.agreement_pictures import ApplicationLine, SiteLine, Standing, TvfcLine
from immtrac_desk.desk.roster_view import in_order
from immtrac_desk.domain.agreement import ApplicationState, OfficeTask, SiteAgreement
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.law.agreement_dates import latest_rung, next_rung, tvfc_due
from immtrac_desk.law.agreement_state import (
    AgreementFacts,
    AgreementVerdict,
    agreement_on,
    in_force,
)
from immtrac_desk.law.agreement_triggers import ChangedOn, triggers
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.agreement_all import AllSites
from immtrac_desk.services.agreement_ground import SiteGround, read_site
from immtrac_desk.services.application_file import (
    ApplicationFile,
    file_of,
    findings_of,
    judged,
)
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.store.unit_of_work import UnitOfWork

_PERIOD = "agreement.period_months"


def standing_of(
    organization_id: OrganizationId, on: date, uow: UnitOfWork, occasion: Occasion
) -> Standing:
    """Return everything one glance needs. Raises DeskError `organization.unknown`."""
    ground = read_site(organization_id, uow)
    agreement = agreement_on(uow.agreements.of_site(organization_id), on)
    tasks = uow.office_tasks.of_site(organization_id)

    def changed_on(field: str) -> date | None:
        return uow.organizations.changed_on(organization_id, field)

    verdict = verdict_of(ground, agreement, tasks, changed_on, on, occasion.law)
    site, ladder = ground.organization, occasion.law.agreement_reminders
    due = verdict.due
    return Standing(
        organization=site,
        agreement=agreement,
        state=verdict.state,
        row=verdict.row,
        citation=verdict.citation,
        due=due,
        days_left=verdict.days_left,
        triggers=verdict.triggers,
        rung=latest_rung(due, ladder, on) if due else None,
        next_rung=next_rung(due, ladder, on) if due else None,
        tvfc=tvfc_line(site, on, occasion),
        tasks=ground.tasks,
        applications=tuple(_lines(site.id, on, uow, occasion)),
        unconfirmed=_unconfirmed(agreement, uow),
    )


def verdict_of(
    ground: SiteGround,
    agreement: SiteAgreement | None,
    tasks: Iterable[OfficeTask],
    changed_on: ChangedOn,
    on: date,
    law: LawSettings,
) -> AgreementVerdict:
    """Return the state of an agreement on `on`, with what changed since it was approved."""
    site = ground.organization
    people, found = tuple(ground.people.values()), tuple(tasks)
    since = triggers(agreement, site, people, ground.roles, found, changed_on, on)
    facts = AgreementFacts(organization=site, agreement=agreement, triggers=since)
    return in_force(facts, on, law)


def overview_of(
    every: AllSites, on: date, uow: UnitOfWork, occasion: Occasion
) -> tuple[SiteLine, ...]:
    """Return one line for each site, each parent followed by its sub-sites, by name."""
    preparing = _in_preparation(every, on, occasion)
    sites = in_order(ground.organization for ground in every.grounds.values())
    return tuple(
        _site_line(every, every.grounds[site.id], on, preparing.get(site.id), uow, occasion)
        for site in sites
    )


def tvfc_line(site: Organization, on: date, occasion: Occasion) -> TvfcLine | None:
    """Return the vaccine program's own row, None for a site that has none.

    A site without a window of its own has the one that the settings keep for all (OQ-45).
    """
    due, law = tvfc_due(site, on), occasion.law
    if due is None:
        return None
    return TvfcLine(
        due=due,
        days_left=(due - on).days,
        rung=latest_rung(due, law.agreement_reminders, on),
        next_rung=next_rung(due, law.agreement_reminders, on),
        typed=site.tvfc_due_on is not None,
        window=site.tvfc_window or str(occasion.settings["tvfc.window"]),
        enrolled_on=site.tvfc_enrolled_on,
    )


def application_line(file: ApplicationFile, on: date, occasion: Occasion) -> ApplicationLine:
    """Return one application with its state on `on`."""
    verdict = judged(file, findings_of(file, occasion), on, occasion)
    return ApplicationLine(
        application=file.application,
        state=verdict.state,
        row=verdict.row,
        citation=verdict.citation,
        amber=verdict.amber,
        returned=verdict.returned,
        reason=verdict.reason,
        sent_on=verdict.sent_on,
        paper_id=file.signed.paper_id if file.signed else None,
    )


def _lines(
    site: OrganizationId, on: date, uow: UnitOfWork, occasion: Occasion
) -> list[ApplicationLine]:
    """The latest first; what is begun later than `on` is not there yet."""
    begun = [one for one in uow.applications.of_site(site) if one.begun_on <= on]
    files = (file_of(one, uow, occasion) for one in reversed(begun))
    return [application_line(file, on, occasion) for file in files]


def _in_preparation(
    every: AllSites, on: date, occasion: Occasion
) -> dict[OrganizationId, ApplicationState]:
    """The state of the application of each site that was saved last."""
    saved = sorted(every.waiting, key=lambda file: file.application.saved_at or occasion.now)
    return {
        file.ground.organization.id: judged(file, findings_of(file, occasion), on, occasion).state
        for file in saved
    }


def _site_line(
    every: AllSites,
    ground: SiteGround,
    on: date,
    application: ApplicationState | None,
    uow: UnitOfWork,
    occasion: Occasion,
) -> SiteLine:
    site, agreement = ground.organization, ground.agreement
    if agreement is not None and (agreement.approved_on or date.min) > on:
        agreement = agreement_on(uow.agreements.of_site(site.id), on)
    changed_on = every.changes.get(site.id, {}).get
    verdict = verdict_of(ground, agreement, ground.tasks, changed_on, on, occasion.law)
    return SiteLine(
        organization=site,
        state=verdict.state,
        row=verdict.row,
        due=verdict.due,
        days_left=verdict.days_left,
        triggers=len(verdict.triggers),
        application=application,
    )


def _unconfirmed(agreement: SiteAgreement | None, uow: UnitOfWork) -> bool:
    """True where the due date rests on a period that nobody confirmed (OQ-35)."""
    if agreement is None or agreement.due_on is not None:
        return False
    kept = uow.settings.get(_PERIOD)
    return kept is None or not kept.confirmed_by
