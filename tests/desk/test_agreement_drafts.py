"""An application in preparation: begun with every answer, kept as typed, its signature dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from immtrac_desk.desk.agreement_pictures import EnterExisting
from immtrac_desk.domain.agreement import ApplicationKind, ApplicationState, StepKind
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.errors import InputError, RefusedError
from tests.desk.sites import ANSWERS, WHOLE, entered_site, new_site, role_of
from tests.office import Office

RENEWAL, CHANGE, REGISTRATION = (
    ApplicationKind.RENEWAL,
    ApplicationKind.CHANGE,
    ApplicationKind.REGISTRATION,
)


def kinds(office: Office, application: Any) -> list[StepKind]:
    return [step.kind for step in office.desk.agreement.application(application).steps]


# -- begun ---------------------------------------------------------------------------------


def test_a_registration_begins_with_what_the_record_knows(office: Office) -> None:
    site = new_site(office, org_code="", tx_iis_id="")
    begun = office.desk.agreement.begin(site.organization.id, REGISTRATION)
    assert begun.application.answers["street"] == WHOLE["street"]
    assert begun.application.answers["tvfc"] is False
    assert (begun.carried, begun.changed, begun.was) == (frozenset(), frozenset(), {})
    assert {p.person_id for p in begun.application.people} == {
        site.signer.id,
        site.supervisor.id,
        site.user.id,
    }
    assert begun.state is ApplicationState.DRAFT
    missing = {f.field for f in begun.findings if f.code == "question.missing"}
    assert missing == {"filled_in_by", "manner_of_usage"}


def test_a_renewal_carries_over_what_was_approved_under_todays_record(office: Office) -> None:
    site = entered_site(office)
    site.approved(RENEWAL)
    home = replace(site.organization, street="14 Elm Street", unit="B")
    office.desk.roster.save_organization(home)
    begun = office.desk.agreement.begin(site.organization.id, RENEWAL)
    assert begun.application.answers["manner_of_usage"] == ANSWERS["manner_of_usage"]
    assert begun.application.answers["street"] == "14 Elm Street"
    assert {"city", "manner_of_usage", "tvfc"} <= begun.carried
    assert begun.changed == {"street", "unit"}
    assert begun.was["street"] == "12 Oak Street"


def test_what_is_typed_twice_is_not_carried_over(office: Office) -> None:
    site = entered_site(office, site={"tvfc": True, "tvfc_pin": "4411"})
    pin = {"tvfc_pin_again": "4411"}
    approved = office.desk.agreement.approve(site.sent(RENEWAL, **pin), office.desk.today())
    assert approved.answers["tvfc_pin_again"] == "4411"
    begun = office.desk.agreement.begin(site.organization.id, RENEWAL)
    assert begun.application.answers["tvfc_pin"] == "4411"
    assert "tvfc_pin_again" not in begun.application.answers


@pytest.mark.parametrize(
    ("entered", "kind", "code"),
    [
        (False, RENEWAL, "application.nothing_to_renew"),
        (False, CHANGE, "application.nothing_to_renew"),
        (False, REGISTRATION, ""),
        (True, REGISTRATION, "application.registered_already"),
        (True, RENEWAL, ""),
        (True, CHANGE, ""),
    ],
)
def test_a_site_registers_once_and_renews_what_it_has(
    office: Office, entered: bool, kind: ApplicationKind, code: str
) -> None:
    site = entered_site(office) if entered else new_site(office)
    if not code:
        assert office.desk.agreement.begin(site.organization.id, kind).application.kind is kind
        return
    with pytest.raises(RefusedError) as refused:
        office.desk.agreement.begin(site.organization.id, kind)
    assert refused.value.code == code


def test_a_closed_site_begins_nothing(office: Office) -> None:
    site = entered_site(office)
    office.desk.roster.close_organization(site.organization.id, office.desk.today())
    with pytest.raises(RefusedError) as refused:
        office.desk.agreement.begin(site.organization.id, RENEWAL)
    assert refused.value.code == "application.site_closed"


def test_drafts_of_two_kinds_and_two_sites_are_kept_apart(office: Office) -> None:
    one, two = entered_site(office), entered_site(office, site={"name": "Elm Street Clinic"})
    renewal, change = one.begin(RENEWAL), one.begin(CHANGE, hours="9 to 5")
    other = two.begin(RENEWAL, hours="8 to 4")
    hours = [
        office.desk.agreement.application(each).application.answers.get("hours")
        for each in (renewal, change, other)
    ]
    assert hours == [None, "9 to 5", "8 to 4"]


def test_a_second_one_of_a_kind_waits_until_the_first_has_ended(office: Office) -> None:
    site = entered_site(office)
    first = site.begin(RENEWAL)
    with pytest.raises(RefusedError) as refused:
        office.desk.agreement.begin(site.organization.id, RENEWAL)
    assert refused.value.code == "application.begun_already"
    assert refused.value.facts["application"] == first
    office.desk.agreement.abandon(first, "begun by mistake")
    assert office.desk.agreement.begin(site.organization.id, RENEWAL).application.id != first


# -- kept ----------------------------------------------------------------------------------


def test_a_draft_keeps_whatever_was_typed(office: Office) -> None:
    site = entered_site(office)
    application = site.begin(npi="1234567890", hours="x" * 400, zip_code="7870")
    picture = office.desk.agreement.application(application)
    assert picture.state is ApplicationState.DRAFT
    assert picture.application.answers["hours"] == "x" * 400
    said = {(f.field, f.code) for f in picture.findings}
    assert {("npi", "id.npi"), ("hours", "text.too_long"), ("zip_code", "id.zip")} <= said


@pytest.mark.parametrize(
    ("answers", "field", "code"),
    [
        ({"tx_iis_id": "1112000"}, "tx_iis_id", "id.tx_iis_id_zeros"),
        ({"street": "12 Oak \u202e teertS"}, "street", "text.bidi"),
        ({"street": "12 Oak \u4e2d"}, "street", "text.not_on_sheet"),
        (
            {"tvfc": True, "tvfc_pin": "4411", "tvfc_pin_again": "4412"},
            "tvfc_pin_again",
            "id.differs",
        ),
        ({"org_type": "pharmacy"}, "pharmacist_in_charge", "question.missing"),
        ({"county_organization": True}, "assigned_counties", "question.missing"),
    ],
)
def test_what_is_wrong_is_said_beside_its_question(
    office: Office, answers: dict[str, Any], field: str, code: str
) -> None:
    site = entered_site(office)
    picture = office.desk.agreement.application(site.begin(**answers))
    assert (field, code) in {(f.field, f.code) for f in picture.findings}


def test_assessing_writes_nothing(office: Office) -> None:
    site = entered_site(office)
    kept = office.desk.agreement.application(site.begin()).application
    head = office.desk.book.history(limit=1)
    typed = replace(kept, answers={**kept.answers, "city": ""})
    assert office.desk.agreement.assess(typed).state is ApplicationState.DRAFT
    assert office.desk.agreement.application(kept.id).application == kept
    assert office.desk.book.history(limit=1) == head


def test_a_pause_in_which_nothing_changed_writes_nothing_and_rings_nothing(
    office: Office,
) -> None:
    site = entered_site(office)
    application = site.begin()
    kept = office.desk.agreement.application(application).application
    rung: list[object] = []
    stop = office.desk.listen(rung.append)
    office.clock.tick(minutes=1)
    site.put(application)
    assert office.desk.agreement.application(application).application == kept
    site.put(application, hours="8 to 5")
    stop()
    ids = [getattr(one, "organizations", None) for one in rung]
    assert ids == [frozenset(), frozenset({site.organization.id})]


def test_an_answer_of_another_kind_is_refused_beside_its_question(office: Office) -> None:
    site = entered_site(office)
    with pytest.raises(InputError) as refused:
        site.put(site.begin(), tvfc="yes")
    assert (refused.value.field, refused.value.code) == ("tvfc", "answer.kind")


def test_what_an_answer_closes_keeps_its_text_and_is_asked_again(office: Office) -> None:
    site = entered_site(office)
    application = site.begin(exchange=True, ehr_vendor="Blue")
    closed = site.put(application, exchange=False)
    assert "ehr_vendor" not in {q.id for q in closed.questions}
    opened = site.put(application, exchange=True)
    assert "ehr_vendor" in {q.id for q in opened.questions}
    assert opened.application.answers["ehr_vendor"] == "Blue"


def test_an_unsigned_draft_follows_the_roster(office: Office) -> None:
    site = entered_site(office)
    application = site.begin()
    pia = site.hires("Pia", SiteRole.PRESCRIBER)
    picture = office.desk.agreement.application(application)
    assert pia.id in {p.person_id for p in picture.application.people}


# -- the signature falls with an edit -------------------------------------------------------


def test_any_edit_after_signing_drops_the_signature_and_keeps_its_print(office: Office) -> None:
    site = entered_site(office)
    application = site.begin()
    paper = site.sign(application)
    assert office.desk.agreement.application(application).state is ApplicationState.SIGNED_NOT_SENT
    picture = site.put(application, hours="8 to 5")
    assert picture.state is ApplicationState.READY_TO_SIGN
    assert kinds(office, application)[-1] is StepKind.SIGNATURE_DROPPED
    assert office.desk.agreement.papers(site.organization.id) == (paper,)
    assert office.desk.agreement.reprint(paper.id)


def test_keeping_the_same_answers_drops_nothing(office: Office) -> None:
    site = entered_site(office)
    application = site.begin()
    site.sign(application)
    picture = site.put(application, street="  12 Oak   Street ")
    assert picture.state is ApplicationState.SIGNED_NOT_SENT
    assert picture.application.answers["street"] == "12 Oak Street"


def test_people_stay_as_signed_until_they_are_taken_anew(office: Office) -> None:
    site = entered_site(office)
    application = site.begin()
    site.sign(application)
    office.clock.tick(minutes=1)
    pia = site.hires("Pia", SiteRole.PRESCRIBER)
    picture = office.desk.agreement.application(application)
    assert picture.state is ApplicationState.SIGNED_NOT_SENT
    assert pia.id not in {p.person_id for p in picture.application.people}
    assert [(t.code, t.person_id) for t in picture.people_changed] == [("prescriber_added", pia.id)]
    assert "application.people_changed" in {f.code for f in picture.findings}
    taken = office.desk.agreement.take_people(application)
    assert pia.id in {p.person_id for p in taken.application.people}
    assert (taken.state, taken.people_changed) == (ApplicationState.READY_TO_SIGN, ())


def test_taking_people_who_are_the_same_drops_nothing(office: Office) -> None:
    site = entered_site(office)
    application = site.begin()
    site.sign(application)
    taken = office.desk.agreement.take_people(application)
    assert taken.state is ApplicationState.SIGNED_NOT_SENT


def test_a_sent_application_is_not_edited(office: Office) -> None:
    site = entered_site(office)
    application = site.sent()
    with pytest.raises(RefusedError) as refused:
        site.put(application, hours="8 to 5")
    assert refused.value.code == "application.not_editable"
    assert refused.value.facts["state"] == "SUBMITTED"
    with pytest.raises(RefusedError):
        office.desk.agreement.take_people(application)


def test_a_signer_whose_role_is_corrected_away_leaves_it_unsigned(office: Office) -> None:
    """DT-12.6: a signature is valid where the role covers the signing day."""
    site = entered_site(office)
    application = site.begin()
    site.sign(application)
    role = role_of(office, site.organization, site.signer.id, SiteRole.SIGNER)
    office.desk.roster.end_role(role, date(2026, 11, 21))
    picture = office.desk.agreement.application(application)
    assert picture.state is ApplicationState.READY_TO_SIGN
    assert ("signer", "signer.no_role_that_day") in {(f.field, f.code) for f in picture.findings}


def test_an_application_keeps_the_questions_it_was_begun_with(office: Office) -> None:
    site = entered_site(office)
    application = site.begin()
    asked = office.desk.agreement.question_set().questions
    hours = tuple(replace(q, required_for=("renewal",)) if q.id == "hours" else q for q in asked)
    office.desk.agreement.save_question_set(hours)
    assert office.desk.agreement.application(application).state is ApplicationState.READY_TO_SIGN
    office.desk.agreement.abandon(application, "again with the new questions")
    begun = office.desk.agreement.application(site.begin())
    assert "hours" in {f.field for f in begun.findings if f.code == "question.missing"}


def test_a_change_is_begun_from_an_agreement_known_by_its_due_date_alone(office: Office) -> None:
    site = new_site(office)
    command = EnterExisting(
        organization=site.organization,
        approved_on=None,
        due_on=date(2027, 3, 1),
        people=(),
        roles_from=date(2024, 6, 1),
    )
    office.desk.agreement.enter_existing(command)
    begun = office.desk.agreement.begin(site.organization.id, CHANGE)
    assert begun.application.base_id is not None
