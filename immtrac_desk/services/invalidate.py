"""Invalidate a document that was wrong from the start: kept, excluded, with a note (E28)."""

from dataclasses import dataclass

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.on_document import enter, open_standing_file, told
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidateDocument:
    """`note` says what was wrong with it; it is mandatory."""

    document_id: DocumentId
    note: str


def invalidate(command: InvalidateDocument, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Mark the document as never having counted. Not a withdrawal: both dates are kept apart.

    Raises InputError `note.missing`; RefusedError `document.*` where it does not stand.
    """
    note = clean(command.note, "note")
    if not note:
        raise InputError("note.missing", "note")
    file = open_standing_file(command.document_id, uow)
    kind = ActKind.DOCUMENT_INVALIDATED
    act = enter(file, kind, occasion.today, uow, occasion, row="E28", note=note)
    return told(act, occasion)
