"""What is derived from the acts and kept until something changes: for lists and boards."""

from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.stale import FEW, Marks, Stale
from immtrac_desk.domain.changes import Changes
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(slots=True)
class Derived:
    """Any thread may ask: one derives, the others wait for it."""

    corridor: Corridor
    marks: Marks = field(default_factory=Marks)
    _deriving: Lock = field(default_factory=Lock)
    _day: date | None = None

    def hear(self, changes: Changes) -> None:
        """Mark what an act touched; changed settings and disasters make everything stale."""
        self.marks.hear(changes)

    def far_behind(self) -> bool:
        """Whether the next question would have somebody wait while much is derived."""
        stale = self.marks.look()
        if self._deriving.locked():
            return True
        if stale.everything or self._day != self.corridor.today():
            return self.corridor.read(self._much)
        return len(stale.clients) > FEW or self._much_of(stale)

    def _much(self, uow: UnitOfWork) -> bool:
        """Whether deriving everything takes a while."""
        return uow.clients.count() > FEW

    def _much_of(self, stale: Stale) -> bool:
        """Whether something else than clients is stale, and much of it."""
        return False
