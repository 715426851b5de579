"""The stage: the rooms that were entered, the one that is shown, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from immtrac_desk import logs
from immtrac_desk.domain.changes import Changes
from immtrac_desk.errors import DeskError
from ui.shell.house import House
from ui.shell.room import Room
from ui.shell.rooms import RoomSpec
from ui.wording import tr

_MOST_STEPS = 30
AHEAD_MS = 700
"""Milliseconds of rest after which a room that nobody entered yet is made ready."""


class Stage(QStackedWidget):
    """Rooms are built when first entered, or ahead of that while nothing else is to do, and live
    until the desk is locked."""

    turned = Signal(str)

    def __init__(self, house: House, rooms: Sequence[RoomSpec]) -> None:
        super().__init__()
        self._house = house
        self._specs = {spec.id: spec for spec in rooms}
        self._rooms: dict[str, Room] = {}
        self._spoken: dict[str, str] = {}
        """The language in which each room last said everything."""
        self._unseen: set[str] = set()
        """Rooms made ahead that nobody entered: they hold nothing."""
        self._trail: list[tuple[str, dict[str, object]]] = []
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self.build_ahead)

    @property
    def room(self) -> Room | None:
        """The room that is shown."""
        current = self.currentWidget()
        return current if isinstance(current, Room) else None

    @property
    def room_id(self) -> str:
        return self._trail[-1][0] if self._trail else ""

    @property
    def about(self) -> dict[str, object]:
        """What the room that is shown was opened with."""
        return self._trail[-1][1] if self._trail else {}

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
        self._unseen.discard(room_id)
        self._trail = [*self._trail[-_MOST_STEPS:], (room_id, about)]
        room.make_way(**about)
        self._tell_news(room_id)
        self.setCurrentWidget(room)
        self._ahead.start()
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
        self._spoken.clear()
        self._tell_news(self.room_id)

    def hasHeightForWidth(self) -> bool:
        """No: the window gives the stage its size, and no room is asked how high it would be.

        Qt would ask them all, at each change of any.
        """
        return False

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def keep(self) -> bool:
        """Let every room keep what is typed in it; false where one could not.

        Called as the lock falls: what fails in one room may hold up neither the others nor the
        lock.
        """
        seen = [room for room_id, room in self._rooms.items() if room_id not in self._unseen]
        kept = [_kept(room) for room in seen]
        return all(kept)

    def build_ahead(self) -> None:
        """Make one more room ready, styled and laid out, so that it comes at once when entered."""
        waiting = [room_id for room_id in self._specs if room_id not in self._rooms]
        if not waiting or not self.isVisible():
            return
        self._unseen.add(waiting[0])
        room = self._build(waiting[0])
        room.resize(self.size())
        room.ensurePolished()
        if (layout := room.layout()) is not None:
            layout.activate()
        self._ahead.start()

    def _tell_news(self, room_id: str) -> None:
        # A room that was made ready while a signer read the screen speaks the signer's language.
        if room_id in self._rooms and self._spoken.get(room_id) != tr.language:
            self._spoken[room_id] = tr.language
            self._rooms[room_id].retell()

    def _build(self, room_id: str) -> Room:
        room = self._specs[room_id].build(self._house)
        self._rooms[room_id], self._spoken[room_id] = room, tr.language
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
