"""What the counter shows of a site's people and duties: frozen pictures, read at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.agreement import AgreementFile, DutyConfirmed
from immtrac_desk.domain.ids import TrainingId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, Training
from immtrac_desk.law.duties import Duty
from immtrac_desk.law.training import TrainingVerdict

ACCOUNTS = ("none", "unnoted", "active", "disable", "disabled")
"""An ImmTrac2 account: none; a role that needs one, while nobody noted that it was made; in use; to
be disabled by a task (DT-16.7); disabled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterLine:
    """One person at one site, with the roles asked for and where training and account stand."""

    person: SitePerson
    roles: tuple[RoleHeld, ...]
    training: TrainingVerdict
    """HB 300 (DT-16.1)."""
    supervisor_trained_on: date | None
    """The latest supervisor training (DT-16.4)."""
    account: str
    """One of ACCOUNTS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role held, with who holds it and where."""

    held: RoleHeld
    person: SitePerson
    organization: Organization


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """Everything kept about somebody named in an agreement."""

    person: SitePerson
    roles: tuple[RoleLine, ...]
    """At every site, ended ones too, the latest first."""
    trainings: tuple[Training, ...]
    training: TrainingVerdict
    kept_until: Mapping[TrainingId, date]
    """Until when each training's signed verification is kept (DT-16.2)."""
    files: tuple[AgreementFile, ...]
    account: str
    """One of ACCOUNTS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """A duty (handbook, agreements 8), and who confirmed it last at this site."""

    duty: Duty
    confirmed: DutyConfirmed | None
