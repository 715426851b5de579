"""The page of this computer: language, theme, text size, and when the desk locks itself."""

from immtrac_desk.sayings import LANGUAGES
from ui.shell.house import House
from ui.shell.looks import Looks
from ui.shell.theme import SIZES, Mode, theme
from ui.views.setting_rows import SettingRows
from ui.views.settings_page import SettingsPage
from ui.widgets.card import Card
from ui.widgets.choice import Choice, Option
from ui.widgets.words import Said
from ui.wording import tr


class MachinePage(SettingsPage):
    """A choice takes effect at once; the keys that do the same are on the help page."""

    def __init__(self, house: House) -> None:
        super().__init__(house, "machine")
        self.language = Choice(
            "computer.language", [Option(code, f"computer.languages.{code}") for code in LANGUAGES]
        )
        self.mode = Choice(
            "computer.theme", [Option(mode.value, f"computer.themes.{mode.value}") for mode in Mode]
        )
        self.text_size = Choice(
            "computer.size", [Option(str(size), f"computer.sizes.{size}") for size in SIZES]
        )
        self.language.changed.connect(self._speak)
        self.mode.changed.connect(self._dress)
        self.text_size.changed.connect(self._dress)
        theme.changed.connect(self._show)
        self.rows = SettingRows(house, "machine")
        card = Card(self.language, self.mode, self.text_size, space=16)
        self.add(card, self.rows, Said("computer.nothing_leaves", role="caption"))

    def read(self) -> None:
        self._show()
        self.rows.read()

    def _show(self) -> None:
        """What is in force, also after a key changed it."""
        self.language.set_value(tr.language)
        self.mode.set_value(theme.mode.value)
        self.text_size.set_value(str(theme.percent))

    def _speak(self) -> None:
        looks = self._looks()
        if looks is not None:
            looks.speak(self.language.value() or tr.language)

    def _dress(self) -> None:
        looks = self._looks()
        if looks is not None:
            percent = int(self.text_size.value() or theme.percent)
            looks.wear(mode=Mode(self.mode.value() or theme.mode.value), percent=percent)

    def _looks(self) -> Looks | None:
        """The window's looks, which also remembers them."""
        looks = getattr(self.window(), "looks", None)
        return looks if isinstance(looks, Looks) else None
