"""A new identity after an adoption or a change by court: unfolded only when it is wanted."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.errors import InputError
from ui.widgets.field import Field
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, Said, retell_all


class Identity(QWidget):
    """What stands in the form above becomes the new identity; the old consent stays linked."""

    def __init__(self, save: Callable[[str], object]) -> None:
        super().__init__()
        self._save = save
        self.open_button = Button("client_form.identity", self.unfold, kind="link")
        self.reason = Field("identity.reason", name="identity.reason")
        self.do = Button("identity.do", self.submit)
        self._body = boxed(
            column(
                Said("identity.title", role="section"),
                Said("identity.says", role="muted"),
                self.reason,
                row(None, self.do),
            )
        )
        self._body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(boxed(row(self.open_button, None)))
        layout.addWidget(self._body)

    def unfold(self) -> None:
        self._body.setVisible(self._body.isHidden())
        if self._body.isVisible():
            self.reason.setFocus()

    def submit(self) -> None:
        """Save it; a missing reason is said beside the field."""
        try:
            self._save(self.reason.text())
        except InputError as error:
            self.reason.refuse(error)
            self.reason.setFocus()

    def retell(self) -> None:
        retell_all(self)
