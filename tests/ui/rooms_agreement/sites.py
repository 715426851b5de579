"""Sites with an agreement, made through the desk, and the room entered about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.desk.agreement_pictures import EnterExisting
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson, SiteRole
from tests.journeys.conftest import Counter
from ui.views.agreement import AgreementView
from ui.views.agreement_standing import StandingPage

APPROVED = date(2025, 11, 30)
"""Due 30 November 2027 by the period of 24 months; the office's clock stands at 22 Nov 2026."""
LOOSE: dict[str, object] = {
    "org_type": "medical",
    "org_code": "OAK1",
    "tx_iis_id": "0001112000",
    "street": "12 Oak Street",
    "city": "Austin",
    "zip_code": "78701",
    "county": "Travis",
    "phone": "(512) 555-0142",
}


def somebody(desk: Desk, first: str, last: str, **facts: object) -> SitePerson:
    """A person with an e-mail of their own, not yet kept."""
    email = f"{first}.{last}@oak.example".lower()
    made: SitePerson = replace(
        desk.roster.new_person(), first_name=first, last_name=last, email=email, **facts
    )
    return made


def blank_site(desk: Desk, name: str, **facts: object) -> Organization:
    """A site with its loose facts, not yet kept."""
    made: Organization = replace(desk.roster.new_organization(), name=name, **{**LOOSE, **facts})
    return made


def site_with(
    desk: Desk,
    approved: date | None = APPROVED,
    *,
    name: str = "Oak Street Clinic",
    due: date | None = None,
    **facts: object,
) -> Organization:
    """A site whose agreement was entered: a signer who prescribes, a contact, a user."""
    word = name.split()[0]
    people = (
        (
            somebody(desk, "Ana", f"Lopez{word}", title="MD", licence_no="P1234"),
            (SiteRole.SIGNER, SiteRole.PRESCRIBER),
        ),
        (somebody(desk, "Beto", f"Ruiz{word}", title="RN"), (SiteRole.POINT_OF_CONTACT,)),
        (
            somebody(desk, "Carla", f"Mena{word}", hired_on=date(2026, 8, 1)),
            (SiteRole.FULL_ACCESS,),
        ),
    )
    asked = EnterExisting(
        organization=blank_site(desk, name, **facts),
        approved_on=approved,
        due_on=due,
        people=people,
        roles_from=approved or date(2025, 1, 1),
    )
    return desk.agreement.enter_existing(asked)


def person_of(desk: Desk, site: Organization, first: str) -> SitePerson:
    """Somebody of a site by first name, whoever has left among them."""
    lines = desk.roster.lines(site.id, former=True)
    return next(line.person for line in lines if line.person.first_name == first)


def room(counter: Counter, **about: object) -> AgreementView:
    """The room, entered about something."""
    entered = counter.go("agreement", **about)
    counter.settle()
    assert isinstance(entered, AgreementView)
    return entered


def standing(counter: Counter, site: Organization) -> StandingPage:
    """The page of one site's agreement."""
    page = room(counter, organization_id=site.id, section="standing").page
    assert isinstance(page, StandingPage)
    return page
