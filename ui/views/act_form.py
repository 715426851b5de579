"""One act's small form, in place beside the client: built from its table, never a dialog."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from immtrac_desk.errors import DeskError, InputError
from ui.presenters import act_forms
from ui.presenters.act_forms import About, Value
from ui.presenters.act_typing import ActTyping, kept_room
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.sheet_fields import Asked
from ui.shell.house import House
from ui.shell.theme import mark
from ui.views.act_editors import Choices, Editor, editor_of, line_of, put_line, value_of
from ui.views.file_pick import FilePick
from ui.views.kept_strip import KeptStrip
from ui.views.sparing_hint import SparingHint
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.layouts import column, row
from ui.widgets.words import Button, Said, retell_all
from ui.wording import tr


class ActForm(QFrame):
    """`done` after the act, `cancelled` after Escape or Cancel; a lock loses nothing typed."""

    def __init__(
        self,
        house: House,
        form_id: str,
        about: About,
        done: Callable[[], object],
        cancelled: Callable[[], object],
        choices: Choices | None = None,
        **facts: object,
    ) -> None:
        super().__init__()
        self.house, self.form_id, self.about = house, form_id, about
        self._done, self._cancelled = done, cancelled
        self._choices = choices or {}
        self._day = house.today()
        self.editors: dict[str, Editor] = {}
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        mark(self, card="true")
        self._lay(facts)
        self._fill(act_forms.starting_values(form_id, house.desk))
        if form_id == "affirm":
            self.editors["on"].changed.connect(self._foresee)
            self._foresee()
        room = kept_room(form_id, about)
        self.kept_strip.begin(FormKeeper(house.desk, room, about.client_id, ActTyping))

    def _lay(self, facts: Mapping[str, object]) -> None:
        parts: list[QWidget] = [
            Said(f"act_form.{self.form_id}.title", role="section", **facts),
            Said(f"act_form.{self.form_id}.says", role="muted"),
            self.kept_strip,
        ]
        parts += [self._build(asked) for asked in act_forms.form(self.form_id).asked]
        self.do_button = Button(f"act_form.{self.form_id}.do", self.submit, kind="primary")
        self.cancel_button = Button("act_form.cancel", self.cancel, kind="quiet")
        foot = row(self.cancel_button, None, self.do_button, SparingHint("Ctrl+Return"), space=8)
        layout = column(*parts, foot, None, space=12)
        layout.setContentsMargins(18, 16, 18, 18)
        self.setLayout(layout)

    def start(self) -> None:
        """Put the focus on the first field that is empty, else on the button that does it."""
        for editor in self.editors.values():
            if not value_of(editor):
                editor.setFocus()
                return
        self.do_button.setFocus()

    def values(self) -> dict[str, Value]:
        return {name: value_of(editor) for name, editor in self.editors.items()}

    def submit(self) -> None:
        """Do the act, or say beside the field what keeps it from being done."""
        try:
            act_forms.submit(self.form_id, self.house.desk, self.about, self.values())
        except InputError as error:
            self._refuse(error)
        except DeskError as error:
            self.house.refuse(error)
        else:
            self.kept_strip.leave(saved=True)
            self._done()

    def cancel(self) -> None:
        """Give up what was typed here."""
        self.kept_strip.leave(saved=False)
        self._cancelled()

    def keep(self) -> None:
        """Lose nothing that is typed here; called before locking, leaving and closing."""
        self.kept_strip.keep()

    def retell(self) -> None:
        retell_all(self)
        self.kept_strip.say_again()

    # -- what one was typing here before ---------------------------------------------------

    def _typing(self) -> ActTyping:
        lines = {name: line_of(editor, self._day) for name, editor in self.editors.items()}
        files = [one for one in self.editors.values() if isinstance(one, FilePick)]
        return ActTyping(lines=lines, file_chosen=any(one.data() is not None for one in files))

    def _put_back(self, typed: ActTyping) -> None:
        for name, editor in self.editors.items():
            put_line(editor, typed.lines.get(name, ""))
        self.start()
        if typed.file_chosen:
            self.house.tell(partial(tr.say, "kept_form.file_again"), tone="warn")

    # -- while one types -------------------------------------------------------------------

    def _foresee(self) -> None:
        """Say beside the day what stands against it, too late (E2) among it, before the act."""
        editor = self.editors["on"]
        day = editor.day() if isinstance(editor, DateField) else None
        if day is None or isinstance(editor, FilePick):
            return
        found = self.house.desk.consents.assess_affirmation(self.about.document_id, day)
        editor.show_findings(tuple(replace(finding, field="on") for finding in found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _refuse(self, error: InputError) -> None:
        editor = self.editors.get(error.field)
        if editor is None or isinstance(editor, FilePick):
            self.house.refuse(error)
        else:
            editor.refuse(error)
        if editor is not None:
            editor.setFocus()

    def _build(self, asked: Asked) -> QWidget:
        parse = self.house.desk.people.parse_date
        editor = editor_of(self.form_id, asked, self._choices, parse)
        editor.changed.connect(self.kept_strip.typed)
        self.editors[asked.name] = editor
        return editor

    def _fill(self, values: Mapping[str, Value]) -> None:
        for name, editor in self.editors.items():
            value = values[name]
            if isinstance(editor, DateField):
                editor.set_day(self._day)
            elif isinstance(editor, Field) and isinstance(value, str):
                editor.set_value(value)
