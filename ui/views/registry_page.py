"""A page of the registry room: what every section does for the room around it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.changes import Changes
from immtrac_desk.errors import DeskError
from ui.shell.house import House
from ui.widgets.words import retell_all


class RegistryPage(QWidget):
    """`enter` reads and shows; everything else has a quiet default."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house

    def enter(self, **about: object) -> None:
        """Show what is true now; `about` is what the room was opened with."""

    def start(self) -> None:
        """Put the focus where the work begins."""

    def refresh(self, changes: Changes) -> None:
        """The desk rang: read again what `changes` touches; what is half typed stays."""

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
