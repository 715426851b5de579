"""Doses given, and what became of each at the registry."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from immtrac_desk.domain.ids import (
    ClientId,
    DoseId,
    DoseStepId,
    EventId,
    OrganizationId,
    PersonId,
    StaffId,
)


class ReportMethod(Enum):
    """How a dose is reported (handbook, reporting 4). No other way counts as reporting."""

    ONLINE = "online"
    BATCH = "batch"
    WEB_SERVICE = "web_service"
    FLAT_FILE = "flat_file"
    """Payors only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """One dose as it was given. A correction makes a new version; the one before is kept.

    What is reported of it follows 25 TAC 100.1(3) (handbook, reporting 2).
    """

    id: DoseId
    client_id: ClientId
    given_on: date
    cvx: str = ""
    """Vaccine by its national code (CVX), as text; `""` not known yet."""
    trade_name: str = ""
    manufacturer: str = ""
    """National code (MVX)."""
    lot: str = ""
    route: str = ""
    """Code of HL7 table 0162, e.g. `IM`."""
    body_site: str = ""
    """Code of HL7 table 0163, e.g. `LD`."""
    eligibility: str = ""
    """A code of DT-23, e.g. `medicaid`."""
    prescriber_id: PersonId | None = None
    """Somebody of the agreement's list: one who is not there is answered with IEE-526."""
    organization_id: OrganizationId | None = None
    """The site where it was given; None where the clinic has one site only."""
    event_id: EventId | None = None
    """The disaster whose vaccine and days it falls under (DT-19.7)."""
    responder_asks: bool = False
    """A first responder, or an adult of the household, asks for it to be reported (DT-19.6)."""
    historical: bool = False
    """Given elsewhere, told with evidence (DT-19.12); no clock of ours runs."""
    entered_at: datetime
    entered_by: StaffId
    version: int = 1


class DoseStepKind(Enum):
    """What happened to a dose; past tense, each also the name of its audit entry."""

    REPORTED = "dose_reported"
    SET_ASIDE = "dose_set_aside"
    """Not to be reported, with the reason (DT-19.4)."""
    VOIDED = "dose_voided"
    """Entered in error: it was never given."""
    UNDONE = "dose_step_undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseStep:
    """One step, appended and never changed. `on` is the day it counts from, `at` its entry."""

    id: DoseStepId
    dose_id: DoseId
    kind: DoseStepKind
    on: date
    at: datetime
    by: StaffId
    method: ReportMethod | None = None
    registry_user: str = ""
    """Who typed or sent it, as the registry knows them."""
    reason: str = ""
    reverses: DoseStepId | None = None


class DoseState(Enum):
    """The derived state of a dose: what it waits for."""

    VOIDED = "VOIDED"
    SET_ASIDE = "SET_ASIDE"
    NOT_DUE = "NOT_DUE"
    """DT-19 says no: an adult without consent, or a history."""
    REPORTED = "REPORTED"
    REJECTED = "REJECTED"
    """Reported, and an answer that rejects it is not mended yet."""
    TO_RESEND = "TO_RESEND"
    """The answer was mended since: report it again."""
    SEARCH_FIRST = "SEARCH_FIRST"
    """An adult whose consent nobody has looked for yet (DT-19.5)."""
    WAITING = "WAITING"


OPEN_DOSES = frozenset(
    {DoseState.WAITING, DoseState.SEARCH_FIRST, DoseState.REJECTED, DoseState.TO_RESEND}
)
"""States in which somebody still has to do something."""
