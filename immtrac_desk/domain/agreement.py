"""The site agreement and the application for one, kept apart from each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from immtrac_desk.domain.act import FactValue
from immtrac_desk.domain.ids import (
    AgreementFileId,
    AgreementId,
    ApplicationId,
    OfficeTaskId,
    OrganizationId,
    PaperId,
    PersonId,
    QuestionSetId,
    StaffId,
    StepId,
)
from immtrac_desk.domain.organization import Answers
from immtrac_desk.domain.site_person import NamedPerson
from immtrac_desk.domain.words import Manner


class ApplicationKind(Enum):
    """What is applied for; a renewal is also the change form (IEE-526)."""

    REGISTRATION = "registration"
    RENEWAL = "renewal"
    CHANGE = "change"


class ApplicationState(Enum):
    """The derived state of an application (DT-12)."""

    APPROVED = "APPROVED"
    REFUSED = "REFUSED"
    ABANDONED = "ABANDONED"
    SUBMITTED = "SUBMITTED"
    DRAFT = "DRAFT"
    READY_TO_SIGN = "READY_TO_SIGN"
    SIGNED_NOT_SENT = "SIGNED_NOT_SENT"


class AgreementState(Enum):
    """The derived state of the agreement in force (DT-13); our own words for it."""

    CLOSED = "CLOSED"
    NONE = "NONE"
    OVERDUE = "OVERDUE"
    CHANGE_DUE = "CHANGE_DUE"
    DUE_NOW = "DUE_NOW"
    DUE_SOON = "DUE_SOON"
    CURRENT = "CURRENT"


class StepKind(Enum):
    """What happened to an application; past tense, each also the name of its audit entry."""

    BEGUN = "application_begun"
    SIGNED = "application_signed"
    SIGNATURE_DROPPED = "application_signature_dropped"
    """An edit after signing; the signed print stays (DT-12)."""
    SENT = "application_sent"
    RETURNED = "application_returned"
    APPROVED = "application_approved"
    REFUSED = "application_refused"
    ABANDONED = "application_abandoned"
    ENTERED_IN_ERROR = "application_step_undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationStep:
    """One step, appended and never changed. `on` is the day it counts from."""

    id: StepId
    application_id: ApplicationId
    kind: StepKind
    on: date
    at: datetime
    by: StaffId
    paper_id: PaperId | None = None
    """SIGNED: the signed packet."""
    signer_id: PersonId | None = None
    reverses: StepId | None = None
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    """`reason`, `confirmation_no`, `sent_by`, `due_on` (ISO), `file` ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementApplication:
    """A registration, renewal or change in preparation. Its state is derived (DT-12)."""

    id: ApplicationId
    organization_id: OrganizationId
    kind: ApplicationKind
    begun_on: date
    question_set: QuestionSetId
    """Missing answers are judged by the questions with which it was begun."""
    answers: Answers = field(default_factory=dict)
    people: tuple[NamedPerson, ...] = ()
    base_id: AgreementId | None = None
    """The agreement whose answers were carried over; None for a first registration."""
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAgreement:
    """An approved agreement: the last one of a site is in force (DT-13)."""

    id: AgreementId
    organization_id: OrganizationId
    approved_on: date | None
    """None where only a due date is known of an agreement that was entered."""
    due_on: date | None
    """The day typed from DSHS; it wins over approval and period."""
    application_id: ApplicationId | None
    """None: entered as it was already."""
    answers: Answers
    people: tuple[NamedPerson, ...]
    entered_at: datetime
    by: StaffId

    @property
    def since(self) -> date:
        """The day it counts from among several."""
        return self.approved_on or self.entered_at.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPaper:
    """A filed packet, signed. Nothing on it changes; its bytes are what is printed again."""

    id: PaperId
    organization_id: OrganizationId
    application_id: ApplicationId
    language: str
    revision: str
    signer_id: PersonId
    signer_name: str
    signer_title: str
    licence_no: str
    signed_on: date
    manner: Manner
    seen_by: str
    filed_at: datetime
    by: StaffId
    digest_read: str
    """SHA-256 of the packet as the signer read it."""
    digest: str
    """SHA-256 of the filed PDF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFile:
    """A file kept beside a site, an application or a person: told by its content, not its name."""

    id: AgreementFileId
    organization_id: OrganizationId
    application_id: ApplicationId | None
    person_id: PersonId | None
    what: str
    """`agreement`, `confidentiality`, `confirmation`, `training_proof`, `scan` or `other`."""
    media_type: str
    size: int
    digest: str
    attached_at: datetime
    by: StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTask:
    """What the office must still do outside the desk, opened by an act and closed by one.

    `disable_account` (DT-16.7), `tell_dshs_director` (30 days, local health departments),
    `iee_526` (a prescriber the registry does not know: a change is due).
    """

    id: OfficeTaskId
    organization_id: OrganizationId
    what: str
    opened_on: date
    opened_at: datetime
    opened_by: StaffId
    person_id: PersonId | None = None
    due_on: date | None = None
    closed_on: date | None = None
    closed_by: StaffId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyConfirmed:
    """Somebody confirmed that a duty of section 8 is met; appended, the latest is shown."""

    organization_id: OrganizationId
    duty: str
    on: date
    at: datetime
    by: StaffId
    by_name: str
    note: str = ""
