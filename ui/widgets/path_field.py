"""A place on the disk: typed, or chosen in the system's own window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ui.widgets.field import Field
from ui.widgets.words import Button
from ui.wording import tr


class PathField(Field):
    """`kind`: `folder`, or `file` with `pattern` as `*.immtrac-backup`."""

    def __init__(
        self, code: str, *, name: str = "", kind: str = "folder", pattern: str = ""
    ) -> None:
        super().__init__(code, name=name)
        self._kind, self._pattern = kind, pattern
        self._look = Button("path.choose", self._choose, kind="toggle")
        self._head.addWidget(self._look, 0, Qt.AlignmentFlag.AlignBottom)
        self.setTabOrder(self.line, self._look)

    def retell(self) -> None:
        super().retell()
        if hasattr(self, "_look"):
            self._look.retell()
            self._look.setAccessibleName(f"{self._label.text()}: {self._look.text()}")

    def _choose(self) -> None:
        ask: dict[str, Callable[[], str]] = {"folder": self._ask_folder, "file": self._ask_file}
        chosen = ask[self._kind]()
        if chosen:
            self.line.setText(chosen)
            self._typed()

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, tr.say(self.code), self.line.text())

    def _ask_file(self) -> str:
        chosen = QFileDialog.getOpenFileName(self, tr.say(self.code), self.text(), self._pattern)
        return str(chosen[0])
