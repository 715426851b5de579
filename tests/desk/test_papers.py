"""The room for papers: the same bytes again, counted; blanks, packs, files, codes."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from immtrac_desk.desk.pictures import RecordExisting
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import Choice, FormKind, Intent, Role, Scope, Source, Who
from immtrac_desk.errors import DeskError, InputError, RefusedError
from tests.desk.signing import begin, grant, in_ink, sign
from tests.office import AUDITOR, Office, open_office


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def code_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=3).to_pil().convert("L")
    return str(zxingcpp.read_barcodes(picture)[0].text)


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(out, "PNG")
    return out.getvalue()


# -- filed papers --------------------------------------------------------------------------


def test_a_reprint_is_byte_identical_counted_and_logged(office: Office) -> None:
    receipt = grant(office, office.client())
    papers = office.desk.papers
    assert papers.times_printed(receipt.document.id) == 0
    for _ in range(2):
        assert papers.reprint(receipt.document.id) == receipt.pdf
        papers.note_printed(receipt.document.id)
    assert papers.times_printed(receipt.document.id) == 2
    line = office.desk.book.history(limit=1)[0]
    assert (line.act, line.document_digest) == ("reprinted", receipt.document.digest)


def test_a_print_for_ink_counts_too(office: Office) -> None:
    draft = begin(office, office.client())
    printed = office.desk.consents.print_for_ink(draft)
    office.desk.papers.note_printed(draft.record_id)
    line = office.desk.book.history(limit=1)[0]
    assert (line.act, line.document_digest) == ("printed", printed.print.digest)
    in_ink(office, replace(draft, choice=Choice.GRANT), printed, office.clock().date())
    assert office.desk.papers.times_printed(draft.record_id) == 1


def test_a_sheet_that_no_printer_took_is_logged_and_not_counted(office: Office) -> None:
    receipt, draft = grant(office, office.client()), begin(office, office.client())
    office.desk.papers.reprint(receipt.document.id)
    office.desk.consents.print_for_ink(draft)
    acts = [line.act for line in office.desk.book.history(limit=10)]
    assert {"reprint_prepared", "print_prepared"} <= set(acts)
    assert {"reprinted", "printed"}.isdisjoint(acts)
    assert office.desk.papers.times_printed(receipt.document.id) == 0
    assert office.desk.papers.times_printed(draft.record_id) == 0


def test_what_was_never_made_ready_cannot_have_been_printed(office: Office) -> None:
    draft = begin(office, office.client())
    with pytest.raises(RefusedError, match=r"print\.missing"):
        office.desk.papers.note_printed(draft.record_id)


def test_looking_is_logged_and_not_counted(office: Office) -> None:
    receipt = grant(office, office.client())
    assert office.desk.papers.pdf(receipt.document.id) == receipt.pdf
    assert office.desk.papers.times_printed(receipt.document.id) == 0
    assert office.desk.book.history(limit=1)[0].act == "document_looked_at"


@pytest.mark.parametrize("ink", [False, True])
def test_an_auditors_reprint_is_marked_copy_and_says_the_same(office: Office, ink: bool) -> None:
    draft = begin(office, office.client())
    if ink:
        printed = office.desk.consents.print_for_ink(draft)
        signed = replace(draft, choice=Choice.GRANT)
        receipt = in_ink(office, signed, printed, office.clock().date())
    else:
        receipt = sign(office, replace(draft, choice=Choice.GRANT))
    desk = office.as_(AUDITOR, Role.AUDITOR)
    copy = desk.papers.reprint(receipt.document.id)
    assert copy != receipt.pdf
    assert "COPY" in text_of(copy)
    assert "COPY" not in text_of(receipt.pdf)
    assert set(text_of(receipt.pdf).split()) <= set(text_of(copy).split())
    desk.papers.note_printed(receipt.document.id)
    made, ready = desk.book.history(limit=2)
    assert (made.act, made.facts["copy"]) == ("reprinted", True)
    assert (ready.act, ready.facts["copy"]) == ("reprint_prepared", True)
    assert desk.papers.pdf(receipt.document.id) == receipt.pdf


def test_a_filed_sheet_can_be_drawn_again_from_what_was_frozen(office: Office) -> None:
    """An auditor's copy is refused unless this holds; names changed since do not matter."""
    client = office.client()
    receipt = grant(office, client)
    office.desk.people.save(replace(client, name=replace(client.name, last="Ortiz")))
    desk = office.as_(AUDITOR, Role.AUDITOR)
    assert "García-López" in text_of(desk.papers.reprint(receipt.document.id))


def test_an_existing_consent_has_no_sheet_of_ours(office: Office) -> None:
    document = existing(office)
    with pytest.raises(RefusedError) as error:
        office.desk.papers.reprint(document)
    assert error.value.code == "document.no_sheet"


