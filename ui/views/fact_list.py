"""Labels and values under each other, as they stand on a card."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.layouts import boxed, column, empty
from ui.widgets.words import plain


class FactList(QWidget):
    """`tell` shows pairs of said label and text; the text can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.facts: tuple[tuple[str, str], ...] = ()

    def tell(self, facts: Sequence[tuple[str, str]]) -> None:
        self.facts = tuple((label, text) for label, text in facts if text)
        empty(self._column)
        for label, text in self.facts:
            value = plain(_breakable(text))
            value.setAccessibleName(f"{label}: {text}")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(boxed(column(plain(label, role="caption"), value, space=0)))


def _breakable(text: str) -> str:
    """A digest is one long word: let it break every eight letters."""
    if len(text) == 64 and " " not in text:
        return " ".join(text[at : at + 8] for at in range(0, 64, 8))
    return text
