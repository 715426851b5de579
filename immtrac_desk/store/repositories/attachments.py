"""The attachments drawer: scans, confirmations and court orders beside an act; only added to."""

import sqlalchemy as sa

from immtrac_desk.domain.document import Attachment
from immtrac_desk.domain.ids import ActId, AttachmentId, ClientId
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories import blobs
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import attachments as table

_select = sa.select(*translate.columns_of(Attachment, table))


class Attachments:
    """Files as they came; what they are was settled by their content before they got here."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, attachment: Attachment, content: bytes) -> None:
        """File `content`. Refuses `attachment.digest_differs` where record and bytes disagree."""
        if (attachment.digest, attachment.size) != (blobs.digest_of(content), len(content)):
            raise DeskError("attachment.digest_differs")
        values = translate.values_of(attachment) | {"content": content}
        self._connection.execute(table.insert().values(values))

    def get(self, attachment_id: AttachmentId) -> Attachment:
        """One attachment. Refuses `attachment.unknown`."""
        row = self._connection.execute(_select.where(table.c.id == attachment_id)).first()
        if row is None:
            raise DeskError("attachment.unknown")
        return translate.record_of(Attachment, row)

    def content(self, attachment_id: AttachmentId) -> bytes:
        """The bytes of one attachment. Refuses `attachment.unknown`."""
        c = table.c
        return blobs.read(
            self._connection, c.content, c.digest, attachment_id, "attachment.unknown"
        )

    def of_act(self, act_id: ActId) -> tuple[Attachment, ...]:
        """What was attached to an act, oldest first."""
        return self._read(table.c.act_id == act_id)

    def of_client(self, client_id: ClientId) -> tuple[Attachment, ...]:
        """A client's attachments and those of everyone merged into it, oldest first."""
        return self._read(table.c.client_id.in_(Merges(self._connection).group(client_id)))

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[Attachment, ...]:
        query = _select.where(where).order_by(table.c.attached_at, table.c.id)
        return tuple(translate.record_of(Attachment, r) for r in self._connection.execute(query))
