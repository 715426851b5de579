"""The page of the application's questions: the clinic's own list, shown as unconfirmed."""

from collections.abc import Callable, Mapping

from immtrac_desk.errors import DeskError, InputError
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.question_page import QuestionPagePresenter, QuestionTyping
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.kept_strip import KeptStrip
from ui.views.question_editor import OpenedBy, OwnQuestionForm
from ui.views.question_table import QuestionTable
from ui.views.reading_order import as_read
from ui.views.settings_page import SettingsPage
from ui.views.sparing_hint import SparingHint
from ui.widgets.banner import Banner
from ui.widgets.layouts import boxed, row
from ui.widgets.words import Button
from ui.wording import tr

ROOM = "question_page"
TALL = 430


class QuestionPage(SettingsPage):
    """Edits count once they are saved; applications that were begun keep their questions."""

    def __init__(self, house: House) -> None:
        super().__init__(house, "questions")
        self.presenter = QuestionPagePresenter(house.desk, tr, self._refresh)
        self.banner = Banner("warn")
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        self.opened = OpenedBy(self.presenter)
        self.table = QuestionTable(self.presenter, self.opened.show_question)
        self.own = OwnQuestionForm(self.presenter, self._added)
        self.save_button = Button("question_page.save", self.save, kind="primary")
        self.give_up = Button("question_page.give_up", self._give_up, kind="quiet")
        foot = row(self.save_button, SparingHint("Ctrl+Return"), self.give_up, None, space=8)
        self.add(self.banner, self.kept_strip, self.table, self.opened, self.own)
        self.across.addWidget(boxed(foot))
        self.across.setSpacing(12)
        self.own.setVisible(self.presenter.may_edit)
        self.opened.hide()
        self._begun = False

    def read(self) -> None:
        self.presenter.read()
        self.banner.tell(tr.say("settings.unconfirmed"), self._words())
        if not self._begun:
            self._begun = True
            self.kept_strip.begin(FormKeeper(self.house.desk, ROOM, "", QuestionTyping))
        self.kept_strip.say_again()

    def keep(self) -> None:
        """Lose nothing that was edited: kept over the lock."""
        self.kept_strip.keep()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"record": self.save, "keep": self.save} if self.presenter.may_edit else {}

    def save(self) -> None:
        """Save the list as a new version, or say which question cannot stand."""
        if not self.presenter.edited:
            return
        try:
            self.presenter.save()
        except InputError as error:
            self.table.take(error.field)
            self.house.refuse(error)
        except DeskError as error:
            self.house.refuse(error)
        else:
            self.kept_strip.leave(saved=True)
            self._begun = False
            self.read()
            self.house.tell(tr.say("question_page.saved"), tone="good")

    def _refresh(self) -> None:
        self.table.setFixedHeight(theme.pixels(TALL))
        self.table.show_questions()
        self.opened.show_question(self.table.in_hand())
        self.save_button.setEnabled(self.presenter.edited)
        self.give_up.setVisible(self.presenter.edited)
        self.save_button.setVisible(self.presenter.may_edit)
        if self.presenter.edited:
            self.kept_strip.typed()
        as_read(self)

    def _added(self, question_id: str) -> None:
        self.table.take(question_id)
        self.opened.show_question(question_id)

    def _give_up(self) -> None:
        self.presenter.give_up()
        self.kept_strip.leave(saved=False)
        self._begun = False
        self.read()

    def _typing(self) -> QuestionTyping:
        edited = self.presenter.edited
        return QuestionTyping(questions=self.presenter.questions if edited else ())

    def _put_back(self, typed: QuestionTyping) -> None:
        self.presenter.put(typed.questions)

    def _words(self) -> str:
        mine = "built_in" if self.presenter.built_in else "own_list"
        said = [tr.say(f"question_page.{mine}"), tr.say("question_page.begun_keep")]
        if not self.presenter.may_edit:
            said.append(tr.say("settings.read_only"))
        return " ".join(said)
