"""The frame around every editor: its label, its non-answers, and what is said about it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from immtrac_desk.domain.values import Explicit
from immtrac_desk.errors import DeskError
from ui.shell.theme import mark
from ui.widgets.chip import Chip
from ui.widgets.finding_line import FindingLine
from ui.widgets.moving import EnterMovesOn
from ui.widgets.words import Said

if TYPE_CHECKING:
    from immtrac_desk.domain.finding import Finding


class Framed(QWidget):
    """Label above, editor, toggles for explicit non-answers, findings beneath.

    `code` names the label's sentence; `<code>.hint`, where it exists, the placeholder; `name` is
    the field that findings speak of (the code where none is given).
    """

    changed = Signal()

    def __init__(self, code: str, *, name: str = "", explicit: Sequence[Explicit] = ()) -> None:
        super().__init__()
        self.code, self.name = code, name or code
        self._note: Callable[[], str] | None = None
        self._findings: tuple[Finding, ...] = ()
        self._label = Said(code, role="label")
        self._mover = EnterMovesOn(self)
        self._takes_focus: QWidget = self
        self._toggles: dict[Explicit, Chip] = {}
        self._group = QButtonGroup(self)
        self._head = self._lay_head(explicit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(self._head)

    def adopt(self, editor: QWidget) -> None:
        """Take in the editor: buddy of the label, watched for Enter. Called once by subclasses."""
        self.editor = editor
        self._column.addWidget(editor)
        self._column.addStretch(1)
        self._label.setBuddy(editor)
        self._mover.watch(editor)
        self._takes_focus = editor
        self.retell()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus to the editor. A focus proxy would do it too, but Tab enters by what has
        one wherever it stands in the chain: on a page chained anew it would run in a circle."""
        self._takes_focus.setFocus(reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._takes_focus.setFocus(event.reason())

    # What is said about the field

    def show_findings(self, findings: Sequence["Finding"]) -> None:
        """Show the findings that name this field; the others are not ours."""
        self._findings = tuple(f for f in findings if f.field == self.name)
        self._tell()

    def refuse(self, error: DeskError) -> None:
        """Show a refusal as a finding until the next change."""
        from immtrac_desk.domain.finding import Finding

        facts = {k: v for k, v in error.facts.items() if isinstance(v, str | int)}
        self._findings = (Finding(code=error.code, field=self.name, facts=facts),)
        self._tell()

    def note(self, tell: Callable[[], str] | None) -> None:
        """Say something quiet beneath, as `from ZIP, check`; a call, so that it can be retold."""
        self._note = tell
        self._tell()

    def said(self) -> str:
        """What stands beneath the field now; "" where nothing does."""
        return self._said.text() if "_said" in self.__dict__ else ""

    @cached_property
    def _said(self) -> FindingLine:
        """Made when there is first something to say: of most fields nothing ever is."""
        line = FindingLine()
        self._column.insertWidget(self._column.indexOf(self.editor) + 1, line)
        return line

    @property
    def findings(self) -> tuple["Finding", ...]:
        return self._findings

    def explicit(self) -> Explicit | None:
        """The non-answer that is pressed, if any."""
        return next((e for e, button in self._toggles.items() if button.isChecked()), None)

    def choose_explicit(self, which: Explicit | None) -> None:
        """Press a non-answer, or release all."""
        self._group.setExclusive(False)
        for explicit, button in self._toggles.items():
            button.setChecked(explicit is which)
        self._group.setExclusive(True)

    def retell(self) -> None:
        self._label.retell()
        for button in self._toggles.values():
            button.retell()
            button.setAccessibleName(f"{self._label.text()}: {button.text()}")
        if hasattr(self, "editor"):
            self.editor.setAccessibleName(self._label.text())
        self._tell()

    def head_height(self, width: int) -> int:
        """How high the label's row is at this width, where the label may need two lines."""
        wraps = self._head.hasHeightForWidth()
        return self._head.heightForWidth(width) if wraps else self._head.sizeHint().height()

    @property
    def lowered(self) -> int:
        """By how much the frame stands lower, so that boxes in a row line up."""
        return self._column.contentsMargins().top()

    def stand_lower(self, by: int) -> None:
        if by != self.lowered:
            self._column.setContentsMargins(0, by, 0, 0)

    def _lay_head(self, explicit: Sequence[Explicit]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignBottom)
        for which in explicit:
            button = Chip(f"explicit.{which.value}", which.value, self)
            button.clicked.connect(lambda _=False, which=which: self._pressed(which))
            self._group.addButton(button)
            self._toggles[which] = button
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _pressed(self, which: Explicit) -> None:
        """A second press takes a non-answer back."""
        again = self._group.checkedButton() and self._last_explicit is which
        self.choose_explicit(None if again else which)
        self._last_explicit = None if again else which
        self.explicit_changed()
        self.changed.emit()

    _last_explicit: Explicit | None = None

    def explicit_changed(self) -> None:
        """For subclasses: the non-answer changed by hand; empty the editor to fit."""

    def _tell(self) -> None:
        if hasattr(self, "editor"):
            note = self._note() if self._note else ""
            if self._findings or note or "_said" in self.__dict__:
                self._said.tell(self._findings, note)
            worst = self._findings[0].severity.value if self._findings else ""
            mark(self.editor, finding=worst)
            # Who hears the screen never meets the chips by Tab, so the field names their keys.
            chips = "; ".join(chip.told() for chip in self.findChildren(Chip))
            self.editor.setAccessibleDescription(self.said() or chips)
