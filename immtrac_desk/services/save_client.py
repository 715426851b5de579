"""Add a client, or correct one: a correction is a new version and former names are kept."""

from dataclasses import dataclass, replace

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client, PersonName, ResponsiblePerson
from immtrac_desk.domain.values import fold
from immtrac_desk.services.client_shape import refuse_malformed
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.printable import refuse_unprintable_people
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveClient:
    """`responsible` None leaves the responsible persons as they are."""

    client: Client
    responsible: tuple[ResponsiblePerson, ...] | None = None


def save_client(command: SaveClient, uow: UnitOfWork, occasion: Occasion) -> Outcome[Client]:
    """Return the client as kept. Raises InputError beside the first malformed field."""
    refuse_malformed(command.client, occasion.today)
    refuse_unprintable_people(command.client, command.responsible or ())
    before = on_file(command.client, uow)
    kept = put_client(command.client, before, uow)
    people = _put_people(command, uow)
    act = "client_corrected" if before else "client_added"
    line = entry(occasion, act, client_id=kept.id, version=kept.version)
    if people:
        line = replace(line, facts={**line.facts, "responsible": True})
    return Outcome(kept, (line,), Changes(clients=frozenset({kept.id})))


def _put_people(command: SaveClient, uow: UnitOfWork) -> bool:
    """Write the responsible persons; return True if any is new or was changed."""
    known = {one.id: one for one in uow.responsible.of_client(command.client.id)}
    changed = [one for one in command.responsible or () if known.get(one.id) != one]
    for person in changed:
        uow.responsible.put(person)
    return bool(changed)


def put_client(client: Client, before: Client | None, uow: UnitOfWork) -> Client:
    """Write `client` as the next version after `before`; unchanged means no new version."""
    if before is None:
        uow.clients.add(client)
        return client
    changed = with_former_name(client, before)
    return before if changed == before else uow.clients.put(changed)


def on_file(client: Client, uow: UnitOfWork) -> Client | None:
    """Return the client as it is filed, or None for a new one."""
    return uow.clients.many((client.id,)).get(client.id)


def with_former_name(client: Client, before: Client) -> Client:
    """Keep the name that was replaced among the former names (E10)."""
    if _key(client.name) == _key(before.name) or not before.name.shown:
        return client
    known = {_key(name) for name in client.former_names}
    if _key(before.name) in known:
        return client
    return replace(client, former_names=(*client.former_names, before.name))


def _key(name: PersonName) -> str:
    return fold(name.shown)
