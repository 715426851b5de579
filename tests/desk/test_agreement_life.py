"""A whole life of a site agreement at the counter, from registration to overdue."""

from __future__ import annotations

from datetime import date

from immtrac_desk.domain.agreement import AgreementState, ApplicationKind, ApplicationState
from immtrac_desk.domain.site_person import SiteRole
from tests.desk.sites import new_site
from tests.office import Office


def test_a_life_from_registration_to_overdue(office: Office) -> None:
    office.clock.on(date(2024, 12, 2))
    desk, site = office.desk, new_site(office, org_code="", tx_iis_id="")
    home = site.organization.id
    assert desk.agreement.standing(home).state is AgreementState.NONE

    registration = site.begin(ApplicationKind.REGISTRATION)
    assert desk.agreement.application(registration).state is ApplicationState.READY_TO_SIGN
    site.sign(registration)
    assert desk.agreement.application(registration).state is ApplicationState.SIGNED_NOT_SENT
    desk.agreement.send(registration, date(2024, 12, 2), "Marta Robles", "C-17")
    assert desk.agreement.application(registration).state is ApplicationState.SUBMITTED
    office.clock.on(date(2025, 1, 31))
    desk.agreement.approve(registration, date(2025, 1, 31), org_code="OAK1", tx_iis_id="0001112000")
    stands = desk.agreement.standing(home)
    assert (stands.state, stands.due) == (AgreementState.CURRENT, date(2027, 1, 31))
    assert desk.roster.organization(home).tx_iis_id == "0001112000"
    assert stands.triggers == ()

    office.clock.on(date(2025, 5, 5))
    added = site.hires("Pia", SiteRole.PRESCRIBER)
    stands = desk.agreement.standing(home)
    assert stands.state is AgreementState.CHANGE_DUE
    assert [(t.code, t.since, t.person_id) for t in stands.triggers] == [
        ("prescriber_added", date(2025, 5, 5), added.id)
    ]

    renewal = site.begin()
    site.sign(renewal)
    office.clock.on(date(2025, 5, 7))
    desk.agreement.send(renewal, date(2025, 5, 7), "Marta Robles")
    office.clock.on(date(2025, 5, 20))
    desk.agreement.returned(renewal, date(2025, 5, 20), "county is missing")
    picture = desk.agreement.application(renewal)
    assert (picture.state, picture.returned) == (ApplicationState.SIGNED_NOT_SENT, True)
    assert (picture.reason, picture.sent_on) == ("county is missing", None)
    corrected = site.put(renewal, county="Bexar")
    assert corrected.state is ApplicationState.READY_TO_SIGN
    site.sign(renewal)
    office.clock.on(date(2025, 5, 21))
    desk.agreement.send(renewal, date(2025, 5, 21), "Marta Robles")
    office.clock.on(date(2025, 6, 1))
    desk.agreement.approve(renewal, date(2025, 6, 1))
    stands = desk.agreement.standing(home)
    assert (stands.state, stands.due) == (AgreementState.CURRENT, date(2027, 6, 1))
    assert desk.roster.organization(home).county == "Bexar"
    assert len(desk.agreement.papers(home)) == 3

    office.clock.on(date(2027, 6, 1))
    assert desk.agreement.standing(home).state is AgreementState.DUE_NOW
    office.clock.on(date(2027, 6, 2))
    assert desk.agreement.standing(home).state is AgreementState.OVERDUE
