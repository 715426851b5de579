"""The check before a bundle leaves: what the library refuses, and what it would let pass."""

from __future__ import annotations

import base64
import copy
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, StaffId
from immtrac_desk.domain.values import clean
from immtrac_desk.domain.words import Choice, FormKind, Manner, Who
from immtrac_desk.errors import DeskError, InputError
from immtrac_desk.exports.evidence import ConsentEvidence
from immtrac_desk.exports.fhir_bundle import bundle, bundle_bytes
from immtrac_desk.exports.fhir_check import checked

Json = dict[str, Any]
AT = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)


def evidence() -> ConsentEvidence:
    document = Document(
        id=DocumentId("7K2M-Q4ZD-01JD-9FEX"),
        client_id=ClientId("AAAA-BBBB-CCCC-DDDD"),
        form=FormKind.MINOR,
        stock_no="C-7",
        revision="r2026_11",
        language="es",
        filed_at=AT,
        by=StaffId("EEEE-FFFF-GGGG-HHHH"),
        choice=Choice.GRANT,
        client_name=PersonName(last="García-López", first="Ana Sofía"),
        born_on=date(2015, 5, 4),
        signer_name="María García",
        who=Who.PARENT,
        relation="mother",
        signed_on=date(2026, 11, 22),
        manner=Manner.INK_ON_SCREEN,
        digest="00" * 32,
    )
    made = Act(
        id=ActId("JJJJ-KKKK-MMMM-NNNN"),
        client_id=document.client_id,
        kind=ActKind.CONSENT_GRANTED,
        on=document.signed_on,
        at=AT,
        by=document.by,
        document_id=document.id,
    )
    return ConsentEvidence(
        document=document,
        signature=None,
        status="active",
        from_on=document.signed_on,
        until_on=date(2041, 5, 3),
        basis="Texas: H&SC 161.007(a-1)",
        acts=(made,),
        pdf=b"%PDF-1.7 sheet",
        staff={document.by: "Dan Whitaker"},
        clinic="Oak Street Clinic",
    )


def cleaned_or_nothing(text: str) -> str:
    """What the office would keep of a typed text."""
    try:
        return clean(text, "text")
    except InputError:
        return ""


typed = st.text(max_size=60).map(cleaned_or_nothing)


@given(typed, typed, typed, typed)
@example("Trần\u00a0Văn\u3000An", "María", "Clínica\u2009Norte", "box\u20073")
def test_whatever_may_be_typed_may_leave(last: str, signer: str, clinic: str, where: str) -> None:
    known = evidence()
    document = replace(
        known.document,
        client_name=PersonName(last=last, first="Ana"),
        signer_name=signer,
        relation=where,
        witness_name=signer,
        source_detail=where,
    )
    made = bundle_bytes(replace(known, document=document, clinic=clinic or "Clinic"))
    assert json.loads(made)["resourceType"] == "Bundle"


def of_kind(whole: Json, kind: str) -> Json:
    found: Json = next(
        e["resource"] for e in whole["entry"] if e["resource"]["resourceType"] == kind
    )
    return found


def test_a_whole_bundle_passes() -> None:
    assert checked(bundle(evidence())).type == "collection"


def set_at(kind: str, path: tuple[str | int, ...], value: object) -> Callable[[Json], None]:
    def spoil(whole: Json) -> None:
        place: Any = whole if kind == "Bundle" else of_kind(whole, kind)
        for step in path[:-1]:
            place = place[step]
        if value is None:
            del place[path[-1]]
        else:
            place[path[-1]] = value

    return spoil


