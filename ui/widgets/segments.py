"""A few words of which one is lit, as English and Español."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.choice import Option
from ui.widgets.flow import Flow
from ui.widgets.words import Button
from ui.wording import tr

_GAP = 4


class Segments(QWidget):
    """`value()` is lit; `picked(value)` rings as another is lit. `code` names the row.

    Where it `wraps`, words that find no room go to the next line.
    """

    picked = Signal(str)

    def __init__(
        self, code: str, options: Sequence[Option], value: str = "", *, wraps: bool = False
    ) -> None:
        super().__init__()
        self._code = code
        self.buttons: dict[str, Button] = {}
        group = QButtonGroup(self)
        row = Flow(self, gap=_GAP) if wraps else self._row()
        for option in options:
            button = Button(option.code, kind="segment")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, v=option.value: self.picked.emit(v))
            group.addButton(button)
            self.buttons[option.value] = button
            row.addWidget(button)
        self.set_value(value)
        self.retell()

    def value(self) -> str:
        return next((v for v, button in self.buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Light one without ringing."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)

    def retell(self) -> None:
        name = tr.say(self._code)
        self.setAccessibleName(name)
        for button in self.buttons.values():
            button.retell()
            button.setAccessibleName(f"{name}: {button.text()}")

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return row
