"""The house: what a room may ask of the window around it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from immtrac_desk.errors import DeskError
from ui.widgets.notice import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from immtrac_desk.desk import Desk


class House(Protocol):
    """Rooms speak to the desk themselves; everything outside the room goes through here."""

    @property
    def desk(self) -> "Desk": ...

    def today(self) -> date: ...

    def now(self) -> datetime: ...

    def tell(
        self,
        text: Words,
        *,
        tone: str = "info",
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show the one notice: `text` said already, or how to say it, so that it turns with the
        language; `action` a code, tone info/good/warn/bad."""

    def refuse(self, error: DeskError) -> None:
        """Say a refusal in the notice, with its findings."""

    def go(self, room: str, **about: object) -> None:
        """Open a room about something: `go("client", client_id=...)`."""

    def back(self) -> None:
        """Return to the room before this one."""

    def print_pdf(self, pdf: bytes, *, copies: int = 1) -> bool:
        """Ask for a printer and print; false if the person thought better of it."""

    def acts_changed(self) -> None:
        """The room can now do other acts than before: menus and palette look again."""

    def alone(self, on: bool) -> None:
        """Give the whole window to this room (the signer's view): no sidebar, no keys that
        leave, no palette."""

    def check_me(self, passphrase: str, done: Callable[[bool], None]) -> None:
        """Ask, off the event loop, whether this is the passphrase of who is at the desk."""

    def when_listed(self, page: "QWidget", act: Callable[[], object]) -> None:
        """Act for a page in sight once the lists are derived: at once, unless much changed."""
