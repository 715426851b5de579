"""The registry room: who waits to be entered, doses to report, what came back, the work lists."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QStackedWidget

from immtrac_desk.domain.changes import Changes
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.registry_page import RegistryPage
from ui.widgets.choice import Option
from ui.widgets.layouts import row
from ui.widgets.segments import Segments
from ui.widgets.words import Said
from ui.wording import tr

PLACES = {
    "entry": "ui.views.registry_waiting:WaitingPage",
    "doses": "ui.views.registry_doses:DosesPage",
    "answers": "ui.views.registry_answers:AnswersPage",
    "lists": "ui.views.registry_lists:RegistryLists",
}
"""Where each section is found; it is imported when first looked at."""
ACTS = {
    "enter_in_registry": "entry",
    "doses_to_report": "doses",
    "answers": "answers",
    "paste_answer": "answers",
    "registry_lists": "lists",
}
"""Which section an act of the table leads to."""


class RegistryView(Room):
    """`open(section=...)`, or an act of the table; else the section one was in."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.section = ""
        self.pages: dict[str, RegistryPage] = {}
        self.stack = QStackedWidget()
        options = tuple(Option(one, f"registry_room.section.{one}") for one in PLACES)
        self.parts = Segments("registry_room.sections", options, wraps=True)
        self.parts.picked.connect(lambda section: self.turn(section))
        head = row(Said("registry_room.title", role="title"), self.parts, space=24, shares=(0, 1))
        self.column.setSpacing(12)
        self.column.addLayout(head)
        self.column.addWidget(self.stack, 1)

    @property
    def page(self) -> RegistryPage:
        """The section that is shown."""
        return self.pages[self.section]

    def open(self, **about: object) -> None:
        act = str(about.get("act") or "")
        section = str(about.pop("section", "") or ACTS.get(act, ""))
        self.turn(section or self.section or next(iter(PLACES)), **about)

    def title(self) -> str:
        return tr.say("registry_room.title")

    def turn(self, section: str, **about: object) -> None:
        """Show another section, about something."""
        if self.section:
            self.page.keep()
        if section not in self.pages:
            self.pages[section] = _load(section)(self.house)
            self.stack.addWidget(self.pages[section])
        self.section = section
        self.parts.set_value(section)
        self.stack.setCurrentWidget(self.page)
        self.page.enter(**about)
        self.page.start()
        self.house.acts_changed()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if not self.section:
            return {}
        turns: dict[str, Callable[[], object]] = {
            act: self._turner(act, part) for act, part in ACTS.items()
        }
        return {**turns, **self.page.handlers()}

    def keep(self) -> None:
        for page in self.pages.values():
            page.keep()

    def refresh(self, changes: Changes) -> None:
        if self.section:
            self.page.refresh(changes)

    def retell(self) -> None:
        super().retell()
        for page in self.pages.values():
            page.retell()

    def _turner(self, act: str, section: str) -> Callable[[], None]:
        return lambda: self.turn(section, act=act)


def _load(section: str) -> type[RegistryPage]:
    module, name = PLACES[section].split(":")
    return cast(type[RegistryPage], getattr(import_module(module), name))
