"""E23 to E35: languages, names, refusals, wrong forms, addresses, power cuts, lost paper."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time as clock_of_the_machine
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from immtrac_desk.bootstrap import Surroundings, open_vault
from immtrac_desk.domain.client import Address, PersonName
from immtrac_desk.domain.document import FormPack
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import Choice, FormKind, Manner, Severity, Status, Who
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.assess_draft import Assessment, Signing, assess_draft
from immtrac_desk.services.ground import read_ground
from immtrac_desk.store.unit_of_work import UnitOfWork
from tests.desk.signing import MOTHER, begin, grant, in_ink, sign
from tests.office import BOSS, CHEAP, PASSPHRASE, Office

TODAY = date(2026, 3, 9)
CHILD = date(2015, 1, 1)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def warnings(office: Office, draft: ConsentDraft) -> set[str]:
    found = office.desk.consents.assess(draft).findings
    return {f.code for f in found if f.severity is Severity.WARNING}


def test_e23_language_and_revision_are_kept_and_an_interpreter_may_be_named(
    office: Office,
) -> None:
    client = office.client(CHILD, language="en")
    draft = begin(office, client, language="es", choice=Choice.GRANT)
    assert sign(office, draft).document.interpreter_name == ""
    other = begin(office, office.client(CHILD), language="es", choice=Choice.GRANT)
    receipt = sign(office, replace(other, interpreter_name="Rosa Díaz"))
    document = receipt.document
    assert (document.language, document.interpreter_name) == ("es", "Rosa Díaz")
    assert document.revision
    assert "Rosa Díaz" in text_of(receipt.pdf)


def test_e24_where_no_pack_serves_in_the_language_english_is_taken_with_a_warning(
    office: Office,
) -> None:
    draft = begin(office, office.client(CHILD), language="vi")
    assert draft.language == "en"
    wished = replace(draft, language="vi", choice=Choice.GRANT)
    assert "pack.language_missing" in warnings(office, wished)
    with pytest.raises(RefusedError) as error:
        office.desk.consents.draw_up(wished)
    assert error.value.code == "pack.none"


def test_e25_a_signer_who_is_not_on_record_is_pointed_out(office: Office) -> None:
    client = office.client(CHILD)
    person = replace(
        office.desk.people.new_responsible(client.id),
        name=PersonName(last="Díaz", first="Rosa"),
        relation="guardian",
    )
    office.desk.people.save(client, (person,))
    draft = begin(office, client, choice=Choice.GRANT)
    assert "signer.not_on_record" in warnings(office, draft)
    known = replace(draft, signer_name="Rosa Diaz", who=Who.GUARDIAN, relation="guardian")
    assert "signer.not_on_record" not in warnings(office, known)
    assert sign(office, draft).document.signer_name == "María García"


def test_e26_who_cannot_write_makes_a_mark_before_a_witness(office: Office) -> None:
    adult = office.client(date(1950, 1, 1))
    draft = begin(office, adult, choice=Choice.GRANT, cannot_write=True)
    seal = (((0.2, 0.5, 0, 0.5), (0.6, 0.4, 80, 0.6)),)
    named = replace(draft, witness_name="Rosa Díaz")
    for unwitnessed, ink in ((draft, seal), (named, ())):
        with pytest.raises(RefusedError) as error:
            sign(office, unwitnessed, manner=Manner.MARK, witness_strokes=ink)
        assert [f.row for f in error.value.findings] == ["DT-3.6"]
    document = sign(office, named, manner=Manner.MARK, witness_strokes=seal).document
    assert (document.manner, document.witness_name) == (Manner.MARK, "Rosa Díaz")


def test_e27_a_refusal_stays_here_with_its_day_and_who(office: Office) -> None:
    client = office.client(CHILD)
    receipt = sign(office, begin(office, client, choice=Choice.DECLINE), strokes=())
    standing = receipt.standing
    assert (standing.status, standing.declined_on) == (Status.DECLINED, TODAY)
    assert receipt.act.by == office.desk.actor.id
    with pytest.raises(RefusedError) as error:
        office.desk.consents.send(receipt.document.id, TODAY, "fax")
    assert error.value.code == "send.nothing_leaves"
    assert begin(office, client).form is FormKind.MINOR


def test_e28_the_wrong_clients_form_is_invalidated_with_a_note_and_kept(office: Office) -> None:
    client = office.client(CHILD)
    receipt = grant(office, client)
    with pytest.raises(Exception, match=r"note\.missing"):
        office.desk.consents.invalidate(receipt.document.id, " ")
    office.desk.consents.invalidate(receipt.document.id, "signed for the sister")
    file = office.desk.people.file(client.id)
    assert file.standing.status is Status.NONE_MINOR
    assert [document.id for document in file.documents] == [receipt.document.id]
    assert office.desk.papers.pdf(receipt.document.id) == receipt.pdf
    assert begin(office, client).form is FormKind.MINOR


def test_e29_a_pack_replaced_between_print_and_signature_is_accepted_and_marked(
    office: Office,
) -> None:
    draft = begin(office, office.client(CHILD), choice=Choice.GRANT)
    printed = office.desk.consents.print_for_ink(draft)
    newer = FormPack(
        stock_no="C-7",
        language="en",
        revision="imported 2026-03",
        effective_from=TODAY,
        verified_by=BOSS,
        verified_on=TODAY,
    )
    with office.desk.corridor.filing.writing() as uow:
        uow.packs.put(newer)
        uow.commit()

    def look(uow: UnitOfWork) -> Assessment:
        signing = Signing(on=TODAY, printed=printed.print, recording=True)
        occasion = office.desk.corridor.occasion(uow)
        return assess_draft(draft, read_ground(draft, uow), occasion, signing)

    found = office.desk.corridor.read(look)
    said = {f.code for f in found.findings}
    assert ("pack.superseded" in said, "pack.before_cutoff" in said) == (True, False)
    office.desk.book.change_setting("forms.cutoff_on", "2026-12-01")
    said = {f.code for f in office.desk.corridor.read(look).findings}
    assert "pack.before_cutoff" in said
    document = in_ink(office, draft, printed, TODAY).document
    assert (document.revision, document.revision_note) == (
        printed.print.revision,
        "pack_superseded",
    )


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("O'Brien", "Ana"),
        ("Ñuñez", "Ana"),
        ("García-López", "Ana"),
        ("Nguyễn", "Thị Mỹ Hường"),
        (Explicit.NONE, "Suharto"),
        ("X", "Y"),
        ("A" * 200, "Ana"),
    ],
)
def test_e30_names_save_print_and_find_with_a_warning_only(
    office: Office, last: str | Explicit, first: str
) -> None:
    client = office.client(CHILD, name=PersonName(last=last, first=first))
    receipt = grant(office, client)
    # A name of 200 letters goes on over lines and onto the continuation sheet, and is whole.
    shown = "".join(text_of(receipt.pdf).replace("\ufffe", "").splitlines())
    assert first in shown
    assert isinstance(last, Explicit) or last in shown
    for part in (first, last):
        if isinstance(part, str):
            assert client.id in [match.id for match in office.desk.people.find(part)]
    assert office.desk.people.file(client.id).client.name == client.name


@pytest.mark.parametrize(
    ("first_name", "maiden_name"),
    [
        (Explicit.UNKNOWN, Explicit.UNKNOWN),
        (Explicit.NONE, Explicit.NONE),
        ("Luz and María", "García"),
        ("María", Explicit.UNKNOWN),
    ],
)
def test_e30_a_mother_unknown_none_or_two_is_an_answer(
    office: Office, first_name: str | Explicit, maiden_name: str | Explicit
) -> None:
    client = office.client(CHILD, mother_first_name=first_name, mother_maiden_name=maiden_name)
    draft = begin(office, client, choice=Choice.GRANT)
    assert office.desk.consents.assess(draft).missing == ()
    assert sign(office, draft).standing.status is Status.SIGNED_TO_AFFIRM


TULSA = Address(street="9 Elm St", city="Tulsa", state="OK", zip_code="74103", county="")
NO_HOME = Address(
    street=Explicit.NONE,
    city=Explicit.NONE,
    state="TX",
    zip_code=Explicit.NONE,
    county=Explicit.NONE,
)
PO_BOX = Address(street="PO Box 7", city="Austin", state="TX", zip_code="78701", county="Travis")


@pytest.mark.parametrize(
    ("address", "phone", "warned"),
    [
        (TULSA, "(918) 555-0142", set()),
        (replace(TULSA, county=Explicit.NONE), Explicit.NONE, set()),
        (replace(TULSA, street=Explicit.NONE), "", {"address.no_street"}),
        (replace(TULSA, street="P.O. Box 12"), "", {"address.po_box"}),
        (NO_HOME, Explicit.NONE, {"address.no_street"}),
        (PO_BOX, Explicit.NONE, {"address.po_box"}),
        (replace(PO_BOX, street="12 Oak Street"), Explicit.NONE, set()),
    ],
)
def test_e31_only_a_missing_street_is_warned_of_and_everything_is_recorded(
    office: Office, address: Address, phone: str | Explicit, warned: set[str]
) -> None:
    """Smart Search needs a street; it needs neither Texas, nor a county, nor a telephone."""
    client = office.client(CHILD, address=address, phone=phone)
    draft = begin(office, client, choice=Choice.GRANT)
    found = [f for f in office.desk.consents.assess(draft).findings if f.row == "E31"]
    assert {f.code for f in found} == warned
    assert {(f.field, f.severity) for f in found} <= {("client.address.street", Severity.WARNING)}
    assert "address.county_missing" not in warnings(office, draft)
    receipt = sign(office, draft)
    assert receipt.standing.status is Status.SIGNED_TO_AFFIRM
    kept = office.desk.people.file(client.id).client
    assert (kept.address, kept.phone) == (address, phone)
    for part in (address.street, address.city):
        assert isinstance(part, Explicit) or part in text_of(receipt.pdf)


@pytest.mark.parametrize(
    ("address", "asked"),
    [(replace(PO_BOX, county=""), True), (replace(PO_BOX, county=Explicit.NONE), False)],
)
def test_e31_in_texas_the_county_is_asked_until_it_is_none(
    office: Office, address: Address, asked: bool
) -> None:
    draft = begin(office, office.client(CHILD, address=address))
    assert ("address.county_missing" in warnings(office, draft)) is asked


def test_e31_a_street_left_empty_is_no_street_that_there_is_not(office: Office) -> None:
    """Nobody said that there is none: that is a field still to fill in, by another row."""
    draft = begin(office, office.client(CHILD, address=replace(NO_HOME, street="")))
    rows = {f.code: f.row for f in office.desk.consents.assess(draft).findings}
    assert rows["address.street_missing"] == "DT-21.3"
    assert "address.no_street" not in rows


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2034, 3, 9), Status.PENDING_ADULT),
        (date(2034, 3, 10), Status.LAPSED),
        (date(2034, 3, 11), Status.LAPSED),
    ],
)
def test_e32_at_26_a_minors_consent_has_lapsed_and_the_adult_form_warns(
    office: Office, day: date, status: Status
) -> None:
    client = office.client(date(2008, 3, 10))
    document = grant(office, client).document
    office.desk.consents.affirm(document.id, TODAY, "mrobles")
    office.clock.on(day)
    assert office.desk.people.file(client.id).standing.status is status
    draft = begin(office, client)
    assert draft.form is FormKind.ADULT
    assert ("history.may_be_gone" in warnings(office, draft)) is (status is Status.LAPSED)


KILLED = """
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from immtrac_desk.bootstrap import Surroundings, open_vault
from immtrac_desk.desk.pictures import RecordConsent
from immtrac_desk.domain.words import Choice, Intent
from tests.desk.signing import MOTHER, INK
from tests.office import BOSS, CHEAP, PASSPHRASE, Clock, Office
from tests.desk.signing import grant

