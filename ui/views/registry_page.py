"""A section of the rooms about the registry: what each does for the room around it."""

from immtrac_desk.domain.changes import Changes
from ui.views.room_page import RoomPage


class RegistryPage(RoomPage):
    """`enter` reads and shows; everything else has a quiet default."""

    def enter(self, **about: object) -> None:
        """Show what is true now; `about` is what the room was opened with."""

    def refresh(self, changes: Changes) -> None:
        """The desk rang: read again what `changes` touches; what is half typed stays."""


class ListedPage(RegistryPage):
    """Shows a list over all clients, which may still be derived."""

    def retell(self) -> None:
        super().retell()
        self.read()

    def read(self) -> None:
        """Read anew, and show it; what was in hand stays in hand."""
        self.house.when_listed(self, self._read)

    def _read(self) -> None:
        raise NotImplementedError
