"""A page of a room that has several: what each does for the room around it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from immtrac_desk.errors import DeskError
from ui.shell.house import House
from ui.widgets.words import retell_all


class Page(QWidget):
    """Everything has a quiet default."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """The acts of the table that this page does."""
        return {}

    def keep(self) -> None:
        """Lose nothing that is typed here; called before locking, leaving and closing."""

    def guarded(self, act: Callable[[], object]) -> Callable[[], None]:
        """An act whose refusal is said in the notice."""

        def do() -> None:
            try:
                act()
            except DeskError as error:
                self.house.refuse(error)

        return do


class RoomPage(Page):
    """A page that takes the focus, and tells itself anew."""

    def start(self) -> None:
        """Put the focus where the work begins."""

    def retell(self) -> None:
        """The language turned."""
        retell_all(self)
