"""Questions that ask nothing: what is registered, what to expect, the review, the signature."""

from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.question import Question
from ui.presenters.application import ApplicationPresenter
from ui.views.changes_table import ChangesTable
from ui.widgets.layouts import column
from ui.widgets.words import plain
from ui.wording import tr

REVIEW, EXPECT = "review", "what_to_expect"


class ToldBlock(QWidget):
    """A text to be read; the review adds the table of what was changed."""

    def __init__(self, presenter: ApplicationPresenter, question: Question) -> None:
        super().__init__()
        self.presenter, self.question, self.name = presenter, question, question.id
        self.text = plain(role="muted")
        self.table = ChangesTable(presenter) if question.id == REVIEW else None
        parts = [self.text] if self.table is None else [self.text, self.table]
        self.setLayout(column(*parts, space=8))

    def refresh(self) -> None:
        self.text.setText(self._words())
        if self.table is not None:
            self.table.refresh()

    def retell(self) -> None:
        self.refresh()

    def _words(self) -> str:
        question = self.question
        if question.label:
            return question.label
        kind = self.presenter.application.kind.value
        own = f"asked_told.{question.id}.{kind}"
        told = tr.say(own if tr.has(own) else f"asked_told.{question.id}")
        if question.id == EXPECT and self.presenter.doubtful:
            return f"{told}\n{tr.say('application_room.doubtful')}"
        return told
