"""Settings: a short list at the left, one page at the right."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from immtrac_desk.domain.changes import Changes
from ui.presenters.settings_pages import PAGES
from ui.shell.house import House
from ui.shell.room import Room
from ui.shell.theme import theme
from ui.views.settings_page import RowsPage, SettingsPage
from ui.widgets.words import Button, Said
from ui.wording import tr

_PLACES = {
    "questions": "ui.views.question_page:QuestionPage",
    "packs": "ui.views.packs_page:PacksPage",
    "staff": "ui.views.staff_page:StaffPage",
    "events": "ui.views.events_page:EventsPage",
    "backup": "ui.views.backup_page:BackupPage",
    "machine": "ui.views.machine_page:MachinePage",
}
_LEAST = 132
_AROUND_WORDS = 32


class SettingsView(Room):
    """`open(page=...)` turns to a page; each is built when first turned to."""

    start = "clinic"

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.page_id = ""
        self.pages: dict[str, SettingsPage] = {}
        self.stack = QStackedWidget()
        self.nav: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._list = self._lay_list()
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self._list)
        across.addWidget(self.stack, 1)
        self.column.addLayout(across, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def open(self, **about: object) -> None:
        self.turn_to(str(about.get("page") or self.page_id or self.start))
        self.nav[self.page_id].setFocus()

    def title(self) -> str:
        return tr.say("settings.title")

    @property
    def page(self) -> SettingsPage:
        """The page that is shown."""
        return self.pages[self.page_id]

    def turn_to(self, page: str) -> None:
        self.page_id = page if page in PAGES else self.start
        if self.page_id not in self.pages:
            made = _make(self.house, self.page_id)
            self.pages[self.page_id] = made
            self.stack.addWidget(made)
        self.nav[self.page_id].setChecked(True)
        self.stack.setCurrentWidget(self.page)
        self.page.read()
        self.house.acts_changed()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return self.page.handlers() if self.page_id else {}

    def keep(self) -> None:
        for page in self.pages.values():
            page.keep()

    def refresh(self, changes: Changes) -> None:
        if self.page_id:
            self.page.read()

    def retell(self) -> None:
        super().retell()
        self._fit()
        if self.page_id:
            self.page.read()

    def _lay_list(self) -> QFrame:
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Said("settings.title", role="section"))
        column.addSpacing(8)
        for page in PAGES:
            button = Button(f"settings.nav.{page}", kind="nav")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, page=page: self.turn_to(page))
            self._group.addButton(button)
            self.nav[page] = button
            column.addWidget(button)
        column.addStretch(1)
        return frame

    def _fit(self) -> None:
        """As wide as its longest word when that one is lit."""
        metrics = QFontMetrics(theme.font("body", semibold=True))
        words = (tr.say(f"settings.nav.{page}") for page in PAGES)
        widest = max(metrics.horizontalAdvance(word) for word in words)
        self._list.setFixedWidth(max(theme.pixels(_LEAST), round(widest * 1.1) + _AROUND_WORDS))


def _make(house: House, page: str) -> SettingsPage:
    if page not in _PLACES:
        return RowsPage(house, page)
    module, name = _PLACES[page].split(":")
    return cast(SettingsPage, getattr(import_module(module), name)(house))
