"""One small form of an application, in place beside its history, never a dialog."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from immtrac_desk.errors import DeskError, InputError
from ui.presenters import application_acts as acts
from ui.presenters.act_typing import ActTyping
from ui.presenters.application_acts import AboutApplication
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.sheet_fields import Asked, Kind
from ui.shell.house import House
from ui.shell.theme import mark
from ui.views.act_editors import Editor, editor_of, line_of, put_line, value_of
from ui.views.file_field import FileField
from ui.views.file_pick import FilePick
from ui.views.kept_strip import KeptStrip
from ui.views.sparing_hint import SparingHint
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.layouts import column, row
from ui.widgets.words import Button, Said, retell_all
from ui.wording import tr

_TODAY = frozenset({"on", "sent_on"})
"""Days that are usually today's; the others are left to be typed."""


class ApplicationActForm(QFrame):
    """`done` after the act, `cancelled` after Escape or Cancel; a lock loses nothing typed."""

    def __init__(
        self,
        house: House,
        act_id: str,
        about: AboutApplication,
        known: dict[str, str],
        done: Callable[[], object],
        cancelled: Callable[[], object],
    ) -> None:
        super().__init__()
        self.house, self.act_id, self.about = house, act_id, about
        self._done, self._cancelled = done, cancelled
        self.editors: dict[str, Editor] = {}
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        mark(self, card="true")
        for asked in acts.act(act_id).asked:
            self._build(asked, known.get(asked.name, ""))
        self._lay()
        room = f"{act_id}:{about.step_id or ''}"
        keeper = FormKeeper(house.desk, room, about.application_id, ActTyping)
        self.kept_strip.begin(keeper)

    def start(self) -> None:
        """Put the focus on the first needed field that is empty, else on the first of all: a day
        that stands there already is looked at before it is taken."""
        needed = acts.act(self.act_id).needed
        empty = (name for name in needed if not value_of(self.editors[name]))
        self.editors[next(empty, next(iter(self.editors)))].setFocus()

    def submit(self) -> None:
        """Do the act, or say beside the field what keeps it from being done."""
        values = {name: value_of(editor) for name, editor in self.editors.items()}
        try:
            self._refuse_unread()
            acts.submit(self.act_id, self.house.desk, self.about, values)
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
        """Lose nothing that is typed here."""
        self.kept_strip.keep()

    def retell(self) -> None:
        retell_all(self)
        self.kept_strip.say_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _refuse_unread(self) -> None:
        """Half a day is not no day: an optional one must be read before it is left out."""
        for name, editor in self.editors.items():
            if isinstance(editor, DateField) and editor.text().strip() and editor.day() is None:
                raise InputError("date.unreadable", name)

    def _refuse(self, error: InputError) -> None:
        editor = self.editors.get(error.field)
        if editor is None or (isinstance(editor, FilePick) and not isinstance(editor, FileField)):
            self.house.refuse(error)
            return
        editor.refuse(error)
        editor.setFocus()

    def _look(self) -> None:
        """Say beside a number what stands against it: a lost zero is seen before it is kept."""
        values = {name: value_of(editor) for name, editor in self.editors.items()}
        said = acts.said_of_ids(self.house.desk, self.about, values)
        for name, findings in said.items():
            editor = self.editors[name]
            if isinstance(editor, Field):
                editor.show_findings(findings)

    def _build(self, asked: Asked, known: str) -> None:
        parse = self.house.desk.people.parse_date
        editor: Editor
        if asked.kind is Kind.FILE:
            editor = FileField(f"act_form.{self.act_id}.{asked.name}", name=asked.name)
        else:
            editor = editor_of(self.act_id, asked, {}, parse)
        if asked.kind is Kind.DATE and asked.name in _TODAY and isinstance(editor, DateField):
            editor.set_day(self.house.today())
        elif known and isinstance(editor, Field):
            editor.set_value(known)
        editor.changed.connect(self.kept_strip.typed)
        if asked.name in acts.IDS and isinstance(editor, Field):
            editor.line.editingFinished.connect(self._look)
        self.editors[asked.name] = editor

    def _lay(self) -> None:
        code = f"act_form.{self.act_id}"
        self.do_button = Button(f"{code}.do", self.submit, kind="primary")
        self.cancel_button = Button("act_form.cancel", self.cancel, kind="quiet")
        foot = row(self.cancel_button, None, self.do_button, SparingHint("Ctrl+Return"), space=8)
        head = (Said(f"{code}.title", role="section"), Said(f"{code}.says", role="muted"))
        layout = column(*head, self.kept_strip, *self.editors.values(), foot, space=12)
        layout.setContentsMargins(18, 16, 18, 18)
        self.setLayout(layout)

    def _typing(self) -> ActTyping:
        today = self.house.today()
        lines = {name: line_of(editor, today) for name, editor in self.editors.items()}
        files = [one for one in self.editors.values() if isinstance(one, FilePick)]
        return ActTyping(lines=lines, file_chosen=any(one.data() is not None for one in files))

    def _put_back(self, typed: ActTyping) -> None:
        for name, editor in self.editors.items():
            put_line(editor, typed.lines.get(name, ""))
        self._look()
        self.start()
        if typed.file_chosen:
            self.house.tell(tr.say("kept_form.file_again"), tone="warn")
