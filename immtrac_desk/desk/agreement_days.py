"""The days that wait at one site: its agreement, TVFC/ASN, people's training and roles, tasks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.agreement_pictures import TvfcLine
from immtrac_desk.desk.agreement_standing import tvfc_line, verdict_of
from immtrac_desk.domain.agreement import OfficeTask
from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.site_person import RoleHeld, SitePerson
from immtrac_desk.law.agreement_state import AgreementVerdict
from immtrac_desk.law.training import TrainingVerdict, training_state
from immtrac_desk.services.agreement_all import AllSites
from immtrac_desk.services.agreement_ground import SiteGround
from immtrac_desk.services.occasion import Occasion

SOON = 30
"""Days ahead from which a role's end and a training are told: the last long rung (house)."""


@dataclass(frozen=True, slots=True)
class SiteDays:
    """One open site and its agreement as they stand on `on`."""

    ground: SiteGround
    verdict: AgreementVerdict
    tvfc: TvfcLine | None
    on: date
    occasion: Occasion

    def lapsing(self) -> tuple[tuple[RoleHeld, SitePerson], ...]:
        """Return the roles held today or later that have a last day, the first to end first."""
        found = [
            (held, self.ground.people[held.person_id])
            for held in self.ground.roles
            if held.until_on is not None and held.until_on >= self.on
        ]
        return tuple(sorted(found, key=lambda pair: (pair[0].until_on, pair[1].shown)))

    def training(self) -> tuple[tuple[TrainingVerdict, SitePerson, date], ...]:
        """Return whoever holds a role and still owes HB 300 training, with the day it is due."""
        found = []
        for person_id in {held.person_id for held in self.ground.roles if held.holds(self.on)}:
            person = self.ground.people[person_id]
            own = self.ground.trainings.get(person_id, ())
            told = training_state(person, own, self.on, self.occasion.law)
            if told.due is not None and told.state != "done":
                found.append((told, person, told.due))
        return tuple(sorted(found, key=lambda one: (one[2], one[1].shown)))

    def tasks(self) -> tuple[tuple[OfficeTask, str, date], ...]:
        """Return the open tasks with a day, and whom each is about."""
        return tuple(
            (task, self.shown(task.person_id), task.due_on)
            for task in self.ground.tasks
            if task.due_on is not None
        )

    def shown(self, person_id: PersonId | None) -> str:
        """Return a person's name for the screen, "" for nobody."""
        person = self.ground.people.get(person_id) if person_id else None
        return person.shown if person else ""


def days_of_sites(
    every: AllSites, on: date, occasion: Occasion, organization_id: OrganizationId | None = None
) -> Iterator[SiteDays]:
    """Yield every open site, or the one asked for, by name."""
    grounds = sorted(every.grounds.values(), key=lambda one: one.organization.name.casefold())
    for ground in grounds:
        site = ground.organization
        asked = organization_id in (None, site.id)
        if asked and (site.closed_on is None or site.closed_on > on):
            changed_on = every.changes.get(site.id, {}).get
            law = occasion.law
            verdict = verdict_of(ground, ground.agreement, ground.tasks, changed_on, on, law)
            yield SiteDays(ground, verdict, tvfc_line(site, on, occasion), on, occasion)
