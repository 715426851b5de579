"""The prints drawer: every sheet printed for ink, byte for byte; only ever added to."""

import sqlalchemy as sa

from immtrac_desk.domain.draft import Print
from immtrac_desk.domain.ids import DocumentId, DraftId, PrintId
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories import blobs
from immtrac_desk.store.rows import prints

_select = sa.select(*translate.columns_of(Print, prints))


class Prints:
    """Prints of drafts; the last one is stale once the draft's answers changed."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, printed: Print, pdf: bytes) -> None:
        """File a print. Refuses `print.digest_differs` where record and bytes disagree."""
        if printed.digest != blobs.digest_of(pdf):
            raise DeskError("print.digest_differs")
        values = translate.values_of(printed) | {"pdf": pdf}
        self._connection.execute(prints.insert().values(values))

    def get(self, print_id: PrintId) -> Print:
        """One print. Refuses `print.unknown`."""
        row = self._connection.execute(_select.where(prints.c.id == print_id)).first()
        if row is None:
            raise DeskError("print.unknown")
        return translate.record_of(Print, row)

    def pdf(self, print_id: PrintId) -> bytes:
        """The printed bytes. Refuses `print.unknown`."""
        c = prints.c
        return blobs.read(self._connection, c.pdf, c.digest, print_id, "print.unknown")

    def of_draft(self, draft_id: DraftId) -> tuple[Print, ...]:
        """A draft's prints, the last one last."""
        return self._read(prints.c.draft_id == draft_id)

    def of_record(self, record_id: DocumentId) -> tuple[Print, ...]:
        """The prints that carry a record id, the last one last."""
        return self._read(prints.c.record_id == record_id)

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[Print, ...]:
        query = _select.where(where).order_by(prints.c.printed_at, prints.c.id)
        return tuple(translate.record_of(Print, row) for row in self._connection.execute(query))
