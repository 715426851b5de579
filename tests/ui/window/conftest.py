"""A real window before a real vault, entered and ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.office import Office, open_office
from ui import background
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.shell.main_window import MainWindow

Enter = Callable[..., tuple[MainWindow, Office]]


@pytest.fixture
def enter(tmp_path: Path, dressed: QApplication) -> Iterator[Enter]:
    """Makes an office and a window standing at its desk; everything is closed afterwards."""
    made: list[tuple[MainWindow, Office]] = []

    def begin(**office: bool) -> tuple[MainWindow, Office]:
        place = tmp_path / str(len(made))
        place.mkdir()
        house = open_office(place, verified=False, **office)
        window = MainWindow(Doors(house.around), Machine(), remember=lambda _: None)
        window.enter(house.desk, house.path)
        window.show()
        dressed.processEvents()
        made.append((window, house))
        return window, house

    yield begin
    for window, _ in made:
        window._ready_to_close = True
        window.close()
        background.settle()
        window.deleteLater()
    dressed.processEvents()
