"""A section: a heading and what stands under it."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.widgets.layouts import put
from ui.widgets.words import Said


class Section(QWidget):
    """`add` stacks widgets and rows under the heading of `code`."""

    def __init__(self, code: str, *contents: QWidget | QLayout, space: int = 12) -> None:
        super().__init__()
        self.heading = Said(code, role="section")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space)
        self.column.addWidget(self.heading)
        self.add(*contents)

    def add(self, *contents: QWidget | QLayout) -> None:
        put(self.column, *contents)
