"""The band that a practice vault wears on every screen, the lock too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.shell.theme import mark
from ui.widgets.words import Said


class PracticeBand(QFrame):
    """One line across the top of the window."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, practice="true")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 3)
        words = Said("shell.practice")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(words)