def existing(office: Office) -> DocumentId:
    command = RecordExisting(
        client_id=office.client().id,
        form=FormKind.MINOR,
        signed_on=office.clock().date(),
        source=Source.PAPER,
        where="chart",
        signer_name="María García",
        who=Who.PARENT,
    )
    return office.desk.consents.record_existing(command).id


def test_documents_are_found_by_client_record_or_form(office: Office) -> None:
    client = office.client()
    receipt = grant(office, client)
    leaving = begin(office, client, Intent.LEAVE, choice=Choice.WITHDRAW, scope=Scope.BOTH)
    left = sign(office, leaving).document
    papers = office.desk.papers
    assert [line.document.id for line in papers.documents()] == [left.id, receipt.document.id]
    for text in ("García", "c-7", receipt.document.id):
        assert receipt.document.id in [line.document.id for line in papers.documents(text)]
    assert [line.document.id for line in papers.documents("C-8")] == [left.id]
    assert papers.documents("Nobody") == ()
    assert len(papers.documents(limit=1)) == 1


def test_a_documents_line_says_how_far_it_came(office: Office) -> None:
    document = grant(office, office.client()).document
    state = lambda: office.desk.papers.documents()[0].state  # noqa: E731
    assert state() == "filed"
    act = office.desk.consents.affirm(document.id, office.clock().date(), "mrobles")
    assert state() == "affirmed"
    office.desk.consents.undo(act.id, "typed in the wrong file")
    assert state() == "filed"
    office.desk.consents.invalidate(document.id, "wrong child")
    assert state() == "invalidated"


# -- blanks, samples, packs ----------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("form", list(FormKind))
def test_a_blank_comes_in_copies_and_is_logged_once_a_printer_took_it(
    office: Office, form: FormKind, language: str
) -> None:
    one = office.desk.papers.blank(form, language)
    three = office.desk.papers.blank(form, language, copies=3)
    with pypdfium2.PdfDocument(one) as single, pypdfium2.PdfDocument(three) as triple:
        assert len(triple) == 3 * len(single)
    assert form.stock_no in text_of(one)
    assert "Oak Street Clinic" in text_of(one)
    assert office.desk.book.history(acts=("blank_printed",)) == ()
    office.desk.papers.note_blank_printed(form, language, copies=3)
    line = office.desk.book.history(limit=1)[0]
    told = [line.facts[name] for name in ("form", "language", "copies")]
    assert (line.act, told) == ("blank_printed", [form.stock_no, language, 3])


@pytest.mark.parametrize("copies", [0, -1, 101])
def test_a_foolish_number_of_copies_is_refused(office: Office, copies: int) -> None:
    with pytest.raises(InputError) as error:
        office.desk.papers.blank(FormKind.MINOR, "en", copies)
    assert (error.value.code, error.value.field) == ("blank.copies", "copies")
    with pytest.raises(InputError):
        office.desk.papers.note_blank_printed(FormKind.MINOR, "en", copies)


def test_a_sample_says_that_it_is_one(office: Office) -> None:
    assert "SAMPLE" in text_of(office.desk.papers.sample(FormKind.MINOR, "en"))


def test_a_pack_serves_only_after_it_was_read_and_verified(tmp_path: Path) -> None:
    office = open_office(tmp_path, verified=False)
    pack = next(p for p in office.desk.papers.packs() if (p.stock_no, p.language) == ("C-7", "en"))
    assert "NOT VERIFIED" in text_of(office.desk.papers.pack_pdf(pack))
    with pytest.raises(RefusedError) as error:
        office.desk.papers.blank(FormKind.MINOR, "en")
    assert error.value.code == "pack.not_verified"
    draft = begin(office, office.client(), choice=Choice.GRANT)
    assert "NOT VERIFIED" in text_of(office.desk.consents.draw_up(draft).pdf)
    with pytest.raises(RefusedError) as error:
        sign(office, draft)
    assert [f.code for f in error.value.findings] == ["pack.not_verified"]
    read = office.desk.papers.verify_pack(pack.stock_no, pack.language, pack.revision)
    assert (read.verified_by, read.verified_on) == ("Marta Robles", office.clock().date())
    assert "NOT VERIFIED" not in text_of(office.desk.papers.blank(FormKind.MINOR, "en"))
    assert sign(office, draft).document.revision == pack.revision
    office.desk.close()


def test_an_unknown_pack_is_not_verified(office: Office) -> None:
    with pytest.raises(RefusedError) as error:
        office.desk.papers.verify_pack("C-7", "en", "1999")
    assert error.value.code == "pack.unknown"


def test_contact_lines_print_only_once_somebody_checked_them(office: Office) -> None:
    number = "(866) 624-0180"
    assert number not in text_of(office.desk.papers.blank(FormKind.MINOR, "en"))
    office.desk.book.change_setting("contacts.checked_on", "2026-11-20")
    shown = text_of(office.desk.papers.blank(FormKind.MINOR, "en"))
    assert number in shown
    assert "11/20/2026" in shown


