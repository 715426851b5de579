"""The head of the consent screen: who, what they want, which form, who signs, on what basis."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from immtrac_desk.domain.words import Intent
from ui.presenters.consent_words import ConsentWords
from ui.presenters.telling import shortened
from ui.widgets.banner import Banner
from ui.widgets.flow import Flow
from ui.widgets.layouts import column, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain
from ui.wording import tr


class Segments(QWidget):
    """A few words side by side, one of them in force."""

    def __init__(self, codes: dict[str, str], name: str, chosen: Callable[[str], object]) -> None:
        super().__init__()
        self._name = name
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Button] = {}
        layout = Flow(self, gap=4)
        for value, code in codes.items():
            button = Button(code, partial(chosen, value), kind="segment")
            button.setCheckable(True)
            self._group.addButton(button)
            self.buttons[value] = button
            layout.addWidget(button)
        self.retell()

    def show_value(self, value: str) -> None:
        if value in self.buttons:
            self.buttons[value].setChecked(True)

    def retell(self) -> None:
        self.setAccessibleName(tr.say(self._name))
        for button in self.buttons.values():
            button.retell()
            button.setAccessibleName(f"{tr.say(self._name)}: {button.text()}")


class ConsentHead(QWidget):
    """Name and age, the pill, the intents, the banner with its 'why?'."""

    def __init__(self, chosen: Callable[[Intent], object]) -> None:
        super().__init__()
        self._words: ConsentWords | None = None
        self.name = plain(role="title")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.age = plain(role="muted", wrap=False)
        self.pill = StatusPill()
        codes = {intent.value: f"consent.intent.{intent.value}" for intent in Intent}
        self.intents = Segments(codes, "consent.title", lambda v: chosen(Intent(v)))
        self.banner = Banner()
        top = column(self.name, row(self.age, None, self.pill, space=14), space=2)
        self.setLayout(column(top, self.intents, self.banner, space=10))

    def tell(self, words: ConsentWords, intent: Intent) -> None:
        """Show the words; nothing is drawn anew where nothing changed."""
        self.intents.show_value(intent.value)
        if words == self._words:
            return
        self._words = words
        self.name.setText(shortened(words.name, 44))
        self.name.setToolTip(words.name)
        self.age.setText(words.age)
        self.pill.tell(words.pill, words.tone)
        self.pill.setVisible(bool(words.pill))
        self.banner.tell(words.form, words.basis, tone=words.form_tone, source=words.source)
