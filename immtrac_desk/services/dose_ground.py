"""The ground under doses: their clients, the sites and people, and the disasters, read at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.agreement import SiteAgreement
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import ClientId, EventId, OrganizationId, PersonId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, SiteRole
from immtrac_desk.law.consent_held import consent_held, held_of
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.reporting import Held
from immtrac_desk.law.reporting_faults import ConsentHeld
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.status import derive
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientGround:
    """A client as doses see one: whether a consent is held, and which would be sent."""

    client: Client
    standing: Standing
    held: Held
    consent: ConsentHeld | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteGround:
    """Everything about the clinic that a dose may name."""

    events: Mapping[EventId, DisasterEvent]
    organizations: Mapping[OrganizationId, Organization]
    people: Mapping[PersonId, SitePerson]
    prescribers: tuple[RoleHeld, ...]
    agreements: Mapping[OrganizationId, SiteAgreement]

    def site(self, organization_id: OrganizationId | None) -> Organization | None:
        """Return the site named; where none is, the only one that is open."""
        if organization_id is not None:
            return self.organizations.get(organization_id)
        still_open = [one for one in self.organizations.values() if one.closed_on is None]
        return still_open[0] if len(still_open) == 1 else None

    def listed(
        self, person: PersonId, organization_id: OrganizationId | None, given_on: date
    ) -> bool:
        """True if somebody is on the list of those who prescribe, on the day of the dose.

        The role must be held at the site, or at any where none is named, and the agreement in force
        must carry the person: a role given since is not at the registry yet (IEE-526).
        """
        here = [
            role
            for role in self.prescribers
            if role.person_id == person
            and organization_id in (None, role.organization_id)
            and role.holds(given_on)
        ]
        return any(self._carried(person, role.organization_id) for role in here)

    def _carried(self, person: PersonId, organization_id: OrganizationId) -> bool:
        agreement = self.agreements.get(organization_id)
        people = agreement.people if agreement else ()
        carried = {one.person_id for one in people if SiteRole.PRESCRIBER in one.roles}
        return not carried or person in carried


def client_ground(
    client: Client, acts: Sequence[Act], on: date, settings: LawSettings
) -> ClientGround:
    """Return the ground of a client in hand from all of its acts."""
    standing = derive(client.born_on, acts, on, settings)
    return ClientGround(
        client=client,
        standing=standing,
        held=held_of(standing, acts, on),
        consent=consent_held(standing, acts, client.born_on, on, settings),
    )


def site_ground(uow: UnitOfWork) -> SiteGround:
    """Read what doses may name; one statement for each drawer."""
    prescribers = tuple(one for one in uow.roles.all() if one.role is SiteRole.PRESCRIBER)
    return SiteGround(
        events={event.id: event for event in uow.events.all()},
        organizations={one.id: one for one in uow.organizations.all()},
        people={person.id: person for person in uow.site_people.all()},
        prescribers=prescribers,
        agreements=uow.agreements.latest_all(),
    )


def read_clients(
    ids: Iterable[ClientId], uow: UnitOfWork, on: date, settings: LawSettings
) -> dict[ClientId, ClientGround]:
    """Return the ground of these clients, each one that stands for itself; unknown left out."""
    clients = uow.clients.many(ids)
    acts = acts_of(clients, uow)
    return {
        client.id: client_ground(client, acts.get(client.id, ()), on, settings)
        for client in clients.values()
    }


_FEW = 40
"""Below this each client is asked for alone, above it all acts are read once."""


def acts_of(ids: Iterable[ClientId], uow: UnitOfWork) -> dict[ClientId, tuple[Act, ...]]:
    """Return the acts of these clients, of merged ones too."""
    wanted = set(ids)
    if len(wanted) < _FEW:
        return {client_id: uow.acts.of_client(client_id) for client_id in wanted}
    return {one: acts for one, acts in uow.acts.all_by_client() if one in wanted}
