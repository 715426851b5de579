"""DT-17: may somebody see a record, and for what; whatever no row allows is denied."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from immtrac_desk.domain.words import Status
from immtrac_desk.errors import InputError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import Row, first_row, row, rows


class Entity(Enum):
    """Who asks (the rows of DT-17)."""

    PROVIDER = "provider"
    HEALTH_DEPARTMENT = "health-department"
    SCHOOL = "school"
    CHILD_CARE = "child-care"
    CUSTODY_AGENCY = "custody-agency"
    PAYOR = "payor"
    RESPONDER_EMPLOYER = "responder-employer"
    """A first responder's employer; the responder in person is an individual."""
    EXCHANGE = "exchange"
    OTHER_STATE = "other-state"
    STATE_AGENCY = "state-agency"
    INDIVIDUAL = "individual"
    """The person, or the legally authorized representative."""
    RESEARCHER = "researcher"
    EMPLOYER = "employer"
    COURT = "court"
    CORRECTIONAL = "correctional"


class Purpose(Enum):
    """What for."""

    TREATMENT = "treatment"
    """Of its own patient."""
    ENROLLED = "enrolled"
    """The individual is enrolled there."""
    COVERED = "covered"
    """By a payor that the Texas Department of Insurance authorized."""
    PUBLIC_HEALTH = "public-health"
    """In its own area."""
    CUSTODY = "custody"
    SELF = "self"
    RESPONDER_CONSENT = "responder-consent"
    """With the first responder's own consent."""
    RELAY = "relay"
    """What a provider asked and authorized."""
    DISASTER = "disaster"
    STATISTICS = "statistics"
    CURIOSITY = "curiosity"
    EMPLOYMENT = "employment"
    SUBPOENA = "subpoena"


ENTITIES = tuple(one.value for one in Entity)
PURPOSES = tuple(one.value for one in Purpose)
RELEASED = Status.CONSENTED_ADULT.value
"""What is taken where no status is told."""

_NEVER = {
    Purpose.SUBPOENA: "access.subpoena",
    Purpose.EMPLOYMENT: "access.employment",
}
"""Purposes for which nothing is given, whoever asks (DT-17.13)."""
_NOBODY = frozenset({Entity.EMPLOYER, Entity.COURT})


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessVerdict:
    """The answer, the row that gives it, and the code of a sentence that says why.

    `status_row` is the row of DT-5 where the status alone denies. `writes`: `yes`, `no`,
    `prints`, `passes_on`, `relays`, `history`, `unknown`, or "" where it is denied.
    """

    allowed: bool
    row: str
    citation: str
    mark: str
    code: str
    status_row: str = ""
    writes: str = ""


def may_see(
    entity: Entity,
    purpose: Purpose,
    adult: bool | None,
    status: str,
    settings: LawSettings,
    on: date,
) -> AccessVerdict:
    """Return whether `entity` may see an identifiable record for `purpose` (DT-17).

    `adult` None: the age is not known, and what depends on it is denied. `status` is a word of
    `Status`; one that DT-5 does not release denies, and so does a minor's consent told of an
    adult. InputError `access.unknown_status`.
    """
    known = _status(status, adult)
    nobody = entity in _NOBODY or purpose in _NEVER
    found = first_row("DT-17", {"asks": "nobody" if nobody else entity.value}, on)
    code = _refusal(found, entity, purpose, settings)
    standing = "" if code else _not_released(found, known, settings, on)
    if standing:
        code = _unreleased_code(found, known)
    elif not code and found.then.get("minors_only"):
        code = _by_age(adult)
    return AccessVerdict(
        allowed=not code,
        row=found.id,
        citation=found.citation,
        mark=found.mark,
        code=code or found.text("code"),
        status_row=standing,
        writes="" if code else found.text("writes"),
    )


def _status(status: str, adult: bool | None) -> Status:
    try:
        known = Status(status)
    except ValueError:
        raise InputError("access.unknown_status", "status") from None
    # A minor's consent ends its release with the 18th birthday, whoever has noted it (DT-5.6).
    of_an_adult = adult and known is Status.CONSENTED_MINOR
    return Status.PENDING_ADULT if of_an_adult else known


def _refusal(found: Row, entity: Entity, purpose: Purpose, settings: LawSettings) -> str:
    """Return why the row does not allow this purpose, "" where it does."""
    if purpose in _NEVER:
        return _NEVER[purpose]
    if entity is Entity.CORRECTIONAL and settings.correctional == "deny":
        return "access.ask_dshs"
    if purpose.value in found.words("purposes"):
        return ""
    return "access.nobody" if entity in _NOBODY else "access.not_for_this"


def _not_released(found: Row, status: Status, settings: LawSettings, on: date) -> str:
    """Return the row of DT-5 by which the record is not released, "" where it is."""
    at_once = settings.release_pending_adult == "release_at_once"
    if status is Status.PENDING_ADULT and found.then.get("own_record") and at_once:
        return ""
    lines = [one for one in rows(on) if one.id.startswith("DT-5.")]
    own = [one for one in lines if one.text("status") == status.value]
    standing = own[0] if own else row("DT-5.10", on)
    return "" if standing.then["released"] else standing.id


def _unreleased_code(found: Row, status: Status) -> str:
    pending = status is Status.PENDING_ADULT and found.then.get("own_record")
    return "access.adult_form_first" if pending else "access.not_released"


def _by_age(adult: bool | None) -> str:
    if adult is None:
        return "access.age_needed"
    return "access.adult_record" if adult else ""
