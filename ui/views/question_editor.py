"""One question in hand: which answers open it; and the form of a question of the clinic's own."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.question import Opens
from immtrac_desk.errors import InputError
from ui.presenters.question_page import OWN_KINDS, OWN_STEPS, OwnQuestion, QuestionPagePresenter
from ui.widgets.card import Card
from ui.widgets.checks import Checks
from ui.widgets.choice import Choice, Option
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.framed import Framed
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.pick import Pick
from ui.widgets.text_area import TextArea
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class OpenedBy(Card):
    """The conditions of the question in hand; all must hold."""

    def __init__(self, presenter: QuestionPagePresenter) -> None:
        super().__init__(space=8)
        self.presenter = presenter
        self.question_id = ""
        self.title = plain(role="section")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.opener = Pick("question_page.opener", name="opener", typing=True)
        self.opener.changed.connect(self._offer_values)
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(0, 0, 0, 0)
        self.values = Checks("question_page.values", (), name="values")
        self.add_button = Button("question_page.add_condition", self.add_condition)
        self.drop = Button("question_page.drop_own", self._drop_own, kind="danger")
        foot = row(self.add_button, self.drop, None, space=8)
        self.form = boxed(column(self.opener, boxed(self._holder), foot, space=12))
        self.add(self.title, self._lines, self.form)

    def show_question(self, question_id: str) -> None:
        """Show what opens a question; another one in hand lets go of what was picked."""
        known = {one.id for one in self.presenter.questions}
        self.setVisible(question_id in known)
        if question_id not in known:
            self.question_id = ""
            return
        if question_id != self.question_id:
            self.question_id = question_id
            self.opener.set_value("")
            self._offer_values()
        self.refresh()

    def refresh(self) -> None:
        question = self.presenter.question(self.question_id)
        label = self.presenter.label(question)
        self.title.setText(tr.say("question_page.opened_title", label=label))
        openers = self.presenter.openers(question.id)
        self.opener.offer([Option(one.id, self.presenter.label(one)) for one in openers])
        empty(self._lines)
        for opens in question.opens:
            self._lines.addWidget(self._condition(opens))
        if not question.opens:
            self._lines.addWidget(Said("question_page.always", role="muted"))
        self.form.setVisible(self.presenter.may_edit)
        self.drop.setVisible(self.presenter.is_own(question.id))

    def add_condition(self) -> None:
        """Add what was picked, or say beside the field what is lacking."""
        try:
            opener = str(self.opener.value() or "")
            self.presenter.add_condition(self.question_id, opener, self.values.values())
        except InputError as error:
            _beside((self.opener, self.values), error)
            return
        self.opener.set_value("")
        self._offer_values()

    def _condition(self, opens: Opens) -> QWidget:
        told = self.presenter.condition_words(opens)
        words = plain(told)
        if not self.presenter.may_edit:
            return words
        drop = Button(
            "question_page.drop_condition",
            lambda: self.presenter.drop_condition(self.question_id, opens.question),
            kind="link",
        )
        drop.setAccessibleName(f"{drop.text()}: {told}")
        return boxed(row(words, drop, space=8, shares=(1,)))

    def _offer_values(self) -> None:
        """The answers of the question that was picked."""
        empty(self._holder)
        picked = str(self.opener.value() or "")
        options: list[Option] = []
        if picked:
            opener = self.presenter.question(picked)
            options = [Option(value, code) for value, code in self.presenter.values_of(opener)]
        self.values = Checks("question_page.values", options, name="values")
        self._holder.addWidget(self.values)
        self.values.setVisible(bool(options))

    def _drop_own(self) -> None:
        self.presenter.drop_own(self.question_id)


class OwnQuestionForm(Card):
    """A question of the clinic's own; `added(id)` after it stands in the list."""

    def __init__(self, presenter: QuestionPagePresenter, added: Callable[[str], object]) -> None:
        super().__init__(space=12)
        self.presenter, self._added = presenter, added
        self.label = Field("question_page.label", name="label")
        steps = [Option(step, f"application_room.step.{step}") for step in OWN_STEPS]
        self.step = Pick("question_page.step", steps, name="step")
        kinds = [Option(kind, f"question_page.kind.{kind}") for kind in OWN_KINDS]
        self.kind = Choice("question_page.kind", kinds, name="kind")
        self.kind.changed.connect(self._ask_options)
        self.options = TextArea("question_page.options", name="options")
        self.button = Button("question_page.add_own", self.add_own)
        self.add(
            Said("question_page.own_title", role="section"),
            fields(self.label, self.step, shares=(3, 2)),
            self.kind,
            self.options,
            row(self.button, None),
        )
        self._ask_options()

    def add_own(self) -> None:
        """Add it to the list in hand, or say beside the field what is lacking."""
        lines = tuple(line.strip() for line in self.options.text().splitlines() if line.strip())
        typed = OwnQuestion(
            label=self.label.text(),
            step=str(self.step.value() or ""),
            kind=self.kind.value() or "",
            options=lines,
        )
        try:
            made = self.presenter.add_own(typed)
        except InputError as error:
            _beside((self.label, self.step, self.kind, self.options), error)
            return
        self.label.set_value("")
        self.options.set_text("")
        self._added(made)

    def _ask_options(self) -> None:
        self.options.setVisible(self.kind.value() in ("choice", "words"))


def _beside(parts: tuple[Framed, ...], error: InputError) -> None:
    for part in parts:
        part.show_findings(())
        if part.name == error.field:
            part.refuse(error)
            part.setFocus()
