"""A supervisor has seen a loud entry of the book; the entry itself never changes."""

from immtrac_desk.domain.changes import Changes
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


def acknowledge(seq: int, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Append 'seen' for the loud entry numbered `seq`."""
    line = entry(occasion, "loud_entry_seen", entry=seq)
    return Outcome(None, (line,), Changes(settings=True))
