"""The breach clock: numbers and days in, who must be told by when out (DT-18)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.errors import InputError
from ui.presenters.duties import BreachTyped, ClockLine, DutiesPresenter
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.layouts import boxed, column, empty, into_sight, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain


class BreachCard(Card):
    """Nothing of it is kept: it is an aid, and says so."""

    def __init__(self, presenter: DutiesPresenter, parse: Callable[[str], date]) -> None:
        super().__init__()
        self._presenter = presenter
        self._asked = False
        self.affected = Field("breach_card.affected", name="affected", letters=8)
        self.texans = Field("breach_card.texans", name="texans", letters=8)
        self.discovered_on = DateField("breach_card.discovered_on", parse, name="discovered_on")
        self.determined_on = DateField("breach_card.determined_on", parse, name="determined_on")
        self.button = Button("breach_card.ask", self.ask)
        self.counsel = Banner("warn")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        self.add(
            Said("breach_card.title", role="section"),
            Said("breach_card.says", role="muted"),
            fields(self.affected, self.texans, shares=(1, 1)),
            fields(self.discovered_on, self.determined_on, shares=(1, 1)),
            row(self.button, None),
            self.counsel,
            self.lines,
        )

    def ask(self) -> None:
        """Answer from now on, where the answer is seen."""
        self._asked = True
        self.answer()
        item = self.lines.itemAt(self.lines.count() - 1)
        last = item.widget() if item is not None else None
        if last is not None:
            into_sight(last)

    def answer(self) -> None:
        """Show the clocks, or say beside its field what is missing."""
        if not self._asked:
            return
        empty(self.lines)
        try:
            found = self._presenter.breach(self._typed())
        except InputError as error:
            self.counsel.tell("")
            field = {f.name: f for f in self._fields()}.get(error.field)
            if field is not None:
                field.refuse(error)
                field.setFocus()
            return
        for field in self._fields():
            field.show_findings(())
        self.counsel.tell(self._presenter.counsel(), tone="warn")
        for line in found:
            self.lines.addWidget(_row(line))

    def _typed(self) -> BreachTyped:
        return BreachTyped(
            affected=self.affected.text(),
            texans=self.texans.text(),
            discovered_on=self.discovered_on.need_day(),
            determined_on=self.determined_on.need_day(),
        )

    def _fields(self) -> tuple[Field, ...]:
        return (self.affected, self.texans, self.discovered_on, self.determined_on)


def _row(line: ClockLine) -> QWidget:
    words = column(
        plain(line.whom, role="strong"),
        plain(line.when),
        plain(line.source, role="caption"),
        space=0,
    )
    return boxed(row(boxed(words), StatusPill(line.pill, line.tone), space=16, shares=(1,)))
