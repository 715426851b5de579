"""The recovery code: made anew on request, shown once, printed, and put out of sight."""

from collections.abc import Callable

from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, Said, plain


class RecoveryCard(Card):
    """`make()` asks for a new code; `print_it(code)` prints its sheet."""

    def __init__(self, make: Callable[[], object], print_it: Callable[[str], object]) -> None:
        super().__init__()
        self._code = ""
        self._make = make
        self.make = Button("staff_page.recovery_do", self._ask)
        self.now = Button("staff_page.recovery_now", self._go, kind="danger")
        cancel = Button("settings.close", self._fold, kind="quiet")
        self._asking = boxed(
            column(Said("staff_page.recovery_ask", role="strong"), row(self.now, cancel, None))
        )
        self._asking.hide()
        self.shown = plain(role="mono")
        self.print_it = Button("staff_page.recovery_print", lambda: print_it(self._code))
        self.away = Button("staff_page.recovery_away", self.put_away, kind="quiet")
        self._open = boxed(
            column(
                Said("staff_page.recovery_shown", role="strong"),
                self.shown,
                row(self.print_it, self.away, None, space=8),
            )
        )
        self._open.hide()
        self.add(
            Said("staff_page.recovery", role="section"),
            Said("staff_page.recovery_says", role="muted"),
            row(self.make, None),
            self._asking,
            self._open,
        )

    def _ask(self) -> None:
        """The one thing here that cannot be taken back is asked about first."""
        self._asking.show()
        self.now.setFocus()

    def _go(self) -> None:
        self._asking.hide()
        self._make()

    def _fold(self) -> None:
        self._asking.hide()
        self.make.setFocus()

    def show_code(self, code: str) -> None:
        self._code = code
        self.shown.setText(code)
        self.shown.setAccessibleName(" ".join(code))
        self._open.show()
        self.print_it.setFocus()

    def put_away(self) -> None:
        """The code leaves the screen and this program's memory of it."""
        self._code = ""
        self.shown.clear()
        self.shown.setAccessibleName("")
        self._open.hide()
