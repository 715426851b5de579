"""The acts drawer: what happened to consents, in the order it was entered; only ever added to."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import sqlalchemy as sa

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import acts

BATCH = 1000
_select = sa.select(*translate.columns_of(Act, acts))


class Acts:
    """Acts, found under whoever now stands for the client they were entered for (E12)."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, act: Act) -> None:
        """Enter an act; it can be reversed by another, never changed."""
        self._connection.execute(acts.insert().values(translate.values_of(act)))

    def get(self, act_id: ActId) -> Act:
        """One act. Refuses `act.unknown`."""
        row = self._connection.execute(_select.where(acts.c.id == act_id)).first()
        if row is None:
            raise DeskError("act.unknown")
        return translate.record_of(Act, row)

    def of_client(self, client_id: ClientId) -> tuple[Act, ...]:
        """A client's acts and those of everyone merged into it, as entered."""
        ids = Merges(self._connection).group(client_id)
        return tuple(self._read(_select.where(acts.c.client_id.in_(ids)).order_by(acts.c.n)))

    def of_document(self, document_id: DocumentId) -> tuple[Act, ...]:
        """The acts that name a document, as entered."""
        return tuple(
            self._read(_select.where(acts.c.document_id == document_id).order_by(acts.c.n))
        )

    def of_documents(self, ids: Iterable[DocumentId]) -> dict[DocumentId, tuple[Act, ...]]:
        """The acts that name these documents, by document, as entered; none for some of them."""
        wanted = list(ids)
        found: dict[DocumentId, list[Act]] = {}
        for start in range(0, len(wanted), BATCH):
            part = acts.c.document_id.in_(wanted[start : start + BATCH])
            for act in self._read(_select.where(part).order_by(acts.c.n)):
                found.setdefault(DocumentId(str(act.document_id)), []).append(act)
        return {document_id: tuple(own) for document_id, own in found.items()}

    def all_by_client(self) -> Iterator[tuple[ClientId, tuple[Act, ...]]]:
        """Every client with acts and these acts as entered, one client at a time.

        Nothing but one client's acts, and those of merged clients, is held at once.
        """
        merged = Merges(self._connection).all()
        moved = self._of_merged(merged)
        query = _select.where(acts.c.client_id.not_in(list(merged))) if merged else _select
        ordered = query.order_by(acts.c.client_id, acts.c.n).execution_options(yield_per=BATCH)
        for client_id, own in groupby(self._read(ordered), key=lambda act: act.client_id):
            of_one, also = tuple(own), moved.pop(client_id, ())
            yield client_id, self._as_entered((*of_one, *also)) if also else of_one
        for client_id, also in moved.items():
            yield client_id, self._as_entered(also)

    def _of_merged(self, merged: dict[ClientId, ClientId]) -> dict[ClientId, tuple[Act, ...]]:
        moved: dict[ClientId, tuple[Act, ...]] = {}
        query = _select.where(acts.c.client_id.in_(list(merged)))
        for act in self._read(query) if merged else ():
            survivor = merged[act.client_id]
            moved[survivor] = (*moved.get(survivor, ()), act)
        return moved

    def _as_entered(self, several: tuple[Act, ...]) -> tuple[Act, ...]:
        ids = [act.id for act in several]
        rows = self._connection.execute(sa.select(acts.c.id, acts.c.n).where(acts.c.id.in_(ids)))
        place = {row.id: row.n for row in rows}
        return tuple(sorted(several, key=lambda act: place[act.id]))

    def _read(self, query: sa.Select[tuple[object, ...]]) -> Iterator[Act]:
        for row in self._connection.execute(query):
            yield translate.record_of(Act, row)