clock = Clock(datetime.fromisoformat(sys.argv[2]))
desk = open_vault(Path(sys.argv[1]), BOSS, PASSPHRASE, Surroundings(clock=clock, cost=CHEAP))
office = Office(Path(sys.argv[1]), clock, desk)
print("ready", flush=True)
while True:
    receipt = grant(office, office.client())
    print(receipt.document.id, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a kill that cannot be caught")
def test_e33_when_the_power_fails_the_whole_consent_is_there_or_nothing(office: Office) -> None:
    path, moment = office.path, office.clock.moment.isoformat()
    office.desk.close()
    for pause in (0.05, 0.12, 0.21):
        acknowledged = killed_after(path, moment, pause)
        office.desk = open_vault(
            path, BOSS, PASSPHRASE, Surroundings(clock=office.clock, cost=CHEAP)
        )
        filed = {line.document.id: line.document for line in office.desk.papers.documents()}
        assert set(acknowledged) <= set(filed)
        for document in filed.values():
            file = office.desk.people.file(document.client_id)
            assert file.standing.status is Status.SIGNED_TO_AFFIRM
            assert office.desk.papers.pdf(document.id)
        assert office.desk.book.verify() == ()
        office.desk.close()


def killed_after(path: Path, moment: str, pause: float) -> list[str]:
    """Record consents in a process of its own, kill it, return the documents it acknowledged."""
    here = Path(__file__).resolve().parents[2]
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), moment],
        stdout=subprocess.PIPE,
        text=True,
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(here)},
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "ready"
    clock_of_the_machine.sleep(pause)
    child.send_signal(signal.SIGKILL)
    told = child.stdout.read().split()
    child.wait()
    return told


