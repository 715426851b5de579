"""A page of the settings: what it is about, and what stands on it."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.shell.house import House
from ui.views.narrowing import scrolled
from ui.views.room_page import Page
from ui.views.setting_rows import SettingRows
from ui.widgets.layouts import put
from ui.widgets.words import Said


class SettingsPage(Page):
    """Heading, one sentence, then `body`. Pages add what is theirs and override `read`."""

    def __init__(self, house: House, page: str) -> None:
        super().__init__(house)
        self.page = page
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
        put(self.body, *things)

    def read(self) -> None:
        """Read the desk again and show what is true now."""


class RowsPage(SettingsPage):
    """A page of settings and nothing else."""

    def __init__(self, house: House, page: str) -> None:
        super().__init__(house, page)
        self.rows = SettingRows(house, page)
        self.add(self.rows)

    def read(self) -> None:
        self.rows.read()
