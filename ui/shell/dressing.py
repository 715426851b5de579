"""The dressing room: the application in its typeface, theme, text size and language."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.machine import Machine
from ui.shell.theme import Mode, load_fonts, theme
from ui.wording import tr


def dressed(args: Sequence[str], kept: Machine) -> QApplication:
    """The application in the typeface, theme, size and language this machine remembers."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(list(args))
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
