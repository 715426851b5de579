"""The responsible persons' drawer: the contacts of a minor."""

import sqlalchemy as sa

from immtrac_desk.domain.client import ResponsiblePerson
from immtrac_desk.domain.ids import ClientId, ResponsibleId
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import responsible_people as table


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
        ids = Merges(self._connection).group(client_id)
        query = table.select().where(table.c.client_id.in_(ids))
        order = (table.c.primary.desc(), table.c.last_name, table.c.first_name, table.c.id)
        rows = self._connection.execute(query.order_by(*order))
        return tuple(translate.responsible_of(row) for row in rows)
