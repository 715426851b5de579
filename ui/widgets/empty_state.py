"""An empty list says what will appear there and which key makes the first one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.words import Button, KeyHint, Said


class EmptyState(QWidget):
    """`title` and `body` are codes; `action` one too, with the key that does the same."""

    def __init__(
        self,
        title: str,
        body: str,
        *,
        action: str = "",
        key: str = "",
        press: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(8)
        column.addWidget(Said(title, role="section"))
        column.addWidget(Said(body, role="muted"))
        row = QHBoxLayout()
        row.setSpacing(12)
        if action:
            row.addWidget(Button(action, press))
        if key:
            row.addWidget(KeyHint(key), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
