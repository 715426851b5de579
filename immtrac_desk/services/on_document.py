"""The file of one document as later acts see it, and the one way they enter an act on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from immtrac_desk.domain.act import Act, ActKind, FactValue
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import ActId, DocumentId
from immtrac_desk.domain.words import Choice, FormKind
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork

GRANTED = frozenset({FormKind.MINOR, FormKind.ADULT, FormKind.DISASTER})
MAKING = frozenset(
    {
        ActKind.CONSENT_GRANTED,
        ActKind.CONSENT_DECLINED,
        ActKind.REFUSAL_NOTED,
        ActKind.CONSENT_WITHDRAWN,
        ActKind.WITHDRAWAL_KEPT,
        ActKind.RELEASE_AUTHORIZED,
        ActKind.RELEASE_DECLINED,
    }
)
"""The acts by which a document comes into being; one entered in error takes it along."""


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A document and the acts on it that still count (those entered in error left out)."""

    document: Document
    acts: tuple[Act, ...]

    @property
    def is_grant(self) -> bool:
        return self.document.form in GRANTED and self.document.choice is Choice.GRANT

    def first(self, kind: ActKind) -> Act | None:
        """Return the earliest act of this kind on the document, None if there is none."""
        return next((act for act in self.acts if act.kind is kind), None)

    def has(self, kind: ActKind) -> bool:
        return self.first(kind) is not None

    @property
    def made_by(self) -> Act | None:
        """The act that filed the document; None where that was entered in error."""
        return next((act for act in self.acts if act.kind in MAKING), None)

    @property
    def fault(self) -> str:
        """Why nothing more may be done with the document, as a code; "" if it stands."""
        if self.made_by is None:
            return "document.in_error"
        if self.has(ActKind.DOCUMENT_INVALIDATED):
            return "document.invalidated"
        return "document.replaced" if self.has(ActKind.DOCUMENT_REPLACED) else ""


def counted(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Return the acts without those entered in error and without the marks that say so."""
    known = tuple(acts)
    undone = {act.reverses for act in known if act.kind is ActKind.ENTERED_IN_ERROR}
    return tuple(
        act for act in known if act.id not in undone and act.kind is not ActKind.ENTERED_IN_ERROR
    )


def open_file(document_id: DocumentId, uow: UnitOfWork) -> DocumentFile:
    """Return the document with its acts. Raises DeskError `document.unknown`."""
    return file_of(uow.documents.get(document_id), uow)


def file_of(document: Document, uow: UnitOfWork) -> DocumentFile:
    """Return the file of a document in hand."""
    return DocumentFile(document, counted(uow.acts.of_document(document.id)))


def files_of(documents: Sequence[Document], uow: UnitOfWork) -> tuple[DocumentFile, ...]:
    """Return the files of documents in hand, in their order, read at once."""
    acts = uow.acts.of_documents([document.id for document in documents])
    return tuple(DocumentFile(one, counted(acts.get(one.id, ()))) for one in documents)


def open_standing_file(document_id: DocumentId, uow: UnitOfWork) -> DocumentFile:
    """As `open_file`, but refuse (RefusedError) a document that no longer counts."""
    file = open_file(document_id, uow)
    if file.fault:
        raise RefusedError(file.fault)
    return file


def refuse_day(on: date, document: Document, occasion: Occasion) -> None:
    """Raise InputError beside `on` for a day to come or before the signature (CLR-106)."""
    if on > occasion.today:
        raise InputError("date.future", "on")
    if on < document.signed_on:
        raise InputError("date.before_signature", "on")


def enter(
    file: DocumentFile,
    kind: ActKind,
    on: date,
    uow: UnitOfWork,
    occasion: Occasion,
    *,
    row: str = "",
    **facts: FactValue,
) -> Act:
    """Append one act on the document and return it."""
    act = Act(
        id=ActId(occasion.new_id()),
        client_id=file.document.client_id,
        kind=kind,
        on=on,
        at=occasion.now,
        by=occasion.actor.id,
        document_id=file.document.id,
        form=file.document.form,
        row=row,
        facts=facts,
    )
    uow.acts.add(act)
    return act


def told(act: Act, occasion: Occasion, **facts: Any) -> Outcome[Act]:
    """Return the outcome of one entered act: the act, its line in the book, what changed."""
    documents = frozenset({act.document_id} if act.document_id else ())
    return Outcome(
        act,
        (entry(occasion, act.kind.value, about=act, **facts),),
        Changes(clients=frozenset({act.client_id}), documents=documents),
    )
