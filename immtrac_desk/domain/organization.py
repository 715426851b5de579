"""The organization: a site that has, or wants, access to the registry."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from immtrac_desk.domain.ids import OrganizationId

AnswerValue = str | bool | tuple[str, ...]
"""An answer of an application: text (a day as ISO text), yes or no, or several words."""
Answers = Mapping[str, AnswerValue]
"""Answers by question; a question that was not answered is absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """One site, parent or sub-site, with every field (handbook, agreements 3).

    A yes-or-no that nobody answered yet is None. Each site has its own agreement (DT-13).
    """

    id: OrganizationId
    name: str = ""
    org_type: str = ""
    """A word of `lists.org_type` (OQ-37): medical, pharmacy, school, child_care, lhd ..."""
    parent_id: OrganizationId | None = None
    org_code: str = ""
    tx_iis_id: str = ""
    """Ten digits as text, leading zeros and all (DT-15.3)."""
    intent: str = ""
    """`adult`, `pediatrics` or `both`."""
    tvfc: bool | None = None
    tvfc_pin: str = ""
    deputizing: bool = False
    public: bool | None = None
    state_wide_recall: bool = False
    county_organization: bool | None = None
    assigned_counties: tuple[str, ...] = ()
    return_without_immunizations: bool | None = None
    street: str = ""
    unit: str = ""
    city: str = ""
    state: str = "TX"
    zip_code: str = ""
    county: str = ""
    other_address: str = ""
    phone: str = ""
    extension: str = ""
    fax: str = ""
    email: str = ""
    tin: str = ""
    npi: str = ""
    ownership: str = ""
    hours: str = ""
    exchange: bool | None = None
    """Sends doses from its own system (data exchange)."""
    exchange_method: str = ""
    ehr_vendor: str = ""
    closed_on: date | None = None
    """IIS status Closed since; None is Open."""
    tvfc_enrolled_on: date | None = None
    tvfc_due_on: date | None = None
    """The day typed from DSHS; without one, the enrolment and a year (OQ-45)."""
    tvfc_window: str = ""
    """The window of this year's re-enrolment as DSHS announced it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationVersion:
    """The organization as it stood from `changed_on` on."""

    organization: Organization
    version: int
    changed_on: date


_NOT_ASKED = frozenset({"id", "closed_on", "tvfc_enrolled_on", "tvfc_due_on", "tvfc_window"})

ASKED = tuple(f.name for f in fields(Organization) if f.name not in _NOT_ASKED)
"""The fields an application asks; the question's id is the field's name."""


def answers_of(organization: Organization) -> dict[str, AnswerValue]:
    """Return what is known of the site as answers; what nobody answered is left out."""
    known = {name: getattr(organization, name) for name in ASKED}
    return {name: value for name, value in known.items() if value not in (None, "", ())}
