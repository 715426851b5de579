"""The roster drawers: people of sites, roles, trainings, office tasks, confirmed duties."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import sqlalchemy as sa

from immtrac_desk.domain.agreement import DutyConfirmed, OfficeTask
from immtrac_desk.domain.ids import OrganizationId, PersonId, RoleId
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, Training
from immtrac_desk.store import translate
from immtrac_desk.store.repositories.plain import Drawer
from immtrac_desk.store.rows import (
    duties_confirmed,
    office_tasks,
    roles_held,
    site_people,
    trainings,
)

BATCH = 500
T = TypeVar("T")


def _in_parts(
    ids: Iterable[PersonId], read: Callable[[list[PersonId]], tuple[T, ...]]
) -> tuple[T, ...]:
    """What `read` finds for some ids at a time, as a statement takes only so many."""
    wanted = list(dict.fromkeys(ids))
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    return tuple(found for part in parts for found in read(part))


class SitePeople(Drawer[SitePerson]):
    """People named in site agreements, by id; they leave, and are never taken out."""

    kind, table, unknown = SitePerson, site_people, "person.unknown"

    def many(self, ids: Iterable[PersonId]) -> dict[PersonId, SitePerson]:
        """The people of these ids; an unknown id is left out."""
        found = _in_parts(ids, lambda part: self._read(site_people.c.id.in_(part)))
        return {person.id: person for person in found}

    def with_email(self, email: str) -> tuple[SitePerson, ...]:
        """Whoever has this e-mail, in whatever letter case; nobody for `""`."""
        wanted = email.strip().casefold()
        pairs = self._connection.execute(sa.select(site_people.c.id, site_people.c.email))
        same = [row.id for row in pairs if wanted and row.email.casefold() == wanted]
        return tuple(self.many(same).values())


class Roles(Drawer[RoleHeld]):
    """Roles held, by id; they end. One that was noted by mistake may be taken out."""

    kind, table, unknown = RoleHeld, roles_held, "role.unknown"

    def of_site(self, organization_id: OrganizationId) -> tuple[RoleHeld, ...]:
        """Every role at a site, ended ones too, the earliest first."""
        return self._read(roles_held.c.organization_id == organization_id)

    def of_person(self, person_id: PersonId) -> tuple[RoleHeld, ...]:
        """Every role of a person at any site, ended ones too, the earliest first."""
        return self._read(roles_held.c.person_id == person_id)

    def of_people(self, people: Iterable[PersonId]) -> tuple[RoleHeld, ...]:
        """Every role of these people at any site, ended ones too."""
        return _in_parts(people, lambda part: self._read(roles_held.c.person_id.in_(part)))

    def remove(self, role_id: RoleId) -> None:
        """Take out a role that nobody ever held; nothing happens where there is none."""
        self._connection.execute(roles_held.delete().where(roles_held.c.id == role_id))

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[RoleHeld, ...]:
        query = roles_held.select().where(where).order_by(roles_held.c.from_on, roles_held.c.id)
        return tuple(translate.record_of(RoleHeld, row) for row in self._connection.execute(query))


class Trainings:
    """Trainings completed; only ever added to, as their proof is evidence (DT-16.2)."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, training: Training) -> None:
        """File a training; its proof, if there is one, is filed before."""
        self._connection.execute(trainings.insert().values(translate.values_of(training)))

    def of_person(self, person_id: PersonId) -> tuple[Training, ...]:
        """A person's trainings, the earliest first."""
        return self._read(trainings.c.person_id == person_id)

    def of_people(self, people: Iterable[PersonId]) -> tuple[Training, ...]:
        """The trainings of these people, each person's the earliest first."""
        return _in_parts(people, lambda part: self._read(trainings.c.person_id.in_(part)))

    def all(self) -> tuple[Training, ...]:
        """Every training, the earliest first."""
        return self._read(sa.true())

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[Training, ...]:
        c = trainings.c
        query = trainings.select().where(where).order_by(c.on, c.noted_at, c.id)
        return tuple(translate.record_of(Training, row) for row in self._connection.execute(query))


class OfficeTasks(Drawer[OfficeTask]):
    """What the office must still do outside the desk, by id."""

    kind, table, unknown = OfficeTask, office_tasks, "office_task.unknown"

    def unfinished(self) -> tuple[OfficeTask, ...]:
        """Every open task of every site, the earliest due first."""
        return self._read(office_tasks.c.closed_on.is_(None))

    def of_site(self, organization_id: OrganizationId) -> tuple[OfficeTask, ...]:
        """A site's tasks, closed ones too, the earliest due first."""
        return self._read(office_tasks.c.organization_id == organization_id)

    def of_person(self, person_id: PersonId) -> tuple[OfficeTask, ...]:
        """The tasks about a person, closed ones too, the earliest due first."""
        return self._read(office_tasks.c.person_id == person_id)

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[OfficeTask, ...]:
        c = office_tasks.c
        query = office_tasks.select().where(where)
        rows = self._connection.execute(
            query.order_by(c.due_on.is_(None), c.due_on, c.opened_at, c.id)
        )
        return tuple(translate.record_of(OfficeTask, row) for row in rows)


class Duties:
    """Confirmations of the duties of a site; only ever added to."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, confirmed: DutyConfirmed) -> None:
        """File who confirmed which duty, and when."""
        self._connection.execute(duties_confirmed.insert().values(translate.values_of(confirmed)))

    def latest(self, organization_id: OrganizationId) -> dict[str, DutyConfirmed]:
        """The last confirmation of each duty of a site, by the duty."""
        here = duties_confirmed.c.organization_id == organization_id
        query = duties_confirmed.select().where(here).order_by(duties_confirmed.c.n)
        rows = self._connection.execute(query)
        return {row.duty: translate.record_of(DutyConfirmed, row) for row in rows}
