"""`desk.evidence.bundle`: every kind of paper leaves as a bundle that validates, and is logged."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from immtrac_desk.desk.pictures import RecordExisting
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import (
    Choice,
    FormKind,
    Intent,
    Manner,
    Responder,
    Scope,
    Source,
    Who,
)
from immtrac_desk.errors import DeskError
from tests.desk.signing import INK, begin, grant, in_ink, sign
from tests.desk.test_papers import a_picture
from tests.office import Office, open_office

ADULT = date(1990, 3, 10)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("evidence"))
    yield made
    made.desk.close()


@dataclass(frozen=True)
class Told:
    """A bundle as a reader elsewhere meets it."""

    whole: dict[str, Any]

    def all(self, kind: str) -> list[dict[str, Any]]:
        found = [entry["resource"] for entry in self.whole["entry"]]
        return [one for one in found if one["resourceType"] == kind]

    def one(self, kind: str) -> dict[str, Any]:
        [found] = self.all(kind)
        return found

    @property
    def consent(self) -> dict[str, Any]:
        return self.one("Consent")

    @property
    def acts(self) -> list[str]:
        return [one["activity"]["text"] for one in self.all("Provenance")]


def told(office: Office, document: Document | DocumentId) -> Told:
    own_id = document if isinstance(document, str) else document.id
    return Told(json.loads(office.desk.evidence.bundle(own_id)))


def existing(office: Office, client_id: Any, **changes: Any) -> Document:
    known: dict[str, Any] = {
        "client_id": client_id,
        "form": FormKind.MINOR,
        "signed_on": office.desk.today(),
        "source": Source.PAPER,
        "where": "chart",
        "signer_name": "María García",
        "who": Who.PARENT,
        "relation": "mother",
    }
    return office.desk.consents.record_existing(RecordExisting(**(known | changes)))


def test_a_minors_consent_says_who_allowed_what_to_whom(office: Office) -> None:
    client = office.client()
    receipt = grant(office, client, interpreter_name="Rosa Ibarra")
    told_of = told(office, receipt.document)
    consent = told_of.consent
    assert (told_of.whole["type"], consent["status"]) == ("collection", "active")
    assert consent["dateTime"] == "2026-11-22"
    assert consent["provision"]["type"] == "permit"
    assert consent["provision"]["period"] == {"start": "2026-11-22", "end": "2041-05-03"}
    [kept_only] = consent["provision"]["provision"]
    assert kept_only["type"] == "deny"
    assert kept_only["period"] == {"start": "2033-05-04", "end": "2041-05-03"}
    assert [one["coding"][0]["code"] for one in kept_only["action"]] == ["disclose"]
    assert consent["policyRule"]["text"] == "Texas: H&SC 161.007(a-1)"
    signer, patient = told_of.one("RelatedPerson"), told_of.one("Patient")
    assert signer["name"] == [{"text": "María García"}]
    assert signer["relationship"][0]["coding"][0]["code"] == "PRN"
    assert patient["name"][0] == {
        "use": "official",
        "family": "García-López",
        "given": ["Ana Sofía"],
    }
    assert set(patient) == {"resourceType", "id", "identifier", "name", "birthDate"}
    agents = told_of.one("Provenance")["agent"]
    assert [agent["type"]["coding"][0]["code"] for agent in agents] == [
        "attester",
        "enterer",
        "TRANS",
    ]


def test_the_sheet_travels_byte_for_byte_with_both_digests(office: Office) -> None:
    receipt = grant(office, office.client())
    paper = told(office, receipt.document).one("DocumentReference")
    attachment = paper["content"][0]["attachment"]
    assert base64.b64decode(attachment["data"]) == receipt.pdf
    assert attachment["size"] == len(receipt.pdf)
    assert base64.b64decode(attachment["hash"]) == hashlib.sha1(receipt.pdf).digest()
    name = next(i["value"] for i in paper["identifier"] if i["value"].startswith("ni:"))
    letters = name.removeprefix("ni:///sha-256;") + "="
    assert base64.urlsafe_b64decode(letters).hex() == receipt.document.digest


def test_the_same_record_gives_the_same_bytes_and_each_leaving_its_line(office: Office) -> None:
    receipt = grant(office, office.client())
    first = office.desk.evidence.bundle(receipt.document.id)
    office.clock.tick(days=1)
    assert office.desk.evidence.bundle(receipt.document.id) == first
    for line in office.desk.book.history(limit=2):
        assert (line.act, line.document_id) == ("consent_exported", receipt.document.id)
        assert line.document_digest == hashlib.sha256(first).hexdigest()


def test_an_adults_own_consent_has_no_end_and_no_other_signer(office: Office) -> None:
    receipt = grant(office, office.client(ADULT))
    told_of = told(office, receipt.document)
    assert told_of.all("RelatedPerson") == []
    assert told_of.consent["performer"][0]["type"] == "Patient"
    assert told_of.consent["provision"]["period"] == {
        "start": receipt.document.signed_on.isoformat()
    }
    signed = told_of.one("Provenance")["signature"][0]
    assert signed["type"][0]["code"] == "1.2.840.10065.1.12.1.7"


def test_a_disaster_consent_and_a_responders_family(office: Office) -> None:
    disaster = sign(
        office, begin(office, office.client(), Intent.KEEP_DISASTER, choice=Choice.GRANT)
    )
    family = grant(office, office.client(), responder=Responder.MINOR_FAMILY)
    told_of = told(office, disaster.document)
    assert told_of.consent["category"][1]["text"] == "F11-12956"
    assert told_of.consent["status"] == told(office, family.document).consent["status"] == "active"


def test_a_refusal_is_rejected_and_denies(office: Office) -> None:
    declined = sign(office, begin(office, office.client(), choice=Choice.DECLINE))
    consent = told(office, declined.document).consent
    assert (consent["status"], consent["provision"]["type"]) == ("rejected", "deny")


def test_a_withdrawal_denies_and_ends_what_was_granted(office: Office) -> None:
    client = office.client(ADULT)
    granted = grant(office, client)
    office.desk.consents.affirm(granted.document.id, office.desk.today(), "owhitaker")
    draft = begin(office, client, Intent.LEAVE, choice=Choice.WITHDRAW, scope=Scope.STANDARD)
    left = sign(office, draft)
    before, after = told(office, granted.document), told(office, left.document)
    assert (before.consent["status"], after.consent["status"]) == ("inactive", "active")
    assert before.consent["provision"]["period"]["end"] == office.desk.today().isoformat()
    assert after.consent["provision"]["type"] == "deny"
    assert before.acts == ["consent_granted", "consent_affirmed"]
    again = grant(office, client)
    assert told(office, left.document).consent["status"] == "inactive"
    assert told(office, again.document).consent["status"] == "active"


def test_one_who_stays_after_all_and_one_who_wants_a_copy(office: Office) -> None:
    client = office.client(ADULT)
    grant(office, client)
    stays = sign(office, begin(office, client, Intent.LEAVE, choice=Choice.KEEP))
    copy = sign(office, begin(office, client, Intent.COPY, choice=Choice.RELEASE))
    assert told(office, stays.document).consent["status"] == "rejected"
    consent = told(office, copy.document).consent
    assert consent["status"] == "active"
    assert consent["provision"]["actor"][0]["reference"]["type"] == "Patient"
    office.desk.consents.answer_release(copy.document.id, office.desk.today(), "history", "client")
    assert told(office, copy.document).consent["status"] == "inactive"


def test_ink_on_paper_has_no_moment_of_signing_and_brings_its_scan(office: Office) -> None:
    draft = begin(office, office.client())
    printed = office.desk.consents.print_for_ink(draft)
    signed = replace(draft, choice=Choice.GRANT)
    receipt = in_ink(office, signed, printed, office.desk.today(), scan=a_picture())
    told_of = told(office, receipt.document)
    made = told_of.all("Provenance")[0]
    assert "signature" not in made
    assert {"display": "Dan"} in [agent["who"] for agent in made["agent"]]
    kinds = [c["attachment"]["contentType"] for c in told_of.one("DocumentReference")["content"]]
    assert kinds == ["application/pdf", "image/png"]


def test_a_mark_has_its_witness(office: Office) -> None:
    draft = begin(office, office.client(ADULT), choice=Choice.GRANT, cannot_write=True)
    draft = replace(draft, witness_name="Tom Reyes")
    receipt = sign(office, draft, manner=Manner.MARK, witness_strokes=INK)
    made = told(office, receipt.document).one("Provenance")
    assert made["signature"][1]["who"] == {"display": "Tom Reyes"}


def test_a_consent_seen_elsewhere_leaves_without_bytes(office: Office) -> None:
    document = existing(office, office.client().id)
    paper = told(office, document).one("DocumentReference")
    assert paper["content"] == [{"attachment": {"title": "C-7 (paper)"}}]
    assert "chart" in paper["description"]


def test_one_of_whose_signer_nothing_is_known(office: Office) -> None:
    document = existing(
        office,
        office.client().id,
        signer_name="",
        who=None,
        relation="",
        source=Source.IMMTRAC2,
    )
    consent = told(office, document).consent
    assert "performer" not in consent
    assert consent["status"] == "active"


def test_what_was_invalid_or_entered_in_error_says_so(office: Office) -> None:
    wrong, undone = grant(office, office.client()), grant(office, office.client())
    office.desk.consents.invalidate(wrong.document.id, "another person's form")
    office.desk.consents.undo(undone.act.id, "wrong person")
    for document, last in (
        (wrong.document, "document_invalidated"),
        (undone.document, "entered_in_error"),
    ):
        told_of = told(office, document)
        assert told_of.consent["status"] == "entered-in-error"
        assert told_of.one("DocumentReference")["status"] == "entered-in-error"
        assert told_of.acts[-1] == last


def test_a_replaced_paper_is_superseded(office: Office) -> None:
    client = office.client()
    lost = grant(office, client)
    draft = begin(
        office,
        client,
        choice=Choice.GRANT,
        despite=True,
        replaces=lost.document.id,
        replacement_reason="lost",
    )
    sign(office, draft)
    told_of = told(office, lost.document)
    assert told_of.consent["status"] == "inactive"
    assert told_of.one("DocumentReference")["status"] == "superseded"


def test_a_minors_consent_that_came_too_late_is_inactive(office: Office) -> None:
    client = office.client(date(2008, 11, 30))
    receipt = grant(office, client)
    office.clock.tick(days=30)
    consent = told(office, receipt.document).consent
    assert consent["status"] == "inactive"
    assert "end" not in consent["provision"]["period"]


def test_the_papers_of_a_merged_client_leave_as_they_were_filed(office: Office) -> None:
    kept, gone = office.client(), office.client()
    receipt = grant(office, gone)
    office.desk.people.merge(kept.id, gone.id, "same person")
    assert told(office, receipt.document).one("Patient")["id"] == gone.id


def test_an_unknown_paper_is_refused_and_nothing_is_logged(office: Office) -> None:
    before = office.desk.book.history(limit=1)[0].seq
    with pytest.raises(DeskError, match=r"document\.unknown"):
        office.desk.evidence.bundle(DocumentId("0000-0000-0000-0000"))
    assert office.desk.book.history(limit=1)[0].seq == before


def test_practice_says_of_every_resource_that_it_is_a_test(
    office: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    real = told(office, grant(office, office.client()).document)
    assert all("meta" not in entry["resource"] for entry in real.whole["entry"])
    practice = open_office(tmp_path_factory.mktemp("practice"), practice=True)
    try:
        tagged = told(practice, grant(practice, practice.client()).document)
    finally:
        practice.desk.close()
    for one in (tagged.whole, *(entry["resource"] for entry in tagged.whole["entry"])):
        assert one["meta"]["tag"][0]["code"] == one["meta"]["security"][0]["code"] == "HTEST"
