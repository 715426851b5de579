"""One report of a catalogue: what it is for, who sends it, when it came; its form beneath."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.catalogue import FACTS, CataloguePresenter, shown_texts
from ui.shell.house import House
from ui.views.catalogue_form import EntryForm
from ui.views.reading_order import stops
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, empty, in_order, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain

if TYPE_CHECKING:
    from immtrac_desk.desk.report_pictures import CatalogueLine
    from immtrac_desk.domain.registry_report import CatalogueEntry

_ROWS = (FACTS[:2], FACTS[2:])
Act = Callable[["CatalogueEntry"], object]


class CatalogueCard(Card):
    """`received` and `retired` are the acts beside the form; who may not edit sees neither."""

    def __init__(
        self,
        house: House,
        presenter: CataloguePresenter,
        received: Act,
        retired: Act,
        saved: Callable[[], object],
    ) -> None:
        super().__init__(space=8, margin=16)
        self._house, self._presenter, self._saved = house, presenter, saved
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
        self.form = EntryForm(self._house, self._presenter, entry, shown, self._keep, self.fold)
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
