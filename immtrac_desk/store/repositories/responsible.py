"""The responsible persons' drawer: the contacts of a minor."""

from collections.abc import Iterable

import sqlalchemy as sa

from immtrac_desk.domain.client import ResponsiblePerson
from immtrac_desk.domain.ids import ClientId, ResponsibleId
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import responsible_people as table

BATCH = 500


class ResponsiblePeople:
    """Contacts; at most one of a client's is primary."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, person: ResponsiblePerson) -> None:
        """Add a contact or correct one; a new primary takes that place from the one before."""
        if person.primary:
            others = (table.c.client_id == person.client_id) & (table.c.id != person.id)
            self._connection.execute(table.update().where(others).values(primary=False))
        values = translate.responsible_values(person)
        known = table.c.id == person.id
        if not self._connection.execute(table.update().where(known).values(values)).rowcount:
            self._connection.execute(table.insert().values(values))

    def get(self, person_id: ResponsibleId) -> ResponsiblePerson:
        """One contact. Refuses `responsible.unknown`."""
        row = self._connection.execute(table.select().where(table.c.id == person_id)).first()
        if row is None:
            raise DeskError("responsible.unknown")
        return translate.responsible_of(row)

    def of_client(self, client_id: ClientId) -> tuple[ResponsiblePerson, ...]:
        """A client's contacts, the primary first; those of clients merged into it as well."""
        return self._read(table.c.client_id.in_(Merges(self._connection).group(client_id)))

    def of_clients(self, ids: Iterable[ClientId]) -> dict[ClientId, tuple[ResponsiblePerson, ...]]:
        """As `of_client` for many at once; a client without a contact is left out."""
        standing = {client_id: client_id for client_id in ids}
        merged = Merges(self._connection).all()
        standing |= {gone: keep for gone, keep in merged.items() if keep in standing}
        wanted, found = list(standing), list[ResponsiblePerson]()
        for start in range(0, len(wanted), BATCH):
            found += self._read(table.c.client_id.in_(wanted[start : start + BATCH]))
        by_client: dict[ClientId, list[ResponsiblePerson]] = {}
        for person in sorted(found, key=lambda one: not one.primary):
            by_client.setdefault(standing[person.client_id], []).append(person)
        return {client_id: tuple(own) for client_id, own in by_client.items()}

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[ResponsiblePerson, ...]:
        order = (table.c.primary.desc(), table.c.last_name, table.c.first_name, table.c.id)
        rows = self._connection.execute(table.select().where(where).order_by(*order))
        return tuple(translate.responsible_of(row) for row in rows)
