"""The notice: one strip, never stacked, never modal, read out, with one act such as Undo."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.shell.theme import mark
from ui.shell.wardrobe import dress
from ui.widgets.words import Button, plain

Words = str | Callable[[], str]
"""A sentence, or how to say it: that one can be said again in another language."""

STAYS = 12_000
"""Milliseconds a good or plain notice stays; one that warns stays until it is put away."""


class Notice(QFrame):
    """`tell` replaces what stood there before."""

    def __init__(self) -> None:
        super().__init__()
        self._text = plain()
        self._words: Words = ""
        self._act: Callable[[], object] | None = None
        self._fresh = False
        self._count = 0
        self._button = Button("notice.act", self._do, kind="link")
        self._close = Button("notice.close", self.put_away, kind="link")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 8, 2)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        dress(self)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there now; "" when nothing does."""
        return self._text.text() if not self.isHidden() else ""

    def tell(
        self,
        text: Words,
        *,
        tone: str = "info",
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show `text` and a link with the sentence of the code `action`."""
        self._act, self._words = act, text
        self._count += 1
        self._fresh = True
        QTimer.singleShot(0, self, self._settle)
        said = self._say()
        mark(self, strip=tone)
        for label in (self._text, self._button, self._close):
            mark(label)
        if action:
            self._button.say(action)
        self._button.setVisible(bool(action))
        self.show()
        self._read_out(said, urgent=tone in ("warn", "bad"))
        self._timer.stop()
        if tone in ("info", "good"):
            self._timer.start(STAYS)

    def put_away(self) -> None:
        self._act = None
        self.hide()

    def leave_room(self) -> None:
        """The room changed: a notice goes with its cause, unless it offers to take back an act,
        or was told as part of this very change."""
        if self._act is None and not self._fresh:
            self.put_away()

    def end(self) -> Callable[[], None]:
        """What puts away the notice that stands now, and no later one."""
        which = self._count

        def put_away() -> None:
            if which == self._count:
                self.put_away()

        return put_away

    def act(self) -> bool:
        """Do what the link offers; false where nothing is offered."""
        if self._act is None:
            return False
        self._do()
        return True

    def retell(self) -> None:
        if not self.isHidden():
            self._say()
        self._button.retell()
        self._close.retell()

    def _say(self) -> str:
        text = self._words if isinstance(self._words, str) else self._words()
        self._text.setText(text)
        self.setAccessibleName(text)
        return text

    def _settle(self) -> None:
        self._fresh = False

    def _do(self) -> None:
        act = self._act
        self.put_away()
        if act is not None:
            act()

    def _read_out(self, text: str, *, urgent: bool) -> None:
        event = QAccessibleAnnouncementEvent(self, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
