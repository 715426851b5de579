"""Left the clinic: one act that ends every role and opens what must be done in ImmTrac2."""

from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.act import FactValue
from immtrac_desk.domain.agreement import OfficeTask
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.site_person import USERS, RoleHeld, SitePerson
from immtrac_desk.errors import InputError
from immtrac_desk.law.site_people import disable_due
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.office_task import DISABLE_ACCOUNT, open_task
from immtrac_desk.services.roster_ground import read_roster, refuse_assessed, sites_of
from immtrac_desk.services.roster_roles import ended
from immtrac_desk.services.roster_shape import refuse_far
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftClinic:
    """`on` is the last day at the clinic; it may lie ahead."""

    person_id: PersonId
    on: date


def left_clinic(
    command: LeftClinic, uow: UnitOfWork, occasion: Occasion
) -> Outcome[tuple[OfficeTask, ...]]:
    """Return the tasks this opens (DT-16.7).

    Every role ends on the last day; one that would begin later is taken back. The account is to
    be disabled that day, by one task: it is one account for all sites (DT-16.10).

    Raises InputError beside `on`: `person.left_already`, `person.left_before_hired`.
    """
    person = uow.site_people.get(command.person_id)
    if person.left_on is not None:
        raise InputError("person.left_already", "on")
    refuse_far(on=command.on)
    _refuse_day(person, command.on, uow, occasion)
    before = {task.id for task in uow.office_tasks.unfinished()}
    roles = uow.roles.of_person(person.id)
    uow.site_people.put(replace(person, left_on=command.on))
    site = _site_of_account(person, roles, command.on, uow)
    if site is not None:
        open_task(DISABLE_ACCOUNT, site, person.id, disable_due(command.on), uow, occasion)
    count = sum([_end(role, command.on, uow, occasion) for role in roles])
    opened = tuple(t for t in uow.office_tasks.unfinished() if t.id not in before)
    facts: dict[str, FactValue] = {"person": person.id, "on": command.on.isoformat()}
    facts |= {"roles": count, "tasks": len(opened)}
    line = site_line(occasion, "person_left", facts, row="DT-16.7")
    sites = sites_of(person.id, roles)
    return Outcome(opened, (line,), Changes(organizations=sites))


def _refuse_day(person: SitePerson, on: date, uow: UnitOfWork, occasion: Occasion) -> None:
    roster = read_roster(person, uow, occasion.practice)
    before = roster.assess(person, occasion.today)
    after = roster.assess(replace(person, left_on=on), occasion.today)
    try:
        refuse_assessed(after, before)
    except InputError as refused:
        raise InputError(refused.code, "on") from None


def _end(role: RoleHeld, on: date, uow: UnitOfWork, occasion: Occasion) -> bool:
    if role.until_on is not None and role.until_on <= on:
        return False
    if role.from_on > on:
        uow.roles.remove(role.id)
    else:
        ended(role, on, uow, occasion)
    return True


def _site_of_account(
    person: SitePerson, roles: tuple[RoleHeld, ...], on: date, uow: UnitOfWork
) -> OrganizationId | None:
    """Return where the account belongs, a parent before its sub-sites; None without one."""
    if person.account_disabled_on is not None:
        return None
    held = [role for role in roles if role.holds(on) and role.role in USERS]
    if not held and person.account_made_on is not None:
        held = list(roles)
    sub_sites = {site.id for site in uow.organizations.all() if site.parent_id is not None}
    ordered = sorted(held, key=lambda r: (r.organization_id in sub_sites, r.from_on, r.id))
    return ordered[0].organization_id if ordered else None
