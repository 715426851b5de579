"""People of a site: who is named in an agreement, as what, from when until when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from immtrac_desk.domain.ids import (
    AgreementFileId,
    OrganizationId,
    PersonId,
    RoleId,
    StaffId,
    TrainingId,
)


class SiteRole(Enum):
    """What somebody is to the registry (handbook, agreements 4)."""

    SIGNER = "signer"
    """Responsible medical provider or authorized signer (DT-14)."""
    POINT_OF_CONTACT = "point_of_contact"
    PRIMARY_CONTACT = "primary_contact"
    """A role of its own is unconfirmed (OQ-40)."""
    PRESCRIBER = "prescriber"
    PHARMACIST_IN_CHARGE = "pharmacist_in_charge"
    MEDICAL_DIRECTOR = "medical_director"
    """Of a local health department: its change is told to DSHS within 30 days."""
    SUPERVISOR = "supervisor"
    SUPERVISOR_DX = "supervisor_dx"
    FULL_ACCESS = "full_access"
    VIEW_ONLY = "view_only"
    SCHOOL_USER = "school_user"
    PAYOR_USER = "payor_user"
    ADMINISTRATOR = "administrator"
    EXCHANGE_CONTACT = "exchange_contact"


SUPERVISORS = frozenset({SiteRole.SUPERVISOR, SiteRole.SUPERVISOR_DX})
"""Roles that need a training date (DT-16.4)."""
USERS = SUPERVISORS | {
    SiteRole.FULL_ACCESS,
    SiteRole.VIEW_ONLY,
    SiteRole.SCHOOL_USER,
    SiteRole.PAYOR_USER,
    SiteRole.ADMINISTRATOR,
}
"""Roles that come with an account in ImmTrac2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePerson:
    """One person with one e-mail and one account, at one site or several (DT-16.10, 16.11).

    No password of ImmTrac2 is ever part of it (DT-16.8).
    """

    id: PersonId
    first_name: str = ""
    middle_initial: str = ""
    last_name: str = ""
    email: str = ""
    phone: str = ""
    extension: str = ""
    title: str = ""
    """MD, DO, NP, APN, PA, CNM, RPh ..., or a word for the office held (DT-14)."""
    licence_no: str = ""
    """Professional licence, as doses carry it; preferred to the NPI. Never a driver licence."""
    npi: str = ""
    registry_user: str = ""
    """The user name in ImmTrac2, for people who have one."""
    hired_on: date | None = None
    left_on: date | None = None
    """The last day at the clinic; inclusive."""
    account_made_on: date | None = None
    account_disabled_on: date | None = None

    @property
    def shown(self) -> str:
        """`Last, First M`, leaving out what is not there."""
        given = " ".join(part for part in (self.first_name, self.middle_initial) if part)
        return ", ".join(part for part in (self.last_name, given) if part)

    @property
    def written(self) -> str:
        """`First M Last`, as somebody signs."""
        return " ".join(p for p in (self.first_name, self.middle_initial, self.last_name) if p)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHeld:
    """A role at a site. Both days are inclusive; `until_on` None: still held."""

    id: RoleId
    person_id: PersonId
    organization_id: OrganizationId
    role: SiteRole
    from_on: date
    until_on: date | None = None

    def holds(self, on: date) -> bool:
        """True if the role is held on `on`."""
        return self.from_on <= on and (self.until_on is None or on <= self.until_on)


class TrainingKind(Enum):
    """What somebody was trained in."""

    HB300 = "hb300"
    """Texas medical privacy, H&SC 181.101 (DT-16.1)."""
    SUPERVISOR = "supervisor"
    """ImmTrac2 provider supervisor training (DT-16.4)."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """A training that was completed; its signed proof is kept six years (DT-16.2)."""

    id: TrainingId
    person_id: PersonId
    kind: TrainingKind
    on: date
    signed: bool
    """The person signed the verification."""
    noted_at: datetime
    by: StaffId
    proof_id: AgreementFileId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """Somebody as an application names them: frozen with it, whatever changes later."""

    person_id: PersonId
    first_name: str
    last_name: str
    roles: tuple[SiteRole, ...]
    middle_initial: str = ""
    email: str = ""
    phone: str = ""
    extension: str = ""
    title: str = ""
    licence_no: str = ""
    npi: str = ""
    registry_user: str = ""
    supervisor_trained_on: date | None = None

    @property
    def shown(self) -> str:
        """`Last, First M`, leaving out what is not there."""
        given = " ".join(part for part in (self.first_name, self.middle_initial) if part)
        return ", ".join(part for part in (self.last_name, given) if part)
