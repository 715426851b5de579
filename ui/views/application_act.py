"""One small form of an application, in place beside its history, never a dialog."""

from collections.abc import Callable

from ui.presenters import application_acts as acts
from ui.presenters.act_typing import ActTyping
from ui.presenters.application_acts import AboutApplication
from ui.presenters.form_values import Value
from ui.presenters.sheet_fields import Asked, Kind
from ui.shell.house import House
from ui.views.act_editors import Editor, editor_of, value_of
from ui.views.file_field import FileField
from ui.views.form_in_place import FormInPlace
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.words import Said

_TODAY = frozenset({"on", "sent_on"})
"""Days that are usually today's; the others are left to be typed."""


class ApplicationActForm(FormInPlace):
    """`known` is what stands on record of the fields that it asks."""

    def __init__(
        self,
        house: House,
        act_id: str,
        about: AboutApplication,
        known: dict[str, str],
        done: Callable[[], object],
        cancelled: Callable[[], object],
    ) -> None:
        super().__init__(house, house.today(), done, cancelled)
        self.act_id, self.about = act_id, about
        for asked in acts.act(act_id).asked:
            self._build(asked, known.get(asked.name, ""))
        code = f"act_form.{act_id}"
        head = (Said(f"{code}.title", role="section"), Said(f"{code}.says", role="muted"))
        self.lay((*head, self.kept_strip, *self.editors.values()), f"{code}.do")
        self.offer_kept(f"{act_id}:{about.step_id or ''}", about.application_id)

    def do(self, values: dict[str, Value]) -> None:
        acts.submit(self.act_id, self.house.desk, self.about, values)

    def start(self) -> None:
        """Put the focus on the first needed field that is empty, else on the first of all: a day
        that stands there already is looked at before it is taken."""
        needed = acts.act(self.act_id).needed
        empty = (name for name in needed if not value_of(self.editors[name]))
        self.editors[next(empty, next(iter(self.editors)))].setFocus()

    def _look(self) -> None:
        """Say beside a number what stands against it: a lost zero is seen before it is kept."""
        said = acts.said_of_ids(self.house.desk, self.about, self.values())
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
            editor.set_day(self.day)
        elif known and isinstance(editor, Field):
            editor.set_value(known)
        self.take(asked.name, editor)
        if asked.name in acts.IDS and isinstance(editor, Field):
            editor.line.editingFinished.connect(self._look)

    def _put_back(self, typed: ActTyping) -> None:
        super()._put_back(typed)
        self._look()
