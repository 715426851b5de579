"""Looks that are logged: who opened which client's file or entry card."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.services.look import look_at_client

ONCE_PER = timedelta(minutes=1)
"""A screen that reads again after every act is one look."""


@dataclass(slots=True)
class Looks:
    """Shared by the rooms that show a client whole, so that going from one to the other is one."""

    corridor: Corridor
    _last: dict[ClientId, datetime] = field(default_factory=dict)

    def note(self, client_id: ClientId) -> None:
        """Log a look, once a minute per client. Raises DeskError `client.unknown`."""
        now = self.corridor.clock()
        last = self._last.get(client_id)
        if last is not None and timedelta(0) <= now - last < ONCE_PER:
            return
        self.corridor.perform("look", look_at_client, client_id)
        self._last[client_id] = now
