"""Invented sites and the invented people they name: complete enough to be applied for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.organization import AnswerValue, Organization
from immtrac_desk.domain.site_person import SitePerson, SiteRole, TrainingKind
from immtrac_desk.law.age import add_months
from immtrac_desk.places import place_of
from immtrac_desk.practice.invented import Inventor, lists

SIGNER = (SiteRole.SIGNER, SiteRole.PRESCRIBER)
OFFICE = (SiteRole.POINT_OF_CONTACT, SiteRole.SUPERVISOR)
PEOPLE: tuple[tuple[SiteRole, ...], ...] = (
    SIGNER,
    OFFICE,
    (SiteRole.FULL_ACCESS,),
    (SiteRole.VIEW_ONLY,),
)
"""Who a practice site names: a doctor, an office manager, a nurse, the front desk."""
_PAGE = "practice.invalid"
"""No mail is ever delivered to this domain (RFC 2606)."""
MORE_ANSWERS: dict[str, AnswerValue] = {"filled_in_by": "Practice Supervisor"}


@dataclass(slots=True)
class SiteInventor:
    """Invents sites one after the other, repeatably, with the chance of the clinic's inventor."""

    desk: Desk
    invent: Inventor
    made: int = 0

    def months_ago(self, months: int, days: int = 0) -> date:
        """A day so many months, and then days, before today."""
        return date.fromordinal(add_months(self.invent.today, -months).toordinal() - days)

    def site(
        self, name: str, org_type: str = "medical", parent_id: OrganizationId | None = None
    ) -> Organization:
        """Return a fresh, complete site that is not kept yet."""
        self.made += 1
        zip_code = self.invent.pick(lists()["zips"])
        place = place_of(zip_code)
        return replace(
            self.desk.roster.new_organization(parent_id),
            name=name,
            org_type=org_type,
            org_code=f"PRACTICE{self.made:02d}",
            tx_iis_id=f"00099{self.made:03d}00",
            intent="both",
            tvfc=False,
            street=f"{self.made * 11} {self.invent.pick(lists()['streets'])}",
            city=place.city if place else "",
            county=place.county if place else "",
            zip_code=zip_code,
            phone=f"(512) 555-01{self.made:02d}",
        )

    def person(self, roles: Sequence[SiteRole]) -> SitePerson:
        """Return somebody for these roles who is not kept yet."""
        self.made += 1
        doctor = SiteRole.PRESCRIBER in roles or SiteRole.SIGNER in roles
        return replace(
            self.desk.roster.new_person(),
            first_name=self.invent.parent(),
            last_name=self.invent.pick(lists()["last"]),
            email=f"practice.{self.made}@{_PAGE}",
            phone=f"(512) 555-01{self.made:02d}",
            title=self.invent.pick(("MD", "DO", "NP")) if doctor else "",
            licence_no=f"PR{self.made:04d}" if doctor else "",
            registry_user=f"practice.{self.made}",
            hired_on=self.months_ago(30),
        )

    def team(self) -> tuple[tuple[SitePerson, tuple[SiteRole, ...]], ...]:
        """Return the people of one site with their roles."""
        return tuple((self.person(roles), roles) for roles in PEOPLE)

    def train(self, organization_id: OrganizationId, but: int = 0) -> None:
        """Note the trainings of the people at the site: medical privacy, and supervisors.

        `but`: so many of the users who may only look are left out.
        """
        for line in self.desk.roster.lines(organization_id):
            if but and [held.role for held in line.roles] == [SiteRole.VIEW_ONLY]:
                but -= 1
                continue
            self._trained(line.person.id, TrainingKind.HB300, self.months_ago(29))
            supervises = any(held.role is SiteRole.SUPERVISOR for held in line.roles)
            if supervises and line.supervisor_trained_on is None:
                self._trained(line.person.id, TrainingKind.SUPERVISOR, self.months_ago(28))

    def hire(
        self, organization_id: OrganizationId, roles: Sequence[SiteRole], from_on: date
    ) -> SitePerson:
        """Keep somebody new at the site, in these roles from `from_on` on."""
        person = replace(self.person(roles), hired_on=from_on)
        kept = self.desk.roster.save_person(person, person.email)
        if SiteRole.SUPERVISOR in roles:
            self._trained(kept.id, TrainingKind.SUPERVISOR, from_on)
        for role in roles:
            self.desk.roster.give_role(kept.id, organization_id, role, from_on)
        return kept

    def _trained(self, person_id: PersonId, kind: TrainingKind, on: date) -> None:
        self.desk.roster.note_training(person_id, kind, on, signed=True)
