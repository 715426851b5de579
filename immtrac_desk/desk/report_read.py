"""How a report is read: records of the period and site, handed to the figures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from immtrac_desk.desk.agreement_days import days_of_sites
from immtrac_desk.domain.answer import AnswerStep, AnswerStepKind
from immtrac_desk.domain.ids import ClientId, OrganizationId
from immtrac_desk.figures.aging import aging
from immtrac_desk.figures.birthdays import birthdays
from immtrac_desk.figures.coverage import coverage
from immtrac_desk.figures.cross import Cross
from immtrac_desk.figures.funnel import Between, funnel
from immtrac_desk.figures.people import Period, Told
from immtrac_desk.figures.replies import Came, replies
from immtrac_desk.figures.sites import SiteStands, Trained, sites
from immtrac_desk.figures.staff import Line, staff
from immtrac_desk.law.agreement_state import agreement_on
from immtrac_desk.law.training import training_state
from immtrac_desk.services.agreement_all import AllSites, read_all_sites
from immtrac_desk.services.local_day import local_day
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.store.repositories.audit import AuditFilter
from immtrac_desk.store.unit_of_work import UnitOfWork

_EVERY_LINE = 10**7


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which days, and which site; None is all of them."""

    period: Period
    site: OrganizationId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was counted for one report."""

    crosses: tuple[Cross, ...]
    between: tuple[Between, ...] = ()
    stands: tuple[SiteStands, ...] = ()


def read_figures(name: str, asked: Asked, uow: UnitOfWork, occasion: Occasion) -> Figures:
    """Return the figures of a report by its name, one of REPORTS."""
    return _READERS[name](asked, uow, occasion)


def _coverage(asked: Asked, uow: UnitOfWork, occasion: Occasion) -> Figures:
    return Figures(crosses=coverage(_people(asked, uow), asked.period, occasion.law))


def _birthdays(asked: Asked, uow: UnitOfWork, occasion: Occasion) -> Figures:
    return Figures(crosses=birthdays(_people(asked, uow), asked.period, occasion.law))


def _aging(asked: Asked, uow: UnitOfWork, occasion: Occasion) -> Figures:
    return Figures(crosses=aging(_people(asked, uow), asked.period, occasion.law))


def _funnel(asked: Asked, uow: UnitOfWork, _: Occasion) -> Figures:
    crosses, between = funnel(_people(asked, uow), asked.period)
    return Figures(crosses=crosses, between=between)


def _responses(asked: Asked, uow: UnitOfWork, _: Occasion) -> Figures:
    return Figures(crosses=replies(_came(asked, uow), asked.period))


def _staff(asked: Asked, uow: UnitOfWork, occasion: Occasion) -> Figures:
    return Figures(crosses=staff(_lines(asked, uow, occasion), asked.period))


def _sites(asked: Asked, uow: UnitOfWork, occasion: Occasion) -> Figures:
    on = asked.period.end
    every = _as_it_was(read_all_sites(uow, occasion.today), on, uow, occasion)
    found = []
    for site in days_of_sites(every, on, occasion, asked.site):
        ground = site.ground
        held = {role.person_id for role in ground.roles if role.holds(on)}
        people = sorted((ground.people[one] for one in held), key=lambda one: one.shown.casefold())
        trained = []
        for person in people:
            own = ground.trainings.get(person.id, ())
            told = training_state(person, own, on, occasion.law)
            trained.append(Trained(person.shown, told.state, told.trained_on, told.due))
        stands = SiteStands(
            id=ground.organization.id,
            name=ground.organization.name,
            state=site.verdict.state.value,
            due=site.verdict.due,
            people=tuple(trained),
        )
        found.append(stands)
    return Figures(crosses=sites(found), stands=tuple(found))


def _as_it_was(every: AllSites, on: date, uow: UnitOfWork, occasion: Occasion) -> AllSites:
    """Put the agreement that was in force on a day gone by in the place of today's."""
    if on == occasion.today:
        return every
    grounds = {
        site: replace(ground, agreement=agreement_on(uow.agreements.of_site(site), on))
        for site, ground in every.grounds.items()
    }
    return replace(every, grounds=grounds)


_READERS: Mapping[str, Callable[[Asked, UnitOfWork, Occasion], Figures]] = {
    "coverage": _coverage,
    "birthdays": _birthdays,
    "funnel": _funnel,
    "aging": _aging,
    "responses": _responses,
    "staff": _staff,
    "sites": _sites,
}

REPORTS = tuple(_READERS)
"""The seven reports, in the order they are shown."""


def _people(asked: Asked, uow: UnitOfWork) -> Iterator[Told]:
    acts = dict(uow.acts.all_by_client())
    head = _clinic_itself(uow)
    for client in uow.clients.all():
        if asked.site in (None, client.site_id or head):
            yield Told(client, acts.get(client.id, ()))


def _clinic_itself(uow: UnitOfWork) -> OrganizationId | None:
    """Where the clients count whose site nobody said: the one site that has no parent."""
    heads = [one for one in uow.organizations.all() if one.parent_id is None]
    return heads[0].id if len(heads) == 1 else None


def _where(uow: UnitOfWork) -> dict[ClientId, OrganizationId | None]:
    """The site of every client; those merged into another count where that one does."""
    head = _clinic_itself(uow)
    found = {client.id: client.site_id or head for client in uow.clients.all()}
    merged = uow.merges.all()
    return found | {gone: found.get(keep) for gone, keep in merged.items()}


def _came(asked: Asked, uow: UnitOfWork) -> Iterator[Came]:
    answers = {one.id: one for one in uow.answers.all()}
    steps, where = uow.answer_steps.all_by_item(), _where(uow)
    for item in uow.answer_items.all():
        answer = answers[item.answer_id]
        owner = _matched(steps.get(item.id, ())) or item.client_id
        site = where.get(owner) if owner else answer.organization_id
        if asked.site in (None, site):
            yield Came(item, answer.received_on, site)


def _matched(steps: tuple[AnswerStep, ...]) -> ClientId | None:
    """Whom somebody said that it is, the last word counts."""
    said = [one.client_id for one in steps if one.kind is AnswerStepKind.MATCHED]
    return said[-1] if said else None


def _lines(asked: Asked, uow: UnitOfWork, occasion: Occasion) -> Iterator[Line]:
    """A day either side, for the book is kept in UTC and the period is the clinic's own."""
    wanted = AuditFilter(
        since=_midnight(asked.period.first - timedelta(days=1)),
        until=_midnight(asked.period.last + timedelta(days=2)),
    )
    where = _where(uow)
    for entry in uow.audit.page(wanted, _EVERY_LINE):
        site = where.get(ClientId(entry.client_id)) if entry.client_id else None
        if asked.site in (None, site):
            day = local_day(entry.at, occasion)
            yield Line(entry.actor, day, entry.at, entry.act, site)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
