"""A key hint that gives way at large text: the menu tells the key too, the words need the room."""

from ui.shell.theme import theme
from ui.widgets.words import KeyHint

SPARED_FROM = 150
"""Percent of text size above which hints beside buttons are left out."""


class SparingHint(KeyHint):
    """`wanted` is what the screen asks for; the text size has the last word."""

    def __init__(self, sequence: str) -> None:
        super().__init__(sequence)
        self._wanted = True
        theme.changed.connect(self._show)
        if theme.percent > SPARED_FROM:
            self.hide()

    def want(self, wanted: bool) -> None:
        self._wanted = wanted
        self._show()

    def _show(self) -> None:
        shown = self._wanted and theme.percent <= SPARED_FROM
        # Shown before it stands anywhere, it would be a window of its own for a moment.
        if self.isHidden() is shown and self.parentWidget() is not None:
            self.setVisible(shown)
