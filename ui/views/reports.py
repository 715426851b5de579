"""The Reports room: pictures first; TIPS as printed; what others report to the clinic."""

from collections.abc import Callable, Mapping
from functools import partial
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
    "pictures": "ui.views.report_pictures:PicturesPage",
    "tips": "ui.views.report_tips:TipsPage",
    "re": "ui.views.report_catalogue:EntityPage",
    "registry": "ui.views.report_catalogue:RegistryReportsPage",
}
"""Where each section is found; it is imported when first looked at."""


ACTS = {"tips": "tips", "catalogues": "re"}
"""Which section an act of the table leads to."""


class ReportsView(Room):
    """`open(section=...)`; else the section one was in, the pictures at first."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.section = ""
        self.pages: dict[str, RegistryPage] = {}
        self.stack = QStackedWidget()
        options = tuple(Option(one, f"reports_room.section.{one}") for one in PLACES)
        self.parts = Segments("reports_room.sections", options, wraps=True)
        self.parts.picked.connect(lambda section: self.turn(section))
        title = Said("reports_room.title", role="title")
        title.setWordWrap(False)
        self.column.setSpacing(12)
        self.column.addLayout(row(title, self.parts, space=24, shares=(0, 1)))
        self.column.addWidget(self.stack, 1)

    @property
    def page(self) -> RegistryPage:
        """The section that is shown."""
        return self.pages[self.section]

    def open(self, **about: object) -> None:
        asked = str(about.pop("section", "") or ACTS.get(str(about.get("act") or ""), ""))
        self.turn(asked or self.section or next(iter(PLACES)), **about)

    def title(self) -> str:
        return tr.say("reports_room.title")

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
            act: partial(self.turn, part) for act, part in ACTS.items()
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


def _load(section: str) -> type[RegistryPage]:
    module, name = PLACES[section].split(":")
    return cast(type[RegistryPage], getattr(import_module(module), name))
