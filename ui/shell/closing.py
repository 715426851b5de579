"""Closing: before the desk closes for good, one checked copy is made, and said."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from immtrac_desk.domain.rights import may
from immtrac_desk.errors import DeskError
from ui import background
from ui.shell.front import Front, told_apart
from ui.widgets.banner import Banner
from ui.widgets.busy_bar import BusyBar
from ui.widgets.layouts import row
from ui.widgets.words import Button, Said
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


class ClosingView(Front):
    """`begin(desk, done)`: copy, check, then `done()`. Waiting can be skipped, a failed copy
    said; either way the person closes, never the program alone."""

    def __init__(self, stay: Callable[[], object]) -> None:
        super().__init__()
        self._done: Callable[[], object] | None = None
        self._desk: Desk | None = None
        self._running: background.Running | None = None
        self._banner, self._busy = Banner("warn"), BusyBar()
        self._again = Button("closing.again", self._copy)
        self._close = Button("closing.close", self._finish, kind="primary")
        self._stay = Button("closing.stay", stay, kind="link")
        self.card.add(
            Said("closing.title", role="title"),
            Said("closing.what", role="muted"),
            self._busy,
            self._banner,
            row(self._close, self._again, None, self._stay),
        )

    def begin(self, desk: "Desk", done: Callable[[], object]) -> None:
        self._desk, self._done = desk, done
        self._copy()

    def _copy(self) -> None:
        desk = self._desk
        assert desk is not None
        self._banner.tell("")
        self._offer(False)
        stop = Event()
        self._busy.begin("closing.copying", stop.set)
        self._running = background.run(
            lambda: desk.book.back_up(go_on=lambda: not stop.is_set()),
            lambda _: self._finish(),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._busy.end()
        code = error if isinstance(error, DeskError) else DeskError("closing.failed")
        headline, rest = told_apart(tr.refusal(code))
        self._banner.tell(headline, rest, tone="warn")
        self._offer(True)
        self._close.setFocus()

    def _offer(self, on: bool) -> None:
        for button in (self._again, self._close, self._stay):
            button.setVisible(on)

    def _finish(self) -> None:
        self._busy.end()
        done, self._done = self._done, None
        if done is not None:
            done()


def makes_copy(desk: "Desk") -> bool:
    """Whether this person's closing makes a copy: where there is a folder, and never an auditor."""
    return bool(desk.book.setting("backup.folder")) and may(desk.actor.role, "back_up")
