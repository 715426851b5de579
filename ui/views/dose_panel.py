"""What the registry would say of a dose: its clock, what is missing, which consent faults."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.dose_words import DoseSaid, Fault
from ui.widgets.banner import Banner
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class DosePanel(QWidget):
    """`tell` shows what is known now; `mend(kind)` goes where a fault is mended."""

    def __init__(self, mend: Callable[[str], object]) -> None:
        super().__init__()
        self._mend = mend
        self.pill = StatusPill()
        self.due = plain(role="strong")
        self.why_button = Button("finding.why", self._unfold, kind="link")
        self.why = plain(role="caption")
        self.faults = QVBoxLayout()
        self.faults.setSpacing(8)
        self.missing = QVBoxLayout()
        self.missing.setSpacing(6)
        self.steps = QVBoxLayout()
        self.steps.setSpacing(4)
        self.clean = Said("dose_panel.clean", role="muted")
        head = row(self.pill, None, self.why_button, space=8)
        self.setLayout(
            column(
                Said("dose_panel.title", role="section"),
                head,
                self.due,
                self.why,
                self.faults,
                self.missing,
                self.clean,
                self.steps,
                space=10,
            )
        )

    def tell(self, said: DoseSaid | None) -> None:
        """Show what the registry would say; nothing where no dose is in hand."""
        self.setVisible(said is not None)
        if said is None:
            return
        self.pill.tell(said.pill, said.tone)
        self.due.setText(said.due)
        self.why.setText(said.why)
        self.why.hide()
        self.why_button.setVisible(bool(said.why))
        for layout in (self.faults, self.missing, self.steps):
            empty(layout)
        for fault in said.faults:
            self._add(self.faults, self._fault(fault))
        for level, what in said.missing:
            self._add(self.missing, _pair(level, what))
        for warning in said.warnings:
            self._add(self.missing, _warning(warning))
        if said.answers:
            self._add(self.steps, Said("dose_panel.answers", role="label"))
        for answer in said.answers:
            self._add(self.steps, plain(answer, role="caption"))
        if said.steps:
            self._add(self.steps, Said("dose_panel.steps", role="label"))
        for step in said.steps:
            self._add(self.steps, plain(step, role="caption"))
        self.clean.setVisible(not (said.faults or said.missing or said.warnings))

    def _fault(self, fault: Fault) -> Banner:
        banner = Banner("bad")
        banner.tell(tr.say("dose_panel.fault", which=fault.code), fault.text, source=fault.why)
        link = banner.add_action(f"dose_panel.mend.{fault.leads}", partial(self._mend, fault.leads))
        link.setAccessibleName(f"{link.text()}: {fault.text}")
        return banner

    def _unfold(self) -> None:
        self.why.setVisible(self.why.isHidden())

    @staticmethod
    def _add(layout: QVBoxLayout, widget: QWidget) -> None:
        layout.addWidget(widget)
        widget.show()


def _pair(label: str, text: str) -> QWidget:
    return boxed(column(plain(label, role="caption"), plain(text), space=0))


def _warning(text: str) -> Banner:
    banner = Banner("warn")
    banner.tell("", text)
    return banner
