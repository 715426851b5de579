"""One thing to do, in whole: what it means, whose it is, and the act that mends it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.answers import AnswersPresenter
from ui.views.act_form import ActForm
from ui.views.fact_list import FactList
from ui.widgets.card import Card
from ui.widgets.client_search import ClientSearch, Found
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

FORMS = ("email_answer", "close_answer", "reopen_answer")


class AnswerDetail(QWidget):
    """`lead()` goes where it is mended; `form(id)` opens a small form here; `match(client id)`."""

    def __init__(
        self,
        presenter: AnswersPresenter,
        lead: Callable[[], object],
        form: Callable[[str], object],
        match: Callable[[str, str], object],
    ) -> None:
        super().__init__()
        self.presenter, self.key = presenter, ""
        self.form: ActForm | None = None
        self.code, self.pill = plain(role="title", wrap=False), StatusPill()
        self.meaning, self.action = plain(role="strong"), plain()
        self.closed = plain(role="caption")
        self.facts = FactList()
        self.lead_button = Button("answer_lead.client", lead, kind="primary")
        self.search = ClientSearch()
        self.search.asked.connect(self._ask)
        self.search.chosen.connect(lambda client: match(client, ""))
        self._matched = match
        self.doses = QVBoxLayout()
        self.doses.setSpacing(4)
        self.match_says = Said("answer_match.says", role="muted")
        self.buttons = {one: self._button(one, form) for one in FORMS}
        self._forms = QVBoxLayout()
        self._lay()
        self.show_item("")

    def _lay(self) -> None:
        self._match = Card(
            Said("answer_match.title", role="section"),
            self.match_says,
            self.search,
            boxed(self.doses),
            space=8,
        )
        acts = QWidget()
        flow = Flow(acts, gap=8, row_gap=8)
        for button in self.buttons.values():
            flow.addWidget(button)
        told = Card(
            row(self.code, None, self.pill),
            self.meaning,
            self.action,
            boxed(row(self.lead_button, None)),
            self.closed,
            self.facts,
            acts,
            space=10,
        )
        self.none = Said("answers_page.choose", role="muted")
        self._told = boxed(column(told, self._match, boxed(self._forms), space=12))
        self.setLayout(column(self.none, self._told))

    def show_item(self, key: str) -> None:
        """Show the item of a row; what is half typed about another is kept and gives way."""
        if key != self.key:
            self.close_form()
            self.search.clear()
        self.key = key
        self.presenter.take_in_hand(key)
        said = self.presenter.said(key)
        self.none.setVisible(said is None)
        self._told.setVisible(said is not None)
        if said is None:
            return
        self.code.setText(said.code)
        self.pill.tell(said.pill, said.tone)
        self.meaning.setText(said.meaning)
        self.action.setText(said.action)
        self.closed.setText(said.closed)
        self.closed.setVisible(bool(said.closed))
        self.facts.tell(said.facts)
        self._offer(key, done=bool(said.closed))

    def start_match(self) -> None:
        """The line in which one looks for whose it is, with the name that the answer gives."""
        self._match.show()
        if self.search.isHidden():
            first = self.doses.itemAt(0)
            widget = first.widget() if first is not None else None
            (widget or self.lead_button).setFocus()
            return
        if not self.search.text():
            self.search.line.setText(self.presenter.hint(self.key))
        self.search.line.setFocus()
        self.search.line.selectAll()
        self.search.ask()

    def put_form(self, form: ActForm) -> None:
        """Open a small form under what it is about."""
        self.close_form()
        self.form = form
        self._forms.addWidget(form)
        form.show()
        form.start()

    def close_form(self) -> None:
        if self.form is not None:
            self.form.keep()
        empty(self._forms)
        self.form = None

    def _offer(self, key: str, *, done: bool) -> None:
        """Only what can be done with it now."""
        kind, writes = self.presenter.lead(key), self.presenter.may_close
        way = self.presenter.way(key) is not None or kind in ("match", "note", "dshs")
        self.lead_button.setVisible(way and (writes or kind not in ("match", "note", "dshs")))
        if kind:
            self.lead_button.say(f"answer_lead.{kind}")
        self._match.setVisible(kind == "match" and writes)
        self._offer_doses(key)
        self.buttons["email_answer"].setVisible(kind == "dshs" and writes)
        self.buttons["close_answer"].setVisible(not done and writes)
        self.buttons["reopen_answer"].setVisible(self.presenter.reopens(key) and writes)

    def _offer_doses(self, key: str) -> None:
        """The client is known, and only which dose it is about is not."""
        empty(self.doses)
        line = self.presenter.line(key)
        known = line.client if line is not None else None
        self.search.setVisible(known is None)
        self.match_says.say(f"answer_match.{self.presenter.match_words(key)}")
        if known is None:
            return
        for dose_id, words in self.presenter.doses(key):
            button = Button("", partial(self._matched, known.id, dose_id), kind="link")
            button.show_text(words)
            self.doses.addWidget(button)
            button.show()

    def _ask(self, text: str) -> None:
        found = self.presenter.find(text)
        lines = [Found(one.id, one.name.shown, tr.short_date(one.born_on)) for one in found]
        said = "answer_match.nobody" if text and not found else ""
        self.search.show_found(lines, said=said)

    @staticmethod
    def _button(form_id: str, form: Callable[[str], object]) -> Button:
        return Button(f"act_form.{form_id}.title", lambda: form(form_id), kind="quiet")
