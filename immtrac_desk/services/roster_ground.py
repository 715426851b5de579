"""The ground under the roster's acts: what one person's findings depend on, read once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import FactValue
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, Training
from immtrac_desk.law.site_people import assess_person
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.roster_shape import refuse_errors
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """One person as filed (None: not yet), whoever has the same e-mail, and the roles of all."""

    filed: SitePerson | None
    namesakes: tuple[SitePerson, ...]
    roles: tuple[RoleHeld, ...]
    trainings: tuple[Training, ...]
    practice: bool

    def assess(
        self,
        person: SitePerson,
        on: date,
        roles: Iterable[RoleHeld] = (),
    ) -> tuple[Finding, ...]:
        """Return what must be said of `person` on a day if they also held `roles`."""
        new = tuple(roles)
        held = [role for role in self.roles if role.id not in {one.id for one in new}]
        return assess_person(
            person, self.namesakes, (*held, *new), self.trainings, on, self.practice
        )


def read_roster(person: SitePerson, uow: UnitOfWork, practice: bool) -> Roster:
    """Return what findings about `person`, as they are to be, depend on."""
    namesakes = tuple(p for p in uow.site_people.with_email(person.email) if p.id != person.id)
    return Roster(
        filed=uow.site_people.many((person.id,)).get(person.id),
        namesakes=namesakes,
        roles=uow.roles.of_people((person.id, *(other.id for other in namesakes))),
        trainings=uow.trainings.of_person(person.id),
        practice=practice,
    )


def refuse_assessed(findings: Iterable[Finding], before: Iterable[Finding]) -> None:
    """Raise InputError for the first error that an act would bring, not one that stood before."""
    stood = {(one.code, one.field, one.severity) for one in before}
    new = (one for one in findings if (one.code, one.field, one.severity) not in stood)
    refuse_errors(new)


def sites_of(person_id: PersonId, roles: Iterable[RoleHeld]) -> frozenset[OrganizationId]:
    """Return every site at which somebody ever held a role."""
    return frozenset(role.organization_id for role in roles if role.person_id == person_id)


def told_of(
    person: SitePerson,
    act: str,
    sites: frozenset[OrganizationId],
    occasion: Occasion,
    **facts: FactValue,
) -> Outcome[SitePerson]:
    """Return the outcome of an act about a person: one line, and the sites to read again."""
    line = site_line(occasion, act, {"person": person.id, **facts})
    return Outcome(person, (line,), Changes(organizations=sites))
