"""`desk.evidence`: a client's whole record as a documented file, and as pages."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.client import Client, PersonName, ResponsiblePerson
from immtrac_desk.domain.dose import ReportMethod
from immtrac_desk.domain.ids import ClientId, ResponsibleId
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import Responder, Role
from immtrac_desk.errors import DeskError, InputError, RefusedError
from tests.desk.signing import grant
from tests.desk.test_papers import a_picture, text_of
from tests.office import AUDITOR, Office, open_office

DOCUMENTED = Path(__file__).parents[2] / "docs" / "record_file.md"
ANSWER = (
    b"MSH|^~\\&|IMMTRAC2|TXIIS|DESK|ELM|20261122||ACK^V04^ACK|A1|P|2.5.1\r"
    b"MSA|AE|C1\r"
    b"ERR||RXA^1^5|207|E|IMR-111^told|||IMR-111 told\r"
    b"PID|1||00417^^^ELM^MR||GARCIA^ANA||20150504|F\r"
)
FREE = {"facts"}
"""Objects whose keys are names of facts, and no part of the shape."""


@dataclass
class Whole:
    """An office and a client of whom it knows something of everything."""

    office: Office
    client: Client
    pdf: bytes

    @property
    def told(self) -> Any:
        return json.loads(self.office.desk.evidence.record_file(self.client.id))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    office = open_office(tmp_path_factory.mktemp("record"))
    client = office.client(
        former_names=(PersonName(last="Ruiz", first="Ana"),),
        ethnicity=Explicit.REFUSED,
        email=Explicit.NONE,
        chart_no="00417",
    )
    desk = office.desk
    mother = ResponsiblePerson(
        id=ResponsibleId("AAAA-AAAA-AAAA-AAAA"),
        client_id=client.id,
        name=PersonName(last="García", first="María"),
        relation="mother",
        primary=True,
    )
    desk.people.save(client, (mother,))
    receipt = grant(office, client)
    desk.consents.affirm(receipt.document.id, desk.today(), "mrobles")
    desk.papers.attach(receipt.act.id, "scan", a_picture())
    search = desk.people.note_search(client.id, "found", desk.today())
    desk.consents.undo(search.id, "another person")
    desk.entry.note_schedule(client.id, desk.today(), "MMR 1 of 2\nDTaP NOT VALID", not_valid=True)
    desk.people.note_responder(client.id, Responder.MINOR_FAMILY)
    desk.people.identity_change(client, "adopted")
    _dose(office, client)
    desk.answers.take(ANSWER, AnswerSource.PASTED)
    yield Whole(office, client, receipt.pdf)
    office.desk.close()


def _dose(office: Office, client: Client) -> None:
    desk = office.desk
    dose = desk.doses.save(
        replace(desk.doses.new_dose(client.id), cvx="03", lot="K0071", eligibility="medicaid")
    )
    desk.doses.report((dose.id,), desk.today(), ReportMethod.ONLINE, "mrobles")


def keys(value: Any) -> set[str]:
    """Every key of the shape, wherever it stands."""
    if isinstance(value, list):
        return {key for one in value for key in keys(one)}
    if not isinstance(value, dict):
        return set()
    inner = {key for name, one in value.items() if name not in FREE for key in keys(one)}
    return set(value) | inner


def test_every_key_of_the_file_is_documented_and_no_other(whole: Whole) -> None:
    words = set(re.findall(r'[`"](\w+)[`"]', DOCUMENTED.read_text(encoding="utf-8")))
    found = keys(whole.told)
    assert found - words == set()
    assert {"last", "first", "middle", "answered", "steps", "pdf", "registry_user"} <= found


def test_the_file_holds_something_of_everything(whole: Whole) -> None:
    told = whole.told
    assert (told["format"], told["version"], told["practice"]) == (
        "immtrac-desk-client-record",
        1,
        False,
    )
    empty = {name for name in told if told[name] in ([], {}, None, "")}
    assert empty == {"merged"}
    [answer] = told["registry_answers"]
    assert (answer["code"], answer["severity"], answer["state"]) == ("IMR-111", "error", "OPEN")
    assert told["client"]["chart_no"] == "00417"
    assert told["client"]["ethnicity"] == {"answered": "refused"}
    assert told["client"]["email"] == {"answered": "none"}
    assert told["client"]["birth_order"] is None


def test_papers_and_files_travel_whole(whole: Whole) -> None:
    told = whole.told
    [paper], [file] = told["papers"], told["files"]
    assert base64.b64decode(paper["pdf"]) == whole.pdf
    assert hashlib.sha256(whole.pdf).hexdigest() == paper["sha256"]
    assert (paper["holds"], paper["until_on"]) == ("active", "2041-05-03")
    assert paper["in_effect_on"] == whole.office.desk.today().isoformat()
    assert base64.b64decode(file["data"]) == a_picture()


def test_what_was_undone_is_told_as_undone(whole: Whole) -> None:
    acts = {act["kind"]: act for act in whole.told["acts"]}
    assert acts["search_noted"]["undone"]
    assert acts["entered_in_error"]["reverses"] == acts["search_noted"]["id"]
    assert not acts["consent_granted"]["undone"]
    assert acts["schedule_read"]["facts"]["not_valid"] is True


def test_a_dose_is_told_with_its_vaccine_and_its_report(whole: Whole) -> None:
    [dose] = whole.told["doses"]
    assert (dose["cvx"], dose["lot"], dose["state"]) == ("03", "K0071", "REPORTED")
    assert dose["vaccine"] == "MMR"
    assert dose["steps"][0]["registry_user"] == "mrobles"


def test_each_leaving_is_logged_with_its_digest(whole: Whole) -> None:
    made = whole.office.desk.evidence.record_file(whole.client.id)
    line = whole.office.desk.book.history(whole.client.id, limit=1)[0]
    assert line.act == "record_file_given"
    assert line.document_digest == hashlib.sha256(made).hexdigest()


def test_a_merged_client_brings_what_was_kept_under_the_other(whole: Whole) -> None:
    office = whole.office
    kept, gone = office.client(), office.client()
    paper = grant(office, gone).document
    office.desk.people.merge(kept.id, gone.id, "same person")
    for asked in (kept.id, gone.id):
        told = json.loads(office.desk.evidence.record_file(asked))
        assert told["client"]["id"] == kept.id
        assert [one["id"] for one in told["merged"]] == [gone.id]
        assert [one["id"] for one in told["papers"]] == [paper.id]


def test_somebody_of_whom_nothing_was_recorded_has_a_record_too(whole: Whole) -> None:
    office = whole.office
    bare = office.client(date(2000, 1, 2))
    told = json.loads(office.desk.evidence.record_file(bare.id))
    assert told["status"]["status"] == "NONE_ADULT"
    assert told["papers"] == told["doses"] == told["acts"] == []
    assert office.desk.evidence.record_summary(bare.id, "es").startswith(b"%PDF")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Consented as a minor", "Declined to say", "Reported on 11/22/2026", "MMR")),
        ("es", ("Con consentimiento de menor", "Reportada el 11/22/2026", "NOT VALID")),
    ],
)
def test_the_summary_says_it_in_words_of_its_language(
    whole: Whole, language: str, words: tuple[str, ...]
) -> None:
    pdf = whole.office.desk.evidence.record_summary(whole.client.id, language)
    text = " ".join(text_of(pdf).split()).casefold()
    assert [word for word in words if word.casefold() not in text] == []
    assert whole.office.desk.book.history(limit=1)[0].act == "record_summary_given"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("María mother", "Medicaid", "Answer IMR-111", "Still to do", "Contact ImmTrac2")),
        ("es", ("María madre", "Medicaid", "Respuesta IMR-111", "Pendiente", "Comunicarse con")),
    ],
)
def test_what_was_typed_or_coded_is_said_in_the_language_of_the_page(
    whole: Whole, language: str, words: tuple[str, ...]
) -> None:
    pdf = whole.office.desk.evidence.record_summary(whole.client.id, language)
    text = " ".join(text_of(pdf).split())
    assert [word for word in words if word not in text] == []


def test_the_same_record_is_drawn_in_the_same_bytes(whole: Whole) -> None:
    draw = whole.office.desk.evidence.record_summary
    assert draw(whole.client.id, "en") == draw(whole.client.id, "en")


def test_an_unknown_client_and_an_unknown_language_are_refused(whole: Whole) -> None:
    evidence = whole.office.desk.evidence
    with pytest.raises(DeskError, match=r"client\.unknown"):
        evidence.record_file(ClientId("0000-0000-0000-0000"))
    with pytest.raises(InputError, match=r"packet\.language"):
        evidence.record_summary(whole.client.id, "fr")


def test_an_auditor_hands_nothing_out(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    client = office.client()
    paper = grant(office, client).document
    desk = office.as_(AUDITOR, Role.AUDITOR)
    for ask in (
        lambda: desk.evidence.bundle(paper.id),
        lambda: desk.evidence.record_file(client.id),
        lambda: desk.evidence.record_summary(client.id, "en"),
    ):
        with pytest.raises(RefusedError, match=r"right\.missing"):
            ask()
    desk.close()
