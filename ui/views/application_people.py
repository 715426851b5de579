"""People of an application by role: read here, changed in the list of people."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.question import Question
from immtrac_desk.domain.site_person import NamedPerson
from ui.presenters import application_words as words
from ui.presenters.application import ApplicationPresenter
from ui.presenters.application_people import named, person_words
from ui.shell.theme import mark
from ui.widgets.finding_line import FindingLine
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, plain
from ui.wording import tr

MOST = 6
"""People shown of one role; the others are counted, and stand in the list of people."""


class PeopleBlock(QWidget):
    """Everybody who holds one of the question's roles, and what is said of them."""

    def __init__(
        self, presenter: ApplicationPresenter, question: Question, roster: Callable[[], object]
    ) -> None:
        super().__init__()
        self.presenter, self.question, self.name = presenter, question, question.id
        self._shown: object = None
        self.label = plain(role="label")
        self.mark = plain(role="caption", wrap=False)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.said = FindingLine()
        self.open = Button("application_room.people.open", roster, kind="link")
        head = row(self.label, self.open, self.mark, shares=(1, 0, 0))
        self.setLayout(column(head, self.lines, self.said, space=4))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus to the way to the list of people, as a field does to its editor."""
        self.open.setFocus(reason)

    def refresh(self) -> None:
        """Show who is named now; nothing is drawn anew where nothing changed."""
        people = named(self.presenter.picture, self.question)
        findings = self.presenter.findings(self.question.id)
        told, changed = self.presenter.mark(self.question, tr)
        shown = (people, findings, tr.language, self.presenter.missing(), told)
        if shown == self._shown:
            return
        self._shown = shown
        self.label.setText(words.label_words(self.question, tr))
        self.open.setAccessibleName(f"{self.open.text()}: {self.label.text()}")
        self.mark.setText(told)
        self.mark.setVisible(bool(told))
        mark(self.mark, tone="warn" if changed else "")
        self._list(people)
        self.said.tell(findings)
        # One button leads there from the head of the step; beside a role only where it must.
        self.open.setVisible(not people or bool(findings))

    def retell(self) -> None:
        self._shown = None
        self.refresh()

    def _list(self, people: tuple[NamedPerson, ...]) -> None:
        empty(self.lines)
        for person in people[:MOST]:
            name, under = person_words(person, self.question, tr)
            parts = [plain(name, role="strong"), *([plain(under, role="caption")] if under else [])]
            self.lines.addWidget(boxed(column(*parts, space=0)))
        if len(people) > MOST:
            more = tr.say("application_room.people.more", count=len(people) - MOST)
            self.lines.addWidget(plain(more, role="caption"))
        if not people:
            self.lines.addWidget(plain(tr.say("application_room.people.nobody"), role="muted"))
