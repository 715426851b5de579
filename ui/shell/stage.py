"""The stage: the rooms that were entered, the one that is shown, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from immtrac_desk import logs
from immtrac_desk.domain.changes import Changes
from immtrac_desk.errors import DeskError
from ui.shell.house import House
from ui.shell.room import Room
from ui.shell.rooms import RoomSpec

_MOST_STEPS = 30


class Stage(QStackedWidget):
    """Rooms are built when first entered and live until the desk is locked."""

    turned = Signal(str)

    def __init__(self, house: House, rooms: Sequence[RoomSpec]) -> None:
        super().__init__()
        self._house = house
        self._specs = {spec.id: spec for spec in rooms}
        self._rooms: dict[str, Room] = {}
        self._stale: set[str] = set()
        self._trail: list[tuple[str, dict[str, object]]] = []

    @property
    def room(self) -> Room | None:
        """The room that is shown."""
        current = self.currentWidget()
        return current if isinstance(current, Room) else None

    @property
    def room_id(self) -> str:
        return self._trail[-1][0] if self._trail else ""

    def lit(self) -> str:
        """Which of the sidebar's rooms stands for the one that is shown."""
        spec = self._specs.get(self.room_id)
        return (spec.under or spec.id) if spec else ""

    def knows(self, room_id: str) -> bool:
        return room_id in self._specs

    def enter(self, room_id: str, about: dict[str, object]) -> None:
        """Keep what the old room holds, then show the new one about something."""
        if self.room is not None:
            self.room.keep()
        room = self._rooms.get(room_id) or self._build(room_id)
        self._trail = [*self._trail[-_MOST_STEPS:], (room_id, about)]
        self._tell_news(room_id)
        self.setCurrentWidget(room)
        room.open(**about)
        self.turned.emit(room_id)

    def step_back(self) -> None:
        """Into the room before this one, about what it was about."""
        if len(self._trail) > 1:
            self._trail.pop()
            room_id, about = self._trail.pop()
            self.enter(room_id, about)

    def refresh(self, changes: Changes) -> None:
        """Rooms out of sight are opened anew when one returns; only the one in sight redraws."""
        if self.room is not None:
            self.room.refresh(changes)

    def retell(self) -> None:
        """The room in sight says everything again now, the others when one comes back to them."""
        self._stale = set(self._rooms)
        self._tell_news(self.room_id)

    def keep(self) -> bool:
        """Let every room keep what is typed in it; false where one could not.

        Called as the lock falls: what fails in one room may hold up neither the others nor the
        lock.
        """
        kept = [_kept(room) for room in self._rooms.values()]
        return all(kept)

    def _tell_news(self, room_id: str) -> None:
        if room_id in self._stale:
            self._stale.discard(room_id)
            self._rooms[room_id].retell()

    def _build(self, room_id: str) -> Room:
        room = self._specs[room_id].build(self._house)
        self._rooms[room_id] = room
        self.addWidget(room)
        return room


def _kept(room: Room) -> bool:
    try:
        room.keep()
    except DeskError:
        return False
    except Exception as error:  # the lock must fall whatever else is broken
        logs.trouble(error)
        return False
    return True
