"""Sent, returned, approved, refused, given up, undone: what each asks, and what it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from immtrac_desk.domain.agreement import (
    AgreementState,
    ApplicationKind,
    ApplicationState,
    StepKind,
)
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Severity
from immtrac_desk.errors import DeskError, InputError, RefusedError
from tests.desk.sites import Site, entered_site, new_site, role_of
from tests.office import Office
from tests.trust.day import scan

TODAY = date(2026, 11, 22)


@pytest.fixture
def site(office: Office) -> Site:
    return entered_site(office)


def state(site: Site, application: Any) -> ApplicationState:
    return site.office.desk.agreement.application(application).state


def step(site: Site, application: Any, kind: StepKind) -> Any:
    """The id of the last step of a kind."""
    steps = site.office.desk.agreement.application(application).steps
    return [one.id for one in steps if one.kind is kind][-1]


def standing(site: Site) -> Any:
    return site.office.desk.agreement.standing(site.organization.id)


# -- answered -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "typed", "severity", "after"),
    [
        ("org_code", "Herons!2026a", Severity.ERROR, ApplicationState.DRAFT),
        ("manner_note", "Herons!2026a", Severity.WARNING, ApplicationState.READY_TO_SIGN),
        ("manner_note", "Herons 2026a", None, ApplicationState.READY_TO_SIGN),
        ("filled_in_email", "Herons.2026@a.us", None, ApplicationState.READY_TO_SIGN),
    ],
)
def test_an_answer_that_looks_like_a_password_says_so(
    site: Site, question: str, typed: str, severity: Severity | None, after: ApplicationState
) -> None:
    picture = site.put(site.begin(), **{question: typed})
    said = [f.severity for f in picture.findings if f.code == "person.looks_like_password"]
    assert said == ([] if severity is None else [severity])
    assert picture.state is after
    assert picture.application.answers[question] == typed, "the draft keeps everything"


# -- sent ---------------------------------------------------------------------------------


def test_sending_keeps_day_name_number_and_confirmation(office: Office, site: Site) -> None:
    application = site.begin()
    site.sign(application)
    sent = office.desk.agreement.send(application, TODAY, " Marta  Robles ", "C-17", scan())
    assert sent.facts["sent_by"] == "Marta Robles"
    assert sent.facts["confirmation_no"] == "C-17"
    picture = office.desk.agreement.application(application)
    assert (picture.state, picture.sent_on) == (ApplicationState.SUBMITTED, TODAY)
    assert [(f.what, f.id) for f in picture.files] == [("confirmation", sent.facts["file"])]
    told = office.desk.book.history(limit=2)
    assert "Marta" not in str([line.facts for line in told])


@pytest.mark.parametrize(
    ("day", "code"), [(-1, "date.before_signature"), (0, ""), (1, "date.future")]
)
def test_it_is_sent_between_the_signature_and_today(
    office: Office, site: Site, day: int, code: str
) -> None:
    application = site.begin()
    site.sign(application)
    sent_on = TODAY + timedelta(day)
    if not code:
        assert office.desk.agreement.send(application, sent_on, "Marta").on == sent_on
        return
    with pytest.raises(InputError) as refused:
        office.desk.agreement.send(application, sent_on, "Marta")
    assert (refused.value.field, refused.value.code) == ("sent_on", code)


def test_sending_asks_who_and_a_real_file(office: Office, site: Site) -> None:
    application = site.begin()
    site.sign(application)
    with pytest.raises(InputError) as refused:
        office.desk.agreement.send(application, TODAY, " ")
    assert (refused.value.field, refused.value.code) == ("sent_by", "application.sent_by")
    with pytest.raises(InputError) as refused:
        office.desk.agreement.send(application, TODAY, "Marta", confirmation=b"no file")
    assert refused.value.code == "attach.kind"
    assert state(site, application) is ApplicationState.SIGNED_NOT_SENT


def test_nothing_unsigned_is_sent(office: Office, site: Site) -> None:
    with pytest.raises(RefusedError) as refused:
        office.desk.agreement.send(site.begin(), TODAY, "Marta")
    assert refused.value.code == "application.not_signed"
    assert refused.value.facts["state"] == "READY_TO_SIGN"


@pytest.mark.parametrize(("waited", "amber"), [(29, False), (30, False), (31, True)])
def test_an_answer_is_awaited_thirty_days(
    office: Office, site: Site, waited: int, amber: bool
) -> None:
    application = site.sent()
    office.clock.on(TODAY + timedelta(waited))
    assert office.desk.agreement.application(application).amber is amber


# -- returned and refused -----------------------------------------------------------------


def test_a_return_clears_the_sent_date_and_keeps_it_in_history(office: Office, site: Site) -> None:
    application = site.sent()
    office.clock.on(date(2026, 11, 30))
    step_made = office.desk.agreement.returned(application, date(2026, 11, 30), "wrong county")
    picture = office.desk.agreement.application(application)
    assert (picture.sent_on, picture.returned, picture.reason) == (None, True, "wrong county")
    assert picture.state is ApplicationState.SIGNED_NOT_SENT
    assert step_made.facts["sent_on"] == "2026-11-22"
    office.desk.agreement.send(application, date(2026, 11, 30), "Marta")
    assert not office.desk.agreement.application(application).returned


@pytest.mark.parametrize("answer", ["returned", "refuse"])
def test_an_answer_has_a_reason_and_a_day_from_the_sending_to_today(
    office: Office, site: Site, answer: str
) -> None:
    application = site.sent()
    act = getattr(office.desk.agreement, answer)
    for day, reason, field, code in (
        (TODAY, "  ", "reason", "reason.missing"),
        (TODAY - timedelta(1), "x", "on", "date.before_sending"),
        (TODAY + timedelta(1), "x", "on", "date.future"),
    ):
        with pytest.raises(InputError) as refused:
            act(application, day, reason)
        assert (refused.value.field, refused.value.code) == (field, code)
    act(application, TODAY, "wrong county")
    assert office.desk.agreement.application(application).reason == "wrong county"


def test_a_refusal_ends_it_and_the_site_stays_as_it_was(office: Office, site: Site) -> None:
    application = site.sent(hours="8 to 5")
    before = standing(site).agreement
    office.desk.agreement.refuse(application, TODAY, "no longer a provider")
    assert state(site, application) is ApplicationState.REFUSED
    assert standing(site).agreement == before
    assert office.desk.roster.organization(site.organization.id).hours == ""


@pytest.mark.parametrize("answer", ["returned", "refuse", "approve"])
def test_what_was_not_sent_has_no_answer(office: Office, site: Site, answer: str) -> None:
    application = site.begin()
    site.sign(application)
    reason = () if answer == "approve" else ("x",)
    with pytest.raises(RefusedError) as refused:
        getattr(office.desk.agreement, answer)(application, TODAY, *reason)
    assert refused.value.code == "application.not_sent"


# -- approved -----------------------------------------------------------------------------


def test_an_approval_is_the_agreement_in_force_and_the_record_follows(
    office: Office, site: Site
) -> None:
    application = site.sent(
        hours="8 to 5", county="Bexar", tvfc=True, tvfc_pin="44", tvfc_pin_again="44"
    )
    agreement = office.desk.agreement.approve(application, TODAY, file=scan())
    stands = standing(site)
    assert stands.agreement == agreement
    assert (stands.state, stands.due) == (AgreementState.CURRENT, date(2028, 11, 22))
    record = office.desk.roster.organization(site.organization.id)
    assert (record.hours, record.county, record.tvfc, record.tvfc_pin) == (
        "8 to 5",
        "Bexar",
        True,
        "44",
    )
    assert state(site, application) is ApplicationState.APPROVED
    assert "agreement" in {file.what for file in office.desk.agreement.files(record.id)}


def test_what_an_answer_closed_is_not_approved_and_not_kept_in_the_record(
    office: Office,
) -> None:
    site = entered_site(
        office, site={"exchange": True, "ehr_vendor": "Blue", "ownership": "private"}
    )
    questions = office.desk.agreement.question_set().questions
    unasked = tuple(replace(q, asked=q.id != "ownership") for q in questions)
    office.desk.agreement.save_question_set(unasked)
    application = site.sent(exchange=False)
    agreement = office.desk.agreement.approve(application, TODAY)
    record = office.desk.roster.organization(site.organization.id)
    assert (record.exchange, record.ehr_vendor) == (False, "")
    assert "ehr_vendor" not in agreement.answers
    assert record.ownership == "private", "what the clinic does not ask is left alone"
    assert standing(site).triggers == ()


def test_the_approval_mail_may_bring_code_and_id(office: Office) -> None:
    site = new_site(office, org_code="", tx_iis_id="")
    application = site.sent(ApplicationKind.REGISTRATION)
    agreement = office.desk.agreement.approve(
        application, TODAY, org_code=" OAK1 ", tx_iis_id="0001112000"
    )
    record = office.desk.roster.organization(site.organization.id)
    assert (record.org_code, record.tx_iis_id) == ("OAK1", "0001112000")
    assert agreement.answers["tx_iis_id"] == "0001112000"
    signed = office.desk.agreement.application(application).application
    assert "org_code" not in signed.answers, "the application stays as it was signed"


@pytest.mark.parametrize(
    ("on", "due", "field", "code"),
    [
        (0, -1, "due_on", "agreement.due_before_approval"),
        (0, 0, "", ""),
        (-1, None, "on", "date.before_sending"),
        (1, None, "on", "date.future"),
    ],
)
def test_the_days_of_an_approval(
    office: Office, site: Site, on: int, due: int | None, field: str, code: str
) -> None:
    application = site.sent()
    days = (TODAY + timedelta(on), None if due is None else TODAY + timedelta(due))
    if not code:
        assert office.desk.agreement.approve(application, *days).due_on == days[1]
        return
    with pytest.raises(InputError) as refused:
        office.desk.agreement.approve(application, *days)
    assert (refused.value.field, refused.value.code) == (field, code)
    assert state(site, application) is ApplicationState.SUBMITTED


def test_a_typed_due_date_wins_over_the_period(office: Office, site: Site) -> None:
    site.approved(due_on=date(2027, 3, 1))
    assert (standing(site).due, standing(site).unconfirmed) == (date(2027, 3, 1), False)


def test_a_period_nobody_confirmed_is_said_so(office: Office, site: Site) -> None:
    assert standing(site).unconfirmed
    office.desk.book.change_setting(
        "agreement.period_months", 36, source="DSHS letter", seen_on=TODAY, confirmed=True
    )
    assert (standing(site).due, standing(site).unconfirmed) == (date(2028, 1, 31), False)


def test_no_trigger_stays_open_for_what_was_just_approved(office: Office, site: Site) -> None:
    site.hires("Pia", SiteRole.PRESCRIBER)
    role = role_of(office, site.organization, site.user.id, SiteRole.FULL_ACCESS)
    office.desk.roster.end_role(role, TODAY - timedelta(1))
    office.desk.agreement.note_iee526(site.organization.id, TODAY, "prescriber unknown")
    assert {t.code for t in standing(site).triggers} == {"prescriber_added", "user_left", "iee_526"}
    application = site.sent(street="14 Elm Street")
    office.desk.agreement.approve(application, TODAY)
    assert standing(site).triggers == ()


def test_an_iee526_after_the_signature_stays_open(office: Office, site: Site) -> None:
    application = site.sent()
    office.clock.on(TODAY + timedelta(1))
    office.desk.agreement.note_iee526(site.organization.id, TODAY + timedelta(1))
    office.desk.agreement.approve(application, TODAY + timedelta(1))
    assert [t.code for t in standing(site).triggers] == ["iee_526"]


def test_who_came_after_the_signature_is_a_trigger_of_the_new_agreement(
    office: Office, site: Site
) -> None:
    application = site.sent()
    pia = site.hires("Pia", SiteRole.PRESCRIBER)
    office.desk.agreement.approve(application, TODAY)
    assert [(t.code, t.person_id) for t in standing(site).triggers] == [
        ("prescriber_added", pia.id)
    ]


def test_an_approval_entered_behind_a_newer_one_leaves_the_record_alone(
    office: Office, site: Site
) -> None:
    renewal = site.sent(hours="8 to 4")
    office.clock.on(date(2026, 11, 24))
    change = site.sent(ApplicationKind.CHANGE, hours="9 to 5")
    newer = office.desk.agreement.approve(change, date(2026, 11, 24))
    office.clock.tick(minutes=1)
    office.desk.agreement.approve(renewal, date(2026, 11, 23))
    assert standing(site).agreement == newer
    assert office.desk.roster.organization(site.organization.id).hours == "9 to 5"


# -- given up -----------------------------------------------------------------------------


def test_giving_up_takes_a_reason_and_ends_a_draft_or_a_sent_one(
    office: Office, site: Site
) -> None:
    draft, sent = site.begin(ApplicationKind.CHANGE), site.sent()
    for application in (draft, sent):
        with pytest.raises(InputError):
            office.desk.agreement.abandon(application, " ")
        office.desk.agreement.abandon(application, "the doctor stays after all")
        assert state(site, application) is ApplicationState.ABANDONED
        with pytest.raises(RefusedError) as refused:
            office.desk.agreement.abandon(application, "again")
        assert refused.value.code == "application.ended"


# -- undone -------------------------------------------------------------------------------


def test_an_undone_approval_takes_the_agreement_and_the_record_back(
    office: Office, site: Site
) -> None:
    before = standing(site)
    application = site.sent(county="Bexar")
    office.desk.agreement.approve(application, TODAY, org_code="NEW1")
    office.clock.tick(minutes=1)
    office.desk.agreement.undo_step(step(site, application, StepKind.APPROVED), "wrong site")
    after = standing(site)
    assert (after.agreement, after.due) == (before.agreement, before.due)
    assert after.organization == before.organization
    assert after.triggers == ()
    assert state(site, application) is ApplicationState.SUBMITTED
    office.clock.tick(minutes=1)
    office.desk.agreement.approve(application, TODAY)
    assert standing(site).due == date(2028, 11, 22)


def test_an_undone_approval_opens_the_iee526_it_settled(office: Office, site: Site) -> None:
    task = office.desk.agreement.note_iee526(site.organization.id, TODAY)
    application = site.sent()
    office.desk.agreement.approve(application, TODAY)
    assert standing(site).tasks == ()
    office.clock.tick(minutes=1)
    office.desk.agreement.undo_step(step(site, application, StepKind.APPROVED), "wrong site")
    assert standing(site).tasks == (task,)


def test_of_a_record_that_was_corrected_since_only_what_was_approved_goes_back(
    office: Office, site: Site
) -> None:
    application = site.sent(county="Bexar")
    office.desk.agreement.approve(application, TODAY)
    office.clock.tick(minutes=1)
    record = office.desk.roster.organization(site.organization.id)
    office.desk.roster.save_organization(replace(record, hours="9 to 5"))
    office.desk.agreement.undo_step(step(site, application, StepKind.APPROVED), "wrong site")
    kept = office.desk.roster.organization(site.organization.id)
    assert (kept.county, kept.hours) == ("Travis", "9 to 5")
    assert standing(site).triggers == ()


@pytest.mark.parametrize(
    ("kind", "then"),
    [
        (StepKind.SENT, ApplicationState.SIGNED_NOT_SENT),
        (StepKind.SIGNED, ApplicationState.READY_TO_SIGN),
        (StepKind.APPROVED, ApplicationState.SUBMITTED),
    ],
)
def test_what_rests_on_an_undone_step_falls_with_it(
    office: Office, site: Site, kind: StepKind, then: ApplicationState
) -> None:
    application = site.sent()
    office.desk.agreement.approve(application, TODAY)
    office.clock.tick(minutes=1)
    office.desk.agreement.undo_step(step(site, application, kind), "typed on the wrong site")
    assert state(site, application) is then
    assert standing(site).due == date(2027, 1, 31)
    assert office.desk.agreement.papers(site.organization.id)


def test_an_undone_return_waits_for_its_answer_again(office: Office, site: Site) -> None:
    application = site.sent()
    office.desk.agreement.returned(application, TODAY, "wrong county")
    office.clock.tick(minutes=1)
    office.desk.agreement.undo_step(step(site, application, StepKind.RETURNED), "not this one")
    picture = office.desk.agreement.application(application)
    assert (picture.state, picture.returned) == (ApplicationState.SUBMITTED, False)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (StepKind.BEGUN, "undo.begun"),
        (StepKind.SIGNATURE_DROPPED, "undo.dropped"),
        (StepKind.ENTERED_IN_ERROR, "undo.of_undo"),
        (StepKind.SENT, "undo.already"),
    ],
)
def test_what_cannot_be_undone(office: Office, site: Site, kind: StepKind, code: str) -> None:
    application = site.begin()
    site.sign(application)
    site.put(application, hours="8 to 5")
    office.clock.tick(minutes=1)
    site.sign(application)
    office.clock.tick(minutes=1)
    sent = office.desk.agreement.send(application, TODAY, "Marta")
    office.clock.tick(minutes=1)
    office.desk.agreement.undo_step(sent.id, "typed too early")
    with pytest.raises(RefusedError) as refused:
        office.desk.agreement.undo_step(step(site, application, kind), "once more")
    assert refused.value.code == code


def test_an_undo_takes_a_reason_and_a_known_step(office: Office, site: Site) -> None:
    application = site.sent()
    with pytest.raises(InputError) as refused:
        office.desk.agreement.undo_step(step(site, application, StepKind.SENT), "")
    assert refused.value.field == "reason"
    with pytest.raises(DeskError) as unknown:
        office.desk.agreement.undo_step("NOBODY", "x")  # type: ignore[arg-type]
    assert unknown.value.code == "application_step.unknown"


# -- files --------------------------------------------------------------------------------


def test_files_are_told_by_their_content_and_every_look_is_logged(
    office: Office, site: Site
) -> None:
    home = site.organization.id
    application, data = site.begin(), scan()
    kept = office.desk.agreement.attach(home, application, "confidentiality", data)
    assert office.desk.agreement.open_file(kept.id) == data
    line = office.desk.book.history(limit=1)[0]
    assert (line.act, line.facts["agreement_file"]) == ("agreement_file_looked_at", kept.id)
    assert office.desk.agreement.application(application).files == (kept,)
    for what, wrong, code in (
        ("agreement", b"%PDF-1.4 broken", "attach.unreadable"),
        ("agreement", b"MZ", "attach.kind"),
        ("agreement", b"", "attach.empty"),
        ("holiday", scan(), "attach.what"),
    ):
        with pytest.raises(InputError) as refused:
            office.desk.agreement.attach(home, None, what, wrong)
        assert refused.value.code == code
    other = entered_site(office, site={"name": "Elm Street Clinic"})
    with pytest.raises(InputError) as refused:
        office.desk.agreement.attach(other.organization.id, application, "other", scan())
    assert refused.value.code == "attach.other_site"
