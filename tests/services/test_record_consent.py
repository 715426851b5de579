"""Recording: what was read is what is filed, all of it or nothing, once."""

import hashlib
from dataclasses import replace
from datetime import date, time
from typing import Any

import pypdfium2
import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.draft import ConsentDraft, Override
from immtrac_desk.domain.words import (
    Choice,
    FormKind,
    Intent,
    Manner,
    Responder,
    Scope,
    Status,
    Who,
)
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.affirm import Affirm, affirm
from immtrac_desk.services.keep_draft import keep_draft
from immtrac_desk.services.record_consent import RecordConsent, record_consent
from immtrac_desk.services.undo import UndoAct, undo
from immtrac_desk.store.unit_of_work import UnitOfWork
from tests.services.counter import INK, SAM, Counter, a_client, on_screen
from tests.services.test_record_existing import scan


@pytest.fixture(autouse=True)
def verified(counter: Counter) -> None:
    counter.verify_packs()


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def nothing_is_filed(counter: Counter, client: Client) -> bool:
    def look(uow: UnitOfWork) -> bool:
        return uow.documents.count() == 0 and not uow.acts.of_client(client.id)

    return counter.read(look)


def refused(counter: Counter, draft: ConsentDraft, **changes: Any) -> set[str]:
    before = counter.read(lambda uow: (uow.documents.count(), uow.audit.last()))
    with pytest.raises(RefusedError) as error:
        counter.sign(draft, **changes)
    assert counter.read(lambda uow: (uow.documents.count(), uow.audit.last())) == before
    if error.value.code != "record.refused":
        return {error.value.code}
    return {finding.code for finding in error.value.findings}


def test_a_grant_on_the_screen_is_filed_as_read_with_its_marks(
    counter: Counter, minor: Client
) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    read = counter.sheet(draft)
    receipt = counter.sign(draft)
    document = receipt.document
    assert document.digest_read == read.digest
    assert document.digest == hashlib.sha256(receipt.pdf).hexdigest()
    assert document.digest != read.digest
    assert counter.read(lambda uow: uow.documents.pdf(document.id)) == receipt.pdf
    signature = counter.read(lambda uow: uow.documents.signature(document.id))
    assert signature is not None
    assert signature.strokes == INK
    shown = text_of(receipt.pdf)
    for word in ("García-López", "Ana Sofía", "03/10/2010", document.id, "María García"):
        assert word in shown


def test_the_act_the_row_and_the_book_say_the_same(counter: Counter, minor: Client) -> None:
    receipt = counter.grant(minor)
    act = receipt.act
    assert (act.kind, act.row, act.on) == (ActKind.CONSENT_GRANTED, "DT-1.1", counter.today)
    assert (act.signer, act.capacity) == ("MARIAGARCIA", Who.PARENT)
    line = counter.last()
    assert (line.act, line.row, line.document_digest, line.act_id) == (
        "consent_granted",
        "DT-1.1",
        receipt.document.digest,
        act.id,
    )
    assert receipt.standing.status is Status.SIGNED_TO_AFFIRM
    assert counter.standing(minor) == receipt.standing


def test_what_is_frozen_on_the_document(counter: Counter, minor: Client) -> None:
    document = counter.grant(minor, language="es", interpreter_name="Rosa Díaz").document
    assert document.client_name == minor.name
    assert (document.stock_no, document.language, document.revision) == (
        "C-7",
        "es",
        "built-in 2026-11",
    )
    assert (document.who, document.relation) == (Who.PARENT, "mother")
    assert (document.received_by, document.interpreter_name) == ("Ana Ruiz", "Rosa Díaz")
    assert (document.signed_on, document.signed_at) == (counter.today, time(10, 30))
    assert counter.read(lambda uow: uow.documents.get(document.id)) == document


