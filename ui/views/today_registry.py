"""The cards of Today that speak of the registry: each leads to its section of that room."""

from ui.presenters.today_registry import RegistryRow
from ui.shell.house import House
from ui.views.today_line import TodayLine


class RegistryLine(TodayLine):
    """How much waits, what it is, one button; Enter does the same."""

    def __init__(self, line: RegistryRow, house: House) -> None:
        super().__init__((str(line.count), line.tone), (line.title, line.sentence), line.button)
        self.line, self._house = line, house

    def go(self) -> None:
        self._house.go("registry", section=self.line.section)
