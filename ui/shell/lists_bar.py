"""The list bringer: what shows lists waits until they are derived, off the event loop if long."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from immtrac_desk.errors import DeskError
from ui import background
from ui.widgets.busy_bar import BusyBar

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

Act = Callable[[], object]


class ListsBar(BusyBar):
    """`then` acts at once where the lists are at hand, else as soon as they were brought."""

    def __init__(self, desk: "Desk", refuse: Callable[[DeskError], object]) -> None:
        super().__init__()
        self._desk, self._refuse = desk, refuse
        self._waiting: list[tuple[QWidget, Act]] = []
        self._running: background.Running | None = None

    def then(self, page: QWidget, act: Act) -> None:
        """Act for a page; one that went out of sight while it waited reads anew when it returns."""
        if self._running is None and self._desk.book.lists_at_hand():
            act()
            return
        if (page, act) not in self._waiting:
            self._waiting.append((page, act))
        if self._running is None:
            self.begin("lists_page.reading")
            work = self._desk.book.bring_lists
            self._running = background.run(work, self._brought, self._broke)

    def _brought(self, _: object) -> None:
        if isValid(self):
            for page, act in self._ended():
                if isValid(page) and page.isVisible():
                    self._act(page, act)

    def _act(self, page: QWidget, act: Act) -> None:
        # An act of somebody may have made much of it stale again meanwhile.
        try:
            self.then(page, act)
        except DeskError as error:
            self._refuse(error)

    def _broke(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._ended()
        if not isinstance(error, DeskError):
            raise error
        self._refuse(error)

    def _ended(self) -> list[tuple[QWidget, Act]]:
        self._running = None
        self.end()
        waiting, self._waiting = self._waiting, []
        return waiting
