"""The other drawers: put, found, listed, refused."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from immtrac_desk.domain.client import PersonName, ResponsiblePerson
from immtrac_desk.domain.document import FormPack
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.staff import StaffMember
from immtrac_desk.domain.task import Task
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import DeskError, VaultError
from immtrac_desk.store.engine import close, open_engine
from immtrac_desk.store.repositories.settings import StoredSetting
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import (
    NOW,
    PDF,
    STAFF,
    a_client,
    a_document,
    a_draft,
    a_kept_form,
    a_print,
    an_act,
    an_attachment,
    sha,
)

CLIENT = a_client()


@pytest.fixture
def room(filing: Filing) -> Filing:
    with filing.writing() as work:
        work.clients.add(CLIENT)
        work.commit()
    return filing


def test_documents_are_counted_listed_and_paged(room: Filing) -> None:
    papers = [a_document(CLIENT, filed_at=NOW + timedelta(days=n)) for n in range(3)]
    with room.writing() as work:
        for paper in papers:
            work.documents.add(paper, PDF)
        assert work.documents.count() == 3
        assert list(work.documents.all()) == papers
        assert work.documents.of_client(CLIENT.id) == tuple(papers)
        assert work.documents.recent(2) == (papers[2], papers[1])
        assert work.documents.recent(2, skip=2) == (papers[0],)
        assert work.documents.signature(papers[0].id) is None


def test_an_existing_consent_has_no_sheet_of_ours(room: Filing) -> None:
    seen = a_document(CLIENT, digest="")
    with room.writing() as work:
        work.documents.add(seen)
        assert work.documents.get(seen.id) == seen
        assert work.documents.pdf(seen.id) == b""


@pytest.mark.parametrize(("digest", "pdf"), [("", PDF), (sha(PDF), b""), (sha(PDF), PDF + b" ")])
def test_a_digest_that_is_not_of_these_bytes_is_refused(
    room: Filing, digest: str, pdf: bytes
) -> None:
    with room.writing() as work:
        with pytest.raises(DeskError) as caught:
            work.documents.add(a_document(CLIENT, digest=digest), pdf)
        assert work.documents.count() == 0
    assert caught.value.code == "document.digest_differs"


def test_a_damaged_tail_of_a_paper_is_never_handed_out(path: Path, key: bytes) -> None:
    paper, sheet = a_document(CLIENT), PDF * 5000
    paper = replace(paper, digest=sha(sheet))
    engine = open_engine(path, key)
    with Filing(engine).writing() as work:
        work.staff.put(STAFF)
        work.clients.add(CLIENT)
        work.documents.add(paper, sheet)
        work.commit()
    close(engine)
    whole = path.read_bytes()
    codes = []
    for page in range(len(whole) // 4096 - 8, len(whole) // 4096):
        at = page * 4096 + 9
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        engine = open_engine(path, key)
        with Filing(engine).reading() as work, pytest.raises(VaultError) as caught:
            work.documents.pdf(paper.id)
        codes.append(caught.value.code)
        engine.dispose()
    assert set(codes) == {"vault.damaged"}


def test_an_attachment_lies_beside_its_act(room: Filing) -> None:
    act = an_act(CLIENT)
    scan = an_attachment(act, b"\x89PNG scan")
    with room.writing() as work:
        work.acts.add(act)
        work.attachments.add(scan, b"\x89PNG scan")
        assert work.attachments.get(scan.id) == scan
        assert work.attachments.content(scan.id) == b"\x89PNG scan"
        assert work.attachments.of_act(act.id) == (scan,)
        assert work.attachments.of_client(CLIENT.id) == (scan,)
        with pytest.raises(DeskError) as caught:
            work.attachments.add(an_attachment(act, b"one"), b"two")
    assert caught.value.code == "attachment.digest_differs"


def test_a_draft_is_replaced_and_offered_to_who_wrote_it(room: Filing) -> None:
    kept = a_draft(CLIENT)
    later = replace(
        kept, draft=replace(kept.draft, signer_name="Rosa"), kept_at=NOW + timedelta(seconds=2)
    )
    other = replace(STAFF, id="OTHER", name="Bo")  # type: ignore[arg-type]
    with room.writing() as work:
        work.staff.put(other)
        work.drafts.put(kept)
        work.drafts.put(later)
        assert work.drafts.of_staff(STAFF.id) == (later,)
        assert work.drafts.of_staff(other.id) == ()
        work.drafts.remove(kept.draft.id)
        assert work.drafts.get(kept.draft.id) is None
        work.drafts.remove(kept.draft.id)


def test_a_draft_may_be_of_a_client_not_filed_yet(room: Filing) -> None:
    kept = a_draft(a_client("New"))
    with room.writing() as work:
        work.drafts.put(kept)
        assert work.drafts.get(kept.draft.id) == kept


def test_a_half_typed_form_is_replaced_and_offered_to_who_typed_it(room: Filing) -> None:
    first = a_kept_form(kept_at=NOW - timedelta(hours=1))
    kept = a_kept_form()
    later = replace(kept, body={"city": "El Paso"}, kept_at=NOW + timedelta(seconds=2))
    other = replace(STAFF, id="OTHER", name="Bo")  # type: ignore[arg-type]
    with room.writing() as work:
        work.staff.put(other)
        for one in (first, kept):
            work.kept_forms.put(one)
        assert work.kept_forms.get(kept.id) == kept
        work.kept_forms.put(later)
        assert work.kept_forms.of_staff(STAFF.id, "client_form", "") == (later, first)
        assert work.kept_forms.of_staff(other.id, "client_form", "") == ()
        assert work.kept_forms.of_staff(STAFF.id, "existing", "") == ()
        assert work.kept_forms.of_staff(STAFF.id, "client_form", CLIENT.id) == ()
        work.kept_forms.remove(later.id)
        assert work.kept_forms.get(later.id) is None
        work.kept_forms.remove(later.id)


def test_prints_stay_when_the_draft_goes(room: Filing) -> None:
    draft = a_draft(CLIENT).draft
    first = a_print(draft)
    second = a_print(draft, printed_at=NOW + timedelta(minutes=1))
    with room.writing() as work:
        work.prints.add(second, PDF)
        work.prints.add(first, PDF)
        work.drafts.remove(draft.id)
        assert work.prints.of_draft(draft.id) == (first, second)
        assert work.prints.of_record(draft.record_id) == (first, second)
        assert work.prints.get(first.id) == first
        assert work.prints.pdf(first.id) == PDF
        with pytest.raises(DeskError) as caught:
            work.prints.add(a_print(draft), PDF + b" ")
    assert caught.value.code == "print.digest_differs"


def test_staff_are_changed_and_never_lost(room: Filing) -> None:
    disabled = replace(STAFF, active=False, role=Role.AUDITOR)
    with room.writing() as work:
        work.staff.put(disabled)
        assert work.staff.all() == (disabled,)
        assert work.staff.get(STAFF.id) == disabled
        with pytest.raises(DeskError) as caught:
            work.staff.put(StaffMember(id=STAFF.id, name="", role=Role.AUDITOR))
    assert caught.value.facts["rule"] == "CHECK constraint failed: ck_staff_name"


@pytest.mark.parametrize("value", [True, 30, "text", None, {"a": [1, 2]}])
def test_a_setting_keeps_its_value_and_source(room: Filing, value: object) -> None:
    setting = StoredSetting(
        key="k", value=value, source="letter", seen_on=date(2026, 1, 2), confirmed_by="Ana"
    )
    with room.writing() as work:
        assert work.settings.get("k") is None
        work.settings.put(StoredSetting(key="k", value="before"))
        work.settings.put(setting)
        assert work.settings.get("k") == setting
        assert work.settings.all() == {"k": setting}
        work.settings.remove("k")
        assert work.settings.all() == {}


def test_a_pack_is_one_revision_in_one_language(room: Filing) -> None:
    pack = FormPack(stock_no="C-7", language="en", revision="1", effective_from=date(2024, 1, 1))
    verified = replace(pack, verified_by="Ana", verified_on=date(2026, 1, 1))
    spanish = replace(pack, language="es")
    with room.writing() as work:
        work.packs.put(pack)
        work.packs.put(spanish)
        work.packs.put(verified)
        assert work.packs.all() == (verified, spanish)
        assert work.packs.get("C-7", "es", "1") == spanish
        with pytest.raises(DeskError) as caught:
            work.packs.put(replace(pack, verified_by="Ana"))
    assert caught.value.facts["rule"] == "CHECK constraint failed: ck_form_packs_verified"


def test_an_event_is_open_until_it_has_an_end(room: Filing) -> None:
    event = DisasterEvent(id="E", name="Storm", started_on=date(2024, 7, 1))  # type: ignore[arg-type]
    ended = replace(event, ended_on=date(2024, 8, 1), end_source="proclamation")
    with room.writing() as work:
        work.events.put(event)
        work.events.put(ended)
        assert work.events.all() == (ended,)
        with pytest.raises(DeskError) as caught:
            work.events.put(replace(event, ended_on=date(2024, 6, 30)))
    assert caught.value.facts["rule"] == "CHECK constraint failed: ck_disaster_events_ended_on"


def test_a_task_is_open_until_somebody_closes_it(room: Filing) -> None:
    task = Task(
        id="T",  # type: ignore[arg-type]
        client_id=CLIENT.id,
        what="contact_immtrac2",
        opened_at=NOW,
        opened_by=STAFF.id,
    )
    with room.writing() as work:
        work.tasks.put(task)
        assert work.tasks.unfinished() == (task,)
        closed = replace(task, closed_at=NOW, closed_by=STAFF.id)
        work.tasks.put(closed)
        assert work.tasks.unfinished() == ()
        assert work.tasks.of_client(CLIENT.id) == (closed,)
        with pytest.raises(DeskError) as caught:
            work.tasks.put(replace(task, closed_at=NOW))
    assert caught.value.facts["rule"] == "CHECK constraint failed: ck_tasks_closed"


def test_marks_tell_what_the_vault_is(room: Filing) -> None:
    with room.writing() as work:
        assert work.marks.get("practice") is None
        work.marks.put("practice", False)
        work.marks.put("practice", True)
        assert work.marks.get("practice") is True


def test_only_one_contact_is_primary(room: Filing) -> None:
    rosa = ResponsiblePerson(
        id="R",  # type: ignore[arg-type]
        client_id=CLIENT.id,
        name=PersonName(last="García", first="Rosa"),
        primary=True,
    )
    luis = replace(rosa, id="L", name=PersonName(last="López", first="Luis"))
    with room.writing() as work:
        work.responsible.put(rosa)
        work.responsible.put(luis)
        assert work.responsible.of_client(CLIENT.id) == (luis, replace(rosa, primary=False))
        assert work.responsible.get(luis.id) == luis


@pytest.mark.parametrize(
    ("drawer", "key", "code"),
    [
        ("acts", "x", "act.unknown"),
        ("documents", "x", "document.unknown"),
        ("attachments", "x", "attachment.unknown"),
        ("prints", "x", "print.unknown"),
        ("staff", "x", "staff.unknown"),
        ("events", "x", "event.unknown"),
        ("tasks", "x", "task.unknown"),
        ("responsible", "x", "responsible.unknown"),
    ],
)
def test_what_is_not_there_is_refused(room: Filing, drawer: str, key: str, code: str) -> None:
    with room.reading() as work, pytest.raises(DeskError) as caught:
        getattr(work, drawer).get(key)
    assert caught.value.code == code


@pytest.mark.parametrize("drawer", ["documents", "prints"])
def test_bytes_that_are_not_there_are_refused(room: Filing, drawer: str) -> None:
    with room.reading() as work, pytest.raises(DeskError) as caught:
        getattr(work, drawer).pdf("x")
    assert caught.value.code.endswith(".unknown")


def test_a_paper_needs_its_client_on_file(room: Filing) -> None:
    with room.writing() as work, pytest.raises(DeskError) as caught:
        work.documents.add(a_document(a_client()), PDF)
    assert caught.value.code == "store.refused"
    assert caught.value.facts["rule"] == "FOREIGN KEY constraint failed"
