"""The fields of a dose, built once; they speak with the presenter of the dose in hand."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from ui.presenters.dose import FLAGS, DosePresenter
from ui.presenters.dose_choices import Named
from ui.widgets.checks import Checks
from ui.widgets.choice import Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.framed import Framed
from ui.widgets.layouts import column
from ui.widgets.open_pick import OpenPick
from ui.widgets.pick import Pick
from ui.widgets.section import Section
from ui.widgets.words import Said

CODE_LENGTH = 3


class DoseFields(QWidget):
    """`typed` is called after each change that the presenter has taken."""

    def __init__(self, parse_date: Callable[[str], date], typed: Callable[[], object]) -> None:
        super().__init__()
        self._changed = typed
        self.presenter: DosePresenter | None = None
        self.given_on = DateField("dose_field.given_on", parse_date, name="given_on")
        self.cvx = OpenPick("dose_field.cvx", name="cvx", read=cvx_of)
        self.trade_name = OpenPick("dose_field.trade_name", name="trade_name")
        self.manufacturer = OpenPick("dose_field.manufacturer", name="manufacturer", read=mvx_of)
        self.lot = Field("dose_field.lot", name="lot")
        self.route = Pick("dose_field.route", name="route", typing=True)
        self.body_site = Pick("dose_field.body_site", name="body_site", typing=True)
        self.eligibility = Pick("dose_field.eligibility", name="eligibility", typing=True)
        self.prescriber = Pick("dose_field.prescriber_id", name="prescriber_id", typing=True)
        self.site = Pick("dose_field.organization_id", name="organization_id")
        self.disaster = Pick("dose_field.event_id", name="event_id")
        flags = tuple(Option(one, f"dose_field.{one}") for one in FLAGS)
        self.flags = Checks("dose_field.flags", flags, name="flags")
        self._lay()

    @property
    def by_name(self) -> dict[str, Framed]:
        """Every field that holds one value, in reading order."""
        found: tuple[Framed, ...] = (
            *(self.given_on, self.cvx, self.trade_name, self.manufacturer, self.lot),
            *(self.route, self.body_site, self.eligibility, self.prescriber),
            *(self.site, self.disaster),
        )
        return {one.name: one for one in found}

    def begin(self, presenter: DosePresenter) -> None:
        """Show another dose."""
        self.presenter = presenter
        self.offer()
        self.refresh()

    def start(self) -> None:
        """Put the focus where the work begins: the vaccine, as the day is there already."""
        self.cvx.setFocus()

    def focus(self, name: str) -> None:
        """Put the focus into a field, if there is such a one."""
        if name in self.by_name:
            self.by_name[name].setFocus()

    def offer(self) -> None:
        """Fill the lists that hang on nothing but the language."""
        presenter = self._presenter()
        choices = presenter.choices
        self.cvx.offer(_options(choices.vaccines()))
        self.manufacturer.offer(_options(choices.manufacturers()))
        self.route.offer(_options(choices.routes()))
        self.body_site.offer(_options(choices.body_sites()))
        self.site.offer(_options(choices.sites()))
        self.site.setVisible(bool(choices.sites()))
        self._offer_of_day()

    def refresh(self) -> None:
        """Show values, save where one types, and what stands against them."""
        presenter = self._presenter()
        self._offer_of_day()
        for name, field in self.by_name.items():
            value = presenter.value(name)
            if isinstance(field, DateField):
                if field.day() != value and not presenter.no_day:
                    field.set_day(value if isinstance(value, date) else None)
            elif isinstance(field, Field | Pick) and field.value() != (value or ""):
                field.set_value(str(value or ""))
            found = presenter.findings(name)
            if found != field.findings and not (name == "given_on" and presenter.no_day):
                field.show_findings(found)
        self.flags.set_values([one for one in FLAGS if presenter.value(one)])

    def unread(self) -> dict[str, str]:
        """The day as it stands where none could be read."""
        presenter = self.presenter
        text = self.given_on.line.text().strip()
        return {"given_on": text} if presenter is not None and presenter.no_day and text else {}

    def put_unread(self, texts: Mapping[str, str]) -> None:
        """Show such a text again, and what is said of it."""
        for text in texts.values():
            self.given_on.line.setText(text)
            self.given_on.line.textEdited.emit(text)
            self.given_on.line.editingFinished.emit()

    def _offer_of_day(self) -> None:
        """What hangs on the day and on the vaccine."""
        presenter = self._presenter()
        choices, dose = presenter.choices, presenter.record
        lists: tuple[tuple[Pick, Named], ...] = (
            (self.trade_name, choices.trade_names(dose.cvx)),
            (self.eligibility, presenter.eligibility()),
            (self.prescriber, presenter.prescribers()),
            (self.disaster, choices.events(dose.given_on)),
        )
        for pick, named in lists:
            options = _options(named)
            if options != pick.options:
                pick.offer(options)
        self.disaster.setVisible(bool(self.disaster.options))

    def _presenter(self) -> DosePresenter:
        assert self.presenter is not None
        return self.presenter

    def _put(self, name: str, field: Framed) -> None:
        if self.presenter is None:
            return
        value = field.day() if isinstance(field, DateField) else str(field.value())  # type: ignore[attr-defined]
        self.presenter.put(name, value)
        self._changed()

    def _put_flags(self) -> None:
        if self.presenter is not None:
            for one in FLAGS:
                self.presenter.put(one, one in self.flags.values())
            self._changed()

    def _lay(self) -> None:
        for name, field in self.by_name.items():
            field.changed.connect(lambda name=name, field=field: self._put(name, field))
        self.flags.changed.connect(self._put_flags)
        given = Section(
            "dose_room.section.given",
            fields(self.given_on, self.cvx, shares=(2, 5)),
            fields(self.trade_name, self.manufacturer, self.lot, shares=(3, 3, 2)),
        )
        how = Section("dose_room.section.how", fields(self.route, self.body_site))
        whose = Section(
            "dose_room.section.whose",
            fields(self.eligibility, self.prescriber),
            fields(self.site, self.disaster),
            self.flags,
            Said("dose_field.flags_say", role="caption"),
        )
        self.setLayout(column(given, how, whose, space=20))


def cvx_of(typed: str) -> str:
    """A code that our table lacks: up to three digits, as the vial's paper has it."""
    return typed.zfill(2) if typed.isdecimal() and len(typed) <= CODE_LENGTH else ""


def mvx_of(typed: str) -> str:
    """A manufacturer's code that our table lacks: two or three letters."""
    code = typed.upper()
    return code if code.isalpha() and code.isascii() and 1 < len(code) <= CODE_LENGTH else ""


def _options(named: Named) -> tuple[Option, ...]:
    return tuple(Option(value, said) for value, said in named)
