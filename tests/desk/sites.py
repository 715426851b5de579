"""Sites for the counter's tests: a clinic with everybody an agreement names, and its answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from immtrac_desk.desk.agreement_pictures import (
    ApplicationPicture,
    EnterExisting,
    SignApplication,
)
from immtrac_desk.domain.agreement import AgreementPaper, ApplicationKind, SiteAgreement
from immtrac_desk.domain.ids import ApplicationId, PersonId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson, SiteRole, TrainingKind
from immtrac_desk.domain.words import Manner
from immtrac_desk.practice.signing import scribble
from tests.office import Office

APPROVED = date(2025, 1, 31)
"""The handbook's worked day: due 2027-01-31."""
SINCE = date(2024, 6, 1)

WHOLE: dict[str, Any] = {
    "name": "Oak Street Clinic",
    "org_type": "medical",
    "org_code": "OAK1",
    "tx_iis_id": "0001112000",
    "intent": "both",
    "tvfc": False,
    "street": "12 Oak Street",
    "city": "Austin",
    "zip_code": "78701",
    "county": "Travis",
    "phone": "(512) 555-2342",
    "npi": "1234567893",
    "tin": "12-3456789",
}
ANSWERS: dict[str, Any] = {
    "filled_in_by": "Marta Robles",
    "filled_in_email": "marta@oak.example",
    "manner_of_usage": ("look_up", "consents"),
}
"""What an application asks beyond the site's own record."""


@dataclass
class Site:
    """A site with a signer who prescribes, a supervisor who is the contact, and one more user."""

    office: Office
    organization: Organization
    signer: SitePerson
    supervisor: SitePerson
    user: SitePerson

    def put(self, application_id: ApplicationId, **answers: Any) -> ApplicationPicture:
        """Type answers over those that are kept; None takes one away."""
        kept = self.office.desk.agreement.application(application_id).application
        typed = {**kept.answers, **answers}
        whole = {name: value for name, value in typed.items() if value is not None}
        return self.office.desk.agreement.keep(replace(kept, answers=whole))

    def begin(
        self, kind: ApplicationKind = ApplicationKind.RENEWAL, **answers: Any
    ) -> ApplicationId:
        """An application with nothing missing."""
        begun = self.office.desk.agreement.begin(self.organization.id, kind)
        return self.put(begun.application.id, **{**ANSWERS, **answers}).application.id

    def sign(self, application_id: ApplicationId, **changes: Any) -> AgreementPaper:
        """Read on the screen and signed there, today."""
        read = self.office.desk.agreement.sheet(application_id, changes.get("language", "en"))
        given: dict[str, Any] = {
            "application_id": application_id,
            "language": "en",
            "signer_id": self.signer.id,
            "signed_on": self.office.desk.today(),
            "manner": Manner.INK_ON_SCREEN,
            "strokes": scribble(),
            "digest_read": read.digest,
        }
        return self.office.desk.agreement.sign(SignApplication(**(given | changes)))

    def sent(
        self, kind: ApplicationKind = ApplicationKind.RENEWAL, **answers: Any
    ) -> ApplicationId:
        """An application that was signed and sent today."""
        application = self.begin(kind, **answers)
        self.office.clock.tick(minutes=1)
        self.sign(application)
        self.office.clock.tick(minutes=1)
        self.office.desk.agreement.send(application, self.office.desk.today(), "Marta Robles")
        self.office.clock.tick(minutes=1)
        return application

    def approved(
        self, kind: ApplicationKind = ApplicationKind.RENEWAL, **given: Any
    ) -> SiteAgreement:
        """An application that went all the way today."""
        return self.office.desk.agreement.approve(
            self.sent(kind), self.office.desk.today(), **given
        )

    def hires(self, first: str, *roles: SiteRole, on: date | None = None) -> SitePerson:
        """Somebody new with roles from today or `on` on."""
        return hire(self.office, self.organization, first, roles, on or self.office.desk.today())


def new_site(office: Office, **changes: Any) -> Site:
    """A site on the roster with its people, and no agreement."""
    roster = office.desk.roster
    organization = roster.save_organization(
        replace(roster.new_organization(), **(WHOLE | changes)), SINCE
    )
    signer = hire(
        office, organization, "Nora", (SiteRole.SIGNER, SiteRole.PRESCRIBER), SINCE,
        title="MD", licence_no="M1234",
    )  # fmt: skip
    roles = (SiteRole.SUPERVISOR, SiteRole.POINT_OF_CONTACT)
    supervisor = hire(office, organization, "Sal", roles, SINCE)
    user = hire(office, organization, "Uma", (SiteRole.FULL_ACCESS,), SINCE)
    return Site(office, organization, signer, supervisor, user)


def entered_site(office: Office, approved_on: date | None = APPROVED, **given: Any) -> Site:
    """A site whose agreement was entered as it was already: one act, and the training."""
    desk = office.desk
    site = replace(desk.roster.new_organization(), **(WHOLE | given.pop("site", {})))
    signer = _somebody(office, "Nora", title="MD", licence_no="M1234")
    supervisor, user = _somebody(office, "Sal"), _somebody(office, "Uma")
    command = EnterExisting(
        organization=site,
        approved_on=approved_on,
        due_on=given.pop("due_on", None),
        people=(
            (signer, (SiteRole.SIGNER, SiteRole.PRESCRIBER)),
            (supervisor, (SiteRole.SUPERVISOR, SiteRole.POINT_OF_CONTACT)),
            (user, (SiteRole.FULL_ACCESS,)),
        ),
        roles_from=SINCE,
        **given,
    )
    entered = Site(office, desk.agreement.enter_existing(command), signer, supervisor, user)
    desk.roster.note_training(supervisor.id, TrainingKind.SUPERVISOR, SINCE, signed=True)
    office.clock.tick(minutes=1)
    return entered


def _somebody(office: Office, first: str, **facts: Any) -> SitePerson:
    new = office.desk.roster.new_person()
    email = f"{first.casefold()}.{new.id.casefold()}@oak.example"
    given = {"first_name": first, "last_name": "Vance", "email": email, "hired_on": SINCE}
    return replace(new, **(given | facts))


def hire(
    office: Office,
    organization: Organization,
    first: str,
    roles: tuple[SiteRole, ...],
    on: date,
    **facts: Any,
) -> SitePerson:
    """A person on the roster with roles from `on` on; a supervisor was trained that day."""
    roster, typed = office.desk.roster, _somebody(office, first, **({"hired_on": on} | facts))
    person = roster.save_person(typed, typed.email)
    if SiteRole.SUPERVISOR in roles:
        roster.note_training(person.id, TrainingKind.SUPERVISOR, on, signed=True)
    for role in roles:
        roster.give_role(person.id, organization.id, role, on)
    return person


def role_of(office: Office, site: Organization, person: PersonId, role: SiteRole) -> Any:
    """The id of a role that somebody holds today."""
    lines = office.desk.roster.held_on(office.desk.today(), site.id)
    (one,) = (x.held for x in lines if (x.person.id, x.held.role) == (person, role))
    return one.id
