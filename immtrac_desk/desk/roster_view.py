"""How the roster is read: people with their roles, trainings and accounts, at one moment."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.roster_pictures import PersonFile, RoleLine, RosterLine
from immtrac_desk.domain.agreement import OfficeTask
from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import USERS, RoleHeld, SitePerson, Training, TrainingKind
from immtrac_desk.domain.values import plain_letters
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.training import keep_until, training_state
from immtrac_desk.store.unit_of_work import UnitOfWork


def by_name(person: SitePerson) -> tuple[str, str]:
    """Return what people are sorted by; an accent moves nobody."""
    return plain_letters(person.shown), person.id


def in_order(sites: Iterable[Organization]) -> tuple[Organization, ...]:
    """Return every site by name, each parent followed by its sub-sites."""
    below: dict[OrganizationId | None, list[Organization]] = {}
    for site in sorted(sites, key=lambda site: (site.name.casefold(), site.id)):
        below.setdefault(site.parent_id, []).append(site)
    ordered: list[Organization] = []
    waiting = below.get(None, [])[::-1]
    while waiting:
        site = waiting.pop()
        ordered.append(site)
        waiting += below.get(site.id, [])[::-1]
    return tuple(ordered)


@dataclass(frozen=True, slots=True)
class RosterRead:
    """Some people with every role, training and open task of theirs, in a few statements."""

    people: Mapping[PersonId, SitePerson]
    roles: tuple[RoleHeld, ...]
    trainings: tuple[Training, ...]
    tasks: tuple[OfficeTask, ...]

    def line(
        self, person: SitePerson, roles: Sequence[RoleHeld], on: date, law: LawSettings
    ) -> RosterLine:
        """Return one person with the roles that were asked for."""
        trainings = [t for t in self.trainings if t.person_id == person.id]
        return RosterLine(
            person=person,
            roles=tuple(roles),
            training=training_state(person, trainings, on, law),
            supervisor_trained_on=supervisor_trained_on(trainings, on),
            account=self.account(person, on),
        )

    def account(self, person: SitePerson, on: date) -> str:
        """Return where an ImmTrac2 account stands: one of ACCOUNTS."""
        off = person.account_disabled_on
        if off is not None and off <= on:
            return "disabled"
        if any(t.what == "disable_account" and t.person_id == person.id for t in self.tasks):
            return "disable"
        if person.account_made_on is not None:
            return "active"
        uses = any(r.person_id == person.id and r.role in USERS and r.holds(on) for r in self.roles)
        if not uses:
            return "none"
        return "active" if person.registry_user else "unnoted"


def read_people(ids: Iterable[PersonId], uow: UnitOfWork) -> RosterRead:
    """Read these people with everything a line of the roster says of them."""
    wanted = tuple(dict.fromkeys(ids))
    return RosterRead(
        people=uow.site_people.many(wanted),
        roles=uow.roles.of_people(wanted),
        trainings=uow.trainings.of_people(wanted),
        tasks=uow.office_tasks.unfinished(),
    )


def read_roster_of(site: OrganizationId, uow: UnitOfWork) -> RosterRead:
    """Read whoever holds or held a role at a site. Refuses `organization.unknown`."""
    roles = uow.roles.of_site(uow.organizations.get(site).id)
    return read_people((role.person_id for role in roles), uow)


def roster_lines(
    read: RosterRead, site: OrganizationId, on: date, former: bool, law: LawSettings
) -> tuple[RosterLine, ...]:
    """Return who holds a role at a site on a day, by name; `former`: whoever held one at all."""
    held: dict[PersonId, list[RoleHeld]] = {}
    for role in read.roles:
        if role.organization_id == site and (former or role.holds(on)):
            held.setdefault(role.person_id, []).append(role)
    people = sorted((read.people[person] for person in held), key=by_name)
    return tuple(read.line(person, held[person.id], on, law) for person in people)


def read_roles(site: OrganizationId | None, uow: UnitOfWork) -> tuple[RoleLine, ...]:
    """Read every role, at one site or at all, with who holds it and where, as filed."""
    if site is None:
        roles, known = uow.roles.all(), uow.organizations.all()
    else:
        roles, known = uow.roles.of_site(site), (uow.organizations.get(site),)
    sites = {one.id: one for one in known}
    people = uow.site_people.many(role.person_id for role in roles)
    return tuple(
        RoleLine(held=role, person=people[role.person_id], organization=sites[role.organization_id])
        for role in roles
    )


def role_lines(
    found: Iterable[RoleLine], wanted: Callable[[RoleHeld], bool]
) -> tuple[RoleLine, ...]:
    """Return the wanted roles by site, role and name, the earliest first."""
    return tuple(sorted((line for line in found if wanted(line.held)), key=_in_print))


def person_file(person: PersonId, uow: UnitOfWork, on: date, law: LawSettings) -> PersonFile:
    """Return everything kept about somebody. Refuses `person.unknown`."""
    found, read = uow.site_people.get(person), read_people((person,), uow)
    sites = {site: uow.organizations.get(site) for site in {r.organization_id for r in read.roles}}
    latest = sorted(read.roles, key=lambda r: (r.until_on or date.max, r.from_on, r.id))[::-1]
    lines = (
        RoleLine(held=role, person=found, organization=sites[role.organization_id])
        for role in latest
    )
    return PersonFile(
        person=found,
        roles=tuple(lines),
        trainings=read.trainings,
        training=training_state(found, read.trainings, on, law),
        kept_until={t.id: keep_until(t.on) for t in read.trainings},
        files=uow.agreement_files.of_person(person),
        account=read.account(found, on),
    )


def supervisor_trained_on(trainings: Iterable[Training], on: date) -> date | None:
    """Return the latest day of supervisor training up to `on` (DT-16.4)."""
    days = [t.on for t in trainings if t.kind is TrainingKind.SUPERVISOR and t.on <= on]
    return max(days, default=None)


def _in_print(line: RoleLine) -> tuple[str, str, str, date]:
    held = line.held
    return line.organization.name.casefold(), held.role.value, by_name(line.person)[0], held.from_on
