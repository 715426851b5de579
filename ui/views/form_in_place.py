"""What the small forms of acts share: in place, never a dialog; a lock loses nothing typed."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from immtrac_desk.errors import DeskError, InputError
from ui.presenters.act_typing import ActTyping
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.form_values import Value
from ui.shell.house import House
from ui.shell.theme import mark
from ui.views.act_editors import Editor, line_of, put_line, value_of
from ui.views.file_field import FileField
from ui.views.file_pick import FilePick
from ui.views.kept_strip import KeptStrip
from ui.views.sparing_hint import SparingHint
from ui.widgets.date_field import DateField
from ui.widgets.layouts import column, row
from ui.widgets.words import Button, retell_all
from ui.wording import tr


class FormInPlace(QFrame):
    """`done` after the act, `cancelled` after Escape or Cancel.

    A form of its own lays itself with `lay`, builds its editors, says with `do` what is done with
    their values, and ends its making with `offer_kept`.
    """

    cancel_words: ClassVar[str] = "act_form.cancel"

    def __init__(
        self, house: House, day: date, done: Callable[[], object], cancelled: Callable[[], object]
    ) -> None:
        super().__init__()
        self.house = house
        self.day = day
        """The day that the form itself puts in: it is not kept as typed."""
        self._done, self._cancelled = done, cancelled
        self.editors: dict[str, Editor] = {}
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        mark(self, card="true")

    def do(self, values: dict[str, Value]) -> None:
        """Do the act. Raises InputError for what belongs beside a field, else DeskError."""
        raise NotImplementedError

    def lay(self, parts: Iterable[QWidget], do_words: str, *, stretch: bool = False) -> None:
        """Put the parts above the buttons; `stretch` leaves what room there is beneath them."""
        self.do_button = Button(do_words, self.submit, kind="primary")
        self.cancel_button = Button(self.cancel_words, self.cancel, kind="quiet")
        foot = row(self.cancel_button, None, self.do_button, SparingHint("Ctrl+Return"), space=8)
        layout = column(*parts, foot, *((None,) if stretch else ()), space=12)
        layout.setContentsMargins(18, 16, 18, 18)
        self.setLayout(layout)

    def take(self, name: str, editor: Editor) -> None:
        """Count an editor as one of the form's."""
        editor.changed.connect(self.kept_strip.typed)
        self.editors[name] = editor

    def offer_kept(self, room: str, about: str) -> None:
        """Offer what was typed here before; the last thing a form does as it is made."""
        self.kept_strip.begin(FormKeeper(self.house.desk, room, about, ActTyping))

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
            self._need_days()
            self.do(self.values())
        except InputError as error:
            self.refuse(error)
        except DeskError as error:
            self.house.refuse(error)
        else:
            self.kept_strip.leave(saved=True)
            self._done()

    def _need_days(self) -> None:
        for editor in self.editors.values():
            if isinstance(editor, DateField):
                editor.need_day()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def refuse(self, error: InputError) -> None:
        """Say it beside its field; in the notice where the field has no room for words."""
        editor = self.editors.get(error.field)
        if editor is None or editor.isHidden():
            self.house.refuse(error)
            return
        if isinstance(editor, FilePick) and not isinstance(editor, FileField):
            self.house.refuse(error)
        else:
            editor.refuse(error)
        editor.setFocus()

    # -- what one was typing here before ---------------------------------------------------

    def _typing(self) -> ActTyping:
        lines = {name: line_of(editor, self.day) for name, editor in self.editors.items()}
        files = [one for one in self.editors.values() if isinstance(one, FilePick)]
        return ActTyping(lines=lines, file_chosen=any(one.data() is not None for one in files))

    def _put_back(self, typed: ActTyping) -> None:
        for name, editor in self.editors.items():
            put_line(editor, typed.lines.get(name, ""))
        self.start()
        if typed.file_chosen:
            self.house.tell(partial(tr.say, "kept_form.file_again"), tone="warn")
