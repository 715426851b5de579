"""Add a site or correct what is known of it; close one and open it again (IIS status)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.values import fold
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.identifiers import check_again, check_organization
from immtrac_desk.law.site_people import assess_texts
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.roster_shape import refuse_errors, refuse_far, tidy_organization
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork

_FREE_TEXTS = (
    *("name", "org_code", "tx_iis_id", "tvfc_pin", "street", "unit", "city", "other_address"),
    *("ownership", "hours", "exchange_method", "ehr_vendor", "tvfc_window"),
)
"""Fields into which a password might be typed, and that no other rule reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveOrganization:
    """`changed_on` is the day from which it is true; None for today.

    `pin_again` is the TVFC PIN typed a second time; None where it was not asked for.
    """

    organization: Organization
    changed_on: date | None = None
    pin_again: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOrganization:
    """`on` None opens the site again."""

    organization_id: OrganizationId
    on: date | None


def save_organization(
    command: SaveOrganization, uow: UnitOfWork, occasion: Occasion
) -> Outcome[Organization]:
    """Return the site as kept; what did not change makes no version and no line.

    Whether it is closed is left as it is on file. Raises InputError beside the field:
    `text.*`, `organization.*`, what DT-15 refuses, `date.future`.
    """
    on = command.changed_on or occasion.today
    if on > occasion.today:
        raise InputError("date.future", "changed_on")
    typed = command.organization
    refuse_far(tvfc_enrolled_on=typed.tvfc_enrolled_on, tvfc_due_on=typed.tvfc_due_on)
    before = _on_file(typed.id, uow)
    site = tidy_organization(typed)
    site = replace(site, closed_on=before.closed_on if before else None)
    others = [other for other in uow.organizations.all() if other.id != site.id]
    refuse_errors(assess_organization(site, others, occasion.practice))
    refuse_errors(assess_pin(site, before, command.pin_again))
    if site == before:
        return Outcome(site)
    uow.organizations.put(site, on)
    act = "organization_saved" if before else "organization_added"
    changed = ", ".join(_changed(before, site)) if before else ""
    return _told(site, act, occasion, fields=changed, on=on.isoformat())


def close_organization(
    command: CloseOrganization, uow: UnitOfWork, occasion: Occasion
) -> Outcome[Organization]:
    """Return the site, closed on a day or open again (DT-13.1).

    Raises InputError `date.future`; RefusedError `organization.closed_already`,
    `organization.open_already`.
    """
    before = uow.organizations.get(command.organization_id)
    if command.on is not None and command.on > occasion.today:
        raise InputError("date.future", "on")
    if command.on == before.closed_on:
        closed = before.closed_on is not None
        raise RefusedError("organization.closed_already" if closed else "organization.open_already")
    site = replace(before, closed_on=command.on)
    on = command.on or occasion.today
    uow.organizations.put(site, on)
    act = "organization_reopened" if command.on is None else "organization_closed"
    return _told(site, act, occasion, on=on.isoformat())


def assess_organization(
    site: Organization, others: Sequence[Organization], practice: bool
) -> tuple[Finding, ...]:
    """Return what must be said of a site among the others, each beside its field (DT-15)."""
    known = {other.id: other for other in others}
    found = []
    if not fold(site.name):
        found.append(Finding(code="organization.name_missing", field="name"))
    if not site.org_type:
        found.append(Finding(code="organization.type_missing", field="org_type"))
    if site.parent_id is not None and site.parent_id != site.id and site.parent_id not in known:
        found.append(Finding(code="organization.parent_unknown", field="parent_id"))
    if _in_a_circle(site, known):
        found.append(Finding(code="organization.parent_circle", field="parent_id"))
    typed = {name: getattr(site, name) for name in _FREE_TEXTS}
    return (*found, *assess_texts(typed), *check_organization(site, practice))


def assess_pin(
    site: Organization, before: Organization | None, again: str | None
) -> tuple[Finding, ...]:
    """Return what is wrong with the second entry of a PIN that is new (DT-15.4)."""
    is_new = bool(site.tvfc and site.tvfc_pin) and (not before or site.tvfc_pin != before.tvfc_pin)
    found = check_again(again or "", site.tvfc_pin, "tvfc_pin_again") if is_new else None
    return () if again is None or found is None else (found,)


def _in_a_circle(site: Organization, known: Mapping[OrganizationId, Organization]) -> bool:
    above, seen = site.parent_id, {site.id}
    while above is not None:
        if above in seen:
            return True
        seen.add(above)
        above = known[above].parent_id if above in known else None
    return False


def _on_file(organization_id: OrganizationId, uow: UnitOfWork) -> Organization | None:
    return next((o for o in uow.organizations.all() if o.id == organization_id), None)


def _changed(before: Organization, after: Organization) -> list[str]:
    names = (f.name for f in fields(Organization))
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _told(site: Organization, act: str, occasion: Occasion, **facts: str) -> Outcome[Organization]:
    line = site_line(occasion, act, {"organization": site.id, **facts})
    return Outcome(site, (line,), Changes(organizations=frozenset({site.id})))
