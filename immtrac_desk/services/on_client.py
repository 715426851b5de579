"""The file of one client as the acts see it: the person, their acts, what these amount to."""

from dataclasses import dataclass

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.status import derive
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ClientFileRead:
    """A client, the acts under that client (merged ones too) and the standing of the day."""

    client: Client
    acts: tuple[Act, ...]
    standing: Standing


def open_client(client_id: ClientId, uow: UnitOfWork, occasion: Occasion) -> ClientFileRead:
    """Return the file of the client, or of the one it was merged into (E12).

    Raises DeskError `client.unknown`.
    """
    client = uow.clients.get(uow.merges.survivor_of(client_id))
    return read_file(client, uow, occasion)


def read_file(client: Client, uow: UnitOfWork, occasion: Occasion) -> ClientFileRead:
    """Return the file of a client in hand, as of the occasion's day."""
    acts = uow.acts.of_client(client.id)
    return ClientFileRead(client, acts, derive(client.born_on, acts, occasion.today, occasion.law))
