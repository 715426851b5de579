"""A field: one line of typed text, or an explicit unknown, none or refused."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from immtrac_desk.domain.values import Answer, Explicit, said
from ui.shell.theme import mark
from ui.widgets.framed import Framed
from ui.wording import tr


class Field(Framed):
    """`Field("client.last_name", explicit=(Explicit.NONE,))`; `changed` rings as one types."""

    def __init__(
        self,
        code: str,
        *,
        name: str = "",
        explicit: Sequence[Explicit] = (),
        letters: int = 0,
        secret: bool = False,
    ) -> None:
        super().__init__(code, name=name, explicit=explicit)
        self.line = QLineEdit()
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        if letters:
            self.line.setMinimumWidth(self.line.fontMetrics().averageCharWidth() * letters + 32)
        self.line.textEdited.connect(self._typed)
        self.adopt(self.line)

    def value(self) -> Answer:
        """The text as typed, or the non-answer that is pressed."""
        return self.explicit() or self.line.text()

    def text(self) -> str:
        return said(self.value())

    def set_value(self, value: Answer) -> None:
        """Show `value` without ringing `changed`; the cursor stays if the text is the same."""
        which = value if isinstance(value, Explicit) else None
        self.choose_explicit(which)
        self._last_explicit = which
        if self.line.text() != said(value):
            self.line.setText(said(value))
        self._hint()

    def lock(self, *, locked: bool = True) -> None:
        """Show the value but let nobody type."""
        self.line.setReadOnly(locked)
        mark(self.line, locked=locked)

    def retell(self) -> None:
        super().retell()
        if hasattr(self, "line"):
            self._hint()

    def explicit_changed(self) -> None:
        if self.explicit():
            self.line.clear()
        self._hint()

    def _typed(self) -> None:
        self.choose_explicit(None)
        self._last_explicit = None
        self._hint()
        self.changed.emit()

    def _hint(self) -> None:
        which, hint = self.explicit(), f"{self.code}.hint"
        if which:
            self.line.setPlaceholderText(tr.say(f"explicit.{which.value}"))
        else:
            self.line.setPlaceholderText(tr.say(hint) if tr.has(hint) else "")
        mark(self.line, explicit=bool(which))
