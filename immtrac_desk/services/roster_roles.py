"""Give a role and end one: who is what at a site, from when until when, both days inclusive."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OrganizationId, PersonId, RoleId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import RoleHeld, SiteRole
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.law.agreement_dates import director_due
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.office_task import TELL_DSHS, close_tasks_due, open_task
from immtrac_desk.services.roster_ground import read_roster, refuse_assessed
from immtrac_desk.services.roster_shape import refuse_far
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveRole:
    """Who is to be what, where, from which day on."""

    person_id: PersonId
    organization_id: OrganizationId
    role: SiteRole
    from_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRole:
    """`until_on` is the last day of the role; another day corrects an end that was noted."""

    role_id: RoleId
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackRole:
    """A role that was noted by mistake: nobody ever held it."""

    role_id: RoleId
    reason: str


def give_role(command: GiveRole, uow: UnitOfWork, occasion: Occasion) -> Outcome[RoleHeld]:
    """Return the role as filed.

    Raises InputError `role.held_already` (the same role, one person, one site, days that
    overlap), `person.left_already`, and what DT-16 refuses of somebody who holds it.
    """
    person = uow.site_people.get(command.person_id)
    site = uow.organizations.get(command.organization_id)
    refuse_far(from_on=command.from_on)
    if person.left_on is not None:
        raise InputError("person.left_already", "person")
    role = RoleHeld(
        id=RoleId(occasion.new_id()),
        person_id=person.id,
        organization_id=site.id,
        role=command.role,
        from_on=command.from_on,
    )
    roster = read_roster(person, uow, occasion.practice)
    _refuse_overlap(role, uow, "from_on")
    # from the day on which it is held: an account of the future is none yet
    on = max(occasion.today, role.from_on)
    refuse_assessed(roster.assess(person, on, roles=(role,)), roster.assess(person, on))
    uow.roles.put(role)
    note_director(role, role.from_on, site, uow, occasion)
    return _told(role, "role_given", occasion, on=role.from_on.isoformat())


def end_role(command: EndRole, uow: UnitOfWork, occasion: Occasion) -> Outcome[RoleHeld]:
    """Return the role with its last day, which may lie ahead.

    Raises InputError `role.ends_before_begin`, `role.after_leaving`, `role.held_already`.
    """
    before = uow.roles.get(command.role_id)
    role = ended(before, command.until_on, uow, occasion)
    return _told(role, "role_ended", occasion, on=command.until_on.isoformat())


def ended(before: RoleHeld, until_on: date, uow: UnitOfWork, occasion: Occasion) -> RoleHeld:
    """File the last day of a role, and what a health department must tell of its director."""
    refuse_far(until_on=until_on)
    if until_on < before.from_on:
        raise InputError("role.ends_before_begin", "until_on")
    left_on = uow.site_people.get(before.person_id).left_on
    if left_on is not None and until_on > left_on:
        raise InputError("role.after_leaving", "until_on")
    role = replace(before, until_on=until_on)
    _refuse_overlap(role, uow, "until_on")
    uow.roles.put(role)
    site = uow.organizations.get(role.organization_id)
    changed_on = until_on + timedelta(1)
    if before.until_on is None:
        note_director(role, changed_on, site, uow, occasion)
    elif until_on != before.until_on:
        _move_director(role, before.until_on + timedelta(1), changed_on, uow)
    return role


def take_back_role(command: TakeBackRole, uow: UnitOfWork, occasion: Occasion) -> Outcome[RoleHeld]:
    """Return the role that was taken back; the book keeps that it was given.

    Raises InputError `reason.missing`.
    """
    role = uow.roles.get(command.role_id)
    reason = clean(command.reason, "reason")
    if not reason:
        raise InputError("reason.missing", "reason")
    uow.roles.remove(role.id)
    _settle_director(role, uow, occasion)
    return _told(role, "role_taken_back", occasion, reason=reason)


def note_director(
    role: RoleHeld, changed_on: date, site: Organization, uow: UnitOfWork, occasion: Occasion
) -> None:
    """Open the task of telling DSHS of a health department's new director (DT-13.director)."""
    if role.role is SiteRole.MEDICAL_DIRECTOR and site.org_type == "lhd":
        due_on = director_due(changed_on)
        open_task(TELL_DSHS, site.id, role.person_id, due_on, uow, occasion)


def _move_director(role: RoleHeld, was_on: date, changed_on: date, uow: UnitOfWork) -> None:
    """The day of a change was corrected: its task, if it is still open, is due accordingly."""
    for task in uow.office_tasks.of_site(role.organization_id):
        same = (task.what, task.person_id, task.due_on) == (
            TELL_DSHS, role.person_id, director_due(was_on),
        )  # fmt: skip
        if same and task.closed_on is None:
            uow.office_tasks.put(replace(task, due_on=director_due(changed_on)))


def _settle_director(role: RoleHeld, uow: UnitOfWork, occasion: Occasion) -> None:
    """Nothing is to be told of a change that was none; another's on the same day still is."""
    days = {role.from_on} | ({role.until_on + timedelta(1)} if role.until_on else set())
    if role.role is not SiteRole.MEDICAL_DIRECTOR:
        return
    others = [one for one in uow.roles.of_site(role.organization_id) if one.role is role.role]
    days -= {one.from_on for one in others}
    days -= {one.until_on + timedelta(1) for one in others if one.until_on}
    close_tasks_due(role.organization_id, TELL_DSHS, map(director_due, days), uow, occasion)


def _refuse_overlap(role: RoleHeld, uow: UnitOfWork, beside: str) -> None:
    """Refuse the same role twice on one day, for one person at one site."""
    for other in uow.roles.of_person(role.person_id):
        same = (other.organization_id, other.role) == (role.organization_id, role.role)
        if same and other.id != role.id and _overlap(role, other):
            raise InputError("role.held_already", beside)


def _overlap(one: RoleHeld, other: RoleHeld) -> bool:
    last, others_last = one.until_on or date.max, other.until_on or date.max
    return one.from_on <= others_last and other.from_on <= last


def _told(role: RoleHeld, act: str, occasion: Occasion, **facts: str) -> Outcome[RoleHeld]:
    about = {
        "organization": role.organization_id,
        "person": role.person_id,
        "site_role": role.role.value,
    }
    line = site_line(occasion, act, {**about, **facts})
    return Outcome(role, (line,), Changes(organizations=frozenset({role.organization_id})))
