"""Acts: what happened to a client's consent, appended and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum

from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, StaffId
from immtrac_desk.domain.words import FormKind, Scope, Who

FactValue = str | int | bool | None


class ActKind(Enum):
    """Past tense: each is also the name of its audit entry."""

    CONSENT_GRANTED = "consent_granted"
    CONSENT_DECLINED = "consent_declined"
    REFUSAL_NOTED = "refusal_noted"
    """A refusal by someone who may not sign: a note, not DECLINED (DT-5)."""
    CONSENT_WITHDRAWN = "consent_withdrawn"
    WITHDRAWAL_KEPT = "withdrawal_kept"
    """C-8 was read and the signer chose to stay."""
    RELEASE_AUTHORIZED = "release_authorized"
    RELEASE_DECLINED = "release_declined"
    RELEASE_ANSWERED = "release_answered"
    CONSENT_AFFIRMED = "consent_affirmed"
    PAPER_SENT = "paper_sent"
    RECEIPT_CONFIRMED = "receipt_confirmed"
    """DSHS, a fax sheet or a registered provider shows when it was received (DT-5, in effect)."""
    WITHDRAWAL_CONFIRMED = "withdrawal_confirmed"
    DOCUMENT_REPLACED = "document_replaced"
    DOCUMENT_INVALIDATED = "document_invalidated"
    ENTERED_IN_ERROR = "entered_in_error"
    CONFLICT_SETTLED = "conflict_settled"
    DEATH_RECORDED = "death_recorded"
    SEARCH_NOTED = "search_noted"
    RESPONDER_NOTED = "responder_noted"
    FILE_ATTACHED = "file_attached"
    ENTRY_STOPPED = "entry_stopped"
    """The registry's screens could not be walked to their end; `reason` says why."""
    SCHEDULE_READ = "schedule_read"
    """What somebody read off the tracking schedule on a day, as text; nothing is computed."""
    LETTER_MADE = "letter_made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act. `on` is the day it counts from; `at` the UTC moment it was entered.

    For a signature `on` is the signature date and `signed_at` its local time if known.
    Acts count in the order of (on, signed_at, at), as DT-5 and DT-6.7 say (`law/history.py`).
    """

    id: ActId
    client_id: ClientId
    kind: ActKind
    on: date
    at: datetime
    by: StaffId
    document_id: DocumentId | None = None
    form: FormKind | None = None
    scope: Scope | None = None
    signed_at: time | None = None
    signer: str = ""
    """Folded name of the signer: tells parent A from parent B (DT-6.4)."""
    capacity: Who | None = None
    reverses: ActId | None = None
    """For ENTERED_IN_ERROR: the act that is to be ignored."""
    row: str = ""
    """The decision-table row that allowed the act, e.g. `DT-1.1`."""
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    """Small named facts: `affirmed_by`, `channel`, `reason`, `seen`, `prevails`, `fr` ..."""
