"""The strip over a form: what one was typing here before, offered back, never put in silently."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer

from immtrac_desk.errors import DeskError
from ui.presenters.form_keeper import FormKeeper
from ui.shell.house import House
from ui.widgets.banner import Banner
from ui.wording import tr

KEEP_AFTER = 2000
"""Milliseconds after the last key, as for drafts."""


class KeptStrip(Banner):
    """Keeps one form: `typing` reads what stands in it, `put_back` shows kept typing in it."""

    def __init__(
        self, house: House, typing: Callable[[], Any], put_back: Callable[[Any], object]
    ) -> None:
        super().__init__("info")
        self._house, self._typing, self._put_back = house, typing, put_back
        self._keeper: FormKeeper[Any] | None = None
        self._begun: Any = None
        self.go_on = self.add_action("kept_form.go_on", self._go_on)
        self.discard = self.add_action("kept_form.discard", self._discard)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)

    def begin(self, keeper: FormKeeper[Any]) -> None:
        """The form was opened as it stands now: offer what was kept of it."""
        self._keeper, self._begun = keeper, self._typing()
        self.say_again()

    def say_again(self) -> None:
        """Say when one was typing here; hidden while nothing is offered."""
        self.tell(self._keeper.line(tr) if self._keeper is not None else "")

    def typed(self) -> None:
        """Something was typed: keep it once the hands rest."""
        self._timer.start(KEEP_AFTER)

    def keep(self) -> None:
        """Lose nothing: keep what stands in the form now."""
        self._timer.stop()
        if self._keeper is not None:
            self._keeper.keep(self._typing(), begun=self._begun)

    def leave(self, *, saved: bool) -> None:
        """What was kept of this form goes: it was saved, or given up."""
        self._timer.stop()
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            self._try(keeper.settle if saved else keeper.cancel)

    def _go_on(self) -> None:
        if self._keeper is None:
            return
        self.keep()  # what was typed over the offer is offered in its turn
        try:
            typed = self._keeper.go_on()
        except DeskError as error:
            self._house.refuse(error)
            return
        self.go_on.setFocus()  # a field one stands in would keep its text
        self._put_back(typed)
        self.say_again()

    def _discard(self) -> None:
        if self._keeper is not None:
            self._try(self._keeper.discard)
            self.say_again()

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except DeskError as error:
            self._house.refuse(error)
