"""DT-14: who signs the agreement, under which label, and what the signer's title says."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, SiteRole
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import Row, first_row


def signer_label(org_type: str, on: date = date.max) -> str:
    """Return the code of the signer's label for a kind of organization (DT-14).

    `responsible_medical_provider`, `pharmacist_in_charge` or `authorized_signer`.
    """
    return _row(org_type, on).text("label")


def signer_roles(org_type: str) -> frozenset[SiteRole]:
    """Return the roles that let somebody sign: of a pharmacy also the pharmacist-in-charge."""
    if org_type == "pharmacy":
        return frozenset({SiteRole.SIGNER, SiteRole.PHARMACIST_IN_CHARGE})
    return frozenset({SiteRole.SIGNER})


def assess_signer(
    org_type: str,
    person: SitePerson,
    roles: Sequence[RoleHeld],
    signed_on: date,
    prescribers: Collection[PersonId],
    settings: LawSettings,
) -> tuple[Finding, ...]:
    """Return what DT-14 says of `person` as signer on `signed_on`; an error blocks.

    `roles` are those of the site; `prescribers` everybody on its prescriber list that day.
    """
    found = _row(org_type, signed_on)
    return (
        *_role(person, roles, signer_roles(org_type), signed_on, found),
        *_title(person, found, settings),
        *_licence(person, prescribers, found),
    )


def _row(org_type: str, on: date) -> Row:
    return first_row("DT-14", {"org_type": org_type}, on)


def _role(
    person: SitePerson,
    roles: Sequence[RoleHeld],
    signing: frozenset[SiteRole],
    signed_on: date,
    found: Row,
) -> Iterator[Finding]:
    own = (one for one in roles if one.person_id == person.id and one.role in signing)
    if not any(one.holds(signed_on) for one in own):
        yield _finding("signer.no_role_that_day", found, Severity.ERROR)
    elif person.left_on is not None and person.left_on < signed_on:
        yield _finding("signer.left_before_signing", found, Severity.ERROR)


def _title(person: SitePerson, found: Row, settings: LawSettings) -> Iterator[Finding]:
    if not person.title.strip():
        yield _finding("signer.no_title", found)
    elif not found.then.get("any_title") and not _accepted(person.title, found, settings):
        yield _finding("signer.title_not_listed", found)


def _accepted(title: str, found: Row, settings: LawSettings) -> bool:
    """True if a word of the title is on the list: `MD, MPH` is a doctor of medicine."""
    wanted = found.words("titles") or settings.signer_titles
    parts = title.replace("/", ",").replace(" ", ",").split(",")
    return bool({_bare(one) for one in wanted} & {_bare(part) for part in (*parts, title)})


def _bare(title: str) -> str:
    return title.replace(".", "").strip().casefold()


def _licence(
    person: SitePerson, prescribers: Collection[PersonId], found: Row
) -> Iterator[Finding]:
    asked = found.words("asked")
    if "prescriber" in asked and person.id not in prescribers:
        yield _finding("signer.not_a_prescriber", found)
    if "licence" in asked and not person.licence_no.strip():
        yield _finding("signer.no_licence", found)


def _finding(code: str, found: Row, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(
        code=code, field="signer", severity=severity, row=found.id, citation=found.citation
    )
