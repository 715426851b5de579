"""What doses may name of the sites - people, roles, agreements, disasters - read once."""

from dataclasses import dataclass

from immtrac_desk.domain.changes import Changes
from immtrac_desk.services.dose_ground import SiteGround, site_ground
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(slots=True)
class KeptSites:
    """Kept until an act touches sites, disasters or nothing that it names."""

    _ground: SiteGround | None = None
    _turn: int = 0

    def hear(self, changes: Changes) -> None:
        """Let go of what was read where an act may have changed it."""
        if changes.organizations or changes.settings or changes == Changes():
            self._turn += 1
            self._ground = None

    def ground(self, uow: UnitOfWork) -> SiteGround:
        """Return the sites as they are now."""
        kept, turn = self._ground, self._turn
        if kept is None:
            kept = site_ground(uow)
            if turn == self._turn:  # no act came between, on whichever thread
                self._ground = kept
        return kept
