"""Look at a filed paper, or make it ready to print again: byte for byte, and logged (E34)."""

from dataclasses import replace
from typing import Any

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import RefusedError
from immtrac_desk.paperwork.answers import restored
from immtrac_desk.paperwork.marks import marks_of
from immtrac_desk.paperwork.sheets import Paper, draw
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.repositories.audit import AuditFilter
from immtrac_desk.store.unit_of_work import UnitOfWork


def look_at_document(
    document_id: DocumentId, uow: UnitOfWork, occasion: Occasion
) -> Outcome[bytes]:
    """Return the filed bytes and log the look. Raises RefusedError `document.no_sheet`."""
    document = uow.documents.get(document_id)
    pdf = _filed(document, uow)
    return Outcome(pdf, (_line("document_looked_at", document, occasion),))


def reprint(document_id: DocumentId, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the bytes to print: those filed, or for an auditor the same sheet marked 'copy'."""
    document = uow.documents.get(document_id)
    pdf = _filed(document, uow)
    copy = occasion.actor.role is Role.AUDITOR
    if copy:
        pdf = draw(_copy(document, uow, occasion)).pdf
    return Outcome(pdf, (_line("reprint_prepared", document, occasion, copy=copy),))


def times_printed(document_id: DocumentId, uow: UnitOfWork) -> int:
    """Return how often a printer took the paper: for ink before it was filed, and since."""
    printed = AuditFilter(document_id=document_id, acts=("printed", "reprinted"))
    return uow.audit.count(printed)


def paper_again(document: Document, uow: UnitOfWork, occasion: Occasion) -> Paper:
    """Return the sheet of a filed document anew, from its own frozen answers and revision."""
    signature = uow.documents.signature(document.id)
    drawn_on = signature is not None and document.digest != document.digest_read
    return Paper(
        form=document.form,
        language=document.language,
        revision=document.revision,
        record_id=document.id,
        answers=restored(document.answers),
        paper_check=occasion.paper_check,
        practice=occasion.practice,
        marks=marks_of(signature, document.choice, document.witness_name)
        if drawn_on and signature
        else None,
    )


def _copy(document: Document, uow: UnitOfWork, occasion: Occasion) -> Paper:
    paper = paper_again(document, uow, occasion)
    if draw(paper).digest != document.digest:
        raise RefusedError("copy.differs")
    return replace(paper, copy=True)


def _filed(document: Document, uow: UnitOfWork) -> bytes:
    pdf = uow.documents.pdf(document.id)
    if not pdf:
        raise RefusedError("document.no_sheet")
    return pdf


def _line(act: str, document: Document, occasion: Occasion, **facts: Any) -> AuditEntry:
    return entry(
        occasion,
        act,
        client_id=document.client_id,
        document_id=document.id,
        document_digest=document.digest,
        **facts,
    )
