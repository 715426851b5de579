"""One setting: what holds, how sure it is, and its editor unfolded beneath."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from immtrac_desk.errors import DeskError, InputError
from ui.presenters.settings import SettingChange, SettingRow
from ui.views.reading_order import stops
from ui.views.setting_editor import Read, editor_for
from ui.widgets.card import Card
from ui.widgets.checks import Checks
from ui.widgets.choice import Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.framed import Framed
from ui.widgets.layouts import boxed, column, empty, in_order, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain

Save = Callable[[SettingChange], None]
_SETTLES = "settles"


class SettingCard(Card):
    """`save` raises what the desk refuses; it is shown beside its field, and nothing is lost."""

    def __init__(self, save: Save, parse: Callable[[str], date], today: date) -> None:
        super().__init__(space=8, margin=16)
        self._do, self._parse, self._today = save, parse, today
        self._row: SettingRow | None = None
        self._name, self._value = plain(role="strong"), plain()
        self._help, self._notes = plain(role="caption"), plain(role="caption")
        self.pill = StatusPill()
        self.change = Button("settings.change", self.unfold)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(12)
        self.form = boxed(self._inner)
        self.form.hide()
        self._framed: list[Framed] = []
        self._read: Read = lambda: None
        self._lay()

    def show_row(self, row: SettingRow, *, may_change: bool) -> None:
        """Say a setting anew; an editor that is open keeps what was typed."""
        self._row = row
        self._name.setText(row.name)
        self._value.setText(row.value)
        self._help.setText(row.help)
        self._notes.setText("\n".join(row.notes))
        self._notes.setVisible(bool(row.notes))
        self.pill.tell(row.pill, row.tone or "quiet")
        self.pill.setVisible(bool(row.pill))
        self.change.setVisible(may_change and self.form.isHidden())
        self.change.setAccessibleName(f"{self.change.text()}: {row.name}")

    def unfold(self) -> None:
        """Open the editor with the value as it stands."""
        assert self._row is not None
        line = self._row.line
        editors, self._read = editor_for(line, self._parse)
        self.source = Field("settings.source", name="source")
        self.source.set_value(line.source)
        self.seen_on = DateField("settings.seen_on", self._parse, name="seen_on")
        self.seen_on.set_day(line.seen_on or self._today)
        self.settles = Checks("settings.settled", [Option(_SETTLES, "settings.settles")])
        self.settles.set_values((_SETTLES,) if line.confirmed_by else ())
        self._framed = [*editors, self.source, self.seen_on]
        for editor in editors:
            self._inner.addWidget(editor)
        if line.open_question:
            self._inner.addWidget(fields(self.source, self.seen_on, shares=(3, 1)))
            self._inner.addWidget(self.settles)
        self.save = Button("settings.save", self._keep, kind="primary")
        self.cancel = Button("settings.close", self.fold, kind="quiet")
        self._inner.addLayout(row(self.save, self.cancel, None, space=8))
        in_order(self.change, *stops(self.form))
        self.form.show()
        self.change.hide()
        editors[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Close the editor; what was typed is let go."""
        self.form.hide()
        self._framed = []
        empty(self._inner)
        self.change.show()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def editors(self) -> tuple[Framed, ...]:
        """The fields of the open editor, none while it is folded."""
        return tuple(self._framed)

    def _keep(self) -> None:
        try:
            self._do(self._typed())
        except DeskError as error:
            self._refuse(error)
        else:
            self.fold()

    def _typed(self) -> SettingChange:
        assert self._row is not None
        source = self.source.text().strip()
        settles = bool(self.settles.values())
        return SettingChange(
            key=self._row.line.key,
            value=self._read(),
            source=source,
            seen_on=self.seen_on.need_day() if source or settles else None,
            settles=settles,
        )

    def _refuse(self, error: DeskError) -> None:
        """Beside the field it speaks of; beside the setting where it speaks of none."""
        asked = error.field if isinstance(error, InputError) else ""
        for field in self._framed:
            field.show_findings(())
        at = next((f for f in self._framed if f.name == asked), self._framed[0])
        at.refuse(error)
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay(self) -> None:
        words = column(self._name, self._value, self._help, self._notes, space=2)
        side = column(self.pill, self.change, None, space=8)
        side.setAlignment(self.pill, Qt.AlignmentFlag.AlignRight)
        side.setAlignment(self.change, Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addLayout(side)
        self.add(head, self.form)
