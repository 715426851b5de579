"""An application for the site agreement: its answers, its entry card, and what became of it."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from immtrac_desk.domain.agreement import ApplicationState
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ApplicationId
from ui.presenters.application import ApplicationPresenter
from ui.presenters.entry_card import EntryCardPresenter
from ui.shell.house import House
from ui.shell.room import Room
from ui.shell.theme import theme
from ui.views.application_answers import ApplicationAnswers
from ui.views.application_head import PARTS, ApplicationHead
from ui.views.application_record import ApplicationRecord
from ui.views.entry_card import EntryCard
from ui.widgets.empty_state import EmptyState
from ui.wording import tr

FIRST_PART = {
    ApplicationState.DRAFT: "answers",
    ApplicationState.READY_TO_SIGN: "answers",
    ApplicationState.SIGNED_NOT_SENT: "card",
}
"""What one comes to see in each state; once it was sent, the record."""
ENDED = frozenset({ApplicationState.APPROVED, ApplicationState.REFUSED, ApplicationState.ABANDONED})
SEND = "application_send"
PINNED_TO, LOW = 125, 680
"""Percent of text, and pixels of height, beyond which only the title stays above the form."""


class ApplicationView(Room):
    """`open(application_id=..., part=...)`. What is typed is saved at every pause."""

    margins = (28, 22, 28, 16)

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter: ApplicationPresenter | None = None
        self.part = PARTS[0]
        self.head = ApplicationHead(self.turn, self._unlock, self._take_people)
        self.pages = QStackedWidget()
        self.empty = EmptyState(
            "application_room.empty.title",
            "application_room.empty.body",
            action="application_room.empty.go",
            press=lambda: house.go("agreement"),
        )
        self.column.addWidget(self.head)
        self.column.addWidget(self.pages, 1)
        self.column.addWidget(self.empty)
        self.head.hide()
        self.pages.hide()
        theme.changed.connect(self._place_strips)

    # -- the room ----------------------------------------------------------------------------

    def open(self, **about: object) -> None:
        """`application_id`, and perhaps a `part`; without an id the one that was open."""
        wanted = about.get("application_id")
        if wanted:
            self._show(ApplicationId(str(wanted)))
        elif self.presenter is not None:
            self.presenter.read()
        if self.presenter is None:
            self.empty.setFocus()
            return
        self.turn(str(about.get("part") or self._first_part()))

    def title(self) -> str:
        return tr.say("application_room.title")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self.presenter is None:
            return {}
        acts: dict[str, Callable[[], object]] = {"sheet_language": self.answers.other_language}
        if self.presenter.editable:
            acts["keep"] = self.answers.keep_said
        if self.part == "answers":
            acts |= {"record": self.answers.go_on, "print": self.answers.print_for_ink}
        elif self.part == "card":
            acts["record"] = self._sent
        else:
            acts |= self._record_acts()
        return acts

    def keep(self) -> None:
        if self.presenter is not None:
            self.answers.keep()
            self.record.keep()
            if self.card is not None:
                self.card.keep()

    def refresh(self, changes: Changes) -> None:
        """Somebody may have changed the people meanwhile; what is typed is ours."""
        presenter = self.presenter
        if presenter is not None and presenter.application.organization_id in changes.organizations:
            presenter.heard()

    def retell(self) -> None:
        super().retell()
        if self.presenter is not None:
            self._refresh()

    # -- parts -------------------------------------------------------------------------------

    def turn(self, part: str) -> None:
        """Show the answers, the entry card or the record."""
        if self.presenter is None:
            return
        self.answers.rest()
        self.part = part if part in PARTS else PARTS[0]
        if self.part == "card":
            self._open_card()
        pages = {"answers": self.answers, "card": self.card, "record": self.record}
        page = pages[self.part]
        assert page is not None
        self.pages.setCurrentWidget(page)
        self._place_strips()
        self._refresh()
        page.start()
        self.house.acts_changed()

    def _first_part(self) -> str:
        """What comes next: to correct what DSHS returned, to sign, to copy, or to follow."""
        assert self.presenter is not None
        picture = self.presenter.picture
        part = FIRST_PART.get(picture.state, "record")
        return "answers" if picture.returned and part == "card" else part

    def _show(self, application_id: ApplicationId) -> None:
        """Build the pages of an application; of the one that stands there, read it again."""
        if self.presenter is not None and self.presenter.id == application_id:
            self.presenter.read()
            return
        self._clear()
        picture = self.house.desk.agreement.application(application_id)
        self.presenter = presenter = ApplicationPresenter(self.house.desk, picture)
        self.answers = ApplicationAnswers(
            self.house, presenter, self.turn, self._roster, self._signed
        )
        self.record = ApplicationRecord(self.house, presenter, self._done)
        self.card: EntryCard | None = None
        self._add_page(self.answers)
        self._add_page(self.record)
        presenter.changed = self._refresh
        self.empty.hide()
        self.head.show()
        self.pages.show()

    def _place_strips(self) -> None:
        """Pinned above the part in sight; where room is scarce they scroll with the form."""
        cramped = theme.percent > PINNED_TO or self.height() < LOW
        if self.presenter is not None and cramped and self.part == "answers":
            self.answers.form.inner.insertWidget(0, self.head.strips)
        else:
            self.head.take_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_strips()

    def _clear(self) -> None:
        self.keep()
        self.head.take_back()
        while self.pages.count():
            page = self.pages.widget(0)
            assert page is not None
            self.pages.removeWidget(page)
            page.deleteLater()

    def _add_page(self, page: QWidget) -> None:
        # A page out of sight must not keep its room from the one in sight.
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.pages.addWidget(page)

    def _open_card(self) -> None:
        assert self.presenter is not None
        if self.card is None:
            rows = EntryCardPresenter(self.house.desk, self.presenter.id, tr)
            self.card = EntryCard(self.house, rows, self._sent)
            self._add_page(self.card)
        self.card.refresh()

    def _refresh(self) -> None:
        """Follow the presenter: the head, and the part that is in sight."""
        assert self.presenter is not None
        self.head.tell(self.presenter, self.part)
        if self.part == "answers":
            self.answers.refresh()
        elif self.part == "record":
            self.record.refresh()
        if self.card is not None:
            self.card.sent.setVisible(self.record.next_act() == SEND)
        self.house.acts_changed()

    # -- acts --------------------------------------------------------------------------------

    def _record_acts(self) -> dict[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "attach": lambda: self.record.open_act("application_attach")
        }
        paper, form, following = self.record.paper, self.record.form, self.record.next_act()
        if form is not None:
            acts["record"] = form.submit
        elif following:
            acts["record"] = lambda: self.record.open_act(following)
        if paper is not None and paper.copy is not None:
            acts["print"] = paper.copy
        return acts

    def _unlock(self) -> None:
        assert self.presenter is not None
        self.presenter.unlock()
        self.answers.form.setFocus()

    def _take_people(self) -> None:
        assert self.presenter is not None
        self.presenter.take_people()
        self.house.tell(tr.say("application_room.people_taken"), tone="warn")

    def _roster(self) -> None:
        assert self.presenter is not None
        organization = self.presenter.application.organization_id
        self.house.go("agreement", section="people", organization_id=organization)

    def _signed(self) -> None:
        """Filed: the next thing is to type it into the portal."""
        self.turn("card")
        self.house.tell(tr.say("application_room.signed"), tone="good")

    def _sent(self) -> None:
        self.turn("record")
        if self.record.next_act() == SEND:
            self.record.open_act(SEND)

    def _done(self) -> None:
        """An act of the record was done: read again, and say where it stands now."""
        assert self.presenter is not None
        self.presenter.read()
        state = self.presenter.picture.state
        if state in ENDED and self.card is not None:
            self.card.presenter.settle()
        self.house.tell(tr.say(f"application_room.now.{state.value}"), tone="good")
        self.turn(self._first_part())