CONTENT = ("content", 0, "attachment")
SPOILT: dict[str, tuple[Callable[[Json], None], str]] = {
    "an unknown element": (set_at("Consent", ("colour",), "red"), "extra_forbidden"),
    "no scope": (set_at("Consent", ("scope",), None), "missing"),
    "no category": (set_at("Consent", ("category",), None), "missing"),
    "a day that is none": (set_at("Consent", ("dateTime",), "2026-13-01"), ""),
    "an id with a blank": (set_at("Consent", ("id",), "a b"), "string_pattern_mismatch"),
    "no agent": (set_at("Provenance", ("agent",), None), "missing"),
    "a status of no list": (set_at("Consent", ("status",), "withdrawn"), "code"),
    "a bundle of no type": (set_at("Bundle", ("type",), "parcel"), "code"),
    "a provision of no type": (set_at("Consent", ("provision", "type"), "maybe"), "code"),
    "a client nobody is": (set_at("Consent", ("patient", "reference"), "urn:uuid:0"), "reference"),
    "a paper as a client": (
        set_at("Consent", ("patient",), {"reference": "urn:uuid:0", "type": "Organization"}),
        "reference",
    ),
    "an empty reference": (set_at("Consent", ("patient",), {"type": "Patient"}), "reference"),
    "no policy": (set_at("Consent", ("policyRule",), None), "ppc-1"),
    "an end before its beginning": (
        set_at("Consent", ("provision", "period", "end"), "2020-01-01"),
        "per-1",
    ),
    "other bytes": (
        set_at("DocumentReference", (*CONTENT, "data"), base64.b64encode(b"other").decode()),
        "bytes",
    ),
    "no bytes and a digest": (set_at("DocumentReference", (*CONTENT, "data"), None), "bytes"),
    "bytes of no kind": (set_at("DocumentReference", (*CONTENT, "contentType"), None), "bytes"),
    "another size": (set_at("DocumentReference", (*CONTENT, "size"), 1), "bytes"),
    "the same address twice": (
        lambda whole: whole["entry"].append(copy.deepcopy(whole["entry"][0])),
        "not_unique",
    ),
}


@pytest.mark.parametrize("case", list(SPOILT))
def test_a_broken_bundle_is_refused_without_naming_anybody(case: str) -> None:
    spoil, what = SPOILT[case]
    whole = bundle(evidence())
    spoil(whole)
    with pytest.raises(DeskError) as refused:
        checked(whole)
    assert refused.value.code == "fhir.invalid"
    assert what in str(refused.value.facts["what"])
    told = f"{refused.value} {refused.value.facts} {refused.value.__cause__}"
    assert not any(name in told for name in ("García", "María", "Dan", "Oak", "2015-05-04"))


R4 = {
    "Consent": "identifier status scope category patient dateTime performer organization "
    "sourceAttachment sourceReference policy policyRule verification provision",
    "DocumentReference": "masterIdentifier identifier status docStatus type category subject date "
    "author authenticator custodian relatesTo description securityLabel content context",
    "Provenance": "target occurredPeriod occurredDateTime recorded policy location reason activity "
    "agent entity signature",
    "Patient": "identifier active name telecom gender birthDate deceasedBoolean deceasedDateTime "
    "address maritalStatus multipleBirthBoolean multipleBirthInteger photo contact communication "
    "generalPractitioner managingOrganization link",
    "RelatedPerson": "identifier active patient relationship name telecom gender birthDate address "
    "photo period communication",
    "Practitioner": "identifier active name telecom address gender birthDate photo qualification "
    "communication",
    "Organization": "identifier active type name alias telecom address partOf contact endpoint",
}
"""The elements of each resource in FHIR R4 4.0.1, beside those every resource has."""
EVERY = {
    *("resource_type", "fhir_comments", "id", "meta", "implicitRules", "language", "text"),
    *("contained", "extension", "modifierExtension"),
}


@pytest.mark.parametrize("kind", list(R4))
def test_the_library_knows_the_elements_of_r4_and_no_others(kind: str) -> None:
    """It knows R4B by name; a release in which the two part must be noticed here."""
    import importlib

    model = getattr(importlib.import_module(f"fhir.resources.R4B.{kind.lower()}"), kind)
    known = {info.alias or name for name, info in model.model_fields.items()}
    assert {name for name in known - EVERY if not name.startswith("_")} == set(R4[kind].split())
