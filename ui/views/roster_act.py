"""The small form of one act about a site or a person of it, in place, never a dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.errors import InputError
from ui.presenters import roster_acts
from ui.presenters.form_values import Value
from ui.presenters.roster_acts import SiteAbout
from ui.presenters.sheet_fields import Asked, Kind
from ui.shell.house import House
from ui.views.act_editors import Editor
from ui.views.file_field import FileField
from ui.views.form_in_place import FormInPlace
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.pick import Pick
from ui.widgets.text_area import TextArea
from ui.widgets.words import Said, plain

ROLES = tuple(Option(role.value, f"site_role.{role.value}") for role in SiteRole)


class SiteActForm(FormInPlace):
    """`more` are sentences under the title that hang on what the form is about."""

    cancel_words = "site_act.cancel"

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
        super().__init__(house, roster_acts.opens_on(act_id, house.desk, about), done, cancelled)
        self.act_id, self.about = act_id, about
        code = f"site_act.{act_id}"
        head: list[QWidget] = [
            Said(f"{code}.title", role="section", **facts),
            Said(f"{code}.says", role="muted", **facts),
            *(plain(text, role="muted") for text in more),
            self.kept_strip,
        ]
        asked = [self._build(one) for one in roster_acts.site_act(act_id).asked]
        self.lay([*head, *asked], f"{code}.do")
        self.offer_kept(f"site_act:{act_id}:{about.record}", about.site)

    def do(self, values: dict[str, Value]) -> None:
        roster_acts.submit(self.act_id, self.house.desk, self.about, values)

    def refuse(self, error: InputError) -> None:
        """Say it beside its field, and of a file in the notice too."""
        if isinstance(self.editors.get(error.field), FileField):
            self.house.refuse(error)
        super().refuse(error)

    def _build(self, asked: Asked) -> QWidget:
        editor = self._editor(asked)
        if isinstance(editor, DateField):
            editor.set_day(self.day)
        self.take(asked.name, editor)
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
