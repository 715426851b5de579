"""Lists: every work list with its count, the people of the one in hand, letters to them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from immtrac_desk.domain.changes import Changes
from ui.presenters.letters import LettersPresenter
from ui.presenters.registry_lists import ListsPresenter
from ui.shell.house import House
from ui.views.beside import Beside
from ui.views.letters_pane import LettersPane
from ui.views.list_choices import ListChoices
from ui.views.list_people import ListPeople
from ui.views.registry_page import RegistryPage
from ui.views.slow_work import SlowWork
from ui.widgets.layouts import boxed, column
from ui.widgets.words import Button
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk.letter_pictures import ListPicture


class RegistryLists(RegistryPage):
    """The lists are read off the event loop; what one ticked stays when they are read again."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = ListsPresenter(house.desk, tr)
        self.slow = SlowWork()
        self.choices = ListChoices()
        self.choices.chosen.connect(self.choose)
        self.choices.entered.connect(self._to_people)
        self.last_run = Button("letters.last_run", self._to_run, kind="link")
        self.people = ListPeople(house, self.presenter)
        self.people.letters_asked.connect(self.to_letters)
        self.letters = LettersPane(house, LettersPresenter(house.desk, tr))
        self.letters.left.connect(self.to_people)
        self._right = QStackedWidget()
        self._right.addWidget(self.people)
        self._right.addWidget(self.letters)
        left = column(self.choices, self.last_run, space=8)
        left.setStretch(0, 1)
        self.beside = Beside(boxed(left), self._right, (1, 3), back="lists_page.back")
        whole = column(self.slow, self.beside, space=4)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.last_run.hide()
        self._asked = ""
        self._again = False

    # -- as a part of its room -------------------------------------------------------------

    def enter(self, **about: object) -> None:
        """`list_code` takes a list in hand."""
        self._asked = str(about.get("list_code") or "")
        self.read()

    def start(self) -> None:
        """Put the focus where the work begins."""
        if self._right.currentWidget() is self.letters:
            self.letters.start()
        else:
            self.choices.setFocus()

    def read(self) -> None:
        """Read the lists anew; a wish that comes meanwhile is served next."""
        if self.slow.busy:
            self._again = True
            return
        self.slow.do("lists_page.reading", self.presenter.read, self._read, self.house.refuse)

    def refresh(self, changes: Changes) -> None:
        """The desk rang."""
        if changes.clients or changes.documents or changes.settings or changes.organizations:
            self.read()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self._right.currentWidget() is self.letters:
            return self.letters.acts()
        return self.people.acts()

    def keep(self) -> None:
        """A run that nobody may see the end of stops, and notes nothing: it could be the lock."""
        if self.letters.busy:
            self.letters.stop()

    def retell(self) -> None:
        super().retell()
        self._tell()

    # -- what is shown ---------------------------------------------------------------------

    def choose(self, code: str) -> None:
        """Take a list in hand."""
        self.presenter.choose(code)
        self.to_people()
        self.people.tell()

    def to_letters(self) -> None:
        """Letters to those who are ticked, or to all who are shown."""
        if not self.presenter.may_write or not self.presenter.shown:
            return
        self._right.setCurrentWidget(self.letters)
        self.letters.begin(self.presenter.letter, self.presenter.chosen())

    def to_people(self) -> None:
        """Back to the people of the list; a run that was written can still be returned to."""
        self._right.setCurrentWidget(self.people)
        self._offer_run()
        self.house.acts_changed()

    def _to_people(self) -> None:
        self.to_people()
        self.beside.turn()
        self.people.table.setFocus()

    def _offer_run(self) -> None:
        """A lock may have fallen between a run and its pages: the link leads to them too."""
        run = self.letters.presenter.run
        self.last_run.setVisible(run is not None or bool(self.presenter.last_run))

    def _to_run(self) -> None:
        if self.letters.presenter.run is None:
            self.house.go("documents", run_id=self.presenter.last_run)
            return
        self._right.setCurrentWidget(self.letters)
        self.beside.turn()
        self.letters.show_run()

    def _read(self, lists: "tuple[ListPicture, ...]") -> None:
        self.presenter.take(lists)
        if self._asked:
            self.presenter.choose(self._asked)
            self._asked = ""
            self.to_people()
        self._tell()
        if self._again:
            self._again = False
            self.read()

    def _tell(self) -> None:
        self._offer_run()
        self.choices.show_choices(self.presenter.choices(), self.presenter.code)
        self.people.tell()
