"""What the counter shows of doses and of the registry's answers: frozen pictures of one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from immtrac_desk.domain.answer import Answer, AnswerItem, ItemState, UnreadLines
from immtrac_desk.domain.client import ClientMatch
from immtrac_desk.domain.dose import Dose, DoseStep
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ClientId, DocumentId, DoseId, OrganizationId
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.law.dose_state import DoseVerdict
from immtrac_desk.law.eligibility import EligibilityGroup
from immtrac_desk.law.reporting import DueState, Duty
from immtrac_desk.law.reporting_faults import ConsentFault
from immtrac_desk.law.response_codes import Owner, ResponseCode
from immtrac_desk.services.response_items import ResponseItem
from immtrac_desk.vaccines import Coded, Manufacturer, Vaccine

__all__ = [
    "LEADS",
    "AnswerCounts",
    "AnswerPreview",
    "Coded",
    "ConsentFault",
    "DoseLine",
    "DosePicture",
    "DoseVerdict",
    "DueState",
    "Duty",
    "EligibilityGroup",
    "ItemLine",
    "Lead",
    "Manufacturer",
    "Owner",
    "ResponseCode",
    "ResponseItem",
    "StepLine",
    "Vaccine",
]

LEADS = (
    *("consent", "affirm", "client", "responsible", "dose", "agreement", "dshs", "match"),
    *("note", "none"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Where an item leads: `kind` is one of LEADS, the ids those of the act that mends it."""

    kind: str
    client_id: ClientId | None = None
    document_id: DocumentId | None = None
    dose_id: DoseId | None = None
    organization_id: OrganizationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item of an answer as it stands. `by` is what closed it, `closed_at` when."""

    item: AnswerItem
    code: ResponseCode
    state: ItemState
    client: ClientMatch | None
    answer: Answer
    leads_to: Lead
    vaccine: Vaccine | None = None
    """What the answer calls by its CVX code; None where it names none, or one we do not know."""
    dose_id: DoseId | None = None
    by: str = ""
    closed_at: datetime | None = None
    again: int = 0
    """How often later answers said the same."""
    note: str = ""
    """What whoever closed it by hand wrote down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPreview:
    """An answer as it would be taken in; nothing of it is kept yet."""

    rows: tuple[ResponseItem, ...]
    unread: tuple[UnreadLines, ...]
    messages: int
    accepted: int
    known: Answer | None = None
    """The answer that these very bytes are already."""
    again: int = 0
    """Rows that an open item says already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCounts:
    """How many items wait for whom, and how many wait for nobody."""

    open: Mapping[Owner, int]
    hidden: int
    mended: int
    closed: int

    @property
    def waiting(self) -> int:
        return sum(self.open.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step of a dose, by whom, and whether it was taken back or may be."""

    step: DoseStep
    by_name: str
    undone: bool
    can_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DosePicture:
    """A dose with everything that is known about it, read at one moment."""

    dose: Dose
    vaccine: Vaccine | None
    verdict: DoseVerdict
    faults: tuple[ConsentFault, ...]
    """What the registry would name of the consent, found here first."""
    missing: tuple[Finding, ...]
    """`element.missing` with its `level`, then warnings; errors beside a field refuse saving."""
    groups: tuple[EligibilityGroup, ...]
    """The eligibility codes that fit the age on the day (DT-23)."""
    prescriber: SitePerson | None
    event: DisasterEvent | None
    items: tuple[ItemLine, ...] = ()
    steps: tuple[StepLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseLine:
    """One dose of the list of those to report."""

    dose: Dose
    client_id: ClientId
    client_name: str
    born_on: date
    vaccine: Vaccine | None
    verdict: DoseVerdict
    faults: tuple[ConsentFault, ...]
    missing: int
    """How many elements are missing."""
    no_client: bool
    """The registry does not know the client yet: no ImmTrac2 ID is on record."""

    @property
    def vaccine_name(self) -> str:
        """The vaccine's English name, else its code as it was typed."""
        return self.vaccine.name if self.vaccine else self.dose.cvx
