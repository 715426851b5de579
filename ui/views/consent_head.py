"""The head of the consent screen: who, what they want, which form, who signs, on what basis."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QWidget

from immtrac_desk.domain.words import Intent
from ui.presenters.consent_words import ConsentWords
from ui.presenters.telling import shortened
from ui.widgets.banner import Banner
from ui.widgets.choice import Option
from ui.widgets.layouts import column, row
from ui.widgets.segments import Segments
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import plain


class ConsentHead(QWidget):
    """Name and age, the pill, the intents, the banner with its 'why?'."""

    def __init__(self, chosen: Callable[[Intent], object]) -> None:
        super().__init__()
        self._words: ConsentWords | None = None
        self.name = plain(role="title")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.age = plain(role="muted", wrap=False)
        self.pill = StatusPill()
        options = [Option(intent.value, f"consent.intent.{intent.value}") for intent in Intent]
        self.intents = Segments("consent.title", options, wraps=True)
        self.intents.picked.connect(lambda value: chosen(Intent(value)))
        self.banner = Banner()
        top = column(self.name, row(self.age, None, self.pill, space=14), space=2)
        self.setLayout(column(top, self.intents, self.banner, space=10))

    def tell(self, words: ConsentWords, intent: Intent) -> None:
        """Show the words; nothing is drawn anew where nothing changed."""
        self.intents.set_value(intent.value)
        if words == self._words:
            return
        self._words = words
        self.name.setText(shortened(words.name, 44))
        self.name.setToolTip(words.name)
        self.age.setText(words.age)
        self.pill.tell(words.pill, words.tone)
        self.pill.setVisible(bool(words.pill))
        self.banner.tell(words.form, words.basis, tone=words.form_tone, source=words.source)
