"""A minor form that came too late: superseded, and the adult form offered with what is known."""

from collections.abc import Iterable

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import DocumentId, DraftId
from immtrac_desk.domain.values import said
from immtrac_desk.domain.words import FormKind, Who
from immtrac_desk.services.keep_draft import put_draft
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork

TOO_LATE = frozenset({"DT-4.2", "DT-4.4"})
"""Rows by which the paper of a minor ends and the adult form is offered (E1, E2)."""


def is_superseded(draft: ConsentDraft, findings: Iterable[object]) -> bool:
    """True if one of these findings ends the draft: the client turned 18 before it counted."""
    return draft.form is FormKind.MINOR and any(
        isinstance(found, Finding) and found.row in TOO_LATE for found in findings
    )


def supersede_draft(
    draft: ConsentDraft, uow: UnitOfWork, occasion: Occasion
) -> Outcome[ConsentDraft]:
    """Replace the minor draft by an adult one, once; what was printed stays among the prints."""
    adult = _begun(draft, uow, occasion) or adult_draft(draft, occasion)
    uow.drafts.remove(draft.id)
    put_draft(adult, uow, occasion)
    line = entry(
        occasion,
        "draft_superseded",
        client_id=draft.client.id,
        document_id=draft.record_id,
        row="DT-4.4",
        why="turned_18",
        by_document=adult.record_id,
    )
    return Outcome(adult, (line,), Changes(drafts=True))


def adult_draft(draft: ConsentDraft, occasion: Occasion) -> ConsentDraft:
    """Return a fresh adult form for the same client, who now signs alone; nothing is chosen."""
    return ConsentDraft(
        id=DraftId(occasion.new_id()),
        record_id=DocumentId(occasion.new_id()),
        form=FormKind.ADULT,
        language=draft.language,
        client=draft.client,
        signer_name=own_name(draft.client),
        who=Who.SELF,
        received_by=draft.received_by,
    )


def own_name(client: Client) -> str:
    """Return the client's name as one prints it beside a signature."""
    name = client.name
    return " ".join(part for part in map(said, (name.first, name.middle, name.last)) if part)


def _begun(draft: ConsentDraft, uow: UnitOfWork, occasion: Occasion) -> ConsentDraft | None:
    mine = (kept.draft for kept in uow.drafts.of_staff(occasion.actor.id))
    alike = (d for d in mine if d.form is FormKind.ADULT and d.client.id == draft.client.id)
    return next(alike, None)
