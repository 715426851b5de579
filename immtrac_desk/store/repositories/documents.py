"""The documents drawer: filed papers with their bytes; only ever added to."""

from collections.abc import Iterator

import sqlalchemy as sa

from immtrac_desk.domain.document import Document, Signature
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories import blobs
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import documents, signatures

_select = sa.select(*translate.columns_of(Document, documents))


class Documents:
    """Papers as filed; the bytes are asked for apart from the record."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, document: Document, pdf: bytes = b"", signature: Signature | None = None) -> None:
        """File a paper and its bytes (none where no sheet of ours exists), and how it was signed.

        Refuses `document.digest_differs` where `document.digest` is not that of `pdf`.
        """
        if document.digest != blobs.digest_of(pdf):
            raise DeskError("document.digest_differs")
        values = translate.values_of(document) | {"pdf": pdf}
        self._connection.execute(documents.insert().values(values))
        if signature is not None:
            signed = translate.values_of(signature) | {"document_id": document.id}
            self._connection.execute(signatures.insert().values(signed))

    def get(self, document_id: DocumentId) -> Document:
        """One paper. Refuses `document.unknown`."""
        row = self._connection.execute(_select.where(documents.c.id == document_id)).first()
        if row is None:
            raise DeskError("document.unknown")
        return translate.record_of(Document, row)

    def pdf(self, document_id: DocumentId) -> bytes:
        """The filed bytes, `b""` where there are none. Refuses `document.unknown`."""
        c = documents.c
        return blobs.read(self._connection, c.pdf, c.digest, document_id, "document.unknown")

    def signature(self, document_id: DocumentId) -> Signature | None:
        """How a paper was signed, with the strokes as they were drawn."""
        here = signatures.c.document_id == document_id
        row = self._connection.execute(signatures.select().where(here)).first()
        return translate.record_of(Signature, row) if row else None

    def of_client(self, client_id: ClientId) -> tuple[Document, ...]:
        """A client's papers and those of everyone merged into it, oldest first."""
        ids = Merges(self._connection).group(client_id)
        return tuple(self._read(_select.where(documents.c.client_id.in_(ids))))

    def all(self) -> Iterator[Document]:
        """Every paper, oldest first."""
        return self._read(_select.execution_options(yield_per=500))

    def recent(self, limit: int, skip: int = 0) -> tuple[Document, ...]:
        """A page of papers, newest first."""
        newest = (documents.c.filed_at.desc(), documents.c.id.desc())
        rows = self._connection.execute(_select.order_by(*newest).limit(limit).offset(skip))
        return tuple(translate.record_of(Document, row) for row in rows)

    def count(self) -> int:
        """How many papers are filed."""
        return self._connection.scalar(sa.select(sa.func.count()).select_from(documents)) or 0

    def _read(self, query: sa.Select[tuple[object, ...]]) -> Iterator[Document]:
        for row in self._connection.execute(query.order_by(documents.c.filed_at, documents.c.id)):
            yield translate.record_of(Document, row)
