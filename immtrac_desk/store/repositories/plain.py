"""Drawers of one shape: staff, events, tasks and packs are put, got and listed."""

from typing import ClassVar, Generic, TypeVar

import sqlalchemy as sa

from immtrac_desk.domain.document import FormPack
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.staff import StaffMember
from immtrac_desk.domain.task import Task
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import disaster_events, form_packs, staff, tasks

T = TypeVar("T")


class Drawer(Generic[T]):
    """Records whose fields are the columns of one table, found by its primary key."""

    kind: type[T]
    table: ClassVar[sa.Table]
    unknown: ClassVar[str]

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, record: T) -> None:
        """File a new record, or the changed one in its place."""
        values = translate.values_of(record)
        here = self._where(*(values[column.name] for column in self.table.primary_key))
        if not self._connection.execute(self.table.update().where(here).values(values)).rowcount:
            self._connection.execute(self.table.insert().values(values))

    def get(self, *key: str) -> T:
        """The record of this key; refuses with the drawer's `unknown` code."""
        row = self._connection.execute(self.table.select().where(self._where(*key))).first()
        if row is None:
            raise DeskError(self.unknown)
        return translate.record_of(self.kind, row)

    def all(self) -> tuple[T, ...]:
        """Every record, in the order of its key."""
        return self._read(sa.true())

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[T, ...]:
        query = self.table.select().where(where).order_by(*self.table.primary_key)
        rows = self._connection.execute(query)
        return tuple(translate.record_of(self.kind, row) for row in rows)

    def _where(self, *key: str) -> sa.ColumnElement[bool]:
        pairs = zip(self.table.primary_key, key, strict=True)
        return sa.and_(*(column == value for column, value in pairs))


class Staff(Drawer[StaffMember]):
    """Staff members by id; disabled, never taken out."""

    kind, table, unknown = StaffMember, staff, "staff.unknown"


class Events(Drawer[DisasterEvent]):
    """Disaster events by id (DT-7)."""

    kind, table, unknown = DisasterEvent, disaster_events, "event.unknown"


class Packs(Drawer[FormPack]):
    """Form packs by stock number, language and revision."""

    kind, table, unknown = FormPack, form_packs, "pack.unknown"


class Tasks(Drawer[Task]):
    """Tasks by id: what must still be done outside the desk."""

    kind, table, unknown = Task, tasks, "task.unknown"

    def of_client(self, client_id: ClientId) -> tuple[Task, ...]:
        """A client's tasks, closed ones too, and those of everyone merged into it."""
        return self._read(tasks.c.client_id.in_(Merges(self._connection).group(client_id)))

    def unfinished(self) -> tuple[Task, ...]:
        """Every open task."""
        return self._read(tasks.c.closed_at.is_(None))
