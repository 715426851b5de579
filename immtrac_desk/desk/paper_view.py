"""What the papers room answers with: a line for each document, and what a scanned code found."""

from dataclasses import dataclass

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import ClientId, DocumentId, DraftId
from immtrac_desk.services.on_document import DocumentFile, open_file
from immtrac_desk.store.unit_of_work import UnitOfWork

_STATES = (
    (ActKind.WITHDRAWAL_CONFIRMED, "confirmed_by_dshs"),
    (ActKind.CONSENT_AFFIRMED, "affirmed"),
    (ActKind.RECEIPT_CONFIRMED, "received"),
    (ActKind.RELEASE_ANSWERED, "answered"),
    (ActKind.PAPER_SENT, "sent"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One filed paper on the Documents screen.

    `state`: in_error, invalidated, replaced, confirmed_by_dshs, affirmed, received, answered,
    sent or filed; `name` is the client's name today, the document keeps that at signing.
    """

    document: Document
    name: PersonName
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPaper:
    """What a scanned sheet belongs to: a filed document, a kept draft, or only a print of one."""

    document_id: DocumentId | None = None
    draft_id: DraftId | None = None
    client_id: ClientId | None = None
    printed_only: bool = False


def line_of(document: Document, uow: UnitOfWork) -> DocumentLine:
    """Return the line of a document."""
    client = uow.clients.get(uow.merges.survivor_of(document.client_id))
    return DocumentLine(
        document=document, name=client.name, state=state_of(open_file(document.id, uow))
    )


def state_of(file: DocumentFile) -> str:
    """Return how far a paper has come, as the last thing that counts (consents.md 6)."""
    if file.fault:
        return file.fault.removeprefix("document.")
    return next((state for kind, state in _STATES if file.has(kind)), "filed")
