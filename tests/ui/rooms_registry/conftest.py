"""One window before one vault for a file of tests: each test brings its own client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import Counter, at_the_window, let_go
from tests.office import open_office
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
    made = at_the_window(office, qapp)
    yield made
    let_go(made.window)
    qapp.processEvents()


@pytest.fixture
def counter(window_of_file: Counter) -> Iterator[Counter]:
    """The window of the file, in English and at the front; nothing of ours stays copied."""
    tr.use("en")
    window_of_file.front()
    yield window_of_file
    QGuiApplication.clipboard().clear()
    tr.use("en")
