"""Looks: language, theme and text size, switched at once and remembered on this machine."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Protocol

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from immtrac_desk.sayings import LANGUAGES
from ui.machine import Machine
from ui.shell.theme import SIZES, Mode, theme
from ui.wording import tr


class Wears(Protocol):
    """The window, as far as its looks go."""

    kept: Machine

    def change(self, **preferences: object) -> None: ...

    def retell(self) -> None: ...


class Looks:
    """What `wear` puts on at the start and the acts change later."""

    # Qt speaks one language at a time, however many windows come and go.
    _translator: ClassVar[QTranslator | None] = None

    def __init__(self, window: Wears) -> None:
        self._window = window

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """The acts of the table that the looks do."""
        return {
            "language": self.turn_language,
            "theme": self.turn_theme,
            "larger": lambda: self.resize_text(1),
            "smaller": lambda: self.resize_text(-1),
            "usual_size": lambda: self.wear(percent=SIZES[0]),
        }

    def turn_language(self) -> None:
        """The next language of the list."""
        after = LANGUAGES[(LANGUAGES.index(tr.language) + 1) % len(LANGUAGES)]
        self.speak(after)

    def speak(self, language: str) -> None:
        """Turn every page to this language, Qt's own windows too, and remember it."""
        tr.use(language)
        self._translate_qt(language)
        self._window.change(language=language)
        self._window.retell()

    def turn_theme(self) -> None:
        """System, light, dark, and round again."""
        modes = list(Mode)
        self.wear(mode=modes[(modes.index(theme.mode) + 1) % len(modes)])

    def resize_text(self, by: int) -> None:
        """The next larger or smaller size that is offered."""
        at = min(range(len(SIZES)), key=lambda i: abs(SIZES[i] - theme.percent))
        self.wear(percent=SIZES[min(max(at + by, 0), len(SIZES) - 1)])

    def wear(self, *, mode: Mode | None = None, percent: int | None = None) -> None:
        """Dress the program so from now on."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.wear(app, mode, percent)
        self._window.change(mode=theme.mode.value, percent=theme.percent)

    def _translate_qt(self, language: str) -> None:
        app = QApplication.instance()
        assert app is not None
        if Looks._translator is not None:
            app.removeTranslator(Looks._translator)
        Looks._translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if Looks._translator.load(f"qtbase_{language}", folder):
            app.installTranslator(Looks._translator)
        QLocale.setDefault(QLocale(language))
