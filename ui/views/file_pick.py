"""A file to attach: chosen by hand, read into memory, its size said back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from immtrac_desk.domain.finding import Finding
from ui.widgets.layouts import column, row
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

MOST = 25 * 1024 * 1024
"""Bytes read at most; the desk's own cap is lower and is what refuses."""


class FilePick(QWidget):
    """`data()` is None until a file was chosen. What it is, the desk tells by its content."""

    changed = Signal()

    def __init__(self, code: str, *, ask: Callable[[QWidget], str] | None = None) -> None:
        super().__init__()
        self._data: bytes | None = None
        self._ask = ask or _ask_for_scan
        self._label = Said(code, role="label")
        self._said = plain(role="caption")
        self.button = Button("act_form.file", self.choose)
        self.setLayout(column(self._label, row(self.button, self._said, None, space=12), space=4))
        self.setFocusProxy(self.button)
        self._tell()

    def data(self) -> bytes | None:
        return self._data

    def set_data(self, data: bytes | None) -> None:
        self._data = data
        self._tell()

    def choose(self) -> None:
        """Ask for a file and read it; nothing chosen leaves what was there."""
        place = self._ask(self)
        if place:
            self._data = _read(Path(place))
            self._tell()
            self.changed.emit()
            if self._data is None:
                self._say("act_form.file_failed")

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """A file has no finding line of its own; the notice says what was refused."""

    def retell(self) -> None:
        self._tell()

    def _tell(self) -> None:
        if self._data is None:
            self._say("act_form.file_none")
        else:
            self._say("act_form.file_has", size=f"{max(1, len(self._data) // 1024):,} KB")

    def _say(self, code: str, **facts: str) -> None:
        said = tr.say(code, **facts)
        self._said.setText(said)
        self.button.setAccessibleDescription(said)


def _read(place: Path) -> bytes | None:
    """What lies there, None where it cannot be read: gone again, not ours to read, no file at all.

    A pipe under a file's name is no file: whoever waits for it waits for ever.
    """
    try:
        if not place.is_file():
            return None
        with place.open("rb") as file:
            return file.read(MOST)
    except (OSError, ValueError):
        return None


def _ask_for_scan(parent: QWidget) -> str:
    title, kinds = tr.say("consent.choose_file.title"), tr.say("consent.choose_file.kinds")
    return QFileDialog.getOpenFileName(parent, title, "", kinds)[0]
