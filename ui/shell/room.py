"""A room: the base of every screen in the window."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shell.house import House
from ui.shell.theme import mark
from ui.shell.wardrobe import dress
from ui.widgets.words import retell_all

if TYPE_CHECKING:
    from immtrac_desk.domain.changes import Changes


class Room(QWidget):
    """`open` is called each time somebody comes in; everything else has a quiet default."""

    margins = (28, 24, 28, 20)

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        mark(self, ground="page")
        dress(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*self.margins)
        self.column.setSpacing(16)

    @classmethod
    def load_all(cls) -> None:
        """Import what the room would import when it is first looked at."""

    def make_way(self, **about: object) -> None:
        """Put away what `open` will replace, before it is seen, styled and laid out once more."""

    def open(self, **about: object) -> None:
        """Show what the room is about, and put the focus where the work begins."""

    def title(self) -> str:
        """What this room is called in the window's title; never a person's name."""
        return ""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """The acts of `ui.shell.actions` that can be done here and now, by id."""
        return {}

    def refresh(self, changes: "Changes") -> None:
        """The desk rang: read again what `changes` touches."""

    def keep(self) -> None:
        """Lose nothing: keep drafts now. Called before locking, leaving and closing."""

    def retell(self) -> None:
        """The language turned: say everything again."""
        retell_all(self)
