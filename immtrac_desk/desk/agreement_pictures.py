"""What the counter shows of site agreements: frozen pictures, and the law's own words for them."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.roster_pictures import DutyLine, PersonFile, RoleLine, RosterLine
from immtrac_desk.domain.agreement import (
    AgreementApplication,
    AgreementFile,
    AgreementPaper,
    AgreementState,
    ApplicationState,
    ApplicationStep,
    OfficeTask,
    SiteAgreement,
)
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ApplicationId, PaperId, PersonId
from immtrac_desk.domain.organization import Answers, Organization
from immtrac_desk.domain.question import Question
from immtrac_desk.domain.site_person import NamedPerson, SitePerson
from immtrac_desk.law.access import AccessVerdict, Entity, Purpose
from immtrac_desk.law.agreement_dates import Rung
from immtrac_desk.law.agreement_triggers import Trigger
from immtrac_desk.law.breach import BreachClock, BreachFacts
from immtrac_desk.law.duties import Duty
from immtrac_desk.law.training import TrainingVerdict
from immtrac_desk.services.agreement_commands import EnterExisting, SignApplication

__all__ = [
    "AccessVerdict",
    "AgreementToday",
    "ApplicationLine",
    "ApplicationPicture",
    "BreachClock",
    "BreachFacts",
    "CardLine",
    "Duty",
    "DutyLine",
    "EnterExisting",
    "Entity",
    "PersonFile",
    "Purpose",
    "RoleLine",
    "RosterLine",
    "Rung",
    "SheetPicture",
    "SignApplication",
    "SiteLine",
    "Standing",
    "TimeMark",
    "TrainingVerdict",
    "Trigger",
    "TvfcLine",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLine:
    """One site among all: where its agreement stands (DT-13), and what is being prepared."""

    organization: Organization
    state: AgreementState
    row: str
    due: date | None
    days_left: int | None
    triggers: int
    application: ApplicationState | None
    """The state of the application in preparation that was saved last; None without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationLine:
    """One application of a site, in preparation or ended."""

    application: AgreementApplication
    state: ApplicationState
    row: str
    citation: str
    amber: bool
    returned: bool
    reason: str
    sent_on: date | None
    paper_id: PaperId | None
    """The packet whose signature counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TvfcLine:
    """The yearly TVFC/ASN row beside the agreement, with its own ladder."""

    due: date
    days_left: int
    rung: Rung | None
    next_rung: Rung | None
    typed: bool
    """The day was typed from DSHS; otherwise it is the enrolment and a year."""
    window: str
    enrolled_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Everything one glance at a site's agreement needs."""

    organization: Organization
    agreement: SiteAgreement | None
    state: AgreementState
    row: str
    citation: str
    due: date | None
    days_left: int | None
    triggers: tuple[Trigger, ...]
    rung: Rung | None
    next_rung: Rung | None
    tvfc: TvfcLine | None
    tasks: tuple[OfficeTask, ...]
    applications: tuple[ApplicationLine, ...]
    unconfirmed: bool
    """The due date rests on a period that nobody confirmed (OQ-35)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationPicture:
    """An application as its form shows it: open questions, what was carried over, what changed."""

    application: AgreementApplication
    organization: Organization
    state: ApplicationState
    row: str
    citation: str
    amber: bool
    returned: bool
    reason: str
    sent_on: date | None
    questions: tuple[Question, ...]
    """The questions that its answers open, in order."""
    carried: frozenset[str]
    changed: frozenset[str]
    was: Answers
    """The answers it was begun from."""
    was_people: tuple[NamedPerson, ...]
    """The people of the agreement it was begun from."""
    people_changed: tuple[Trigger, ...]
    findings: tuple[Finding, ...]
    steps: tuple[ApplicationStep, ...]
    papers: tuple[AgreementPaper, ...]
    files: tuple[AgreementFile, ...]
    signer_choices: tuple[SitePerson, ...]
    signer_label: str
    """What DT-14 calls the signer of this kind of organization: a code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPicture:
    """A packet drawn for reading; `signature_box` is x, y, width, height in points."""

    pdf: bytes
    digest: str
    pages: int
    signature_page: int
    signature_box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One answer to copy into the portal, in A1 to A8 order.

    For people there is one line for each person and field: `person` and `field` say which.
    """

    step: str
    question: Question
    values: tuple[str, ...]
    person: NamedPerson | None = None
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMark:
    """One mark on the line of the next months; `until` where it is a span."""

    on: date
    until: date | None
    kind: str
    """`agreement`, `rung`, `tvfc`, `training`, `role_end`, `task` or `application`."""
    organization: Organization
    who: str
    tone: str
    """`good`, `warn` or `bad`."""
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementToday:
    """One line about agreements on the Today page."""

    code: str
    """`agreement_overdue`, `agreement_change_due`, `agreement_due`, `tvfc_due`, `role_ending`,
    `training_due`, `training_overdue`, `application_waiting` or `task_due`."""
    organization: Organization
    days: int | None
    count: int
    who: str
    on: date | None
    tone: str
    application_id: ApplicationId | None = None
    person_id: PersonId | None = None
    trigger: Trigger | None = None
    """What changed first, where a change is due."""
    next_rung: Rung | None = None
    """The next reminder, where a due date comes near."""
    task: str = ""
    """What is to be done, for `task_due`."""
