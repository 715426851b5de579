"""Who an agreement names, typed line by line: name, e-mail, title, licence, roles, training."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.errors import DeskError
from ui.presenters.agreement_enter import TYPED, EnterPresenter
from ui.views.act_editors import put_line
from ui.widgets.checks import Checks
from ui.widgets.choice import Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.layouts import boxed, column, empty, row, rule
from ui.widgets.words import Button, Said

PARTS = tuple(zip(TYPED, (3, 4, 4, 2, 3, 3), strict=True))
"""What is typed of a person, with its share of the row."""
TRAINED = "supervisor_trained_on"
_ROLES = tuple(Option(role.value, f"site_role.{role.value}") for role in SiteRole)


class NamedRows(QWidget):
    """One block for each person; `laid` is called when a block was added."""

    def __init__(
        self,
        presenter: EnterPresenter,
        parse: Callable[[str], date],
        laid: Callable[[], object],
    ) -> None:
        super().__init__()
        self.presenter, self._parse, self._laid = presenter, parse, laid
        self.fields: dict[str, Field] = {}
        self.roles: list[Checks] = []
        self.days: list[DateField] = []
        """The training of a supervisor, hidden of everybody else."""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.add_button = Button("agreement_enter.add_person", self.add)
        self.setLayout(column(boxed(self._rows), row(self.add_button, None), space=12))
        self.show_all()

    def show_all(self) -> None:
        """Show every person of the presenter."""
        empty(self._rows)
        self.fields, self.roles, self.days = {}, [], []
        for index in range(len(self.presenter.people)):
            self._rows.addWidget(self._block(index))

    def add(self) -> None:
        """Add a blank person and put the focus there."""
        self.presenter.add_person()
        index = len(self.presenter.people) - 1
        self._rows.addWidget(self._block(index))
        self._laid()
        self.fields[f"{index}.first_name"].setFocus()

    def unread(self) -> dict[str, str]:
        """Text by field in which no day could be read yet."""
        return {day.name: day.text() for day in self.days if day.unread()}

    def put_unread(self, texts: Mapping[str, str]) -> None:
        """Show such text again."""
        for day in self.days:
            put_line(day, texts.get(day.name, ""))

    def need_days(self) -> None:
        """Refuse half a day that is asked: InputError `date.unreadable`."""
        for day in self.days:
            if not day.isHidden():
                day.need_day()

    def refuse(self, at: str, error: DeskError) -> bool:
        """Say a refusal at `people.<line>` or `people.<line>.<part>`; false for another field."""
        parts = at.split(".")
        if parts[0] != "people" or len(parts) < 2 or not parts[1].isdecimal():
            return False
        index = int(parts[1])
        field = self.fields.get(".".join(parts[1:3])) if len(parts) > 2 else self.roles[index]
        spot = field or self.roles[index]
        spot.refuse(error)
        spot.setFocus()
        return True

    def _block(self, index: int) -> QWidget:
        line = self.presenter.people[index]
        made = [self._part(index, part, str(getattr(line.person, part))) for part, _ in PARTS]
        roles = Checks("agreement_enter.roles", _ROLES, name=f"people.{index}")
        roles.set_values(tuple(role.value for role in line.roles))
        roles.changed.connect(partial(self._ticked, index, roles))
        self.roles.append(roles)
        trained = self._day(index)
        head = Said("agreement_enter.person", role="label", number=index + 1)
        shares = tuple(share for _, share in PARTS)
        things = [head, fields(*made, shares=shares), roles, boxed(row(trained, None))]
        return boxed(column(*([rule()] if index else []), *things, space=8))

    def _day(self, index: int) -> DateField:
        line, name = self.presenter.people[index], f"people.{index}.{TRAINED}"
        day = DateField(f"entry_card.field.{TRAINED}", self._parse, name=name)
        day.set_day(line.trained_on)
        day.setVisible(line.supervises)
        day.changed.connect(lambda: self.presenter.put_person(index, trained_on=day.day()))
        self.days.append(day)
        self.fields[f"{index}.{TRAINED}"] = day
        return day

    def _part(self, index: int, part: str, text: str) -> Field:
        field = Field(f"site_field.{part}", name=f"people.{index}.{part}")
        field.set_value(text)
        field.changed.connect(lambda: self._typed(index, part, field))
        self.fields[f"{index}.{part}"] = field
        return field

    def _typed(self, index: int, part: str, field: Field) -> None:
        field.show_findings(())
        self.presenter.put_person(index, **{part: field.text()})

    def _ticked(self, index: int, roles: Checks) -> None:
        roles.show_findings(())
        picked = tuple(SiteRole(value) for value in roles.values())
        self.presenter.put_person(index, roles=picked)
        self.days[index].setVisible(self.presenter.people[index].supervises)
