"""The fields of a site or of a person, built from their table, speaking with one presenter."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from immtrac_desk.domain.finding import Finding
from ui.presenters.site_fields import AskedAs, SiteAsked, SiteSection
from ui.presenters.typed_record import Value
from ui.views.site_counties import SiteCounties
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.framed import Framed
from ui.widgets.pick import Pick
from ui.widgets.section import Section

YES_NO = (Option("yes", "site_yes_no.yes"), Option("no", "site_yes_no.no"))
_MANY = 20
"""Words from which one types to find among them."""


class Fills(Protocol):
    """What fields ask of the presenter behind them."""

    def value(self, name: str) -> Value: ...
    def put(self, name: str, value: Value) -> None: ...
    def findings(self, name: str) -> tuple[Finding, ...]: ...


class SiteSet:
    """The editors by field name. `refresh` shows what is known, never over one's typing;
    `words` gives what a list offers, already said."""

    def __init__(
        self,
        presenter: Fills,
        parse_date: Callable[[str], date],
        words: Callable[[str], Sequence[tuple[str, str]]],
    ) -> None:
        self.presenter = presenter
        self._parse, self._words = parse_date, words
        self.fields: dict[str, Framed] = {}
        self._asked: dict[str, SiteAsked] = {}
        self._rows: list[tuple[QWidget, tuple[SiteAsked, ...]]] = []

    def sections(self, asked: Sequence[SiteSection]) -> list[Section]:
        """Build titled groups of rows, in reading order."""
        return [
            Section(f"site_section.{one.id}", *[self._row(row) for row in one.rows])
            for one in asked
        ]

    def refresh(self) -> None:
        """Show values, save where one types, what stands against them, and only what is asked."""
        if not all(map(isValid, self.fields.values())):
            return  # a line that is taken away while one types in it still says that it was left
        for name, field in self.fields.items():
            if not _typing(field):
                self._show(field, self.presenter.value(name))
            # Said also where one stands: a refusal leads there, and must not vanish on arrival.
            found = self.presenter.findings(name)
            if found != field.findings and not _unread(field):
                field.show_findings(found)
        self._open()

    def retell(self) -> None:
        """Offer every list in the language in force."""
        for name, field in self.fields.items():
            if isinstance(field, Pick):
                field.offer(self._options(name))

    def focus(self, name: str) -> None:
        """Put the focus into a field, if there is such a one."""
        if name in self.fields:
            self.fields[name].setFocus()

    def unread(self) -> dict[str, str]:
        """Text by field in which no day could be read yet."""
        days = ((n, f) for n, f in self.fields.items() if isinstance(f, DateField))
        return {name: day.text() for name, day in days if day.unread()}

    def need_days(self) -> None:
        """Refuse half a day that is asked: InputError `date.unreadable` beside the first."""
        for field in self.fields.values():
            if isinstance(field, DateField) and not field.isHidden():
                field.need_day()

    def put_unread(self, texts: Mapping[str, str]) -> None:
        """Show such text again, and say what stands against it."""
        for name, text in texts.items():
            field = self.fields.get(name)
            if isinstance(field, DateField):
                field.line.setText(text)
                field.line.textEdited.emit(text)
                field.line.editingFinished.emit()

    def _open(self) -> None:
        """Show what the answers ask for; what is hidden keeps its answer."""
        for name, asked in self._asked.items():
            shown = not asked.only_if or self.presenter.value(asked.only_if) is True
            if self.fields[name].isHidden() is shown:
                self.fields[name].setVisible(shown)
        for row, asked_in in self._rows:
            row.setVisible(any(not self.fields[one.name].isHidden() for one in asked_in))

    def _row(self, asked: Sequence[SiteAsked]) -> QWidget:
        widgets = [self._build(one) for one in asked]
        row = fields(*widgets, shares=tuple(one.weight for one in asked))
        self._rows.append((row, tuple(asked)))
        return row

    def _build(self, asked: SiteAsked) -> Framed:
        field = self._editor(asked)
        self.fields[asked.name], self._asked[asked.name] = field, asked
        field.changed.connect(lambda: self._put(asked.name, field))
        if isinstance(field, Field):
            field.line.editingFinished.connect(self.refresh)
        return field

    def _editor(self, asked: SiteAsked) -> Framed:
        code, name = f"site_field.{asked.name}", asked.name
        if asked.kind is AskedAs.YES_NO:
            return Choice(code, YES_NO, name=name)
        if asked.kind is AskedAs.CHOICE:
            options = tuple(Option(one, f"site_option.{name}.{one}") for one in asked.options)
            return Choice(code, options, name=name)
        if asked.kind is AskedAs.LISTED:
            offered = self._options(name)
            return Pick(code, offered, name=name, typing=len(offered) > _MANY)
        if asked.kind is AskedAs.COUNTIES:
            return SiteCounties(code, tuple(word for word, _ in self._words("county")), name=name)
        if asked.kind is AskedAs.DAY:
            return DateField(code, self._parse, name=name)
        return Field(code, name=name)

    def _options(self, name: str) -> tuple[Option, ...]:
        return tuple(Option(value, said) for value, said in self._words(name))

    def _put(self, name: str, field: Framed) -> None:
        self.presenter.put(name, _read(field))
        if not isinstance(field, Field):
            self.refresh()
        elif name == "zip_code":
            # Tab goes from the ZIP to the city: what was proposed must stand there before.
            for part in ("city", "county", "state"):
                if part in self.fields:
                    self._show(self.fields[part], self.presenter.value(part))

    def _show(self, field: Framed, value: Value) -> None:
        if isinstance(field, DateField):
            if field.day() != value and not _unread(field):
                field.set_day(value if isinstance(value, date) else None)
        elif isinstance(field, Choice):
            words = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else value
            field.set_value(str(words) if words else None)
        elif isinstance(field, SiteCounties):
            field.set_values(value if isinstance(value, tuple) else ())
        elif isinstance(field, Pick):
            if field.combo.currentIndex() < 0 or field.value() != (value or ""):
                field.set_value(str(value or ""))
        elif isinstance(field, Field) and field.value() != (value or ""):
            field.set_value(str(value or ""))


def _read(field: Framed) -> Value:
    """What a field says: a day, a yes or no, counties, or text."""
    if isinstance(field, DateField):
        return field.day()
    if isinstance(field, Choice):
        return {"yes": True, "no": False}.get(field.value() or "", field.value() or "")
    if isinstance(field, SiteCounties):
        return field.values()
    if isinstance(field, Pick):
        return str(field.value())
    assert isinstance(field, Field)
    return field.text()


def _typing(field: Framed) -> bool:
    line = field.combo.lineEdit() if isinstance(field, Pick) else None
    editor = line if line is not None else field.editor
    return isinstance(field, Field | Pick) and editor.hasFocus()


def _unread(field: Framed) -> bool:
    """A day is half typed there."""
    return isinstance(field, DateField) and field.unread()
