"""The foot of the consent screen: what is missing, what is signed, and the three ways on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.words import Choice
from ui.presenters.consent import ConsentPresenter
from ui.shell.theme import mark
from ui.views.sparing_hint import SparingHint
from ui.widgets.banner import Banner
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, plain


class ConsentFoot(QWidget):
    """Always in sight, whatever the form scrolls."""

    def __init__(
        self,
        print_: Callable[[], object],
        hand: Callable[[], object],
        record: Callable[[], object],
    ) -> None:
        super().__init__()
        self._signed: tuple[str, Choice | None] | None = None
        self.missing = plain(role="muted")
        self.signed = Banner("good")
        self.print = Button("consent.print", print_)
        self.hand = Button("consent.hand", hand)
        self.record = Button("consent.record", record, kind="primary")
        buttons = QWidget()
        flow = Flow(buttons, gap=12, row_gap=8)
        keys = ((self.print, "Ctrl+P"), (self.hand, "Ctrl+G"), (self.record, "Ctrl+Return"))
        self._hints = [SparingHint(key) for _, key in keys]
        for (button, _), hint in zip(keys, self._hints, strict=True):
            flow.addWidget(boxed(row(button, hint, space=8)))
        self.setLayout(column(self.signed, self.missing, buttons, space=10))

    def _spare_room(self) -> None:
        """Once somebody signed, only the way on needs its key told."""
        for hint in self._hints[:2]:
            hint.want(not (self._signed and self._signed[0]))

    def next_step(self) -> Button:
        """What is pressed next: record what is signed, else hand to the signer."""
        return self.record if self.record.isEnabled() else self.hand

    def tell(self, consent: ConsentPresenter, missing: str, signed: str) -> None:
        self.missing.setText(missing)
        self.missing.setVisible(not signed or bool(consent.missing()))
        if (signed, consent.draft.choice) != self._signed:
            self._signed = (signed, consent.draft.choice)
            self._tell_signed(signed, consent.draft.choice)
        self.record.setEnabled(consent.can_record)

    def _tell_signed(self, signed: str, choice: Choice | None) -> None:
        """Once somebody signed, recording is the next step and looks like it."""
        self.signed.tell(signed)
        self._spare_room()
        self.record.say(f"consent.record.{choice.value}" if choice else "consent.record")
        mark(self.hand, kind="plain" if signed else "primary")
        mark(self.record, kind="primary" if signed else "plain")
