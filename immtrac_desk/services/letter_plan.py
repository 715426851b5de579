"""Plan a run of letters: to whom each goes, what it names, and who is left out and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import ClientId, OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.words import Has, Status
from immtrac_desk.errors import InputError
from immtrac_desk.law.age import is_minor, kept_until, majority
from immtrac_desk.law.disaster import in_campaign, removal_on
from immtrac_desk.law.letters import LETTERS, LetterVerdict, last_letter_on, letter_to
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.status import derive
from immtrac_desk.law.worklists import lists_for
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.store.unit_of_work import UnitOfWork

_ONE_BY_ONE = 40
"""Up to so many clients, reading each one's acts is quicker than reading everybody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLetter:
    """One client of the run. `day` and `age` are what the letter turns on, None where nothing.

    `event` is the disaster of a disaster letter; `consented`: a minor's consent is in effect.
    """

    client: Client
    verdict: LetterVerdict
    consented: bool = False
    adult_form_first: bool = False
    """Kept, and not released before the adult consents (DT-5.6)."""
    day: date | None = None
    kept_until: date | None = None
    age: int = 0
    event: DisasterEvent | None = None
    site: Organization | None = None
    """The site whose name and address the letter carries."""
    last_on: date | None = None
    """When this client was last written the same letter."""

    @property
    def written(self) -> bool:
        return not self.verdict.left_out


def plan_letters(
    letter: str, client_ids: Iterable[ClientId], uow: UnitOfWork, occasion: Occasion
) -> tuple[PlannedLetter, ...]:
    """Return every client of the run once, in the order asked, left out or not.

    A client who was merged is written to under the one who stands for both. Raises InputError
    `letter.unknown`; DeskError `client.unknown`.
    """
    if letter not in LETTERS:
        raise InputError("letter.unknown", "letter")
    ids = tuple(dict.fromkeys(uow.merges.survivor_of(one) for one in client_ids))
    found = _Read(letter, ids, uow, occasion)
    return tuple(found.planned(client_id) for client_id in ids)


class _Read:
    """What the run needs of the vault, in few statements however long it is."""

    def __init__(
        self, letter: str, ids: tuple[ClientId, ...], uow: UnitOfWork, occasion: Occasion
    ) -> None:
        self.letter, self.uow = letter, uow
        self.on, self.law = occasion.today, occasion.law
        self.clients = uow.clients.many(ids)
        self.acts = _acts(ids, uow)
        self.events = uow.events.all()
        self.sites: dict[OrganizationId | None, Organization] = _sites(
            uow, str(occasion.settings["clinic.name"])
        )

    def planned(self, client_id: ClientId) -> PlannedLetter:
        client = self.clients.get(client_id) or self.uow.clients.get(client_id)
        today, law = self.on, self.law
        standing = derive(client.born_on, self.acts.get(client_id, ()), today, law)
        on_lists = lists_for(client, standing, self.events, today, law)
        lists = frozenset(line.list_code for line in on_lists)
        verdict = letter_to(
            client,
            lists,
            self._responsible(client),
            self.letter,
            today,
            law,
            died=standing.died_on is not None,
        )
        return self._with_days(client, verdict, standing)

    def _responsible(self, client: Client) -> tuple[ResponsiblePerson, ...]:
        minor = is_minor(client.born_on, self.on, self.law)
        return self.uow.responsible.of_client(client.id) if minor else ()

    def _with_days(
        self, client: Client, verdict: LetterVerdict, standing: Standing
    ) -> PlannedLetter:
        today, law = self.on, self.law
        adult_on, kept = (
            majority(client.born_on, today, law),
            kept_until(client.born_on, today, law),
        )
        event = next(self._campaigns(client), None) if self.letter == "disaster_data" else None
        days = {
            "turning_18": adult_on,
            "pending_adult": kept,
            "last_chance": kept,
            "disaster_data": removal_on(event, law) if event else None,
        }
        day = days.get(self.letter)
        return PlannedLetter(
            client=client,
            verdict=verdict,
            consented=standing.status is Status.CONSENTED_MINOR,
            adult_form_first=_adult_form_first(standing),
            day=day,
            kept_until=kept,
            age=day.year - client.born_on.year if day and event is None else 0,
            event=event,
            site=self.sites.get(client.site_id) or self.sites.get(None),
            last_on=last_letter_on(self.acts.get(client.id, ()), today, self.letter),
        )

    def _campaigns(self, client: Client) -> Iterator[DisasterEvent]:
        """The events whose data are removed soon, the first removal first."""
        today, law = self.on, self.law
        own = [one for one in self.events if one.id in client.disaster_events]
        near = [one for one in own if in_campaign(one, today, law)]
        yield from sorted(near, key=lambda one: (one.ended_on or date.max, one.id))


def _adult_form_first(standing: Standing) -> bool:
    """A signed adult form that only waits to be affirmed was not forgotten by the client."""
    return standing.status is Status.PENDING_ADULT and standing.has is not Has.ADULT


def _acts(ids: tuple[ClientId, ...], uow: UnitOfWork) -> Mapping[ClientId, tuple[Act, ...]]:
    if len(ids) <= _ONE_BY_ONE:
        return {client_id: uow.acts.of_client(client_id) for client_id in ids}
    wanted = frozenset(ids)
    return {one: acts for one, acts in uow.acts.all_by_client() if one in wanted}


def _sites(uow: UnitOfWork, clinic: str) -> dict[OrganizationId | None, Organization]:
    """Every open site by its id; under None the clinic itself: the site without a parent.

    Of several the one that bears the clinic's name, else the first that was entered.
    """
    known = [one for one in uow.organizations.all() if one.closed_on is None]
    found: dict[OrganizationId | None, Organization] = {one.id: one for one in known}
    heads = [one for one in known if one.parent_id is None]
    if len(heads) > 1:
        since = {one.id: uow.organizations.versions(one.id)[0].changed_on for one in heads}
        heads.sort(key=lambda one: (one.name != clinic, since[one.id], one.id))
    if heads:
        found[None] = heads[0]
    return found
