"""The merges drawer: one person entered twice (E12); nothing moves, so all of it can be undone."""

from datetime import datetime

import sqlalchemy as sa

from immtrac_desk.domain.ids import ClientId, StaffId
from immtrac_desk.errors import DeskError
from immtrac_desk.store.rows import merges

_in_force = merges.c.undone_at.is_(None)


class Merges:
    """Which client stands for which others; acts and documents stay where they were filed."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def merge(self, keep: ClientId, gone: ClientId, at: datetime, by: StaffId) -> None:
        """Let `keep` stand for `gone`. Refuses `client.merged_already` and `client.merge_circle`.

        What was already merged into `gone` is then found under `keep` too.
        """
        if self.survivor_of(gone) != gone:
            raise DeskError("client.merged_already")
        if self.survivor_of(keep) == gone:
            raise DeskError("client.merge_circle")
        row = {"keep_id": keep, "gone_id": gone, "merged_at": at, "merged_by": by}
        self._connection.execute(merges.insert().values(row))

    def unmerge(self, gone: ClientId, at: datetime, by: StaffId) -> ClientId:
        """Let `gone` stand for itself again; returns who stood for it.

        Refuses `client.not_merged`.
        """
        here = (merges.c.gone_id == gone) & _in_force
        keep = self._connection.scalar(sa.select(merges.c.keep_id).where(here))
        if keep is None:
            raise DeskError("client.not_merged")
        self._connection.execute(merges.update().where(here).values(undone_at=at, undone_by=by))
        return ClientId(keep)

    def survivor_of(self, client_id: ClientId) -> ClientId:
        """Who stands for this client: itself unless it was merged."""
        above = dict(self._pairs())
        while client_id in above:
            client_id = above[client_id]
        return client_id

    def group(self, client_id: ClientId) -> tuple[ClientId, ...]:
        """The client and everyone merged into it, directly or through another."""
        found = [client_id]
        for keep in found:
            here = (merges.c.keep_id == keep) & _in_force
            found += self._connection.scalars(sa.select(merges.c.gone_id).where(here))
        return tuple(found)

    def all(self) -> dict[ClientId, ClientId]:
        """Every merged client and its final survivor."""
        above = dict(self._pairs())
        final = dict(above)
        for gone in final:
            while final[gone] in above:
                final[gone] = above[final[gone]]
        return final

    def _pairs(self) -> list[tuple[ClientId, ClientId]]:
        rows = self._connection.execute(
            sa.select(merges.c.gone_id, merges.c.keep_id).where(_in_force)
        )
        return [(ClientId(gone), ClientId(keep)) for gone, keep in rows]
