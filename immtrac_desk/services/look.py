"""Looking is logged too: who opened which client's file."""

from immtrac_desk.domain.ids import ClientId
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


def look_at_client(client_id: ClientId, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Log one look. Raises DeskError `client.unknown`."""
    uow.clients.get(client_id)
    return Outcome(None, (entry(occasion, "client_looked_at", client_id=client_id),))
