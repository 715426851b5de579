"""The Provenance of a bundle: each act on the paper, by whom, and how it was signed."""

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.words import Manner
from immtrac_desk.exports.evidence import ConsentEvidence
from immtrac_desk.exports.fhir_document import instant
from immtrac_desk.exports.fhir_people import clinic_id, named, signer_reference
from immtrac_desk.exports.fhir_terms import (
    AGENT_TYPE,
    DATA_OPERATION,
    PARTICIPATION,
    SIGNATURE_TYPE,
    Json,
    coding,
    concept,
    kept,
    reference,
    resource,
)

_ON_SCREEN = frozenset({Manner.INK_ON_SCREEN, Manner.MARK})
_SIGNED, _WITNESSED = "1.2.840.10065.1.12.1.7", "1.2.840.10065.1.12.1.11"
"""ASTM E1762: a signature of consent, and that of a witness to the consent."""
_OPERATIONS = {ActKind.DOCUMENT_INVALIDATED: "NULLIFY", ActKind.ENTERED_IN_ERROR: "NULLIFY"}


def provenances(evidence: ConsentEvidence) -> list[Json]:
    """Return one provenance for each act on the paper, the one that made it first."""
    made, *later = evidence.acts
    return [_making(made, evidence), *(_later(act, evidence) for act in later)]


def _making(act: Act, evidence: ConsentEvidence) -> Json:
    document = evidence.document
    agents = [
        _agent("attester", signer_reference(evidence)),
        _agent("enterer", reference("Practitioner", act.by), evidence),
        _agent("verifier", named(_seen_by(evidence)), evidence),
        _agent("WIT", named(document.witness_name), system=PARTICIPATION),
        _agent("TRANS", named(document.interpreter_name), system=PARTICIPATION),
    ]
    return resource(
        "Provenance",
        act.id,
        evidence.practice,
        target=_targets(evidence),
        occurredDateTime=document.signed_on.isoformat(),
        recorded=instant(act.at),
        activity=concept(DATA_OPERATION, "CREATE", act.kind.value),
        agent=[agent for agent in agents if agent],
        signature=_signatures(evidence),
    )


def _later(act: Act, evidence: ConsentEvidence) -> Json:
    agent = _agent("enterer", reference("Practitioner", act.by), evidence)
    return resource(
        "Provenance",
        act.id,
        evidence.practice,
        target=_targets(evidence),
        occurredDateTime=act.on.isoformat(),
        recorded=instant(act.at),
        activity=concept(DATA_OPERATION, _OPERATIONS.get(act.kind, "UPDATE"), act.kind.value),
        agent=[agent],
    )


def _targets(evidence: ConsentEvidence) -> list[Json]:
    own_id = evidence.document.id
    return [reference(kind, own_id) for kind in ("Consent", "DocumentReference")]


def _agent(
    code: str,
    who: Json | None,
    of_clinic: ConsentEvidence | None = None,
    system: str = AGENT_TYPE,
) -> Json | None:
    if who is None:
        return None
    clinic = reference("Organization", clinic_id(of_clinic)) if of_clinic else None
    return kept({"type": concept(system, code), "who": who, "onBehalfOf": clinic})


def _seen_by(evidence: ConsentEvidence) -> str:
    return evidence.signature.seen_by if evidence.signature else ""


def _signatures(evidence: ConsentEvidence) -> list[Json]:
    """What was signed on the screen. Ink on paper has no moment that anybody knows: none.

    Its moment is that of the filing, which follows the pen at once; the strokes are in the sheet.
    """
    document, who = evidence.document, signer_reference(evidence)
    if document.manner not in _ON_SCREEN or who is None:
        return []
    signed = [(_SIGNED, who)]
    witness = named(document.witness_name)
    if evidence.signature and evidence.signature.witness_strokes and witness:
        signed.append((_WITNESSED, witness))
    return [
        {
            "type": [coding(SIGNATURE_TYPE, code)],
            "when": instant(document.filed_at),
            "who": person,
            "targetFormat": "application/pdf",
        }
        for code, person in signed
    ]
