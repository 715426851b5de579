"""A page of the settings: what it is about, and what stands on it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from immtrac_desk.errors import DeskError
from ui.shell.house import House
from ui.views.narrowing import scrolled
from ui.views.setting_rows import SettingRows
from ui.widgets.words import Said


class SettingsPage(QWidget):
    """Heading, one sentence, then `body`. Pages add what is theirs and override `read`."""

    def __init__(self, house: House, page: str) -> None:
        super().__init__()
        self.house, self.page = house, page
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(4, 0, 12, 12)
        self._inside.setSpacing(12)
        self._inside.addWidget(Said(f"settings.page.{page}", role="title"))
        self._inside.addWidget(Said(f"settings.about.{page}", role="muted"))
        self._inside.addLayout(self.body)
        self._inside.addStretch(1)
        self.across = QVBoxLayout(self)
        self.across.setContentsMargins(0, 0, 0, 0)
        self.area = scrolled(self._inside)
        self.across.addWidget(self.area)

    def add(self, *things: QWidget | QLayout) -> None:
        for thing in things:
            if isinstance(thing, QLayout):
                self.body.addLayout(thing)
            else:
                self.body.addWidget(thing)

    def read(self) -> None:
        """Read the desk again and show what is true now."""

    def keep(self) -> None:
        """Lose nothing that is typed here; called before locking, leaving and closing."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """The acts of the table that this page does."""
        return {}

    def guarded(self, act: Callable[[], object]) -> Callable[[], None]:
        """An act whose refusal is said in the notice."""

        def do() -> None:
            try:
                act()
            except DeskError as error:
                self.house.refuse(error)

        return do


class RowsPage(SettingsPage):
    """A page of settings and nothing else."""

    def __init__(self, house: House, page: str) -> None:
        super().__init__(house, page)
        self.rows = SettingRows(house, page)
        self.add(self.rows)

    def read(self) -> None:
        self.rows.read()
