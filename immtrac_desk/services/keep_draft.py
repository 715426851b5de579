"""Keep, resume and discard a draft; it belongs to the person who wrote it."""

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.draft import ConsentDraft, KeptDraft
from immtrac_desk.domain.ids import DraftId
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork

_DRAFTS = Changes(drafts=True)


def keep_draft(draft: ConsentDraft, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Write the draft as it stands, however incomplete. The book tells its beginning once.

    A draft whose record is already filed is left alone: the pause that keeps drafts may end
    just after the act. Raises RefusedError `draft.of_another`.
    """
    if uow.acts.of_document(draft.record_id):
        return Outcome(None)
    before = uow.drafts.get(draft.id)
    if before is not None and before.staff_id != occasion.actor.id:
        raise RefusedError("draft.of_another")
    put_draft(draft, uow, occasion)
    if before is not None:
        return Outcome(None, (), _DRAFTS)
    return Outcome(None, (_line("draft_kept", draft, occasion),), _DRAFTS)


def put_draft(draft: ConsentDraft, uow: UnitOfWork, occasion: Occasion) -> None:
    """Write the draft under the actor's name. Raises InputError `text.control`."""
    kept = KeptDraft(draft=draft, staff_id=occasion.actor.id, kept_at=occasion.now)
    try:
        uow.drafts.put(kept)
    except UnicodeEncodeError as error:
        # Half a letter, as a broken paste leaves it, has no bytes; the error would quote the text.
        character = f"U+{ord(error.object[error.start]):04X}"
        raise InputError("text.control", "draft", character=character) from None


def resume_draft(draft_id: DraftId, uow: UnitOfWork, occasion: Occasion) -> Outcome[ConsentDraft]:
    """Return one's own draft to go on with. Raises RefusedError `draft.unknown`, `.of_another`."""
    draft = _own(draft_id, uow, occasion)
    return Outcome(draft, (_line("draft_resumed", draft, occasion),))


def discard_draft(draft_id: DraftId, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Drop one's own draft. What was printed of it stays among the prints."""
    draft = _own(draft_id, uow, occasion)
    uow.drafts.remove(draft.id)
    return Outcome(None, (_line("draft_discarded", draft, occasion),), _DRAFTS)


def _own(draft_id: DraftId, uow: UnitOfWork, occasion: Occasion) -> ConsentDraft:
    kept = uow.drafts.get(draft_id)
    if kept is None:
        raise RefusedError("draft.unknown")
    if kept.staff_id != occasion.actor.id:
        raise RefusedError("draft.of_another")
    return kept.draft


def _line(act: str, draft: ConsentDraft, occasion: Occasion) -> AuditEntry:
    return entry(
        occasion,
        act,
        client_id=draft.client.id,
        document_id=draft.record_id,
        form=draft.form.stock_no,
    )
