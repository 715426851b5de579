"""The drafts drawer: forms not yet recorded, each kept for the person who wrote it."""

import sqlalchemy as sa

from immtrac_desk.domain.draft import KeptDraft
from immtrac_desk.domain.ids import DraftId, StaffId
from immtrac_desk.store.rows import drafts


class Drafts:
    """Drafts are the one thing that may be thrown away."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, kept: KeptDraft) -> None:
        """Keep a draft in place of what was kept of it before."""
        draft = kept.draft
        self.remove(draft.id)
        self._connection.execute(
            drafts.insert().values(
                id=draft.id,
                client_id=draft.client.id,
                record_id=draft.record_id,
                staff_id=kept.staff_id,
                kept_at=kept.kept_at,
                draft=draft,
            )
        )

    def get(self, draft_id: DraftId) -> KeptDraft | None:
        """A kept draft, None once it was recorded or thrown away."""
        row = self._connection.execute(drafts.select().where(drafts.c.id == draft_id)).first()
        return _kept(row) if row else None

    def of_staff(self, staff_id: StaffId) -> tuple[KeptDraft, ...]:
        """What this person left unfinished, newest first."""
        here = drafts.select().where(drafts.c.staff_id == staff_id)
        rows = self._connection.execute(here.order_by(drafts.c.kept_at.desc(), drafts.c.id))
        return tuple(_kept(row) for row in rows)

    def remove(self, draft_id: DraftId) -> None:
        """Throw a draft away; nothing happens where there is none."""
        self._connection.execute(drafts.delete().where(drafts.c.id == draft_id))


def _kept(row: sa.Row[tuple[object, ...]]) -> KeptDraft:
    return KeptDraft(draft=row.draft, staff_id=row.staff_id, kept_at=row.kept_at)
