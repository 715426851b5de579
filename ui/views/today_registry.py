"""The cards of Today that speak of the registry: each leads to its section of that room."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.today_registry import RegistryRow
from ui.shell.house import House
from ui.shell.theme import theme
from ui.widgets.card import RowCard
from ui.widgets.layouts import boxed, column
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain


class RegistryLine(QWidget):
    """How much waits, what it is, one button; Enter does the same."""

    def __init__(self, line: RegistryRow, house: House) -> None:
        super().__init__()
        self.line, self._house = line, house
        pill = StatusPill(str(line.count), line.tone, shape=line.tone != "good")
        pill.setMinimumWidth(theme.pixels(64))
        words = column(
            plain(line.title, role="section"), plain(line.sentence, role="muted"), space=2
        )
        name = f"{line.count} {line.title}. {line.sentence}"
        self.face = RowCard(pill, boxed(words), name=name)
        self.face.row.setStretch(1, 1)
        self.button = Button(line.button, self._go)
        self.face.row.addWidget(self.button)
        self.face.opened.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.face)
        self.setFocusProxy(self.face)

    def _go(self) -> None:
        self._house.go("registry", section=self.line.section)
