"""A line of Today: how many, what it is, one button; several unfold beneath it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shell.theme import theme
from ui.views.narrowing import Narrowing
from ui.widgets.card import RowCard
from ui.widgets.layouts import boxed, column
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain

SHOWN = 12
"""Entries of an unfolded line that are shown at once; the rest is reached from its room."""

WIDEST_PILL = 112
"""Pixels that the pills line up at; at large text the sentence needs the room."""


class TodayLine(Narrowing):
    """Enter and the button `go`; `several` are unfolded as what `beneath` makes of them."""

    def __init__(
        self, pill: tuple[str, str], words: tuple[str, str], button: str, several: int = 1
    ) -> None:
        super().__init__()
        self._several = several
        self.face = self._face(pill, words)
        if several > 1:
            self.more = Button("today.more", self._unfold, kind="quiet", count=several)
            self.face.row.addWidget(self.more)
        self.button = Button(button, self.go)
        self.face.row.addWidget(self.button)
        self.face.opened.connect(self.go)
        self.entries = QVBoxLayout()
        self.entries.setSpacing(2)
        self._below = boxed(self.entries)
        self._below.setContentsMargins(90, 0, 0, 0)
        self._below.hide()
        self.setLayout(column(self.face, self._below, space=6))
        self.setFocusProxy(self.face)

    def go(self) -> None:
        """Where the first of them is dealt with."""
        raise NotImplementedError

    def beneath(self) -> Iterator[QWidget]:
        """Make a line for each of the several."""
        return iter(())

    def _face(self, pill: tuple[str, str], words: tuple[str, str]) -> RowCard:
        (count, tone), (title, sentence) = pill, words
        shown = StatusPill(count, tone, shape=tone != "good")
        shown.setMinimumWidth(min(theme.pixels(80), WIDEST_PILL))
        said = column(plain(title, role="section"), plain(sentence, role="muted"), space=2)
        face = RowCard(shown, boxed(said), name=f"{count} {title}. {sentence}")
        face.row.setStretch(1, 1)
        return face

    def _unfold(self) -> None:
        """Show every one of them, or fold the line again."""
        showing = self._below.isHidden()
        if showing and not self.entries.count():
            for entry in self.beneath():
                self.entries.addWidget(entry)
        self._below.setVisible(showing)
        self.more.say("today.fewer" if showing else "today.more", count=self._several)
