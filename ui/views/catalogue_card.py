"""One report of a catalogue: what it is for, who sends it, when it came; its form beneath."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.errors import InputError
from ui.presenters.catalogue import FACTS, TEXTS, CataloguePresenter, EntryTyped, shown_texts
from ui.views.reading_order import stops
from ui.widgets.card import Card
from ui.widgets.checks import Checks
from ui.widgets.choice import Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.framed import Framed
from ui.widgets.layouts import boxed, column, empty, in_order, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.text_area import TextArea
from ui.widgets.words import Button, plain

if TYPE_CHECKING:
    from immtrac_desk.desk.report_pictures import CatalogueLine
    from immtrac_desk.domain.registry_report import CatalogueEntry

_CONFIRMED = "confirmed"
_ROWS = (FACTS[:2], FACTS[2:])
Act = Callable[["CatalogueEntry"], object]
Parse = Callable[[str], date]


class EntryForm(Card):
    """The form of an entry; `saved` is called once it is kept, `closed` when it is let go."""

    def __init__(
        self,
        presenter: CataloguePresenter,
        entry: "CatalogueEntry",
        shown: tuple[str, ...],
        parse: Parse,
        saved: Callable[[], object],
        closed: Callable[[], object],
    ) -> None:
        super().__init__(margin=14)
        self._presenter, self._entry, self._shown = presenter, entry, shown
        self._saved = saved
        self.name = Field("catalogue_page.name", name="name")
        self.what_for = TextArea("catalogue_page.what_for", name="what_for", lines=2)
        self.sent_by = Field("catalogue_page.sent_by", name="sent_by")
        self.frequency = Field("catalogue_page.frequency", name="frequency")
        self.what_we_do = TextArea("catalogue_page.what_we_do", name="what_we_do", lines=2)
        self.received = DateField("catalogue_page.received", parse, name="last_received_on")
        self.sure = Checks("catalogue_page.name_is", [Option(_CONFIRMED, "catalogue_page.seen")])
        self.texts: tuple[Field | TextArea, ...] = (
            self.name,
            self.what_for,
            self.sent_by,
            self.frequency,
            self.what_we_do,
        )
        self._fill()
        save = Button("catalogue_page.save", self.save, kind="primary")
        self.add(
            self.name,
            self.what_for,
            fields(self.sent_by, self.frequency),
            self.what_we_do,
            fields(self.received, self.sure, shares=(1, 2)),
            row(save, Button("catalogue_page.close", closed, kind="quiet"), None, space=8),
        )

    def save(self) -> None:
        """Keep what is typed, or say beside its field what cannot stand."""
        typed = EntryTyped(
            texts=tuple(field.text() for field in self.texts),
            confirmed=bool(self.sure.values()),
            last_received_on=self.received.day(),
        )
        asked: tuple[Framed, ...] = (*self.texts, self.received)
        for field in asked:
            field.show_findings(())
        try:
            self._presenter.save(self._entry, typed, self._shown)
        except InputError as error:
            at = next((one for one in asked if one.name == error.field), self.name)
            at.refuse(error)
            at.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._saved()

    def _fill(self) -> None:
        for field, text in zip(self.texts, self._shown, strict=True):
            if isinstance(field, TextArea):
                field.set_text(text)
            else:
                field.set_value(text)
        self.received.set_day(self._entry.last_received_on)
        self.sure.set_values((_CONFIRMED,) if self._entry.confirmed else ())


class CatalogueCard(Card):
    """`received` and `retired` are the acts beside the form; who may not edit sees neither."""

    def __init__(
        self,
        presenter: CataloguePresenter,
        parse: Parse,
        received: Act,
        retired: Act,
        saved: Callable[[], object],
    ) -> None:
        super().__init__(space=8, margin=16)
        self._presenter, self._parse, self._saved = presenter, parse, saved
        self.line: CatalogueLine | None = None
        self._name, self.pill = plain(role="section"), StatusPill()
        self._facts = {name: _Fact() for name in FACTS}
        first, second = (tuple(self._facts[name] for name in names) for names in _ROWS)
        self._told = boxed(
            column(row(*first, shares=(1, 1)), row(*second, shares=(1, 1, 1)), space=8)
        )
        self.came = Button("catalogue_page.came_today", lambda: self._act(received))
        self.change = Button("catalogue_page.change", self.unfold, kind="quiet")
        self.retire = Button("catalogue_page.retire", lambda: self._act(retired), kind="quiet")
        self.form: EntryForm | None = None
        self._below = QVBoxLayout()
        self._acts = boxed(row(self.came, self.change, self.retire, None, space=8))
        head = row(self._name, self.pill, space=12, shares=(1,))
        head.setAlignment(self.pill, Qt.AlignmentFlag.AlignTop)
        self.add(head, self._told, self._acts, self._below)

    def show_line(self, line: "CatalogueLine") -> None:
        """Say an entry anew; a form that is open keeps what was typed."""
        self.line = line
        self._name.setText(line.name)
        self.pill.tell(*self._presenter.pill(line))
        for name, (label, text) in self._presenter.facts(line).items():
            self._facts[name].tell(label, text)
        self._acts.setVisible(self._presenter.may_edit and self.form is None)
        for button in (self.came, self.change, self.retire):
            button.setAccessibleName(f"{button.text()}: {line.name}")

    def unfold(self) -> None:
        """Open the form beneath with the texts as they are shown."""
        if self.line is None:
            return
        shown = shown_texts(self.line)
        entry = self.line.entry
        self.form = EntryForm(self._presenter, entry, shown, self._parse, self._keep, self.fold)
        self._below.addWidget(self.form)
        in_order(self.change, *stops(self.form))
        self._acts.hide()
        self._told.hide()
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Close the form; what was typed is let go."""
        self.form = None
        empty(self._below)
        self._told.show()
        self._acts.setVisible(self._presenter.may_edit)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def retell(self) -> None:
        """Said anew by the page, which reads its lines in the other language."""

    def _keep(self) -> None:
        self.fold()
        self._saved()

    def _act(self, act: Act) -> None:
        if self.line is not None:
            act(self.line.entry)


class _Fact(QWidget):
    """A label, and what is so, beneath it."""

    def __init__(self) -> None:
        super().__init__()
        self._label, self._value = plain(role="caption"), plain()
        self.setLayout(column(self._label, self._value, None, space=0))

    def tell(self, label: str, text: str) -> None:
        self._label.setText(label)
        self._value.setText(text or "–")
        self._value.setAccessibleName(f"{label}: {text}")


def empty_texts() -> tuple[str, ...]:
    """The form of a new entry: nothing is said of it yet."""
    return ("",) * len(TEXTS)
