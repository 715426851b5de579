"""Fields built from a table: rows of labelled editors that speak with one presenter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from shiboken6 import isValid

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.values import Answer, Explicit
from immtrac_desk.errors import DeskError
from ui.presenters.sheet_fields import Asked, Kind, Section
from ui.views.field_row import FieldRow
from ui.widgets.checks import Checks
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.pick import Pick
from ui.wording import tr

LATE = frozenset({"client.phone"})
"""Read only when one moves on: half a telephone number is not a wrong one."""

SHAPED = frozenset({"client.address.zip_code", "client.email"})
"""Checked only when one moves on: half a ZIP is not a wrong one."""
OPTIONAL = frozenset(
    {"client.middle_name", "client.address.unit", "client.email", "client.site_id"}
)


class Fills(Protocol):
    """What fields ask of the presenter behind them."""

    @property
    def problems(self) -> Mapping[str, DeskError]: ...

    def answer(self, name: str) -> Answer: ...
    def put(self, name: str, answer: Answer) -> None: ...
    def born_on(self) -> date | None: ...
    def put_born_on(self, text: str) -> date | None: ...
    def race(self) -> tuple[str, ...] | Explicit: ...
    def put_race(self, race: tuple[str, ...] | Explicit) -> None: ...
    def flag(self, name: str) -> bool: ...
    def put_flag(self, name: str, on: bool) -> None: ...
    def findings(self, field: str) -> tuple[Finding, ...]: ...


class Tick(QCheckBox):
    """A yes or no on a line of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.retell()

    def retell(self) -> None:
        self.setText(tr.say(f"field.{self.name}"))
        self.setAccessibleName(self.text())


