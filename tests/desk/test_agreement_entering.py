"""The agreement a site already has: one act, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from immtrac_desk.desk.agreement_pictures import EnterExisting
from immtrac_desk.domain.agreement import AgreementState
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson, SiteRole, TrainingKind
from immtrac_desk.errors import InputError, RefusedError
from tests.desk.sites import APPROVED, SINCE, WHOLE, entered_site
from tests.office import Office
from tests.trust.day import scan

TODAY = date(2026, 11, 22)


def person(office: Office, first: str, **facts: Any) -> SitePerson:
    typed = {"first_name": first, "last_name": "Vance", "email": f"{first}@oak.example"}
    return replace(office.desk.roster.new_person(), **(typed | facts))  # type: ignore[arg-type]


def typed(office: Office, **changes: Any) -> EnterExisting:
    """A whole agreement as somebody types it; nothing is on file yet."""
    given: dict[str, Any] = {
        "organization": replace(office.desk.roster.new_organization(), **WHOLE),
        "approved_on": APPROVED,
        "due_on": None,
        "people": (
            (person(office, "Nora", title="MD"), (SiteRole.SIGNER, SiteRole.PRESCRIBER)),
            (person(office, "Sal"), (SiteRole.SUPERVISOR, SiteRole.POINT_OF_CONTACT)),
        ),
        "roles_from": APPROVED,
    }
    return EnterExisting(**(given | changes))


def nothing_was_written(office: Office) -> bool:
    roster = office.desk.roster
    return (roster.organizations(), roster.people(), roster.held_on(TODAY)) == ((), (), ())


def test_one_act_makes_site_people_roles_agreement_and_file(office: Office) -> None:
    command = typed(office, file=scan())
    site = office.desk.agreement.enter_existing(command)
    stands = office.desk.agreement.standing(site.id)
    assert (stands.state, stands.due) == (AgreementState.DUE_SOON, date(2027, 1, 31))
    assert stands.triggers == ()
    assert stands.agreement is not None
    named = {(p.first_name, role) for p in stands.agreement.people for role in p.roles}
    assert named == {
        ("Nora", SiteRole.SIGNER),
        ("Nora", SiteRole.PRESCRIBER),
        ("Sal", SiteRole.SUPERVISOR),
        ("Sal", SiteRole.POINT_OF_CONTACT),
    }
    assert [file.what for file in office.desk.agreement.files(site.id)] == ["agreement"]
    acts = [line.act for line in office.desk.book.history(limit=10)]
    assert {"organization_added", "person_added", "agreement_entered"} <= set(acts)


def test_what_the_supervisor_misses_is_said_later_and_stops_nothing(office: Office) -> None:
    """DSHS has taken them as they are; the next application asks for the training date."""
    site = office.desk.agreement.enter_existing(typed(office))
    (line,) = [one for one in office.desk.roster.lines(site.id) if one.person.first_name == "Sal"]
    assert line.supervisor_trained_on is None


@pytest.mark.parametrize(("day", "is_kept"), [(21, True), (22, True), (23, False)])
def test_the_day_of_a_supervisors_training_is_taken_with_the_person(
    office: Office, day: int, is_kept: bool
) -> None:
    """DT-16.4: the agreement names who was trained when; a day to come is refused beside it."""
    trained_on, sal = date(2026, 11, day), person(office, "Sal")
    people = ((sal, (SiteRole.SUPERVISOR,)),)
    command = typed(office, people=people, trained={sal.id: trained_on})
    if not is_kept:
        with pytest.raises(InputError) as refused:
            office.desk.agreement.enter_existing(command)
        told = (refused.value.field, refused.value.code)
        assert told == ("people.0.supervisor_trained_on", "training.in_future")
        assert nothing_was_written(office)
        return
    site = office.desk.agreement.enter_existing(command)
    stands = office.desk.agreement.standing(site.id)
    assert stands.agreement is not None
    assert [p.supervisor_trained_on for p in stands.agreement.people] == [trained_on]
    (training,) = office.desk.roster.person_file(sal.id).trainings
    assert (training.on, training.kind) == (trained_on, TrainingKind.SUPERVISOR)


@pytest.mark.parametrize(
    ("days", "field", "code"),
    [
        ({"approved_on": None}, "approved_on", "agreement.date_missing"),
        ({"approved_on": date(2026, 11, 23)}, "approved_on", "agreement.approved_in_future"),
        ({"due_on": date(2025, 1, 30)}, "due_on", "agreement.due_before_approval"),
        ({"roles_from": date(2026, 11, 23)}, "roles_from", "date.future"),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_itself(
    office: Office, days: dict[str, Any], field: str, code: str
) -> None:
    with pytest.raises(InputError) as refused:
        office.desk.agreement.enter_existing(typed(office, **days))
    assert (refused.value.field, refused.value.code) == (field, code)
    assert nothing_was_written(office)


@pytest.mark.parametrize(
    "days", [{"due_on": APPROVED}, {"approved_on": None, "due_on": date(2026, 12, 1)}]
)
def test_an_agreement_of_one_day_and_one_with_a_due_date_alone_are_entered(
    office: Office, days: dict[str, Any]
) -> None:
    site = office.desk.agreement.enter_existing(typed(office, **days))
    assert office.desk.agreement.standing(site.id).due == days["due_on"]


def test_a_pdf_that_is_no_pdf_takes_the_whole_act_with_it(office: Office) -> None:
    with pytest.raises(InputError) as refused:
        office.desk.agreement.enter_existing(typed(office, file=b"%PDF-1.7 and then nothing"))
    assert (refused.value.field, refused.value.code) == ("file", "attach.unreadable")
    assert nothing_was_written(office)


@pytest.mark.parametrize(
    ("facts", "code", "fields"),
    [
        ({"email": "NORA@OAK.example"}, "person.email_twice", {"0.email", "1.email"}),
        ({"first_name": "S" * 300}, "person.too_long", {"1.first_name"}),
        ({"last_name": "S" * 301}, "text.too_long", {"1.last_name"}),
        ({"title": "Secret1!Pass"}, "person.looks_like_password", {"1.title"}),
        ({"last_name": ""}, "person.last_name_missing", {"1.last_name"}),
    ],
)
def test_a_person_dt_16_refuses_is_refused_beside_their_line(
    office: Office, facts: dict[str, str], code: str, fields: set[str]
) -> None:
    nora = person(office, "Nora")
    people = (
        (nora, (SiteRole.FULL_ACCESS,)),
        (person(office, "Sal", **facts), (SiteRole.VIEW_ONLY,)),
    )
    with pytest.raises(InputError) as refused:
        office.desk.agreement.enter_existing(typed(office, people=people))
    assert refused.value.code == code
    assert refused.value.field in {f"people.{field}" for field in fields}
    assert nothing_was_written(office)


def test_a_field_of_the_site_is_refused_beside_itself(office: Office) -> None:
    wrong = replace(office.desk.roster.new_organization(), **(WHOLE | {"npi": "1234567890"}))
    with pytest.raises(InputError) as refused:
        office.desk.agreement.enter_existing(typed(office, organization=wrong))
    assert (refused.value.field, refused.value.code) == ("npi", "id.npi")
    assert nothing_was_written(office)


def test_the_same_agreement_is_not_entered_twice(office: Office) -> None:
    site = entered_site(office).organization
    with pytest.raises(RefusedError) as refused:
        office.desk.agreement.enter_existing(again(site))
    assert refused.value.code == "agreement.entered_already"


def test_a_site_on_the_roster_gets_its_agreement_and_each_role_once(office: Office) -> None:
    site = entered_site(office)
    later = again(site.organization, approved_on=date(2026, 2, 1))
    people = ((site.user, (SiteRole.FULL_ACCESS, SiteRole.VIEW_ONLY)),)
    office.desk.agreement.enter_existing(replace(later, people=people))
    (line,) = [x for x in office.desk.roster.lines(site.organization.id) if x.person == site.user]
    assert sorted(held.role.value for held in line.roles) == ["full_access", "view_only"]
    assert office.desk.agreement.standing(site.organization.id).due == date(2028, 2, 1)


def again(site: Organization, **changes: Any) -> EnterExisting:
    given: dict[str, Any] = {
        "organization": site,
        "approved_on": APPROVED,
        "due_on": None,
        "people": (),
        "roles_from": SINCE,
    }
    return EnterExisting(**(given | changes))
