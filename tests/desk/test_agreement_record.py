"""The organization's record goes on living while an application is on its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from immtrac_desk.domain.agreement import (
    AgreementState,
    ApplicationKind,
    ApplicationState,
    StepKind,
)
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Severity
from immtrac_desk.errors import InputError
from tests.desk.sites import Site, entered_site, hire
from tests.office import Office

MOVED_ON = date(2026, 12, 5)


@pytest.fixture
def site(office: Office) -> Site:
    return entered_site(office)


def record(site: Site) -> Organization:
    return site.office.desk.roster.organization(site.organization.id)


def correct(site: Site, **typed: Any) -> None:
    site.office.desk.roster.save_organization(replace(record(site), **typed))


def said(site: Site, application: Any) -> dict[str, object]:
    """What is said of the record beside each question."""
    findings = site.office.desk.agreement.application(application).findings
    wanted = ("application.record_differs", "application.record_other")
    assert {f.severity for f in findings if f.code in wanted} <= {Severity.WARNING}
    return {f.field: f.facts.get("record") for f in findings if f.code in wanted}


def standing(site: Site) -> Any:
    return site.office.desk.agreement.standing(site.organization.id)


def test_who_moved_after_signing_keeps_the_new_address_and_a_change_is_due(site: Site) -> None:
    application = site.sent(intent="adult")
    site.office.clock.on(MOVED_ON)
    correct(site, street="99 New Road")
    site.office.clock.on(date(2026, 12, 10))
    site.office.desk.agreement.approve(application, date(2026, 12, 10), org_code="OAK2")
    kept = record(site)
    assert (kept.street, kept.intent, kept.org_code) == ("99 New Road", "adult", "OAK2")
    now = standing(site)
    assert now.state is AgreementState.CHANGE_DUE
    assert [(t.code, t.field, t.since) for t in now.triggers] == [
        ("address_changed", "street", MOVED_ON)
    ]
    change = site.begin(ApplicationKind.CHANGE)
    assert site.office.desk.agreement.application(change).application.answers["street"] == (
        "99 New Road"
    )


def test_a_signature_given_anew_covers_what_the_record_said_by_then(site: Site) -> None:
    application = site.sent()
    correct(site, street="99 New Road")
    site.office.clock.tick(minutes=1)
    site.office.desk.agreement.returned(application, site.office.desk.today(), "the street")
    assert said(site, application) == {"street": "99 New Road"}
    site.put(application, street="98 New Road")
    site.office.clock.tick(minutes=1)
    site.sign(application)
    site.office.clock.tick(minutes=1)
    site.office.desk.agreement.send(application, site.office.desk.today(), "Marta Robles")
    site.office.desk.agreement.approve(application, site.office.desk.today())
    assert record(site).street == "98 New Road", "typed in the application after the record"
    assert standing(site).triggers == ()


def test_a_draft_says_beside_its_answer_that_the_record_was_changed_since(site: Site) -> None:
    application = site.begin()
    assert said(site, application) == {}
    correct(site, street="99 New Road", tvfc=True, hours="8 to 5")
    assert said(site, application) == {"street": "99 New Road", "tvfc": None, "hours": "8 to 5"}
    site.put(application, street="99  New Road ", hours="9 to 6")
    assert said(site, application) == {"tvfc": None, "hours": "8 to 5"}
    site.office.clock.tick(minutes=1)
    site.sign(application)
    assert said(site, application) == {"tvfc": None, "hours": "8 to 5"}


def test_an_answer_that_nobody_typed_over_does_not_undo_the_record(site: Site) -> None:
    """Warned of and passed over: what was only carried over is older than the record."""
    application = site.begin(unit="Suite 4")
    correct(site, street="99 New Road", unit="Suite 5")
    site.office.clock.tick(minutes=1)
    site.sign(application)
    site.office.clock.tick(minutes=1)
    site.office.desk.agreement.send(application, site.office.desk.today(), "Marta Robles")
    site.office.desk.agreement.approve(application, site.office.desk.today())
    assert (record(site).street, record(site).unit) == ("99 New Road", "Suite 4")
    assert [t.field for t in standing(site).triggers] == ["street"]


def test_an_approval_taken_back_takes_back_only_what_it_wrote(site: Site) -> None:
    application = site.sent(intent="adult")
    correct(site, street="99 New Road")
    site.office.desk.agreement.approve(application, site.office.desk.today())
    (step,) = (
        one.id
        for one in site.office.desk.agreement.application(application).steps
        if one.kind is StepKind.APPROVED
    )
    site.office.clock.tick(minutes=1)
    site.office.desk.agreement.undo_step(step, "another site's e-mail")
    assert (record(site).street, record(site).intent) == ("99 New Road", "both")


@pytest.mark.parametrize(
    ("typed", "state"),
    [("13/45/2026", ApplicationState.DRAFT), ("2026-11-30", ApplicationState.READY_TO_SIGN)],
)
def test_half_a_day_is_no_answer_to_a_question_of_the_clinics_own(
    site: Site, typed: str, state: ApplicationState
) -> None:
    own = Question(id="since", step="A6", kind=QuestionKind.DAY, label="Since when")
    asked = site.office.desk.agreement.question_set().questions
    site.office.desk.agreement.save_question_set((*asked, own))
    picture = site.office.desk.agreement.application(site.begin(since=typed))
    assert picture.state is state
    said = [f.code for f in picture.findings if f.field == "since"]
    assert said == (["date.unreadable"] if state is ApplicationState.DRAFT else [])


@pytest.mark.parametrize(
    ("number", "said"), [({}, True), ({"licence_no": "P1"}, False), ({"npi": "1234567893"}, False)]
)
def test_a_prescriber_without_a_number_is_warned_of(
    site: Site, number: dict[str, str], said: bool
) -> None:
    """Licence preferred, own NPI accepted: without either the registry does not know the doses."""
    hire(site.office, site.organization, "Pia", (SiteRole.PRESCRIBER,), MOVED_ON, **number)
    site.office.clock.on(MOVED_ON)
    picture = site.office.desk.agreement.application(site.begin())
    found = [f for f in picture.findings if f.code == "question.no_number"]
    assert [(f.field, f.severity, f.facts["count"]) for f in found] == (
        [("prescribers", Severity.WARNING, 1)] if said else []
    )
    assert picture.state is ApplicationState.READY_TO_SIGN


def test_an_application_is_judged_by_the_questions_it_was_begun_with(site: Site) -> None:
    """DT-12: which fields are optional, and which contacts are asked for, belongs to them."""
    correct(site, npi="", fax="")
    application = site.begin()
    site.office.clock.tick(minutes=1)
    site.sign(application)
    book = site.office.desk.book
    book.change_setting("agreement.optional_fields", ("tin",))
    book.change_setting("lists.contact_roles", ("exchange_contact",))
    picture = site.office.desk.agreement.application(application)
    assert picture.state is ApplicationState.SIGNED_NOT_SENT
    asked = {question.id: question for question in picture.questions}
    assert asked["npi"].required_for == ()
    assert "primary_contact" in asked
    assert [line.state for line in standing(site).applications] == [picture.state]
    later = site.begin(ApplicationKind.CHANGE)
    begun = site.office.desk.agreement.application(later)
    assert begun.state is ApplicationState.DRAFT
    assert {f.field for f in begun.findings if f.code == "question.missing"} >= {"npi", "fax"}
    assert "primary_contact" not in {question.id for question in begun.questions}
    book.change_setting("agreement.optional_fields", ("npi", "fax"))
    assert site.office.desk.agreement.application(later).state is ApplicationState.DRAFT


def test_an_approval_taken_back_leaves_what_was_corrected_after_it(site: Site) -> None:
    application = site.sent(intent="adult", hours="8 to 5")
    site.office.desk.agreement.approve(application, site.office.desk.today())
    correct(site, hours="9 to 6", fax="(512) 471-1234")
    steps = site.office.desk.agreement.application(application).steps
    site.office.clock.tick(minutes=1)
    site.office.desk.agreement.undo_step(steps[-1].id, "another site's e-mail")
    kept = record(site)
    assert (kept.intent, kept.hours, kept.fax) == ("both", "9 to 6", "(512) 471-1234")


@pytest.mark.parametrize("field", ["org_code", "tx_iis_id"])
def test_an_approval_keeps_no_password_as_one_of_its_numbers(site: Site, field: str) -> None:
    """DT-16.8: the e-mail with the numbers is followed by one with a password."""
    application = site.sent()
    with pytest.raises(InputError) as refused:
        site.office.desk.agreement.approve(
            application, site.office.desk.today(), **{field: "Herons!2026a"}
        )
    told = (refused.value.code, refused.value.field)
    assert told == ("person.looks_like_password", field)
    assert record(site).org_code == "OAK1"
