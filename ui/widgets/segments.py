"""A few words of which one is lit, as English and Español."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.choice import Option
from ui.widgets.words import Button
from ui.wording import tr


class Segments(QWidget):
    """`value()` is lit; `picked(value)` rings as another is lit. `code` names the row."""

    picked = Signal(str)

    def __init__(self, code: str, options: Sequence[Option], value: str = "") -> None:
        super().__init__()
        self._code = code
        self._buttons: dict[str, Button] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for option in options:
            button = Button(option.code, kind="segment")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, v=option.value: self.picked.emit(v))
            group.addButton(button)
            self._buttons[option.value] = button
            row.addWidget(button)
        self.set_value(value)
        self.retell()

    def value(self) -> str:
        return next((v for v, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Light one without ringing."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def retell(self) -> None:
        name = tr.say(self._code)
        for button in self._buttons.values():
            button.retell()
            button.setAccessibleName(f"{name}: {button.text()}")