class FieldSet:
    """The editors by field name. `refresh` shows what is known, never over one's typing."""

    def __init__(self, presenter: Fills, parse_date: Callable[[str], date]) -> None:
        self.presenter = presenter
        self._parse = parse_date
        self.fields: dict[str, Framed] = {}
        self.ticks: dict[str, Tick] = {}
        self.options: dict[str, tuple[Option, ...]] = {}
        self._said: dict[str, tuple[DeskError | None, tuple[Finding, ...]]] = {}
        self._shown: dict[str, tuple[Finding, ...]] = {}

    def take_lists(self, setting: Callable[[str], object]) -> None:
        """Offer the words of the clinic's own lists (`lists.*`, OQ-4); before any row is built."""
        for key in ("gender", "race", "ethnicity"):
            words = setting(f"lists.{key}")
            assert isinstance(words, tuple)
            self.options[f"client.{key}"] = tuple(_option(key, str(word)) for word in words)

    def rows(self, section: Section) -> list[QWidget]:
        """Build the rows of a section, in reading order."""
        return [self._row(row) for row in section.rows]

    def names(self) -> frozenset[str]:
        return frozenset(self.fields) | frozenset(self.ticks)

    def refresh(self, names: Iterable[str] | None = None) -> None:
        """Show values and findings, of all or of these names; a field one is typing in, or that
        has a problem, keeps its text."""
        wanted = self.names() if names is None else frozenset(names)
        for name, field in self.fields.items():
            if name not in wanted:
                continue
            if name not in self.presenter.problems and not _typing(field):
                self._show(name, field)
            self._say(name, field)
            _offer_toggles(field, empty=self._empty(name, field))
        for name in wanted & self.ticks.keys():
            self.ticks[name].setChecked(self.presenter.flag(name))

    def first_empty(self) -> Framed | None:
        """The first field that still wants an answer; what nobody needs is passed over."""
        asked = ((n, f) for n, f in self.fields.items() if n not in OPTIONAL)
        return next((f for n, f in asked if self._empty(n, f)), None)

    def unread(self) -> dict[str, str]:
        """Text by field that the presenter has not taken, as half a date."""
        lines = {n: f for n, f in self.fields.items() if isinstance(f, Field) and f.text().strip()}
        return {name: field.text() for name, field in lines.items() if self._is_unread(name, field)}

    def put_unread(self, texts: Mapping[str, str]) -> None:
        """Show such text again, and say what stands against it."""
        for name, text in texts.items():
            field = self.fields.get(name)
            if isinstance(field, Field):
                field.line.setText(text)
                field.line.textEdited.emit(text)
                field.line.editingFinished.emit()

    def _is_unread(self, name: str, field: Field) -> bool:
        if isinstance(field, DateField):
            return field.day() is None
        known = self.presenter.answer(name)
        return name in self.presenter.problems or (name in LATE and field.value() != known)

    def _row(self, asked: Sequence[Asked]) -> QWidget:
        row = FieldRow()
        for one in asked:
            row.line.addWidget(self._build(one), one.weight)
        return row

    def _build(self, asked: Asked) -> QWidget:
        if asked.kind is Kind.TOGGLE:
            return self._tick(asked.name)
        field = _BUILDERS[asked.kind](self, asked)
        self.fields[asked.name] = field
        return field

    def _tick(self, name: str) -> QWidget:
        tick = Tick(name)
        tick.clicked.connect(lambda on: self.presenter.put_flag(name, bool(on)))
        self.ticks[name] = tick
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 18, 0, 0)
        column.addWidget(tick)
        column.addStretch(1)
        return holder

    def text(self, asked: Asked) -> Framed:
        field = Field(f"field.{asked.name}", name=asked.name, explicit=asked.explicit)
        if asked.name in LATE:
            field.line.editingFinished.connect(lambda: self._put(asked.name, field.value()))
            for toggle in field._toggles.values():
                toggle.clicked.connect(lambda: self._put(asked.name, field.value()))
        else:
            field.changed.connect(lambda: self._put(asked.name, field.value()))
            field.line.editingFinished.connect(self._left)
        return field

    def day(self, asked: Asked) -> Framed:
        field = DateField(f"field.{asked.name}", self._parse, name=asked.name)
        field.changed.connect(lambda: self._day_typed(field))
        field.line.editingFinished.connect(lambda: self._day_left(field))
        return field

    def choice(self, asked: Asked) -> Framed:
        field = Choice(
            f"field.{asked.name}",
            self.options.get(asked.name) or _options(asked),
            name=asked.name,
            explicit=asked.explicit,
        )
        field.changed.connect(
            lambda: self._put(asked.name, field.explicit() or field.value() or "")
        )
        return field

    def checks(self, asked: Asked) -> Framed:
        field = Checks(
            f"field.{asked.name}",
            self.options.get(asked.name) or _options(asked),
            name=asked.name,
            explicit=asked.explicit,
        )
        field.changed.connect(lambda: self.presenter.put_race(field.explicit() or field.values()))
        return field

    def pick(self, asked: Asked) -> Framed:
        options = self.options.get(asked.name, ())
        field = Pick(
            f"field.{asked.name}",
            options,
            name=asked.name,
            typing=len(options) > 20,
            explicit=asked.explicit,
        )
        field.changed.connect(lambda: self._put(asked.name, field.value()))
        return field

    def _left(self) -> None:
        """One moved on; or the form is torn down, and the focus goes from line to line in it."""
        if all(isValid(field) for field in self.fields.values()):
            self.refresh()

    def _put(self, name: str, answer: Answer) -> None:
        if answer != self.presenter.answer(name) or name in self.presenter.problems:
            self.presenter.put(name, answer)

    def _day_typed(self, field: DateField) -> None:
        """Put a day as soon as one can be read; complain only when one moves on."""
        if field.day() is not None or not field.line.text().strip():
            self.presenter.put_born_on(field.line.text())

    def _day_left(self, field: DateField) -> None:
        if field.line.text().strip() and field.day() is None:
            self.presenter.put_born_on(field.line.text())

    def _show(self, name: str, field: Framed) -> None:
        if isinstance(field, DateField):
            if field.day() != self.presenter.born_on():
                field.set_day(self.presenter.born_on())
        elif isinstance(field, Checks):
            race = self.presenter.race()
            field.choose_explicit(race if isinstance(race, Explicit) else None)
            field.set_values(() if isinstance(race, Explicit) else race)
        elif isinstance(field, Choice):
            answer = self.presenter.answer(name)
            field.choose_explicit(answer if isinstance(answer, Explicit) else None)
            field.set_value(answer if isinstance(answer, str) and answer else None)
        elif isinstance(field, Field | Pick) and field.value() != self.presenter.answer(name):
            field.set_value(self.presenter.answer(name))

    def _say(self, name: str, field: Framed) -> None:
        """Say what stands against the field; nothing is drawn anew where nothing changed."""
        problem, findings = self.presenter.problems.get(name), self.presenter.findings(name)
        if name in SHAPED and _typing(field):
            findings = ()
        told = (problem, findings)
        if self._said.get(name) == told and field.findings == self._shown.get(name):
            return
        if problem is not None:
            field.refuse(problem)
        else:
            field.show_findings(findings)
        self._said[name], self._shown[name] = told, field.findings

    def _empty(self, name: str, field: Framed) -> bool:
        if isinstance(field, DateField):
            return self.presenter.born_on() is None
        if isinstance(field, Checks):
            return not self.presenter.race()
        return not self.presenter.answer(name)


_BUILDERS: dict[Kind, Callable[[FieldSet, Asked], Framed]] = {
    Kind.TEXT: FieldSet.text,
    Kind.DATE: FieldSet.day,
    Kind.CHOICE: FieldSet.choice,
    Kind.CHECKS: FieldSet.checks,
    Kind.LIST: FieldSet.pick,
}


def _options(asked: Asked) -> tuple[Option, ...]:
    group = asked.name.rsplit(".", 1)[-1]
    return tuple(_option(group, value) for value in asked.options)


def _option(group: str, word: str) -> Option:
    """A word of the clinic's own has no sentence in either language: it is shown as typed."""
    code = f"option.{group}.{word}"
    return Option(word, code if tr.has(code) else word)


def _offer_toggles(field: Framed, *, empty: bool) -> None:
    """Non-answers are offered while there is no answer, and shown while one is given."""
    for toggle in field._toggles.values():
        shown = empty or field.explicit() is not None or toggle.hasFocus()
        if toggle.isHidden() is shown:
            toggle.setVisible(shown)


def _typing(field: Framed) -> bool:
    focus = field.editor.hasFocus()
    return focus and isinstance(field, Field)
