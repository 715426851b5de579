"""The Consent of a bundle: who allowed or refused what, to whom, since when and until when."""

from immtrac_desk.domain.document import Document
from immtrac_desk.domain.words import Choice, FormKind
from immtrac_desk.exports.evidence import ConsentEvidence
from immtrac_desk.exports.fhir_people import (
    REGISTRY,
    clinic_id,
    identifier,
    signer_reference,
)
from immtrac_desk.exports.fhir_terms import (
    ACT_CODE,
    ACT_REASON,
    CONSENT_ACTION,
    LOINC,
    PARTICIPATION,
    SCOPE,
    Json,
    coding,
    concept,
    kept,
    reference,
    resource,
)

PAPER = "59284-0"
"""LOINC: a patient's consent, as a document."""
_HISTORY = "11369-6"
"""LOINC: the history of immunizations."""
_PERMITS = frozenset({Choice.GRANT, Choice.KEEP, Choice.RELEASE})
_OPEN_TO_ALL = frozenset({FormKind.MINOR, FormKind.ADULT, FormKind.DISASTER, FormKind.WITHDRAWAL})


def consent(evidence: ConsentEvidence) -> Json:
    """Return the consent, refusal, withdrawal or release that the paper states."""
    document = evidence.document
    signed_by = signer_reference(evidence)
    return resource(
        "Consent",
        document.id,
        evidence.practice,
        identifier=[identifier("Consent", document.id)],
        status=evidence.status,
        scope=concept(SCOPE, "patient-privacy"),
        category=[concept(LOINC, PAPER), concept(ACT_CODE, "IDSCL", document.stock_no)],
        patient=reference("Patient", document.client_id),
        dateTime=document.signed_on.isoformat(),
        performer=[signed_by] if signed_by else [],
        organization=[reference("Organization", clinic_id(evidence))],
        sourceReference=reference("DocumentReference", document.id),
        policyRule={"text": evidence.basis},
        provision=_provision(evidence, signed_by),
    )


def _provision(evidence: ConsentEvidence, signed_by: Json | None) -> Json:
    document = evidence.document
    until = evidence.until_on.isoformat() if evidence.until_on else None
    recipient = _recipient(document, signed_by)
    own_copy = document.form is FormKind.RELEASE
    return kept(
        {
            "type": "permit" if document.choice in _PERMITS else "deny",
            "period": kept({"start": evidence.from_on.isoformat(), "end": until}),
            "actor": [recipient] if recipient else [],
            "action": [concept(CONSENT_ACTION, code) for code in _actions(document)],
            "purpose": [coding(ACT_REASON, "PATRQT" if own_copy else "PUBHLTH")],
            "code": [concept(LOINC, _HISTORY)],
            "provision": _kept_only(evidence),
        }
    )


def _kept_only(evidence: ConsentEvidence) -> list[Json]:
    """The exception to a minor's consent: from the 18th birthday on nothing is released."""
    start, until = evidence.kept_only_from, evidence.until_on
    if start is None or (until is not None and until < start):
        return []
    period = {"start": start.isoformat(), "end": until.isoformat() if until else None}
    return [
        {"type": "deny", "period": kept(period), "action": [concept(CONSENT_ACTION, "disclose")]}
    ]


def _recipient(document: Document, signed_by: Json | None) -> Json | None:
    """Who receives: the registry; of a copy of one's own history, whoever asks for it."""
    who = reference("Organization", REGISTRY) if document.form in _OPEN_TO_ALL else signed_by
    return {"role": concept(PARTICIPATION, "IRCP"), "reference": who} if who else None


def _actions(document: Document) -> tuple[str, ...]:
    return ("collect", "disclose") if document.form in _OPEN_TO_ALL else ("disclose",)
