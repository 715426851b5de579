"""The dressing room: the application in its typeface, theme, text size and language."""

from collections.abc import Sequence

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
    tr.use(kept.language)
    theme.wear(app, Mode(kept.mode), kept.percent)
    return app
