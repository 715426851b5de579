"""One of a few: circles in a row, none of them chosen for the person."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from immtrac_desk.domain.values import Explicit
from ui.widgets.flow import Flow
from ui.widgets.framed import Framed
from ui.wording import tr


class Option(NamedTuple):
    """A value and the code of its sentence."""

    value: str
    code: str


class Choice(Framed):
    """`value()` is None until somebody chooses: nothing is ever preset."""

    def __init__(
        self,
        code: str,
        options: Sequence[Option],
        *,
        name: str = "",
        explicit: Sequence[Explicit] = (),
    ) -> None:
        super().__init__(code, name=name, explicit=explicit)
        self._buttons: dict[str, tuple[QRadioButton, str]] = {}
        self._circles = QButtonGroup(self)
        body = QWidget()
        row = Flow(body, gap=12)
        for option in options:
            button = QRadioButton()
            button.clicked.connect(self._chosen)
            self._circles.addButton(button)
            self._buttons[option.value] = (button, option.code)
            self._mover.watch(button)
            row.addWidget(button)
        self.adopt(body)
        first = next(iter(self._buttons.values()), None)
        if first:
            self._takes_focus = first[0]

    def value(self) -> str | None:
        return next((v for v, (button, _) in self._buttons.items() if button.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Choose without ringing `changed`; None takes every choice back."""
        self._circles.setExclusive(False)
        for own, (button, _) in self._buttons.items():
            button.setChecked(own == value)
        self._circles.setExclusive(True)

    def button(self, value: str) -> QRadioButton:
        return self._buttons[value][0]

    def retell(self) -> None:
        super().retell()
        for button, code in getattr(self, "_buttons", {}).values():
            button.setText(tr.say(code))
            button.setAccessibleName(f"{self._label.text()}: {button.text()}")

    def explicit_changed(self) -> None:
        if self.explicit():
            self.set_value(None)

    def _chosen(self) -> None:
        self.choose_explicit(None)
        self.changed.emit()
