"""One window before one vault for a file of tests: each test brings its own client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import Counter
from tests.office import open_office
from ui import background
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.shell.main_window import MainWindow
from ui.shell.theme import Mode, load_fonts, theme
from ui.wording import tr


@pytest.fixture(scope="module")
def window_of_file(
    tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[Counter]:
    load_fonts()
    theme.wear(qapp, Mode.LIGHT, 100)
    tr.use("en")
    office = open_office(tmp_path_factory.mktemp("office"))
    window = MainWindow(Doors(office.around), Machine(), remember=lambda _: None)
    window.resize(1320, 830)
    window.enter(office.desk, office.path)
    window.show()
    yield Counter(office, window, qapp)
    window.idle.rest()
    window._ready_to_close = True
    window.close()
    background.settle()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


@pytest.fixture
def counter(window_of_file: Counter) -> Iterator[Counter]:
    """The window of the file, in English and at the front; nothing of ours stays copied."""
    tr.use("en")
    window_of_file.front()
    yield window_of_file
    QGuiApplication.clipboard().clear()
    tr.use("en")
