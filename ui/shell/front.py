"""The front: what the pages before the desk share: one card in the middle of a quiet page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from immtrac_desk.errors import InputError
from immtrac_desk.sayings import LANGUAGES
from ui.shell.theme import mark, theme
from ui.shell.wardrobe import dress
from ui.widgets.card import Card
from ui.widgets.choice import Option
from ui.widgets.framed import Framed
from ui.widgets.layouts import row, scrolling
from ui.widgets.segments import Segments
from ui.widgets.words import Said, retell_all
from ui.wording import tr


class Front(QWidget):
    """`card` holds the page, `below` what stands quietly under it."""

    language_picked = Signal(str)
    width_units = 460

    def __init__(self) -> None:
        super().__init__()
        mark(self, ground="page")
        dress(self)
        options = [Option(code, f"language.{code}") for code in LANGUAGES]
        self.languages = Segments("language.screen", options, tr.language)
        self.languages.picked.connect(self.language_picked)
        self.card = Card(space=14, margin=28)
        self.below = QVBoxLayout()
        self.below.setSpacing(4)
        self._middle = QWidget()
        stack = QVBoxLayout(self._middle)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(12)
        stack.addLayout(row(Said("app.name", role="strong"), self.languages, shares=(1, 0)))
        stack.addWidget(self.card)
        stack.addLayout(self.below)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(24, 24, 24, 24)
        across.addStretch(1)
        across.addWidget(self._middle, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(0)
        self.whole.addWidget(scrolling(page))
        theme.changed.connect(self._fit)
        self._fit()

    def retell(self) -> None:
        self.languages.set_value(tr.language)
        retell_all(self)

    def beside(self, field: Framed, refused: Sequence[InputError]) -> None:
        """Show beside a field what was refused there, or nothing."""
        own = [error for error in refused if error.field == field.name]
        if own:
            field.refuse(own[0])
        else:
            field.show_findings(())

    def _fit(self) -> None:
        self._middle.setFixedWidth(min(theme.pixels(self.width_units), 860))


def told_apart(sentence: str) -> tuple[str, str]:
    """What happened, and the rest: the first sentence stands in bold above the others."""
    head, stop, rest = sentence.partition(". ")
    return (head + ".", rest) if stop else (sentence, "")
