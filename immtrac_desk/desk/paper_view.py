"""What the papers room answers with: a line for each document, and what a scanned code found."""

from collections.abc import Sequence
from dataclasses import dataclass

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import ApplicationId, ClientId, DocumentId, DraftId
from immtrac_desk.services.on_document import DocumentFile, files_of
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
    """What a scanned sheet belongs to: a filed document, a kept draft, or only a print of one.

    A packet of the site agreement belongs to its application.
    """

    document_id: DocumentId | None = None
    draft_id: DraftId | None = None
    client_id: ClientId | None = None
    application_id: ApplicationId | None = None
    printed_only: bool = False


def lines_of(documents: Sequence[Document], uow: UnitOfWork) -> tuple[DocumentLine, ...]:
    """Return the lines of documents, in their order, each under the client of today."""
    survivors = uow.merges.all()
    today = {d.client_id: survivors.get(d.client_id, d.client_id) for d in documents}
    clients = uow.clients.many(set(today.values()))
    return tuple(
        DocumentLine(
            document=file.document,
            name=clients[today[file.document.client_id]].name,
            state=state_of(file),
        )
        for file in files_of(documents, uow)
    )


def state_of(file: DocumentFile) -> str:
    """Return how far a paper has come, as the last thing that counts."""
    if file.fault:
        return file.fault.removeprefix("document.")
    return next((state for kind, state in _STATES if file.has(kind)), "filed")