# -- attachments ---------------------------------------------------------------------------


def test_a_file_is_kept_beside_its_act_and_comes_back_as_it_was(office: Office) -> None:
    client = office.client()
    act = grant(office, client).act
    kept = office.desk.papers.attach(act.id, "scan", a_picture())
    assert (kept.media_type, kept.digest) == (
        "image/png",
        hashlib.sha256(a_picture()).hexdigest(),
    )
    assert office.desk.papers.attachments(client.id) == (kept,)
    assert office.desk.papers.attachment(kept.id) == a_picture()
    acts = [line.act for line in office.desk.book.history(limit=2)]
    assert acts == ["attachment_looked_at", "file_attached"]


@pytest.mark.parametrize(
    ("what", "data", "code"),
    [("scan", b"GIF89a", "attach.kind"), ("joke", a_picture(), "attach.what")],
)
def test_what_is_no_scan_is_refused_and_nothing_kept(
    office: Office, what: str, data: bytes, code: str
) -> None:
    client = office.client()
    act = grant(office, client).act
    with pytest.raises(InputError) as error:
        office.desk.papers.attach(act.id, what, data)
    assert error.value.code == code
    assert office.desk.papers.attachments(client.id) == ()


# -- the code on the paper -----------------------------------------------------------------


def test_paper_finds_its_record_again(office: Office) -> None:
    client = office.client()
    receipt = grant(office, client)
    found = office.desk.papers.find_by_qr(code_of(receipt.pdf))
    assert (found.document_id, found.client_id) == (receipt.document.id, client.id)


def test_the_check_of_a_code_may_be_typed_in_small_letters_and_groups(office: Office) -> None:
    receipt = grant(office, office.client())
    *rest, check = code_of(receipt.pdf).split("|")
    typed = "|".join((*rest, f" {check[:5].lower()}-{check[5:]} "))
    assert office.desk.papers.find_by_qr(typed).document_id == receipt.document.id


def test_a_print_that_is_not_signed_yet_finds_its_draft(office: Office) -> None:
    draft = begin(office, office.client())
    printed = office.desk.consents.print_for_ink(draft)
    code = code_of(printed.pdf)
    assert office.desk.papers.find_by_qr(code).draft_id == draft.id
    office.desk.consents.discard(draft.id)
    assert office.desk.papers.find_by_qr(code).printed_only


def test_a_sheet_that_left_no_trace_is_said_so(office: Office) -> None:
    live = office.desk.consents.draw_up(begin(office, office.client()))
    with pytest.raises(DeskError) as error:
        office.desk.papers.find_by_qr(code_of(live.pdf))
    assert error.value.code == "code.nothing"


def test_an_altered_or_foreign_code_is_refused(office: Office, tmp_path: Path) -> None:
    code = code_of(grant(office, office.client()).pdf)
    record = code.split("|")[4]
    forged = code.replace(record, record[:-1] + ("0" if record[-1] != "0" else "1"))
    other = open_office(tmp_path / "other")
    tries = {forged: "code.other_vault", "hello": "code.not_ours", "": "code.not_ours"}
    for text, refusal in tries.items():
        with pytest.raises(InputError) as error:
            office.desk.papers.find_by_qr(text)
        assert error.value.code == refusal
    with pytest.raises(InputError) as error:
        other.desk.papers.find_by_qr(code)
    assert error.value.code == "code.other_vault"
    other.desk.close()


# -- practice ------------------------------------------------------------------------------


def test_practice_is_across_every_sheet_and_in_its_code(office: Office, tmp_path: Path) -> None:
    practice = open_office(tmp_path / "practice", practice=True)
    receipt = grant(practice, practice.client())
    sheets = [
        receipt.pdf,
        practice.desk.papers.blank(FormKind.ADULT, "en"),
        practice.desk.papers.sample(FormKind.ADULT, "en"),
        practice.desk.papers.reprint(receipt.document.id),
    ]
    assert all("PRACTICE" in text_of(pdf) for pdf in sheets)
    code = code_of(receipt.pdf)
    assert "PRACTICE" in code
    assert practice.desk.papers.find_by_qr(code).document_id == receipt.document.id
    with pytest.raises(InputError) as error:
        office.desk.papers.find_by_qr(code)
    assert error.value.code == "code.practice"
    practice.desk.close()


def test_an_auditor_looks_and_reprints_and_neither_prints_blanks_nor_attaches(
    office: Office,
) -> None:
    receipt = grant(office, office.client())
    desk = office.as_(AUDITOR, Role.AUDITOR)
    assert desk.papers.pdf(receipt.document.id) == receipt.pdf
    for attempt in (
        lambda: desk.papers.blank(FormKind.MINOR, "en"),
        lambda: desk.papers.attach(receipt.act.id, "scan", a_picture()),
    ):
        with pytest.raises(RefusedError) as error:
            attempt()
        assert error.value.code == "right.missing"
