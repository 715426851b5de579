"""A catalogue: the reports that come to the clinic, each with what it is for and when it came."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.registry_report import Catalogue
from ui.presenters.catalogue import CataloguePresenter
from ui.shell.house import House
from ui.views.catalogue_card import CatalogueCard
from ui.views.catalogue_form import EntryForm, empty_texts
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.views.registry_page import RegistryPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, Said
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.domain.registry_report import CatalogueEntry


class CataloguePage(RegistryPage):
    """Cards that stay while the list stays, so that an open form keeps what was typed."""

    kind = Catalogue.RESPONSIBLE_ENTITY

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = CataloguePresenter(house.desk, tr, self.kind)
        self.cards: dict[str, CatalogueCard] = {}
        self.add_button = Button("catalogue_page.add", self.add)
        if not self.presenter.may_edit:
            self.add_button.hide()
        self.form: EntryForm | None = None
        self._new, self._list = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(12)
        self.none = EmptyState("catalogue_page.empty_title", "catalogue_page.empty_body")
        says = Said(f"catalogue_page.says.{self.kind.value}", role="muted")
        head = row(says, self.add_button, space=16, shares=(1,))
        inner = column(self._new, self.none, boxed(self._list), None, space=12)
        inner.setContentsMargins(0, 0, 12, 12)
        self.area = scrolled(inner)
        whole = column(head, self.area, space=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def enter(self, **about: object) -> None:
        self.read()

    def start(self) -> None:
        first = next(iter(self.cards.values()), None)
        if self.presenter.may_edit and first is not None:
            first.came.setFocus()
        else:
            self.area.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes.reports:
            self.read()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        opened = self._opened()
        return {"record": opened.save} if opened is not None else {}

    def keep(self) -> None:
        """Keep what is half typed in any form."""
        for form in self._forms():
            form.kept_strip.keep()

    def retell(self) -> None:
        super().retell()
        self.read()
        for form in self._forms():
            form.kept_strip.say_again()

    def read(self) -> None:
        """Read the catalogue anew."""
        lines = self.presenter.lines()
        if [line.entry.id for line in lines] != list(self.cards):
            self._lay([line.entry.id for line in lines])
        for line in lines:
            self.cards[line.entry.id].show_line(line)
        self.none.setVisible(not lines)
        as_read(self)

    def add(self) -> None:
        """Open the form of a report of the clinic's own."""
        if self.form is None:
            new = self.presenter.new()
            self.form = EntryForm(
                self.house, self.presenter, new, empty_texts(), self._added, self._close
            )
            self._new.addWidget(self.form)
            as_read(self)
        self.form.name.setFocus()
        self.house.acts_changed()

    # -- what is done ----------------------------------------------------------------------

    def _received(self, entry: "CatalogueEntry") -> None:
        self.guarded(lambda: self.presenter.received_today(entry.id))()
        self.read()

    def _retired(self, entry: "CatalogueEntry") -> None:
        self.guarded(lambda: self.presenter.retire(entry.id))()
        self.read()
        self.house.tell(
            partial(tr.say, "catalogue_page.retired"),
            action="notice.undo",
            act=lambda: self._put_back(entry),
        )

    def _put_back(self, entry: "CatalogueEntry") -> None:
        self.presenter.retire(entry.id, retired=False)
        self.read()

    def _saved(self) -> None:
        self.read()
        self.house.tell(partial(tr.say, "catalogue_page.saved"), tone="good")

    def _added(self) -> None:
        self._close()
        self._saved()

    def _close(self) -> None:
        self.form = None
        empty(self._new)
        self.add_button.setFocus()
        self.house.acts_changed()

    def _forms(self) -> list[EntryForm]:
        """Every form that is open."""
        forms = [card.form for card in self.cards.values() if card.form is not None]
        return forms + ([self.form] if self.form is not None else [])

    def _opened(self) -> EntryForm | None:
        """The form in which the keys are, or the first that is open."""
        forms = self._forms()
        focused = [form for form in forms if form.isAncestorOf(form.window().focusWidget())]
        return next(iter(focused or forms), None)

    def _lay(self, ids: list[str]) -> None:
        empty(self._list)
        self.cards = {
            one: CatalogueCard(
                self.house, self.presenter, self._received, self._retired, self._saved
            )
            for one in ids
        }
        for card in self.cards.values():
            self._list.addWidget(card)


class EntityPage(CataloguePage):
    """What a Responsible Entity sends, or is sent."""


class RegistryReportsPage(CataloguePage):
    """What the registry itself can print or list."""

    kind = Catalogue.REGISTRY
