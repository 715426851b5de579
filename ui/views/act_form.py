"""One act's small form, in place beside the client: built from its table, never a dialog."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ui.presenters import act_forms
from ui.presenters.act_forms import About
from ui.presenters.act_typing import kept_room
from ui.presenters.form_values import Value
from ui.presenters.sheet_fields import Asked
from ui.shell.house import House
from ui.views.act_editors import Choices, editor_of
from ui.views.file_pick import FilePick
from ui.views.form_in_place import FormInPlace
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.words import Said


class ActForm(FormInPlace):
    """The form called `form_id`, about `about`; `choices` are those that hang on the client."""

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
        super().__init__(house, house.today(), done, cancelled)
        self.form_id, self.about = form_id, about
        self._choices = choices or {}
        head: list[QWidget] = [
            Said(f"act_form.{form_id}.title", role="section", **facts),
            Said(f"act_form.{form_id}.says", role="muted"),
            self.kept_strip,
        ]
        asked = [self._build(one) for one in act_forms.form(form_id).asked]
        self.lay([*head, *asked], f"act_form.{form_id}.do", stretch=True)
        self._fill(act_forms.starting_values(form_id, house.desk))
        if form_id == "affirm":
            self.editors["on"].changed.connect(self._foresee)
            self._foresee()
        self.offer_kept(kept_room(form_id, about), about.client_id)

    def do(self, values: dict[str, Value]) -> None:
        act_forms.submit(self.form_id, self.house.desk, self.about, values)

    # -- while one types -------------------------------------------------------------------

    def _foresee(self) -> None:
        """Say beside the day what stands against it, too late (E2) among it, before the act."""
        editor = self.editors["on"]
        day = editor.day() if isinstance(editor, DateField) else None
        if day is None or isinstance(editor, FilePick):
            return
        found = self.house.desk.consents.assess_affirmation(self.about.document_id, day)
        editor.show_findings(tuple(replace(finding, field="on") for finding in found))

    def _build(self, asked: Asked) -> QWidget:
        parse = self.house.desk.people.parse_date
        editor = editor_of(self.form_id, asked, self._choices, parse)
        self.take(asked.name, editor)
        return editor

    def _fill(self, values: Mapping[str, Value]) -> None:
        for name, editor in self.editors.items():
            value = values[name]
            if isinstance(editor, DateField):
                editor.set_day(self.day)
            elif isinstance(editor, Field) and isinstance(value, str):
                editor.set_value(value)
