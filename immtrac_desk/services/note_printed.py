"""Note that a printer took a paper: only this counts as printed, not that bytes were made ready."""

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


def note_printed(record_id: DocumentId, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Log a filed paper as reprinted, one not yet filed as printed for ink (E34).

    Raises RefusedError `print.missing` where nothing of this record was ever made ready.
    """
    filed = bool(uow.acts.of_document(record_id))
    line = _again(record_id, uow, occasion) if filed else _for_ink(record_id, uow, occasion)
    return Outcome(None, (line,), Changes(documents=frozenset({record_id})))


def _again(record_id: DocumentId, uow: UnitOfWork, occasion: Occasion) -> AuditEntry:
    document = uow.documents.get(record_id)
    return entry(
        occasion,
        "reprinted",
        client_id=document.client_id,
        document_id=record_id,
        document_digest=document.digest,
        copy=occasion.actor.role is Role.AUDITOR,
    )


def _for_ink(record_id: DocumentId, uow: UnitOfWork, occasion: Occasion) -> AuditEntry:
    prints = uow.prints.of_record(record_id)
    kept = uow.drafts.get(prints[-1].draft_id) if prints else None
    if kept is None:
        raise RefusedError("print.missing")
    return entry(
        occasion,
        "printed",
        client_id=kept.draft.client.id,
        document_id=record_id,
        document_digest=prints[-1].digest,
        form=kept.draft.form.stock_no,
        language=prints[-1].language,
    )
