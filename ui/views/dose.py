"""A dose: what was given at the left, and live at the right what the registry would say of it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QSizePolicy

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ClientId, DoseId
from immtrac_desk.errors import DeskError
from ui.presenters.dose import DosePresenter, DoseTyping
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.leads import way
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.beside import Beside
from ui.views.dose_fields import DoseFields
from ui.views.dose_panel import DosePanel
from ui.views.kept_strip import KeptStrip
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.views.sparing_hint import SparingHint
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class DoseView(Room):
    """`open(client_id=...)` begins a dose, `open(dose_id=...)` opens one; `then_back` returns."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter: DosePresenter | None = None
        self._then_back = False
        self.name, self.under = plain(role="title"), plain(role="muted")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        self.fields = DoseFields(house.desk.people.parse_date, self._typed)
        self.panel = DosePanel(self._mend)
        self.save_button = Button("dose_room.save", self.save, kind="primary")
        self.next_button = Button("dose_room.save_next", self.save_and_next)
        self.empty = EmptyState(
            "dose_room.empty_title",
            "dose_room.empty_body",
            action="dose_room.empty_go",
            key="Ctrl+F",
            press=lambda: house.go("clients"),
        )
        self._lay()

    # -- the room --------------------------------------------------------------------------

    def open(self, **about: object) -> None:
        self._then_back = bool(about.get("then_back"))
        desk = self.house.desk
        if about.get("dose_id"):
            self._begin(DosePresenter.of(desk, tr, DoseId(str(about["dose_id"]))))
        elif about.get("client_id"):
            self._begin(DosePresenter.begin(desk, tr, ClientId(str(about["client_id"]))))
        self._body.setVisible(self.presenter is not None)
        self.empty.setVisible(self.presenter is None)

    def title(self) -> str:
        return tr.say("dose_room.title")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self.presenter is None or not self.presenter.may_save:
            return {}
        return {"record": self.save, "keep": self.save, "new_dose": self.save_and_next}

    def keep(self) -> None:
        self.kept_strip.keep()

    def refresh(self, changes: Changes) -> None:
        presenter = self.presenter
        if presenter is not None and presenter.client.id in changes.clients:
            presenter.take(presenter.record)
            self._show()

    def retell(self) -> None:
        super().retell()
        if self.presenter is not None:
            self.fields.offer()
            self._show()
            self.kept_strip.say_again()

    # -- what is done ----------------------------------------------------------------------

    def save(self) -> None:
        """Save the dose, and go on to its client, or back to where one came from."""
        presenter = self._saved()
        if presenter is None:
            return
        self._leave()
        if self._then_back:
            self.house.back()
        else:
            self.house.go("client", client_id=presenter.client.id)

    def save_and_next(self) -> None:
        """Save, and begin the next dose of the same client with its lot and prescriber."""
        presenter = self._saved()
        if presenter is not None:
            desk, client = self.house.desk, presenter.client.id
            self._begin(DosePresenter.begin(desk, tr, client, like=presenter.record.id))

    def _saved(self) -> DosePresenter | None:
        presenter = self.presenter
        if presenter is None:
            return None
        try:
            presenter.save()
        except DeskError as error:
            at = presenter.refuse(error)
            self._show()
            self.house.refuse(error)
            self.fields.focus(at)
            return None
        self.kept_strip.leave(saved=True)
        self.house.tell(partial(tr.say, "dose_room.saved"), tone="good")
        return presenter

    def _leave(self) -> None:
        """What was saved is no longer in hand; coming back begins nothing."""
        self.presenter = None
        self._body.hide()
        self.empty.show()

    def _cancel(self) -> None:
        self.kept_strip.leave(saved=False)
        self._leave()
        self.house.back()

    def _mend(self, kind: str) -> None:
        presenter = self.presenter
        found = way(kind, client_id=presenter.client.id) if presenter is not None else None
        if found is not None:
            self.house.go(found.room, **found.about)

    # -- what is shown ---------------------------------------------------------------------

    def _begin(self, presenter: DosePresenter) -> None:
        self.kept_strip.keep()
        self.presenter = presenter
        self.fields.begin(presenter)
        about = presenter.client.id if presenter.new else presenter.record.id
        self.kept_strip.begin(FormKeeper(self.house.desk, "dose_form", about, DoseTyping))
        self._body.show()
        self.empty.hide()
        self._show()
        for button in (self.save_button, self.next_button):
            button.setVisible(presenter.may_save)
        as_read(self)
        self.fields.start()
        self.house.acts_changed()

    def _show(self) -> None:
        presenter = self.presenter
        assert presenter is not None
        name, under = presenter.heading()
        self.name.setText(name)
        self.name.setToolTip(name)
        self.under.setText(under)
        self.fields.refresh()
        self.panel.tell(presenter.said())

    def _typed(self) -> None:
        self._show()
        self.kept_strip.typed()

    def _typing(self) -> DoseTyping | None:
        return self.presenter.typing(self.fields.unread()) if self.presenter else None

    def _put_back(self, typed: DoseTyping) -> None:
        if self.presenter is not None:
            self.presenter.put_back(typed)
            self._show()
            self.fields.put_unread(typed.unread)

    def _lay(self) -> None:
        acts = boxed(Flow(gap=8, row_gap=8))
        flow = acts.layout()
        assert isinstance(flow, Flow)
        flow.addWidget(Button("dose_room.cancel", self._cancel, kind="quiet"))
        flow.addWidget(boxed(row(self.next_button, SparingHint("Ctrl+D"), space=8)))
        flow.addWidget(boxed(row(self.save_button, SparingHint("Ctrl+Return"), space=8)))
        left = column(scrolled(column(Card(self.fields), None)), acts, space=12)
        left.setStretch(0, 1)
        right = scrolled(column(Card(self.panel), None))
        self.beside = Beside(
            boxed(left), right, (6, 4), back="dose_room.back", forward="dose_room.forward"
        )
        head = column(self.name, self.under, space=2)
        self._body = boxed(
            column(Said("dose_room.title", role="label"), head, self.kept_strip, self.beside)
        )
        self.column.addWidget(self._body, 1)
        self.column.addWidget(self.empty)
        self._body.hide()
