"""The small form of one act about a site or a person of it, in place, never a dialog."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.errors import DeskError, InputError
from ui.presenters import roster_acts
from ui.presenters.act_typing import ActTyping
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.roster_acts import SiteAbout, Value
from ui.presenters.sheet_fields import Asked, Kind
from ui.shell.house import House
from ui.shell.theme import mark
from ui.views.file_field import FileField
from ui.views.file_pick import FilePick
from ui.views.kept_strip import KeptStrip
from ui.views.sparing_hint import SparingHint
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.layouts import column, row
from ui.widgets.pick import Pick
from ui.widgets.text_area import TextArea
from ui.widgets.words import Button, Said, plain, retell_all
from ui.wording import tr

Editor = Field | DateField | Choice | Pick | TextArea | FilePick
ROLES = tuple(Option(role.value, f"site_role.{role.value}") for role in SiteRole)


class SiteActForm(QFrame):
    """`done` after the act, `cancelled` after Escape or Cancel; `more` are sentences under the
    title that hang on what the form is about. A lock loses nothing typed."""

    def __init__(
        self,
        house: House,
        act_id: str,
        about: SiteAbout,
        done: Callable[[], object],
        cancelled: Callable[[], object],
        more: tuple[str, ...] = (),
        **facts: object,
    ) -> None:
        super().__init__()
        self.house, self.act_id, self.about = house, act_id, about
        self._done, self._cancelled = done, cancelled
        self._day = roster_acts.day_of(act_id, house.desk, about)
        self.editors: dict[str, Editor] = {}
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        mark(self, card="true")
        self._lay(facts, more)
        room = f"site_act:{act_id}:{about.record}"
        self.kept_strip.begin(FormKeeper(house.desk, room, about.site, ActTyping))

    def start(self) -> None:
        """Put the focus on the first field that is empty, else on the button that does it."""
        for editor in self.editors.values():
            if not _value_of(editor):
                editor.setFocus()
                return
        self.do_button.setFocus()

    def values(self) -> dict[str, Value]:
        return {name: _value_of(editor) for name, editor in self.editors.items()}

    def submit(self) -> None:
        """Do the act, or say beside the field what keeps it from being done."""
        try:
            roster_acts.submit(self.act_id, self.house.desk, self.about, self.values())
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
        self.kept_strip.keep()

    def retell(self) -> None:
        retell_all(self)
        self.kept_strip.say_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _lay(self, facts: Mapping[str, object], more: tuple[str, ...]) -> None:
        code = f"site_act.{self.act_id}"
        parts: list[QWidget] = [
            Said(f"{code}.title", role="section", **facts),
            Said(f"{code}.says", role="muted", **facts),
            *(plain(text, role="muted") for text in more),
            self.kept_strip,
        ]
        parts += [self._build(asked) for asked in roster_acts.site_act(self.act_id).asked]
        self.do_button = Button(f"{code}.do", self.submit, kind="primary")
        cancel = Button("site_act.cancel", self.cancel, kind="quiet")
        foot = row(cancel, None, self.do_button, SparingHint("Ctrl+Return"), space=8)
        layout = column(*parts, foot, space=12)
        layout.setContentsMargins(18, 16, 18, 18)
        self.setLayout(layout)

    def _build(self, asked: Asked) -> QWidget:
        editor = self._editor(asked)
        if isinstance(editor, DateField):
            editor.set_day(self._day)
        editor.changed.connect(self.kept_strip.typed)
        self.editors[asked.name] = editor
        return editor

    def _editor(self, asked: Asked) -> Editor:
        code = f"site_act.{self.act_id}.{asked.name}"
        if asked.kind is Kind.DATE:
            return DateField(code, self.house.desk.people.parse_date, name=asked.name)
        if asked.kind is Kind.CHOICE:
            own = tuple(Option(value, f"{code}s.{value}") for value in asked.options)
            return Choice(code, own, name=asked.name)
        if asked.kind is Kind.LIST:
            return Pick(code, self._roles(), name=asked.name)
        if asked.kind is Kind.LONG_TEXT:
            return TextArea(code, name=asked.name)
        is_file = asked.kind is Kind.FILE
        return FileField(code, name=asked.name) if is_file else Field(code, name=asked.name)

    def _roles(self) -> tuple[Option, ...]:
        """Every role, the signer as a site of this kind calls it (DT-14)."""
        roster = self.house.desk.roster
        label = roster.signer_label(roster.organization(self.about.site))
        signer = Option(SiteRole.SIGNER.value, f"site_signer.{label}")
        return (signer, *(one for one in ROLES if one.value != signer.value))

    def _refuse(self, error: InputError) -> None:
        """Say it beside its field, and of a file in the notice too."""
        editor = self.editors.get(error.field)
        if editor is None or isinstance(editor, FilePick):
            self.house.refuse(error)
        if isinstance(editor, Framed | FileField):
            editor.refuse(error)
            editor.setFocus()

    # -- what one was typing here before ---------------------------------------------------

    def _typing(self) -> ActTyping:
        lines = {name: _line_of(editor, self._day) for name, editor in self.editors.items()}
        files = [one for one in self.editors.values() if isinstance(one, FilePick)]
        return ActTyping(lines=lines, file_chosen=any(one.data() is not None for one in files))

    def _put_back(self, typed: ActTyping) -> None:
        for name, editor in self.editors.items():
            _put_line(editor, typed.lines.get(name, ""))
        self.start()
        if typed.file_chosen:
            self.house.tell(tr.say("kept_form.file_again"), tone="warn")


def _value_of(editor: Editor) -> Value:
    if isinstance(editor, DateField):
        return editor.day()
    if isinstance(editor, Choice):
        return editor.value() or ""
    if isinstance(editor, FilePick):
        return editor.data()
    return str(editor.value()) if isinstance(editor, Pick) else editor.text()


def _line_of(editor: Editor, begun_on: date) -> str:
    """What stands there as it is kept: half a day too, but no file, nor the day put in first."""
    if isinstance(editor, FilePick):
        return ""
    if isinstance(editor, DateField):
        return "" if editor.day() == begun_on else editor.line.text()
    return str(_value_of(editor))


def _put_line(editor: Editor, line: str) -> None:
    if isinstance(editor, Choice):
        editor.set_value(line or None)
    elif isinstance(editor, TextArea):
        editor.set_text(line)
    elif isinstance(editor, DateField):
        if line:
            editor.line.setText(line)
            editor.line.textEdited.emit(line)
            editor.line.editingFinished.emit()
    elif isinstance(editor, Field | Pick):
        editor.set_value(line)
