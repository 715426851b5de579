"""The room for consents: prints for ink, drafts that turn 18, rights, and one act at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.desk.pictures import RecordConsent
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.words import Choice, FormKind, Intent, Manner, MaySign, Role, Status, Who
from immtrac_desk.errors import DeskError, InputError, RefusedError
from tests.desk.signing import begin, grant, in_ink, on_screen, sign
from tests.office import AUDITOR, CLERK, Office

TODAY = date(2026, 11, 22)


def test_advice_names_form_signer_row_and_standing(office: Office) -> None:
    client = office.client()
    advice = office.desk.consents.advise(client, Intent.JOIN)
    assert (advice.form, advice.signer, advice.row) == (FormKind.MINOR, "lar_of_minor", "DT-1.1")
    assert advice.standing.status is Status.NONE_MINOR
    grant(office, client)
    again = office.desk.consents.advise(client, Intent.JOIN)
    assert (again.form, again.row) == (None, "DT-1.2")


def test_advice_at_birth_registration_is_the_registrars(office: Office) -> None:
    newborn = office.client(born_on=TODAY)
    advice = office.desk.consents.advise(newborn, Intent.JOIN, birth_registration=True)
    assert (advice.form, advice.row) == (None, "DT-1.10")


def test_advice_needs_a_birth_date(office: Office) -> None:
    with pytest.raises(InputError) as error:
        office.desk.consents.advise(office.desk.people.new(), Intent.JOIN)
    assert error.value.code == "date.missing"


@pytest.mark.parametrize(
    ("who", "row", "may"),
    [
        (Who.PARENT, "DT-2.1", MaySign.YES),
        (Who.GRANDPARENT, "DT-2.5", MaySign.NO),
        (Who.FOSTER_PARENT, "DT-2.8", MaySign.OVERRIDE),
    ],
)
def test_may_sign_answers_by_row(office: Office, who: Who, row: str, may: MaySign) -> None:
    verdict = office.desk.consents.may_sign(office.client(), who)
    assert (verdict.row, verdict.may) == (row, may)


def test_assessing_sees_what_changed_meanwhile(office: Office) -> None:
    client = office.client()
    draft = begin(office, client, choice=Choice.GRANT)
    assert office.desk.consents.assess(draft).can_record
    grant(office, client)
    assert not office.desk.consents.assess(draft).can_record


def test_assessing_reads_the_vault_once_for_many_keystrokes(office: Office) -> None:
    draft = begin(office, office.client())
    office.desk.consents.assess(draft)
    office.desk.corridor.filing = None  # type: ignore[assignment]
    for letters in ("M", "Ma", "Mar"):
        assert office.desk.consents.assess(replace(draft, signer_name=letters)).missing


# -- drawing and recording on the screen ---------------------------------------------------


def test_the_live_sheet_is_what_is_filed_without_the_marks(office: Office) -> None:
    draft = begin(office, office.client(), choice=Choice.GRANT)
    live = office.desk.consents.draw_up(draft)
    receipt = sign(office, draft)
    assert receipt.document.digest_read == live.digest
    assert live.pages >= 1
    assert 0 <= live.signature_page < live.pages
    x0, y0, x1, y1 = live.signature_box
    assert 0 < x0 < x1 < 612
    assert 0 < y0 < y1 < 792


def test_the_bell_rings_with_what_changed(office: Office) -> None:
    client = office.client()
    rung: list[Changes] = []
    stop = office.desk.listen(rung.append)
    receipt = grant(office, client)
    stop()
    assert rung[-1].clients == {client.id}
    assert rung[-1].documents == {receipt.document.id}
    assert rung[-1].drafts


def test_a_refused_record_leaves_draft_and_vault_as_they_were(office: Office) -> None:
    draft = begin(office, office.client(), choice=Choice.GRANT, who=Who.GRANDPARENT)
    office.desk.consents.keep(draft)
    head = office.desk.book.history(limit=1)
    with pytest.raises(RefusedError) as error:
        sign(office, draft)
    assert error.value.code == "record.refused"
    assert [kept.draft for kept in office.desk.consents.drafts()] == [draft]
    assert office.desk.book.history(limit=1) == head


def test_an_auditor_records_nothing_and_the_try_is_logged(office: Office) -> None:
    client = office.client()
    draft = begin(office, client, choice=Choice.GRANT)
    office.as_(AUDITOR, Role.AUDITOR)
    with pytest.raises(RefusedError) as error:
        sign(office, draft)
    assert error.value.code == "right.missing"
    assert office.desk.book.history(limit=1)[0].act == "right_refused"
    assert office.desk.people.file(client.id).standing.status is Status.NONE_MINOR


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.AUDITOR])
def test_only_a_supervisor_invalidates_settles_or_verifies(office: Office, role: Role) -> None:
    client = office.client()
    document = grant(office, client).document
    pack = office.desk.papers.packs()[0]
    desk = office.as_(CLERK, role)
    tries = (
        lambda: desk.consents.invalidate(document.id, "wrong child"),
        lambda: desk.consents.settle_conflict(client.id, document.id, "order", TODAY),
        lambda: desk.papers.verify_pack(pack.stock_no, pack.language, pack.revision),
    )
    for attempt in tries:
        with pytest.raises(RefusedError) as error:
            attempt()
        assert error.value.code == "right.missing"


def test_a_clerk_undoes_only_the_own_acts_of_the_day(office: Office) -> None:
    client = office.client()
    theirs = grant(office, client).act
    desk = office.as_(CLERK, Role.FRONT_DESK)
    assert not desk.consents.can_undo(theirs)
    with pytest.raises(RefusedError) as error:
        desk.consents.undo(theirs.id, "wrong")
    assert error.value.code == "right.missing"
    mine = grant(office, office.client()).act
    assert desk.consents.can_undo(mine)
    office.clock.tick(days=1)
    assert not desk.consents.can_undo(mine)


# -- ink on paper --------------------------------------------------------------------------


def test_ink_files_the_very_bytes_that_were_printed(office: Office) -> None:
    draft = begin(office, office.client())
    printed = office.desk.consents.print_for_ink(draft)
    receipt = in_ink(office, replace(draft, choice=Choice.GRANT), printed, TODAY)
    assert receipt.pdf == printed.pdf
    document = receipt.document
    assert document.digest == document.digest_read == printed.print.digest
    assert document.manner is Manner.WET_INK
    assert receipt.standing.status is Status.SIGNED_TO_AFFIRM
    assert [line.act for line in office.desk.book.history(limit=2)] == [
        "consent_granted",
        "print_prepared",
    ]


def test_ink_may_come_back_days_later_with_its_own_day(office: Office) -> None:
    draft = begin(office, office.client())
    printed = office.desk.consents.print_for_ink(draft)
    office.clock.tick(days=3)
    receipt = in_ink(office, replace(draft, choice=Choice.GRANT), printed, date(2026, 11, 23))
    assert receipt.act.on == date(2026, 11, 23)


def test_what_the_signer_wrote_by_hand_does_not_make_the_print_stale(office: Office) -> None:
    draft = begin(office, office.client(), interpreter_name="Rosa Díaz")
    printed = office.desk.consents.print_for_ink(draft)
    by_hand = replace(draft, choice=Choice.GRANT, witness_name="Eva Ruiz", cannot_write=False)
    assert in_ink(office, by_hand, printed, TODAY).pdf == printed.pdf


@pytest.mark.parametrize(
    "edit", [{"relation": "guardian"}, {"interpreter_name": "Rosa"}, {"language": "es"}]
)
def test_an_edit_after_printing_makes_the_print_stale(office: Office, edit: dict[str, str]) -> None:
    draft = begin(office, office.client(), interpreter_name="Eva")
    printed = office.desk.consents.print_for_ink(draft)
    edited = replace(draft, choice=Choice.GRANT, **edit)  # type: ignore[arg-type]
    with pytest.raises(RefusedError) as error:
        in_ink(office, edited, printed, TODAY)
    assert error.value.code == "print.stale"
    again = office.desk.consents.print_for_ink(edited)
    assert in_ink(office, edited, again, TODAY).document.digest == again.print.digest


def test_a_choice_that_was_printed_cannot_be_turned_afterwards(office: Office) -> None:
    draft = begin(office, office.client(), choice=Choice.DECLINE)
    printed = office.desk.consents.print_for_ink(draft)
    with pytest.raises(RefusedError) as error:
        in_ink(office, replace(draft, choice=Choice.GRANT), printed, TODAY)
    assert error.value.code == "print.stale"


def test_another_drafts_print_is_not_this_ones(office: Office) -> None:
    client = office.client()
    other = office.desk.consents.print_for_ink(begin(office, client))
    draft = begin(office, client, choice=Choice.GRANT)
    with pytest.raises(RefusedError) as error:
        in_ink(office, draft, other, TODAY)
    assert error.value.code == "print.stale"


@pytest.mark.parametrize(("signed_on", "code"), [(date(2026, 11, 21), "print.later"), (TODAY, "")])
def test_nobody_signs_before_the_print(office: Office, signed_on: date, code: str) -> None:
    draft = begin(office, office.client())
    printed = office.desk.consents.print_for_ink(draft)
    signed = replace(draft, choice=Choice.GRANT)
    if not code:
        assert in_ink(office, signed, printed, signed_on).act.on == signed_on
        return
    with pytest.raises(RefusedError) as error:
        in_ink(office, signed, printed, signed_on)
    assert error.value.code == code


def test_ink_without_a_print_or_a_witness_of_it_is_refused(office: Office) -> None:
    draft = begin(office, office.client(), choice=Choice.GRANT)
    signature = on_screen(office, manner=Manner.WET_INK, strokes=(), seen_by="Dan")
    with pytest.raises(RefusedError) as error:
        office.desk.consents.record(RecordConsent(draft=draft, signature=signature))
    assert error.value.code == "print.missing"
    printed = office.desk.consents.print_for_ink(draft)
    unseen = replace(signature, seen_by=" ")
    with pytest.raises(RefusedError) as error:
        office.desk.consents.record(
            RecordConsent(draft=draft, signature=unseen, print_id=printed.print.id)
        )
    assert [f.code for f in error.value.findings] == ["signature.seen_by"]


def test_a_form_with_errors_is_not_printed(office: Office) -> None:
    draft = begin(office, office.client(), who=Who.STEPPARENT)
    with pytest.raises(RefusedError) as error:
        office.desk.consents.print_for_ink(draft)
    assert error.value.code == "print.refused"
    assert office.desk.consents.drafts() == ()


def test_printing_keeps_the_draft(office: Office) -> None:
    draft = begin(office, office.client())
    office.desk.consents.print_for_ink(draft)
    assert [kept.draft for kept in office.desk.consents.drafts()] == [draft]


# -- drafts --------------------------------------------------------------------------------


def test_a_draft_is_offered_back_after_the_program_stopped(office: Office) -> None:
    draft = begin(office, office.client(), relation="mo")
    office.desk.consents.keep(draft)
    desk = office.reopen()
    assert [kept.draft for kept in desk.consents.drafts()] == [draft]
    assert desk.consents.resume(draft.id) == draft


def test_after_an_undo_the_draft_can_begin_again(office: Office) -> None:
    receipt = grant(office, office.client())
    office.desk.consents.undo(receipt.act.id, "wrong relation")
    again = office.desk.consents.again(receipt.document.id)
    assert again.signer_name == "María García"
    assert sign(office, replace(again, choice=Choice.GRANT)).document.id == again.record_id


def test_referring_to_dshs_opens_a_task(office: Office) -> None:
    client = office.client(born_on=date(2010, 1, 1))
    office.desk.consents.refer(client.id, "married, says no order exists")
    assert [task.what for task in office.desk.people.file(client.id).tasks] == ["refer_to_dshs"]


def test_before_the_act_affirming_says_what_stands_against_it(office: Office) -> None:
    document = grant(office, office.client()).document
    assert office.desk.consents.assess_affirmation(document.id, TODAY) == ()
    found = office.desk.consents.assess_affirmation(document.id, date(2026, 11, 23))
    assert [f.code for f in found] == ["date.affirmed_in_future"]
    office.desk.consents.affirm(document.id, TODAY, "mrobles")
    with pytest.raises(DeskError):
        office.desk.consents.affirm(document.id, TODAY, "mrobles")


@pytest.mark.parametrize(
    ("hour", "later", "may"),
    [(9, 0, True), (19, 0, True), (23, 0, True), (19, 5, False), (9, 14, True), (9, 15, False)],
)
def test_the_day_of_an_act_is_the_clinics_own(
    office: Office, hour: int, later: int, may: bool
) -> None:
    """At seven in the evening in Texas it is the next day in UTC already."""
    client = office.client()
    desk = office.as_(CLERK, Role.FRONT_DESK)
    office.clock.on(TODAY, hour, 0)
    act = grant(office, client).act
    office.clock.on(TODAY, hour, 1)
    office.clock.tick(hours=later)
    assert desk.consents.can_undo(act) is may


def test_a_print_late_in_the_evening_is_signed_the_same_day(office: Office) -> None:
    office.clock.on(TODAY, 20)
    draft = begin(office, office.client(), choice=Choice.GRANT)
    printed = office.desk.consents.print_for_ink(draft)
    assert in_ink(office, draft, printed, TODAY).act.on == TODAY
