"""Whose work is open, each owner with how much of it; one is lit."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.widgets.flow import Flow
from ui.widgets.layouts import in_order
from ui.widgets.words import Button


class OwnerStrip(QWidget):
    """`picked(owner)` as one is pressed; `tell` keeps the buttons where only counts changed."""

    def __init__(self, picked: Callable[[str], object]) -> None:
        super().__init__()
        self._picked = picked
        self._group = QButtonGroup(self)
        self._flow = Flow(self, gap=4, row_gap=4)
        self.buttons: dict[str, Button] = {}

    def tell(self, owners: Sequence[tuple[str, str]], lit: str) -> None:
        """Show these owners, in this order."""
        for gone in [one for one in self.buttons if one not in dict(owners)]:
            button = self.buttons.pop(gone)
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for owner, words in owners:
            if owner not in self.buttons:
                self.buttons[owner] = self._made(owner)
            self.buttons[owner].show_text(words)
        self._put_in_turn([owner for owner, _ in owners])
        if lit in self.buttons:
            self.buttons[lit].setChecked(True)

    def _put_in_turn(self, owners: list[str]) -> None:
        """Somebody who was not there before stands in their place, not at the end."""
        if list(self.buttons) == owners:
            return
        self.buttons = {owner: self.buttons[owner] for owner in owners}
        while self._flow.count():
            self._flow.takeAt(0)
        for button in self.buttons.values():
            self._flow.addWidget(button)
        in_order(*self.buttons.values())

    def _made(self, owner: str) -> Button:
        button = Button("", lambda: self._picked(owner), kind="segment")
        button.setCheckable(True)
        self._group.addButton(button)
        self._flow.addWidget(button)
        button.show()
        return button
