"""The code systems of FHIR that are used, and small pieces every resource is made of."""

import uuid
from collections.abc import Mapping
from typing import Any

from immtrac_desk.domain.words import Who

Json = dict[str, Any]

_OURS = uuid.UUID("5b0d0c56-7a1f-4f0e-9d43-3c0f7a2b9c11")
"""Names within it are record ids, which are random: no name here is made of a person's data."""
_HL7 = "http://terminology.hl7.org/CodeSystem/"
LOINC = "http://loinc.org"
SCOPE = _HL7 + "consentscope"
ACT_CODE = _HL7 + "v3-ActCode"
ACT_REASON = _HL7 + "v3-ActReason"
PARTICIPATION = _HL7 + "v3-ParticipationType"
ROLE_CODE = _HL7 + "v3-RoleCode"
CONSENT_ACTION = _HL7 + "consentaction"
AGENT_TYPE = _HL7 + "provenance-participant-type"
DATA_OPERATION = _HL7 + "v3-DataOperation"
SIGNATURE_TYPE = "urn:iso-astm:E1762-95:2013"
URI = "urn:ietf:rfc:3986"
"""The system of an identifier whose value is itself an address."""

RELATIONS = {
    Who.PARENT: "PRN",
    Who.MINOR_PARENT: "PRN",
    Who.DISAGREEING_PARENT: "PRN",
    Who.GUARDIAN: "GUARD",
    Who.STEPPARENT: "STPPRN",
    Who.GRANDPARENT: "GRPRN",
    Who.ADULT_SIBLING: "SIB",
    Who.FOSTER_PARENT: "PRNFOST",
    Who.SPOUSE: "SPS",
    Who.ADULT_CHILD: "CHILD",
    Who.AGENT: "HPOWATT",
}
"""Capacities that the coding system has; the others stand as text."""
PRACTICE = {"system": ACT_REASON, "code": "HTEST", "display": "test health data"}


def urn(resource: str, own_id: str) -> str:
    """Return the address of a resource within any bundle: the same id, the same address."""
    return f"urn:uuid:{uuid.uuid5(_OURS, f'{resource}/{own_id}')}"


def coding(system: str, code: str) -> Json:
    """Return one coding; displays belong to who publishes the code and are left out."""
    return {"system": system, "code": code}


def concept(system: str = "", code: str = "", text: str = "") -> Json:
    """Return a concept: coded, in words, or both."""
    return kept({"coding": [coding(system, code)] if code else [], "text": text})


def reference(resource: str, own_id: str) -> Json:
    """Return a reference to another entry of the same bundle."""
    return {"reference": urn(resource, own_id), "type": resource}


def kept(parts: Mapping[str, Any]) -> Json:
    """Return `parts` without what is empty: FHIR knows no empty text and no empty list."""
    return {key: value for key, value in parts.items() if value not in ("", None, [], {}, ())}


def resource(kind: str, own_id: str, practice: bool, **parts: Any) -> Json:
    """Return one resource; in a practice clinic it says of itself that its data are tests."""
    meta = {"security": [PRACTICE], "tag": [PRACTICE]} if practice else {}
    return kept({"resourceType": kind, "id": own_id, "meta": meta, **parts})
