"""The foot of the consent screen: what is missing, what is signed, and the three ways on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.presenters.consent import ConsentPresenter
from ui.shell.theme import mark
from ui.widgets.banner import Banner
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, KeyHint, plain


class ConsentFoot(QWidget):
    """Always in sight, whatever the form scrolls."""

    def __init__(
        self,
        print_: Callable[[], object],
        hand: Callable[[], object],
        record: Callable[[], object],
    ) -> None:
        super().__init__()
        self.missing = plain(role="muted")
        self.signed = Banner("good")
        self.print = Button("consent.print", print_)
        self.hand = Button("consent.hand", hand)
        self.record = Button("consent.record", record, kind="primary")
        buttons = row(self.print, KeyHint("Ctrl+P"), None, self.hand, KeyHint("Ctrl+G"), space=8)
        buttons.addWidget(self.record)
        buttons.addWidget(KeyHint("Ctrl+Return"))
        self.setLayout(column(self.signed, self.missing, boxed(buttons), space=10))

    def tell(self, consent: ConsentPresenter, missing: str, signed: str) -> None:
        self.missing.setText(missing)
        self.missing.setVisible(not signed)
        self.signed.tell(signed)
        choice = consent.draft.choice
        self.record.say(f"consent.record.{choice.value}" if choice else "consent.record")
        self.record.setEnabled(consent.can_record)
        mark(self.hand, kind="plain" if signed else "primary")
        mark(self.record, kind="primary" if signed else "plain")
