"""Answers of the registry: things to do at the left, one of them in whole at the right."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import AnswerItemId, ClientId
from ui.presenters.act_forms import About
from ui.presenters.answers import EVERYBODY, SHOWS, AnswersPresenter
from ui.shell.house import House
from ui.views.act_form import ActForm
from ui.views.answer_detail import AnswerDetail
from ui.views.answer_take import AnswerTake
from ui.views.beside import Beside
from ui.views.narrowing import scrolled
from ui.views.owner_strip import OwnerStrip
from ui.views.registry_page import ListedPage
from ui.views.row_table import RowTable
from ui.widgets.choice import Option
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, row
from ui.widgets.segments import Segments
from ui.widgets.words import Button, plain
from ui.wording import tr

COLUMNS = (
    ("answers_page.code", 0),
    ("answers_page.meaning", 7),
    ("answers_page.about", 6),
    ("answers_page.owner", 4),
    ("answers_page.grave", 0),
    ("answers_page.state", 0),
)
STATE = len(COLUMNS) - 1
LIST, TAKE, NOTHING = range(3)


class AnswersPage(ListedPage):
    """Enter goes where the row in hand is mended. What is dropped anywhere on it is read."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = AnswersPresenter(house.desk, tr)
        self._led = self._taken = ""
        """The item that one went away to mend; the answer that was just taken in."""
        options = tuple(Option(one, f"answers_page.shows.{one}") for one in SHOWS)
        self.shows = Segments("answers_page.show", options, SHOWS[0])
        self.shows.picked.connect(self._narrowed)
        self.owners = OwnerStrip(self._owner_picked)
        self.table = RowTable("answers_page.name", COLUMNS, lines=2)
        self.table.in_hand.connect(self._in_hand)
        self.table.chosen.connect(lambda _: self.lead())
        self.count = plain(role="caption")
        self.detail = AnswerDetail(self.presenter, self.lead, self.open_form, self._match)
        self.take = AnswerTake(house, self._was_taken, self.show_list)
        self.paste_button = Button("answers_page.paste", self.paste)
        self.setAcceptDrops(self.presenter.may_take)
        self._lay()

    # -- the page --------------------------------------------------------------------------

    def enter(self, **about: object) -> None:
        self.read()
        led, self._led = self._led, ""
        if led:
            self._show_list()
            self._tell_mended(led)
        elif about.get("act") == "paste_answer":
            self.paste()
        elif self.stack.currentIndex() != TAKE:
            self._show_list()

    def start(self) -> None:
        if self.stack.currentIndex() == TAKE:
            self.take.start()
        else:
            self.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes != Changes():
            self.read()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {}
        if self.presenter.may_take:
            acts["paste_answer"] = self.paste
        if self.stack.currentIndex() == TAKE:
            acts["record"] = self.take.submit
        elif self.detail.form is not None:
            acts["record"] = self.detail.form.submit
        elif self._client():
            acts["enter_in_registry"] = self._enter_in_registry
        return acts

    def keep(self) -> None:
        self.take.keep()
        if self.detail.form is not None:
            self.detail.form.keep()

    def _read(self) -> None:
        self.presenter.read()
        self.owners.tell(self.presenter.owner_words(), self.presenter.owner)
        self.count.setText(self.presenter.count_words())
        self.table.spare(() if self.presenter.mixed else (STATE,))
        self.table.show_rows(self.presenter.rows)
        taken, self._taken = self._taken, ""
        self.table.take_key(self.presenter.first_of(taken) if taken else "")
        if self.stack.currentIndex() == NOTHING and self.presenter.any:
            self._show_list()

    # -- what is done ----------------------------------------------------------------------

    def paste(self) -> None:
        """The box for what came back."""
        if self.stack.currentIndex() != TAKE:
            self.take.begin()
            self.stack.setCurrentIndex(TAKE)
        self.take.start()
        self.house.acts_changed()

    def show_list(self) -> None:
        """Back from the box to the things to do."""
        self._show_list()
        self.start()
        self.house.acts_changed()

    def lead(self) -> None:
        """Where the item in hand is mended: another room, or the right-hand side."""
        key = self.table.key()
        found = self.presenter.way(key)
        kind = self.presenter.lead(key)
        if found is not None:
            self._led = key
            self.house.go(found.room, **found.about)
        elif kind and self.presenter.may_close:
            self.beside.turn()
            if kind == "match":
                self.detail.start_match()
            else:
                self.open_form("email_answer" if kind == "dshs" else "close_answer")

    def open_form(self, form_id: str) -> None:
        """The small form of an act about the item in hand."""
        item = self.presenter.line(self.table.key())
        if item is None:
            return
        client = item.client.id if item.client is not None else ClientId("")
        about = replace(About(client_id=client), item_id=AnswerItemId(self.table.key()))
        done, closed = self._form_done, self._form_closed
        self.detail.put_form(ActForm(self.house, form_id, about, done, closed))
        self.house.acts_changed()

    def _match(self, client_id: str, dose_id: str) -> None:
        def do() -> None:
            self.presenter.match(self.table.key(), client_id, dose_id)
            self.house.tell(partial(tr.say, "answer_match.done"), tone="good")
            self.table.setFocus()

        self.guarded(do)()

    def _form_done(self) -> None:
        self.detail.close_form()
        self.read()
        self.beside.turn_back()
        self.table.setFocus()
        self.house.tell(partial(tr.say, "client_room.done"), tone="good")

    def _form_closed(self) -> None:
        self.detail.close_form()
        self.table.setFocus()
        self.house.acts_changed()

    def _was_taken(self, answer_id: str) -> None:
        """To the first thing that it asks to be done, whoever's work it is."""
        self.shows.set_value(SHOWS[0])
        self.presenter.show, self.presenter.owner = SHOWS[0], EVERYBODY
        self._taken = answer_id
        self.read()
        # Something is there now, also while its rows are still being derived.
        self.stack.setCurrentIndex(LIST)
        self.start()
        self.house.acts_changed()
        self.house.tell(partial(tr.say, "answer_take.done"), tone="good")

    def _tell_mended(self, key: str) -> None:
        """One comes back: say whether the item is mended now, and where it stands."""
        if self.presenter.mended(key):
            said = partial(self.presenter.mended, key)
            show = partial(self._show_done, key)
            self.house.tell(said, tone="good", action="answers_page.show_mended", act=show)

    def _show_done(self, key: str) -> None:
        self.shows.set_value("done")
        self._narrowed("done")
        self.table.take_key(key)
        self.table.setFocus()

    def _client(self) -> ClientId:
        line = self.presenter.line(self.table.key())
        return line.client.id if line is not None and line.client is not None else ClientId("")

    def _enter_in_registry(self) -> None:
        self.house.go("entry", client_id=self._client())

    # -- what is dropped -------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        held = event.mimeData()
        places = [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.paste()
        if places:
            self.take.read_file(Path(places[0]), AnswerSource.DROPPED)
        elif held.hasText():
            self.take.read_text(held.text())

    # -- what is shown ---------------------------------------------------------------------

    def _in_hand(self, key: str) -> None:
        self.detail.show_item(key)
        self.house.acts_changed()

    def _narrowed(self, show: str) -> None:
        self.presenter.show = show
        self.read()

    def _owner_picked(self, owner: str) -> None:
        self.presenter.owner = owner
        self.read()

    def _show_list(self) -> None:
        self.stack.setCurrentIndex(LIST if self.presenter.any else NOTHING)

    def _lay(self) -> None:
        self.paste_button.setVisible(self.presenter.may_take)
        bar = row(self.shows, None, self.paste_button, space=12)
        left = column(bar, self.owners, self.table, self.count, space=10)
        left.setStretch(2, 1)
        right = scrolled(column(self.detail, None))
        self.beside = Beside(
            boxed(left), right, (9, 4), back="answers_page.back", forward="answers_page.one"
        )
        nothing = EmptyState(
            "answers_page.empty_title",
            "answers_page.empty_body",
            action="answers_page.paste" if self.presenter.may_take else "",
            key="Ctrl+Shift+V" if self.presenter.may_take else "",
            press=self.paste,
        )
        self.stack = QStackedWidget()
        for widget in (self.beside, self.take, nothing):
            self.stack.addWidget(widget)
        self.setLayout(column(self.stack))
