"""A room in sections: a row of names above, one section beneath, each made when first looked at."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import ClassVar, cast

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


class SectionedRoom(Room):
    """`open(section=...)`, or an act of the table; else the section one was in, the first at first.

    `words` is the code under which title and sections are named; `places` where each section is
    found, `module:Class`; `acts` which section an act of the table leads to.
    """

    words: ClassVar[str]
    places: ClassVar[Mapping[str, str]]
    acts: ClassVar[Mapping[str, str]]

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.section = ""
        self.pages: dict[str, RegistryPage] = {}
        self.stack = QStackedWidget()
        options = tuple(Option(one, f"{self.words}.section.{one}") for one in self.places)
        self.parts = Segments(f"{self.words}.sections", options, wraps=True)
        self.parts.picked.connect(lambda section: self.turn(section))
        title = Said(f"{self.words}.title", role="title")
        title.setWordWrap(False)
        self.column.setSpacing(12)
        self.column.addLayout(row(title, self.parts, space=24, shares=(0, 1)))
        self.column.addWidget(self.stack, 1)

    @property
    def page(self) -> RegistryPage:
        """The section that is shown."""
        return self.pages[self.section]

    def open(self, **about: object) -> None:
        act = str(about.get("act") or "")
        section = str(about.pop("section", "") or self.acts.get(act, ""))
        self.turn(section or self.section or next(iter(self.places)), **about)

    def title(self) -> str:
        return tr.say(f"{self.words}.title")

    def turn(self, section: str, **about: object) -> None:
        """Show another section, about something."""
        self.when_ready(lambda: self._turn(section, about))

    def when_ready(self, act: Callable[[], object]) -> None:
        """Act at once; a room whose sections have to be read for first waits for that."""
        act()

    def _turn(self, section: str, about: dict[str, object]) -> None:
        if self.section:
            self.page.keep()
        if section not in self.pages:
            self.pages[section] = self._load(section)(self.house)
        self.section = section
        self.parts.set_value(section)
        self.page.enter(**about)
        # Filled in before it is put in: the page would be styled and laid out at each step.
        self.stack.addWidget(self.page)
        self.stack.setCurrentWidget(self.page)
        self.page.start()
        self.house.acts_changed()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if not self.section:
            return {}
        turns: dict[str, Callable[[], object]] = {
            act: partial(self.turn, part, act=act) for act, part in self.acts.items()
        }
        return {**turns, **self.page.handlers()}

    def keep(self) -> None:
        for page in self.pages.values():
            page.keep()

    def refresh(self, changes: Changes) -> None:
        if self.section:
            self.when_ready(lambda: self.page.refresh(changes))

    def retell(self) -> None:
        super().retell()
        self.when_ready(self._retell_pages)

    def _retell_pages(self) -> None:
        for page in self.pages.values():
            page.retell()

    @classmethod
    def load_all(cls) -> None:
        for section in cls.places:
            cls._load(section)

    @classmethod
    def _load(cls, section: str) -> type[RegistryPage]:
        module, name = cls.places[section].split(":")
        return cast(type[RegistryPage], getattr(import_module(module), name))