def test_the_draft_is_dropped(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    counter.do(keep_draft, draft)
    counter.sign(draft)
    assert counter.read(lambda uow: uow.drafts.get(draft.id)) is None


def test_a_correction_on_the_draft_corrects_the_client(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    married = replace(minor, name=replace(minor.name, last="Ortiz"))
    counter.sign(replace(draft, client=married))
    kept = counter.read(lambda uow: uow.clients.get(minor.id))
    assert kept.name.last == "Ortiz"
    assert kept.former_names == (minor.name,)
    assert [line.act for line in counter.book()[:2]] == ["consent_granted", "client_corrected"]


def test_a_new_client_is_added_in_the_same_act(counter: Counter) -> None:
    client = a_client()
    counter.grant(client)
    assert counter.read(lambda uow: uow.clients.get(client.id)) == client
    assert [line.act for line in counter.book()[:2]] == ["consent_granted", "client_added"]


def test_typed_text_is_tidied_the_same_way_for_reading_and_filing(
    counter: Counter, minor: Client
) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT, signer_name="María García")
    read = counter.sheet(draft)
    typed = replace(draft, signer_name="  Mari\u0301a   García ")
    receipt = counter.sign(typed, digest_read=read.digest)
    assert receipt.document.signer_name == "María García"


@pytest.mark.parametrize(
    "change",
    [
        {"relation": "father"},
        {"choice": Choice.DECLINE},
        {"language": "es"},
        {"interpreter_name": "Rosa Díaz"},
    ],
)
def test_a_sheet_that_changed_after_it_was_read_is_not_filed(
    counter: Counter, minor: Client, change: dict[str, Any]
) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    digest = counter.sheet(draft).digest
    assert refused(counter, replace(draft, **change), digest_read=digest) == {"sheet.changed"}
    assert nothing_is_filed(counter, minor)


def test_the_same_form_is_filed_once(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    counter.sign(draft)
    assert refused(counter, draft) == {"record.filed"}


@pytest.mark.parametrize(
    ("signature", "code"),
    [
        ({"strokes": ()}, "signature.missing"),
        ({"signed_on": date(2026, 3, 1)}, "signature.not_today"),
        ({"signed_on": date(2026, 3, 3)}, "date.signed_in_future"),
        ({"manner": Manner.MARK}, "signature.manner"),
    ],
)
def test_a_signature_that_is_none_is_refused(
    counter: Counter, minor: Client, signature: dict[str, Any], code: str
) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    made = on_screen(counter.today, **signature)
    assert code in refused(counter, draft, signature=made)
    assert nothing_is_filed(counter, minor)


def test_an_open_choice_is_refused(counter: Counter, minor: Client) -> None:
    assert refused(counter, counter.begin(minor)) == {"choice.not_made"}


def test_paper_only_refuses_the_screen(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    counter.law = LawSettings(signing_mode="paper_only")
    assert refused(counter, draft) == {"signature.paper_only"}


def test_a_mark_counts_with_its_witness(counter: Counter, minor: Client) -> None:
    marked: dict[str, Any] = {"choice": Choice.GRANT, "cannot_write": True}
    bare = on_screen(counter.today, manner=Manner.MARK)
    mark = replace(bare, witness_strokes=bare.strokes)
    alone = counter.begin(minor, **marked)
    assert refused(counter, alone, signature=mark) == {"witness.missing"}
    named = replace(alone, witness_name="Rosa Díaz")
    assert refused(counter, named, signature=bare) == {"witness.unsigned"}
    receipt = counter.sign(named, signature=mark)
    assert (receipt.document.manner, receipt.document.witness_name) == (Manner.MARK, "Rosa Díaz")
    assert "Rosa Díaz" in text_of(receipt.pdf)


def test_who_may_not_sign_grants_nothing(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT, who=Who.GRANDPARENT)
    assert len(refused(counter, draft)) == 1
    assert nothing_is_filed(counter, minor)


def test_an_override_is_loud_and_kept_on_the_act(counter: Counter, minor: Client) -> None:
    counter.member = SAM
    override = Override(reason="placed by DFPS", seen="form 2085-B", by=SAM.id)
    draft = counter.begin(minor, choice=Choice.GRANT, who=Who.FOSTER_PARENT)
    assert len(refused(counter, draft)) == 1
    receipt = counter.sign(replace(draft, override=override))
    assert receipt.act.facts["seen"] == "form 2085-B"
    assert [line.act for line in counter.book(loud=True)] == ["override_used"]
    assert receipt.standing.status is Status.SIGNED_TO_AFFIRM


def test_the_front_desk_cannot_override(counter: Counter, minor: Client) -> None:
    override = Override(reason="r", seen="s", by=SAM.id)
    draft = counter.begin(minor, choice=Choice.GRANT, who=Who.FOSTER_PARENT, override=override)
    with pytest.raises(DeskError) as error:
        counter.sign(draft)
    assert error.value.code == "right.missing"


def test_a_letter_the_sheet_cannot_print_stops_the_record(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    odd = replace(draft, client=replace(minor, name=PersonName(last="王", first="Ana")))
    with pytest.raises(InputError) as error:
        counter.sheet(odd)
    assert (error.value.code, error.value.field) == ("text.not_on_sheet", "client.last_name")
    with pytest.raises(RefusedError) as refusal:
        counter.sign(odd, digest_read="0" * 64)
    assert {f.code for f in refusal.value.findings} == {"text.not_on_sheet"}
    assert nothing_is_filed(counter, minor)


def test_a_control_character_is_refused_beside_its_field(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    command = RecordConsent(
        draft=replace(draft, relation="mo\x07ther"), signature=on_screen(counter.today)
    )
    with pytest.raises(InputError) as error:
        counter.do(record_consent, command)
    assert (error.value.code, error.value.field) == ("text.control", "signer.relation")


# -- what each choice amounts to -----------------------------------------------------------


def test_a_refusal_is_local_and_needs_no_ink(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.DECLINE)
    unsigned = on_screen(counter.today, strokes=())
    receipt = counter.sign(draft, signature=unsigned)
    assert receipt.act.kind is ActKind.CONSENT_DECLINED
    assert (receipt.standing.status, receipt.standing.declined_on) == (
        Status.DECLINED,
        counter.today,
    )
    refusal = counter.standing(minor).declined_act
    assert refusal is not None
    assert refusal.signer == "MARIAGARCIA"


def test_a_refusal_by_telephone_is_filed_unread(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.DECLINE)
    said = on_screen(counter.today, strokes=())
    receipt = counter.sign(draft, signature=said, digest_read="")
    assert receipt.document.digest_read == ""
    assert receipt.standing.status is Status.DECLINED


def test_a_refusal_by_one_who_may_not_sign_is_a_note(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, choice=Choice.DECLINE, who=Who.GRANDPARENT)
    receipt = counter.sign(draft)
    assert receipt.act.kind is ActKind.REFUSAL_NOTED
    assert receipt.standing.status is Status.NONE_MINOR


def test_the_signer_of_a_waiting_grant_takes_it_back_by_refusing(
    counter: Counter, minor: Client
) -> None:
    counter.grant(minor)
    receipt = counter.sign(counter.begin(minor, choice=Choice.DECLINE, despite=True))
    assert (receipt.act.kind, receipt.act.scope) == (ActKind.CONSENT_WITHDRAWN, Scope.STANDARD)
    assert receipt.standing.status is Status.WITHDRAWN


def test_a_refusal_leaves_a_consent_in_effect_alone(counter: Counter, minor: Client) -> None:
    granted = counter.grant(minor)
    command = Affirm(document_id=granted.document.id, on=counter.today, registry_user="aruiz")
    counter.do(affirm, command)
    receipt = counter.sign(counter.begin(minor, choice=Choice.DECLINE, despite=True))
    assert receipt.act.kind is ActKind.CONSENT_DECLINED
    assert receipt.standing.status is Status.CONSENTED_MINOR


@pytest.mark.parametrize("scope", list(Scope))
def test_a_withdrawal_ends_what_the_signer_chose(
    counter: Counter, minor: Client, scope: Scope
) -> None:
    counter.grant(minor)
    draft = counter.begin(minor, Intent.LEAVE, choice=Choice.WITHDRAW)
    assert refused(counter, draft) == {"scope.not_made"}
    receipt = counter.sign(replace(draft, scope=scope))
    assert (receipt.act.kind, receipt.act.row, receipt.act.scope) == (
        ActKind.CONSENT_WITHDRAWN,
        "DT-1.8",
        scope,
    )
    ended = receipt.standing.status is Status.WITHDRAWN
    assert ended is (scope is not Scope.DISASTER)


def test_a_withdrawal_needs_nothing_on_file(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor, Intent.LEAVE, choice=Choice.WITHDRAW, scope=Scope.BOTH)
    assert counter.sign(draft).standing.status is Status.WITHDRAWN


def test_staying_is_noted_and_changes_nothing(counter: Counter, minor: Client) -> None:
    counter.grant(minor)
    receipt = counter.sign(counter.begin(minor, Intent.LEAVE, choice=Choice.KEEP))
    assert receipt.act.kind is ActKind.WITHDRAWAL_KEPT
    assert receipt.standing.status is Status.SIGNED_TO_AFFIRM


@pytest.mark.parametrize(
    ("choice", "kind"),
    [
        (Choice.RELEASE, ActKind.RELEASE_AUTHORIZED),
        (Choice.NOT_RELEASE, ActKind.RELEASE_DECLINED),
    ],
)
def test_a_release_or_not(counter: Counter, minor: Client, choice: Choice, kind: ActKind) -> None:
    receipt = counter.sign(counter.begin(minor, Intent.COPY, choice=choice))
    assert (receipt.act.kind, receipt.act.row) == (kind, "DT-1.9")


def test_a_disaster_consent_stands_beside_the_standard_one(counter: Counter, minor: Client) -> None:
    receipt = counter.sign(counter.begin(minor, Intent.KEEP_DISASTER, choice=Choice.GRANT))
    assert (receipt.act.form, receipt.act.row) == (FormKind.DISASTER, "DT-1.7")
    assert receipt.standing.status is Status.NONE_MINOR
    assert len(receipt.standing.to_affirm) == 1


def test_a_responders_box_is_kept_with_the_grant(counter: Counter) -> None:
    adult = counter.add(a_client(born_on=date(1990, 1, 1)))
    receipt = counter.grant(adult, responder=Responder.RESPONDER)
    assert receipt.act.row == "DT-1.11"
    command = Affirm(document_id=receipt.document.id, on=counter.today, registry_user="aruiz")
    counter.do(affirm, command)
    assert counter.standing(adult).fr is Responder.RESPONDER


def test_a_replacement_takes_the_old_paper_out_with_a_reason(
    counter: Counter, minor: Client
) -> None:
    lost = counter.grant(minor)
    again = counter.begin(minor, choice=Choice.GRANT, despite=True)
    assert refused(counter, again) == {"form.already_consented"}
    replacing = replace(again, replaces=lost.document.id)
    assert refused(counter, replacing) == {"replacement.reason"}
    receipt = counter.sign(replace(replacing, replacement_reason="lost"))
    assert [line.act for line in counter.book()[:2]] == ["document_replaced", "consent_granted"]
    with pytest.raises(RefusedError) as error:
        counter.do(
            affirm,
            Affirm(document_id=lost.document.id, on=counter.today, registry_user="aruiz"),
        )
    assert [f.code for f in error.value.findings] == ["document.replaced"]
    counter.do(undo, UndoAct(act_id=receipt.act.id, reason="the old one was found"))
    counter.do(
        affirm, Affirm(document_id=lost.document.id, on=counter.today, registry_user="aruiz")
    )
    assert counter.standing(minor).status is Status.CONSENTED_MINOR


def test_a_document_of_another_client_is_not_replaced(counter: Counter, minor: Client) -> None:
    counter.grant(minor)
    other = counter.grant(counter.add(a_client()))
    draft = counter.begin(
        minor,
        choice=Choice.GRANT,
        despite=True,
        replaces=other.document.id,
        replacement_reason="lost",
    )
    assert refused(counter, draft) == {"document.of_another_client"}


def test_a_scan_may_come_with_it(counter: Counter, minor: Client) -> None:
    receipt = counter.sign(counter.begin(minor, choice=Choice.GRANT), scan=scan())
    kept = counter.read(lambda uow: uow.attachments.of_act(receipt.act.id))
    assert [one.what for one in kept] == ["scan"]


def test_a_bad_scan_files_nothing(counter: Counter, minor: Client) -> None:
    with pytest.raises(InputError):
        counter.sign(counter.begin(minor, choice=Choice.GRANT), scan=b"no picture")
    assert nothing_is_filed(counter, minor)


def test_names_that_clerks_fear_are_filed_and_printed(counter: Counter) -> None:
    for last in ("O'Brien", "Ñuñez", "<b>&amp;</b>", "Robert'); DROP TABLE", "AND", "X"):
        client = counter.add(a_client(name=PersonName(last=last, first="Nguyễn Thị Mỹ")))
        receipt = counter.grant(client)
        shown = text_of(receipt.pdf)
        assert last in shown
        assert "Nguyễn Thị Mỹ" in shown
        assert counter.read(lambda uow, c=client: uow.clients.get(c.id)) == client
