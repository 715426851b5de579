"""The ground of a site: its record, its people and roles, and the agreement in force."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.agreement import OfficeTask, SiteAgreement
from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import (
    NamedPerson,
    RoleHeld,
    SitePerson,
    SiteRole,
    Training,
    TrainingKind,
)
from immtrac_desk.store.unit_of_work import UnitOfWork

_ORDER = {role: number for number, role in enumerate(SiteRole)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteGround:
    """What is true of one site today. `people` are those who hold or held a role there."""

    organization: Organization
    people: Mapping[PersonId, SitePerson]
    roles: tuple[RoleHeld, ...]
    trainings: Mapping[PersonId, tuple[Training, ...]]
    tasks: tuple[OfficeTask, ...]
    """Open ones."""
    agreement: SiteAgreement | None

    def holding(self, role: SiteRole, on: date) -> tuple[SitePerson, ...]:
        """Return who holds `role` on `on`, by name."""
        held = {one.person_id for one in self.roles if one.role is role and one.holds(on)}
        return _by_name(self.people[person] for person in held)


def read_site(organization_id: OrganizationId, uow: UnitOfWork) -> SiteGround:
    """Return the ground of one site. Raises DeskError `organization.unknown`."""
    roles = uow.roles.of_site(organization_id)
    people = uow.site_people.many({held.person_id for held in roles})
    standing = uow.agreements.of_site(organization_id)
    return SiteGround(
        organization=uow.organizations.get(organization_id),
        people=people,
        roles=roles,
        trainings=by_person(uow.trainings.of_people(people)),
        tasks=tuple(t for t in uow.office_tasks.of_site(organization_id) if t.closed_on is None),
        agreement=standing[-1] if standing else None,
    )


def named_on(ground: SiteGround, on: date) -> tuple[NamedPerson, ...]:
    """Return everybody who holds a role on `on` as an application names them, by name."""
    held: dict[PersonId, set[SiteRole]] = {}
    for one in ground.roles:
        if one.holds(on):
            held.setdefault(one.person_id, set()).add(one.role)
    return tuple(
        named(person, held[person.id], ground.trainings.get(person.id, ()))
        for person in _by_name(ground.people[person_id] for person_id in held)
    )


def named(
    person: SitePerson, roles: Iterable[SiteRole], trainings: Iterable[Training]
) -> NamedPerson:
    """Return `person` frozen as today, with the latest supervisor training."""
    trained = [one.on for one in trainings if one.kind is TrainingKind.SUPERVISOR]
    return NamedPerson(
        person_id=person.id,
        first_name=person.first_name,
        last_name=person.last_name,
        roles=tuple(sorted(roles, key=_ORDER.__getitem__)),
        middle_initial=person.middle_initial,
        email=person.email,
        phone=person.phone,
        extension=person.extension,
        title=person.title,
        licence_no=person.licence_no,
        npi=person.npi,
        registry_user=person.registry_user,
        supervisor_trained_on=max(trained, default=None),
    )


def by_person(trainings: Iterable[Training]) -> dict[PersonId, tuple[Training, ...]]:
    """Return trainings by whose they are, in their order."""
    people: dict[PersonId, list[Training]] = {}
    for one in trainings:
        people.setdefault(one.person_id, []).append(one)
    return {person: tuple(several) for person, several in people.items()}


def _by_name(people: Iterable[SitePerson]) -> tuple[SitePerson, ...]:
    return tuple(sorted(people, key=lambda one: (one.last_name, one.first_name, one.id)))
