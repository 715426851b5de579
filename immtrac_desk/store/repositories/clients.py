"""The clients drawer: people as they are, every earlier version of them, and finding them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import sqlalchemy as sa

from immtrac_desk.domain.client import Client, ClientMatch
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.errors import DeskError
from immtrac_desk.store import search, translate
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import client_versions, clients

BATCH = 500


class Clients:
    """Clients as they are now; `put` keeps what they were."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, client: Client) -> None:
        """File a new client, found by its names and numbers from now on."""
        self._connection.execute(clients.insert().values(translate.client_values(client)))
        search.index(self._connection, client)

    def put(self, client: Client) -> Client:
        """File a correction of the version that `client.version` names; returns the new version.

        Refuses `client.changed_meanwhile` where that is no longer the current one.
        """
        before = self.get(client.id)
        if before.version != client.version:
            raise DeskError("client.changed_meanwhile", stored=before.version, read=client.version)
        after = replace(client, version=client.version + 1)
        kept = translate.client_values(before)
        self._connection.execute(client_versions.insert().values(kept))
        values = translate.client_values(after)
        self._connection.execute(clients.update().where(clients.c.id == after.id).values(values))
        search.index(self._connection, after, self.versions(after.id))
        return after

    def get(self, client_id: ClientId) -> Client:
        """The client as it is now, a merged one too. Refuses `client.unknown`."""
        row = self._connection.execute(clients.select().where(clients.c.id == client_id)).first()
        if row is None:
            raise DeskError("client.unknown")
        return translate.client_of(row)

    def versions(self, client_id: ClientId) -> tuple[Client, ...]:
        """Every earlier version, oldest first (E6, E10)."""
        here = client_versions.c.id == client_id
        query = client_versions.select().where(here).order_by(client_versions.c.version)
        return tuple(translate.client_of(row) for row in self._connection.execute(query))

    def many(self, ids: Iterable[ClientId]) -> dict[ClientId, Client]:
        """The clients of these ids; an unknown id is left out."""
        wanted, found = list(ids), {}
        for start in range(0, len(wanted), BATCH):
            part = clients.c.id.in_(wanted[start : start + BATCH])
            for row in self._connection.execute(clients.select().where(part)):
                found[ClientId(row.id)] = translate.client_of(row)
        return found

    def all(self) -> Iterator[Client]:
        """Every client that stands for itself, in the order of ids, a batch at a time."""
        gone = Merges(self._connection).all()
        query = clients.select().order_by(clients.c.id).execution_options(yield_per=BATCH)
        for row in self._connection.execute(query):
            if row.id not in gone:
                yield translate.client_of(row)

    def numbers(self) -> Iterator[tuple[ClientId, str, str]]:
        """Every client's id, chart number and ImmTrac2 ID, merged ones too."""
        c = clients.c
        for row in self._connection.execute(sa.select(c.id, c.chart_no, c.immtrac2_id)):
            yield ClientId(row.id), row.chart_no, row.immtrac2_id

    def count(self) -> int:
        """How many clients stand for themselves."""
        total = self._connection.scalar(sa.select(sa.func.count()).select_from(clients)) or 0
        return total - len(Merges(self._connection).all())

    def find(self, text: str, limit: int = 50) -> tuple[ClientMatch, ...]:
        """Clients by names in any order, former names, birth date, numbers, or a near miss.

        A merged client is answered by the one that stands for it.
        """
        return search.find(self._connection, text, limit)

    def near(self, client: Client) -> tuple[Client, ...]:
        """Other clients with the same birth date and folded last name (DT-22's candidates)."""
        return tuple(self.many(search.namesakes(self._connection, client)).values())
