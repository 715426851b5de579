"""The entry card of a client: the registry's screens at the left, what was done at the right."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ClientId, DocumentId
from ui.presenters.act_forms import About
from ui.presenters.entry import EntryPresenter
from ui.presenters.entry_finish import FinishPresenter
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.act_form import ActForm
from ui.views.beside import Beside
from ui.views.entry_aside import EntryAside
from ui.views.entry_card import EntryCard
from ui.views.entry_finish import FinishForm
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.widgets.choice import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.pick import Pick
from ui.widgets.words import Button, plain
from ui.wording import tr


class EntryView(Room):
    """`open(client_id=..., document_id=...)`; without a client, the one that was open."""

    margins = (28, 20, 28, 16)

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter: EntryPresenter | None = None
        self.card: EntryCard | None = None
        self.form: FinishForm | ActForm | None = None
        self.name, self.under = plain(role="title"), plain(role="muted")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.to_client = Button("entry_room.client", self._to_client, kind="link")
        self.aside = EntryAside(house, self._correct)
        self._forms = QVBoxLayout()
        self._cards = QVBoxLayout()
        words = boxed(column(self.name, self.under, space=2))
        head = row(words, self.to_client, space=16, shares=(1,))
        right = scrolled(column(self.aside, boxed(self._forms), None, space=12))
        self._left = boxed(self._cards)
        self.beside = Beside(self._left, right, (6, 4), back="entry_room.back")
        self._body = boxed(column(head, self.aside.findings, self.beside, space=12))
        self.empty = EmptyState(
            "entry_room.empty_title",
            "entry_room.empty_body",
            action="entry_room.empty_go",
            press=lambda: house.go("registry", section="entry"),
        )
        self.column.addWidget(self._body, 1)
        self.column.addWidget(self.empty)
        self._body.hide()

    # -- the room --------------------------------------------------------------------------

    def open(self, **about: object) -> None:
        wanted = about.get("client_id")
        if wanted:
            document = DocumentId(str(about.get("document_id") or ""))
            desk = self.house.desk
            self.presenter = EntryPresenter(desk, tr, ClientId(str(wanted)), document)
        elif self.presenter is not None:
            self.presenter.read()
        self._body.setVisible(self.presenter is not None)
        self.empty.setVisible(self.presenter is None)
        if self.presenter is not None:
            self._build(self.presenter)

    def title(self) -> str:
        return tr.say("entry_room.title")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        presenter = self.presenter
        if presenter is None:
            return {}
        acts: dict[str, Callable[[], object]] = {}
        if presenter.may_finish:
            acts["new_dose"] = self._new_dose
        if self.form is not None:
            acts["record"] = self.form.submit
        return acts

    def keep(self) -> None:
        if self.card is not None:
            self.card.keep()
        if self.form is not None:
            self.form.keep()

    def refresh(self, changes: Changes) -> None:
        presenter = self.presenter
        if presenter is not None and presenter.client_id in changes.clients:
            presenter.read()
            self._show()

    def retell(self) -> None:
        super().retell()
        if self.presenter is not None:
            self.presenter.read()
            self._show()

    # -- what is shown ---------------------------------------------------------------------

    def _build(self, presenter: EntryPresenter) -> None:
        """A card of its own for each client: its ticks are kept with it."""
        empty(self._cards)
        self.card = EntryCard(
            self.house,
            presenter,
            self._finish,
            says="entry_room.says",
            then="entry_room.finish",
            then_kind="quiet",  # what ends the work is noted in the form beside
        )
        self._cards.addWidget(self.card)
        self.card.show()
        self._open_finish()
        self._show()
        as_read(self)
        self.card.start()
        self.house.acts_changed()

    def _show(self) -> None:
        presenter = self.presenter
        assert presenter is not None
        self.name.setText(presenter.name())
        self.name.setToolTip(presenter.name())
        self.under.setText(presenter.under_name())
        self.aside.tell(presenter)
        if self.card is not None:
            self.card.table.show_rows()
            self.card.say_progress()

    def _open_finish(self) -> None:
        presenter = self.presenter
        assert presenter is not None
        if presenter.may_finish:
            form = FinishForm(self.house, FinishPresenter(presenter), self._done, self._stop)
            self._put(form)

    def _stop(self) -> None:
        """The screens could not be walked to their end: say why."""
        assert self.presenter is not None
        about = About(client_id=self.presenter.client_id)
        form = ActForm(self.house, "stop_entry", about, self._stopped, self._open_finish)
        reason = self.form.stop_reason if isinstance(self.form, FinishForm) else ""
        self._put(form)
        why = form.editors["reason"]
        if reason and isinstance(why, Choice | Pick) and not why.value():
            why.set_value(reason)
        form.start()

    def _put(self, form: FinishForm | ActForm) -> None:
        if self.form is not None:
            self.form.keep()
        empty(self._forms)
        self.form = form
        self._forms.addWidget(form)
        form.show()
        as_read(self)
        self.house.acts_changed()

    # -- what is done ----------------------------------------------------------------------

    def _finish(self) -> None:
        """The card is entered: on to what is noted of it."""
        self.beside.turn()
        if isinstance(self.form, FinishForm):
            self.form.searched.setFocus()

    def _done(self) -> None:
        self.house.tell(partial(tr.say, "entry_room.done"), tone="good")
        self._leave()

    def _stopped(self) -> None:
        self.house.tell(partial(tr.say, "entry_room.stop_noted"), tone="good")
        self._leave()

    def _leave(self) -> None:
        """What was finished is not offered again; the next one waits in the list."""
        self.form, self.presenter = None, None
        if self.card is not None:
            self.card.clipboard.take_back()
            self.card = None
        empty(self._forms)
        empty(self._cards)
        self.house.go("registry", section="entry")

    def _correct(self, field: str) -> None:
        if self.presenter is not None:
            about = {"client_id": self.presenter.client_id, "edit": field, "then_back": True}
            self.house.go("client", **about)

    def _to_client(self) -> None:
        if self.presenter is not None:
            self.house.go("client", client_id=self.presenter.client_id)

    def _new_dose(self) -> None:
        if self.presenter is not None:
            self.house.go("dose", client_id=self.presenter.client_id)
