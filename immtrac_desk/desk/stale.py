"""What acts touched since a list was derived: marked as the desk rings, taken by the reader."""

from dataclasses import dataclass, field
from threading import Lock

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ClientId

FEW = 100
"""Clients, or ten times as many answered things, that are derived without anybody waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """What has to be derived again. `everything` makes the others idle."""

    everything: bool = True
    clients: frozenset[ClientId] = frozenset()
    answers: bool = False
    sites: bool = False

    def __bool__(self) -> bool:
        return self.everything or self.answers or self.sites or bool(self.clients)


@dataclass(slots=True)
class Marks:
    """Acts mark on one thread while a list may be derived on another: no mark is lost."""

    _stale: Stale = field(default_factory=Stale)
    _lock: Lock = field(default_factory=Lock)

    def hear(self, changes: Changes) -> None:
        """Mark what an act touched; changed settings and disasters make everything stale."""
        with self._lock:
            before = self._stale
            self._stale = Stale(
                everything=before.everything or changes.settings,
                clients=before.clients | changes.clients,
                answers=before.answers or changes.answers,
                sites=before.sites or bool(changes.organizations),
            )

    def look(self) -> Stale:
        """Return what is marked."""
        return self._stale

    def take(self) -> Stale:
        """Return what is marked and begin anew; called before anything is read."""
        with self._lock:
            taken, self._stale = self._stale, Stale(everything=False)
        return taken
