"""How good a passphrase is, said under its field while it is typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui import background
from ui.widgets.secret_field import SecretField
from ui.wording import tr

_REST = 350


class Strength(QObject):
    """`weigh(text)` gives the work that returns a code; its first call is slow, so it is done on
    the back stairs, where no widget may be touched."""

    def __init__(self, field: SecretField, weigh: Callable[[str], Callable[[], str]]) -> None:
        super().__init__(field)
        self._field, self._weigh = field, weigh
        self._running: background.Running | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self.ask)
        field.changed.connect(self._typed)

    def ask(self) -> None:
        """Weigh what stands there now; an answer to an older text is not heard."""
        text = self._field.text()
        if self._running is not None:
            self._running.cancel()
        self._running = background.run(self._weigh(text), self._say, _unheard)

    def _typed(self) -> None:
        if self._field.text():
            self._timer.start()
        else:
            self._timer.stop()
            self._field.note(None)

    def _say(self, code: str) -> None:
        if self._field.text():
            self._field.show_findings(())
            self._field.note(lambda: tr.say(code, least=15, most=1024, typed=""))


def _unheard(_: Exception) -> None:
    """A weight that cannot be taken is no reason to disturb: the act itself will refuse."""
