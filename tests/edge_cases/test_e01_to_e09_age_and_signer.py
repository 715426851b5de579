"""E1 to E9: the 18th birthday, the clock, leap days, and who may sign (docs/sources.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.draft import Override
from immtrac_desk.domain.words import Choice, FormKind, Intent, MaySign, Status, Who
from immtrac_desk.errors import RefusedError
from tests.desk.signing import begin, grant, in_ink, sign
from tests.office import Office

BORN = date(2008, 3, 10)
EVE, BIRTHDAY, AFTER = date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11)


def codes(error: RefusedError) -> set[str]:
    return {finding.code for finding in error.findings}


@pytest.mark.parametrize("signed_on", [BIRTHDAY, AFTER])
def test_e1_printed_at_17_signed_at_18_is_refused_and_the_adult_form_is_ready(
    office: Office, signed_on: date
) -> None:
    draft = begin(office, office.client(BORN), choice=Choice.GRANT)
    printed = office.desk.consents.print_for_ink(draft)
    office.clock.on(signed_on)
    with pytest.raises(RefusedError) as error:
        in_ink(office, draft, printed, signed_on)
    assert error.value.code == "record.turned_18"
    assert "form.turned_18" in codes(error.value)
    (kept,) = office.desk.consents.drafts()
    assert kept.draft.id == error.value.facts["draft"]
    adult = kept.draft
    assert (adult.form, adult.who, adult.choice) == (FormKind.ADULT, Who.SELF, None)
    assert adult.client == draft.client
    line = office.desk.book.history(acts=("draft_superseded",), limit=1)[0]
    assert (line.row, line.document_id) == ("DT-4.4", draft.record_id)
    receipt = sign(office, replace(adult, choice=Choice.GRANT))
    assert receipt.document.form is FormKind.ADULT


def test_e1_the_day_before_it_is_still_good(office: Office) -> None:
    draft = begin(office, office.client(BORN), choice=Choice.GRANT)
    printed = office.desk.consents.print_for_ink(draft)
    assert in_ink(office, draft, printed, EVE).standing.status is Status.SIGNED_TO_AFFIRM


@pytest.mark.parametrize(
    ("day", "row", "status"),
    [
        (EVE, "DT-8.1", Status.PENDING_ADULT),
        (BIRTHDAY, "DT-4.2", Status.NONE_ADULT),
        (AFTER, "DT-4.2", Status.NONE_ADULT),
    ],
)
def test_e2_signed_at_17_affirmed_on_the_birthday_is_too_late(
    office: Office, day: date, row: str, status: Status
) -> None:
    client = office.client(BORN)
    document = grant(office, client).document
    office.clock.on(AFTER)
    warned = {f.code for f in office.desk.consents.assess_affirmation(document.id, day)}
    assert ("affirm.too_late" in warned) is (row == "DT-4.2")
    assert office.desk.consents.affirm(document.id, day, "mrobles").row == row
    assert office.desk.people.file(client.id).standing.status is status
    if status is Status.NONE_ADULT:
        advice = office.desk.consents.advise(client, Intent.JOIN)
        assert advice.form is FormKind.ADULT


def test_e2_a_paper_signed_in_time_and_brought_too_late_gives_way_to_the_adult_form(
    office: Office,
) -> None:
    draft = begin(office, office.client(BORN), choice=Choice.GRANT)
    printed = office.desk.consents.print_for_ink(draft)
    office.clock.on(BIRTHDAY)
    with pytest.raises(RefusedError) as error:
        in_ink(office, draft, printed, EVE)
    assert error.value.code == "record.turned_18"
    assert "date.too_late" in codes(error.value)


def test_e3_a_draft_open_across_midnight_is_judged_by_the_day_it_is_signed(
    office: Office,
) -> None:
    office.clock.on(EVE, 23, 59)
    draft = begin(office, office.client(BORN), choice=Choice.GRANT)
    assert office.desk.consents.assess(draft).can_record
    office.clock.tick(minutes=2)
    assert not office.desk.consents.assess(draft).can_record
    with pytest.raises(RefusedError) as error:
        sign(office, draft)
    assert "form.wrong_for_age" in codes(error.value)


def test_e3_a_signature_of_yesterday_on_the_screen_is_read_again(office: Office) -> None:
    office.clock.on(EVE, 23, 59)
    draft = begin(office, office.client(date(2015, 1, 1)), choice=Choice.GRANT)
    with pytest.raises(RefusedError) as error:
        sign(office, draft, signed_on=date(2026, 3, 8))
    assert codes(error.value) == {"signature.not_today"}


def test_e3_a_clock_behind_the_book_is_noted_with_each_act(office: Office) -> None:
    client = office.client(date(2015, 1, 1))
    document = grant(office, client).document
    office.clock.on(date(2026, 3, 9), 6)
    found = office.desk.consents.assess_affirmation(document.id, date(2026, 3, 9))
    assert "clock.behind" in {f.code for f in found}
    office.desk.consents.affirm(document.id, date(2026, 3, 9), "mrobles")
    assert office.desk.book.history(limit=1)[0].facts["clock_behind"] is True


@pytest.mark.parametrize(
    ("day", "form"),
    [
        (date(2026, 2, 28), FormKind.MINOR),
        (date(2026, 3, 1), FormKind.ADULT),
        (date(2026, 3, 2), FormKind.ADULT),
    ],
)
def test_e4_born_on_29_february_turns_18_on_1_march(
    office: Office, day: date, form: FormKind
) -> None:
    office.clock.on(day)
    assert begin(office, office.client(date(2008, 2, 29))).form is form


def test_e5_a_foster_parent_needs_the_supervisors_override(office: Office) -> None:
    client = office.client(date(2015, 1, 1))
    draft = begin(office, client, choice=Choice.GRANT, who=Who.FOSTER_PARENT)
    with pytest.raises(RefusedError):
        sign(office, draft)
    by = office.desk.actor.id
    seen = Override(reason="placed since January", seen="form 2085-B", by=by)
    assert sign(office, replace(draft, override=seen)).act.facts["seen"] == "form 2085-B"
    assert [line.act for line in office.desk.book.loud()] == ["override_used"]


def test_e5_the_dfps_worker_signs_as_conservator(office: Office) -> None:
    client = office.client(date(2015, 1, 1))
    receipt = grant(office, client, who=Who.DFPS_WORKER, signer_name="Carla Ruiz")
    assert receipt.document.who is Who.DFPS_WORKER


def test_e6_after_an_adoption_the_old_consent_stays_linked_and_a_task_opens(
    office: Office,
) -> None:
    client = office.client(date(2020, 1, 1))
    document = grant(office, client).document
    office.desk.consents.affirm(document.id, date(2026, 3, 9), "mrobles")
    adopted = replace(client, name=PersonName(last="Miller", first="Anna"))
    office.desk.people.identity_change(adopted, "adoption order of 2026-03-02")
    file = office.desk.people.file(client.id)
    assert file.client.name.last == "Miller"
    assert [task.what for task in file.tasks] == ["contact_immtrac2"]
    assert file.standing.status is Status.CONSENTED_MINOR
    assert file.documents[0].client_name.last == "García-López"


@pytest.mark.parametrize("born_on", [date(2009, 5, 5), date(2010, 1, 1)])
def test_e7_an_emancipated_minor_is_referred_or_overridden_with_the_order(
    office: Office, born_on: date
) -> None:
    client = office.client(born_on)
    assert office.desk.consents.may_sign(client, Who.EMANCIPATED).may is MaySign.REFER
    draft = begin(
        office, client, choice=Choice.GRANT, who=Who.EMANCIPATED, signer_name="Ana Sofía García"
    )
    with pytest.raises(RefusedError):
        sign(office, draft)
    by = office.desk.actor.id
    override = Override(reason="emancipated", seen="order 2026-CV-17", by=by)
    receipt = sign(office, replace(draft, override=override))
    assert receipt.standing.status is Status.SIGNED_TO_AFFIRM


def test_e8_a_pregnant_minor_signs_for_her_child_and_not_for_herself(office: Office) -> None:
    mother = office.client(date(2009, 6, 1))
    verdict = office.desk.consents.may_sign(mother, Who.SELF)
    assert (verdict.row, verdict.may) == ("DT-2.9", MaySign.NO)
    by = office.desk.actor.id
    draft = begin(
        office,
        mother,
        choice=Choice.GRANT,
        who=Who.SELF,
        signer_name="Ana Sofía García-López",
        override=Override(reason="pregnant", seen="card", by=by),
    )
    with pytest.raises(RefusedError):
        sign(office, draft)
    newborn = office.client(date(2026, 3, 8), name=PersonName(last="García", first="Luz"))
    receipt = grant(office, newborn, who=Who.MINOR_PARENT, signer_name="Ana Sofía García-López")
    assert receipt.standing.status is Status.SIGNED_TO_AFFIRM


def test_e9_an_active_duty_minor_is_referred_to_dshs(office: Office) -> None:
    """DT-2.11 holds whatever the own treatment consent; the task stays until it is resolved."""
    client = office.client(date(2008, 9, 1))
    verdict = office.desk.consents.may_sign(client, Who.EMANCIPATED)
    assert (verdict.row, verdict.may) == ("DT-2.11", MaySign.REFER)
    office.desk.consents.refer(client.id, "active duty, no court order")
    lists = {one.code: one.count for one in office.desk.book.today_lists().lists}
    assert lists["refer_to_dshs"] == 1
