"""The dressing room: the application in its typeface, theme, text size and language."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.machine import Machine
from ui.shell.theme import Mode, load_fonts, theme
from ui.wording import tr

STYLE = "Fusion"
"""The one style of Qt that looks alike everywhere and leaves all the rest to the sheet."""


def dressed(args: Sequence[str], kept: Machine) -> QApplication:
    """The application in the typeface, theme, size and language this machine remembers."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyle(STYLE)
    else:
        # As an argument, for to set it later makes Python learn everything about styles first.
        app = QApplication([*args, "-style", STYLE])
    app.setApplicationName("immtrac-desk")
    app.setApplicationDisplayName("")
    app.setQuitOnLastWindowClosed(True)
    load_fonts()
    tr.use(kept.language or _of_the_system())
    theme.wear(app, Mode(kept.mode), kept.percent)
    return app


def _of_the_system() -> str:
    """Spanish where the system speaks Spanish, English everywhere else."""
    return "es" if QLocale.system().language() is QLocale.Language.Spanish else "en"
