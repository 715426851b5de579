"""A page of the Agreement room: what every part of it does for the room around it."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import DeskError
from ui.shell.house import House
from ui.widgets.words import retell_all


class Turns(Protocol):
    """What a page asks of the room: show another part, about a site or a person of it."""

    def turn(self, section: str, **about: object) -> None: ...


def holds_focus(*widgets: QWidget) -> bool:
    """Whether the focus is in one of these, which are about to be built anew."""
    focus = QApplication.focusWidget()
    return focus is not None and any(widget.isAncestorOf(focus) for widget in widgets)


class AgreementPage(QWidget):
    """`show_site` reads and shows; everything else has a quiet default."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__()
        self.house, self.room = house, room
        self.site = OrganizationId("")

    def show_site(self, site: OrganizationId, **about: object) -> None:
        """Show this site, as it is now."""
        self.site = site

    def read(self) -> None:
        """Read the desk again and show what is true now; what is half typed stays."""

    def start(self) -> None:
        """Put the focus where the work begins."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """The acts of the table that this page does."""
        return {}

    def keep(self) -> None:
        """Lose nothing that is typed here."""

    def retell(self) -> None:
        """The language turned."""
        retell_all(self)

    def guarded(self, act: Callable[[], object]) -> Callable[[], None]:
        """An act whose refusal is said in the notice."""

        def do() -> None:
            try:
                act()
            except DeskError as error:
                self.house.refuse(error)

        return do
