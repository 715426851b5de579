"""A new passphrase, typed twice; for oneself with the one that holds now."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.errors import DeskError, InputError
from ui.presenters.staff import check_twice
from ui.widgets.layouts import row
from ui.widgets.moving import PressOnEnter
from ui.widgets.secret_field import SecretField
from ui.widgets.words import Button


class PassphraseForm(QWidget):
    """`press(current, new)` is called once both agree; `current` is "" for somebody else's."""

    def __init__(
        self,
        do: str,
        press: Callable[[str, str], object],
        *,
        own: bool,
        cancel: Button | None = None,
    ) -> None:
        super().__init__()
        self._press, self._own = press, own
        self.current = SecretField("staff_page.current", name="current")
        self.new = SecretField("staff_page.new", name="passphrase")
        self.again = SecretField("staff_page.again", name="again")
        self.button = Button(do, self.submit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field in self.fields():
            column.addWidget(field)
        buttons = (self.button, cancel) if cancel else (self.button,)
        column.addLayout(row(*buttons, None, space=8))
        PressOnEnter(self, self.submit).watch(self.again.line)

    def fields(self) -> tuple[SecretField, ...]:
        return (self.current, self.new, self.again) if self._own else (self.new, self.again)

    def submit(self) -> None:
        refused = list(check_twice(self.new.text(), self.again.text()))
        if self._own and not self.current.text():
            refused.insert(0, InputError("lock.missing.passphrase", "current"))
        self.show_refused(refused)
        if not refused:
            self._press(self.current.text(), self.new.text())

    def show_refused(self, refused: Sequence[InputError]) -> None:
        """Each refusal beside its field, and the focus in the first of them."""
        for field in reversed(self.fields()):
            own = [error for error in refused if error.field == field.name]
            field.show_findings(())
            if own:
                field.refuse(own[0])
                field.setFocus()

    def refuse(self, error: DeskError) -> None:
        """What the safe says: about the new one, or that the present one is wrong."""
        about_new = isinstance(error, InputError) or not self._own
        self.show_refused(())
        at = self.new if about_new else self.current
        at.refuse(error)
        at.setFocus()

    def clear(self) -> None:
        for field in self.fields():
            field.clear()
            field.show_findings(())
