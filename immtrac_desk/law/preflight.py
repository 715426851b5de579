"""The preflight: everything the law and the form say about a draft, most weighty first."""

from dataclasses import replace
from datetime import date

from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.values import answered
from immtrac_desk.domain.words import Choice, FormKind, Severity, Who
from immtrac_desk.law import identity_rules, paper_rules, signer_rules
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.desk_context import DeskContext
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.standing import Standing

_EMPTY_FIELDS = frozenset(
    {
        "name.missing",
        "gender.missing",
        "address.street_missing",
        "address.zip_missing",
        "address.county_missing",
        "mother.first_name_missing",
        "mother.maiden_name_missing",
        "race.missing",
        "ethnicity.missing",
    }
)
"""Whether DSHS wants these filled on paper is not known (OQ-5)."""

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def assess(
    draft: ConsentDraft, standing: Standing, context: DeskContext, on: date, settings: LawSettings
) -> tuple[Finding, ...]:
    """Return the findings on `draft` today, `on` (DT-1 to DT-4, DT-6, E1 to E35).

    Errors are form, signer, dates and placeholder first names; all else warns and passes, unless
    `preflight.severity` makes empty fields of the form errors too (OQ-5).
    `standing` is the client's on the signing day. Pure, and quick enough for every keystroke.
    """
    signing_on = context.signed_on or on
    if draft.client.born_on > min(signing_on, on):
        return paper_rules.before_birth(draft, signing_on, on)
    findings = (
        *paper_rules.assess_paper(draft, standing, context, signing_on, on, settings),
        *signer_rules.assess_signer(draft, standing, context, signing_on, settings),
        *identity_rules.assess_identity(draft, context, signing_on, settings),
    )
    weighed = (_weighed(finding, settings) for finding in findings)
    return tuple(sorted(weighed, key=lambda finding: _WEIGHT[finding.severity]))


def _weighed(finding: Finding, settings: LawSettings) -> Finding:
    if settings.preflight_severity == "error" and finding.code in _EMPTY_FIELDS:
        return replace(finding, severity=Severity.ERROR)
    return finding


def blocks(findings: tuple[Finding, ...]) -> bool:
    """True if any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def missing(draft: ConsentDraft, on: date, settings: LawSettings) -> tuple[str, ...]:
    """Return the fields still empty for "Still missing: ...", in the order of the form."""
    minor = draft.client.born_on <= on and is_minor(draft.client.born_on, on, settings)
    asked = {
        **_identity_asked(draft, minor),
        "signer.who": draft.who is not None,
        "signer.name": bool(draft.signer_name),
        "signer.relation": draft.who is not Who.OTHER or bool(draft.relation),
        "witness_name": not draft.cannot_write or bool(draft.witness_name),
        "choice": draft.choice is not None,
        "scope": draft.choice is not Choice.WITHDRAW or draft.scope is not None,
    }
    return tuple(field for field, given in asked.items() if not given)


def _identity_asked(draft: ConsentDraft, minor: bool) -> dict[str, bool]:
    client, address = draft.client, draft.client.address
    asked = {
        "client.last_name": answered(client.name.last),
        "client.first_name": answered(client.name.first),
        "client.gender": answered(client.gender),
        "client.address.street": answered(address.street),
        "client.address.city": answered(address.city),
        "client.address.zip_code": answered(address.zip_code),
        "client.address.county": answered(address.county),
    }
    if minor and draft.form in (FormKind.MINOR, FormKind.DISASTER):
        asked["client.mother_first_name"] = answered(client.mother_first_name)
        asked["client.mother_maiden_name"] = answered(client.mother_maiden_name)
    if draft.form in (FormKind.MINOR, FormKind.ADULT):
        asked["client.race"] = bool(client.race)
        asked["client.ethnicity"] = answered(client.ethnicity)
    return asked
