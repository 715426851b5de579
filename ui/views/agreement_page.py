"""A page of the Agreement room: what every part of it does for the room around it."""

from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from immtrac_desk.domain.ids import OrganizationId
from ui.shell.house import House
from ui.views.room_page import RoomPage


class Turns(Protocol):
    """What a page asks of the room: show another part, about a site or a person of it."""

    def turn(self, section: str, **about: object) -> None: ...


def holds_focus(*widgets: QWidget) -> bool:
    """Whether the focus is in one of these, which are about to be built anew."""
    focus = QApplication.focusWidget()
    return focus is not None and any(widget.isAncestorOf(focus) for widget in widgets)


class AgreementPage(RoomPage):
    """`show_site` reads and shows; everything else has a quiet default."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house)
        self.room = room
        self.site = OrganizationId("")

    def show_site(self, site: OrganizationId, **about: object) -> None:
        """Show this site, as it is now."""
        self.site = site

    def read(self) -> None:
        """Read the desk again and show what is true now; what is half typed stays."""
