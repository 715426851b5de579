"""A dressed program for every test of the window, and its usual looks back afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui import background
from ui.shell.theme import Mode, load_fonts, theme
from ui.wording import tr


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> QApplication:
    load_fonts()
    return qapp


@pytest.fixture
def dressed(fonts: QApplication) -> Iterator[QApplication]:
    """Light, 100 %, English, whatever the test before left on."""
    tr.use("en")
    # Dressing anew restyles everything in sight, so it is done only where it is needed.
    if (theme.mode, theme.percent, bool(theme.sheet)) != (Mode.LIGHT, 100, True):
        theme.wear(fonts, Mode.LIGHT, 100)
    yield fonts
    background.settle()
    fonts.processEvents()
    tr.use("en")
