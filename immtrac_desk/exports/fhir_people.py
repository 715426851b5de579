"""Who stands in a bundle: the client, who signed, the staff, the clinic, the registry's keeper."""

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.values import said
from immtrac_desk.domain.words import Who
from immtrac_desk.exports.evidence import ConsentEvidence
from immtrac_desk.exports.fhir_terms import (
    RELATIONS,
    ROLE_CODE,
    URI,
    Json,
    concept,
    kept,
    reference,
    resource,
    urn,
)

REGISTRY = "tx-dshs"
_REGISTRY_NAME = "Texas Department of State Health Services, immunization registry (ImmTrac2)"
_THEMSELVES = frozenset({Who.SELF, Who.EMANCIPATED})


def patient(evidence: ConsentEvidence) -> Json:
    """Return the client as the paper names them, and no more than that."""
    document = evidence.document
    return resource(
        "Patient",
        document.client_id,
        evidence.practice,
        identifier=[identifier("Patient", document.client_id)],
        name=[_name(document.client_name)],
        birthDate=document.born_on.isoformat(),
    )


def signer(evidence: ConsentEvidence) -> Json | None:
    """Return who signed for the client, None where nobody did or the client signed."""
    document = evidence.document
    if document.who is None or document.who in _THEMSELVES or not document.signer_name:
        return None
    code = RELATIONS.get(document.who, "")
    relation = document.relation or document.who.value
    return resource(
        "RelatedPerson",
        _signer_id(evidence),
        evidence.practice,
        patient=reference("Patient", document.client_id),
        relationship=[concept(ROLE_CODE, code, relation)],
        name=[{"text": document.signer_name}],
    )


def signer_reference(evidence: ConsentEvidence) -> Json | None:
    """Return a reference to whoever signed: an entry, or a name where no more is known."""
    document = evidence.document
    if document.who in _THEMSELVES:
        return reference("Patient", document.client_id)
    if signer(evidence) is not None:
        return reference("RelatedPerson", _signer_id(evidence))
    return named(document.signer_name)


def named(name: str) -> Json | None:
    """Return a reference to somebody of whom only the name is known, None without one."""
    return {"display": name} if name else None


def staff(evidence: ConsentEvidence) -> list[Json]:
    """Return everybody of the clinic who did something to the paper, each once."""
    doers = dict.fromkeys(act.by for act in evidence.acts)
    return [
        resource(
            "Practitioner",
            member,
            evidence.practice,
            identifier=[identifier("Practitioner", member)],
            name=[{"text": evidence.staff[member]}] if evidence.staff.get(member) else [],
        )
        for member in doers
    ]


def clinic(evidence: ConsentEvidence) -> Json:
    """Return the clinic that keeps the paper."""
    own_id = clinic_id(evidence)
    return resource(
        "Organization",
        own_id,
        evidence.practice,
        identifier=[identifier("Organization", own_id)],
        name=evidence.clinic,
    )


def clinic_id(evidence: ConsentEvidence) -> str:
    """Return the id of the site's record; without one it is the paper's, told apart."""
    return evidence.clinic_id or f"{evidence.document.id}-clinic"


def registry(practice: bool) -> Json:
    """Return who keeps the registry: to whom the consent opens the data."""
    return resource("Organization", REGISTRY, practice, name=_REGISTRY_NAME)


def identifier(kind: str, own_id: str) -> Json:
    """Return the record's own number as an identifier that says nothing about a person."""
    return {"system": URI, "value": urn(kind, own_id)}


def _signer_id(evidence: ConsentEvidence) -> str:
    return f"{evidence.document.id}-signer"


def _name(name: PersonName) -> Json:
    given = [part for part in (said(name.first), said(name.middle)) if part]
    return kept({"use": "official", "family": said(name.last), "given": given})
