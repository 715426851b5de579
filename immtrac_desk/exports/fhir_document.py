"""The DocumentReference of a bundle: the filed sheet and its scans, each with its digests."""

import base64
import hashlib
from datetime import UTC, datetime

from immtrac_desk.domain.document import Document
from immtrac_desk.domain.words import Source
from immtrac_desk.exports.evidence import ConsentEvidence
from immtrac_desk.exports.fhir_consent import PAPER
from immtrac_desk.exports.fhir_people import clinic_id, identifier, signer_reference
from immtrac_desk.exports.fhir_terms import LOINC, URI, Json, concept, kept, reference, resource

_STATUS = {"entered-in-error": "entered-in-error"}


def document_reference(evidence: ConsentEvidence) -> Json:
    """Return the paper itself: bytes, digests, language, who signed, who keeps it."""
    document = evidence.document
    signed_by = signer_reference(evidence)
    author = [signed_by] if signed_by and "reference" in signed_by else []
    in_error = evidence.status == "entered-in-error"
    return resource(
        "DocumentReference",
        document.id,
        evidence.practice,
        masterIdentifier=identifier("DocumentReference", document.id),
        identifier=[{"use": "secondary", "value": document.id}, *_digests(evidence)],
        status=_STATUS.get(evidence.status, _superseded(evidence)),
        docStatus="entered-in-error" if in_error else "final",
        type=concept(LOINC, PAPER, document.stock_no),
        subject=reference("Patient", document.client_id),
        date=instant(document.filed_at),
        author=author,
        custodian=reference("Organization", clinic_id(evidence)),
        description=_description(document),
        content=_content(evidence),
    )


def instant(moment: datetime) -> str:
    """Return a moment in UTC to the second, as FHIR writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def sha256_name(digest: str) -> str:
    """Return the name of bytes by their SHA-256 (hexadecimal), after RFC 6920."""
    letters = base64.urlsafe_b64encode(bytes.fromhex(digest)).decode().rstrip("=")
    return f"ni:///sha-256;{letters}"


def _digests(evidence: ConsentEvidence) -> list[Json]:
    digests = [evidence.document.digest, *(scan.digest for scan, _ in evidence.scans)]
    return [{"system": URI, "value": sha256_name(digest)} for digest in digests if digest]


def _superseded(evidence: ConsentEvidence) -> str:
    replaced = any(act.kind.value == "document_replaced" for act in evidence.acts)
    return "superseded" if replaced else "current"


def _description(document: Document) -> str:
    source = document.source.value if document.source else ""
    parts = (document.stock_no, document.revision, source, document.source_detail)
    return " · ".join(part for part in parts if part)


def _content(evidence: ConsentEvidence) -> list[Json]:
    document = evidence.document
    made: list[Json] = []
    if evidence.pdf:
        made.append(_attachment(evidence.pdf, "application/pdf", document.stock_no, document))
    for scan, content in evidence.scans:
        made.append(_attachment(content, scan.media_type, scan.what, document, scan.attached_at))
    if not made:
        # Seen and not kept: the reference says what was seen, and holds no bytes.
        seen = document.source or Source.PAPER
        made.append(kept({"title": f"{document.stock_no} ({seen.value})"}))
    return [{"attachment": one} for one in made]


def _attachment(
    content: bytes, media_type: str, title: str, document: Document, at: datetime | None = None
) -> Json:
    # The standard asks for SHA-1 here; the digest to trust is the SHA-256 among the identifiers.
    sha1 = hashlib.sha1(content, usedforsecurity=False).digest()
    return kept(
        {
            "contentType": media_type,
            "language": document.language,
            "data": base64.b64encode(content).decode(),
            "size": len(content),
            "hash": base64.b64encode(sha1).decode(),
            "title": title,
            "creation": instant(at or document.filed_at),
        }
    )
