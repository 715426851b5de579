"""Drafts: incomplete on purpose, frozen, replaced and never mutated."""

from dataclasses import dataclass, field
from datetime import date, datetime

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.ids import DocumentId, DraftId, EventId, PrintId, StaffId
from immtrac_desk.domain.words import Choice, FormKind, Responder, Scope, Who


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSeen:
    """A court order, designation or power of attorney that was seen (DT-2.2, 2.3, 3.2, 3.3)."""

    seen: bool = False
    what: str = ""
    dated_on: date | None = None
    county: str = ""
    cause_no: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A supervisor's override with a reason and what was seen (DT-2.6, 2.8, 2.11, 3.7)."""

    reason: str
    seen: str
    by: StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTo:
    """F11-11406: who asks and where the history goes (field 18)."""

    requester: str = ""
    relation: str = ""
    address: str = ""
    fax: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDraft:
    """A form being filled in: the client as edited here, the signer, the choice."""

    id: DraftId
    record_id: DocumentId
    form: FormKind
    language: str
    client: Client
    signer_name: str = ""
    who: Who | None = None
    relation: str = ""
    paper_seen: PaperSeen = field(default_factory=PaperSeen)
    choice: Choice | None = None
    scope: Scope | None = None
    responder: Responder = Responder.NONE
    event_id: EventId | None = None
    release_to: ReleaseTo = field(default_factory=ReleaseTo)
    cannot_write: bool = False
    witness_name: str = ""
    interpreter_name: str = ""
    received_by: str = ""
    override: Override | None = None
    replaces: DocumentId | None = None
    replacement_reason: str = ""
    """Lost, illegible or wrong person: the only grounds for a second grant (DT-6.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A draft as it lies in the vault, offered back to the person who wrote it."""

    draft: ConsentDraft
    staff_id: StaffId
    kept_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """One print of a draft for ink; stale as soon as the draft changed after it."""

    id: PrintId
    draft_id: DraftId
    record_id: DocumentId
    printed_at: datetime
    language: str
    revision: str
    digest: str
    answers_digest: str
    """Digest of the answers that were printed: an edit makes another and this print stale."""