def test_e33_a_failure_half_way_through_the_act_leaves_nothing(office: Office) -> None:
    client = office.client(CHILD)
    draft = begin(office, client, choice=Choice.GRANT)
    taken = grant(office, office.client(CHILD)).document
    doubled = replace(draft, record_id=taken.id)
    before = office.desk.book.history(limit=1)
    with pytest.raises(RefusedError) as error:
        sign(office, doubled)
    assert error.value.code == "record.filed"
    assert office.desk.book.history(limit=1) == before
    assert office.desk.people.file(client.id).acts == ()


def test_e34_a_lost_paper_is_printed_again_byte_for_byte_and_counted(office: Office) -> None:
    receipt = grant(office, office.client(CHILD))
    for _ in range(3):
        assert office.desk.papers.reprint(receipt.document.id) == receipt.pdf
        office.desk.papers.note_printed(receipt.document.id)
    assert office.reopen().papers.reprint(receipt.document.id) == receipt.pdf
    office.desk.papers.note_printed(receipt.document.id)
    assert office.desk.papers.times_printed(receipt.document.id) == 4


def test_e35_for_an_incompetent_adult_the_guardian_signs_the_adult_form(office: Office) -> None:
    client = office.client(date(2008, 1, 1), guardianship_recorded=True)
    own = office.desk.consents.may_sign(client, Who.SELF)
    assert own.row == "DT-3.7"
    draft = begin(office, client, choice=Choice.GRANT)
    guardian = replace(draft, **{**MOTHER, "who": Who.GUARDIAN})
    receipt = sign(office, guardian)
    assert (receipt.document.form, receipt.document.who) == (FormKind.ADULT, Who.GUARDIAN)
