"""The evidence of one paper as a FHIR R4 bundle: consent, sheet, provenance, and who they name."""

import json

from immtrac_desk.exports.evidence import ConsentEvidence
from immtrac_desk.exports.fhir_check import checked
from immtrac_desk.exports.fhir_consent import consent
from immtrac_desk.exports.fhir_document import document_reference, instant
from immtrac_desk.exports.fhir_people import clinic, identifier, patient, registry, signer, staff
from immtrac_desk.exports.fhir_provenance import provenances
from immtrac_desk.exports.fhir_terms import Json, resource, urn


def bundle_bytes(evidence: ConsentEvidence) -> bytes:
    """Return the bundle as JSON in UTF-8, checked (DeskError `fhir.invalid`) before it leaves.

    FHIR R4 4.0.1, read as R4B 4.3.0, in which these resources are the same
    (docs/decisions/0017). The same record gives the same bytes: nothing in it is of the moment of
    the export.
    """
    whole = json.loads(checked(bundle(evidence)).model_dump_json())
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def bundle(evidence: ConsentEvidence) -> Json:
    """Return the bundle, not yet checked.

    A `collection`: a package of resources that asks a reader for nothing. A `document` would
    need a composition that somebody attests as a whole; a `transaction` would be an order to
    a server. Its moment is that of the last act on the paper.
    """
    document = evidence.document
    entries = [consent(evidence), document_reference(evidence), *provenances(evidence)]
    entries += [patient(evidence), clinic(evidence), registry(evidence.practice)]
    signed_by = signer(evidence)
    entries += [*([signed_by] if signed_by else []), *staff(evidence)]
    return resource(
        "Bundle",
        document.id,
        evidence.practice,
        identifier=identifier("Bundle", document.id),
        type="collection",
        timestamp=instant(max(act.at for act in evidence.acts)),
        entry=[
            {"fullUrl": urn(one["resourceType"], one["id"]), "resource": one} for one in entries
        ],
    )
