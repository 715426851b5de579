"""The self-check at a chapter's end: each answer is judged at once, with the reason."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from immtrac_desk.desk.handbook import Question
from ui.presenters.handbook import HandbookPresenter
from ui.shell.theme import mark
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, row, rule
from ui.widgets.words import Said, plain
from ui.wording import tr


class CheckCard(Card):
    """The questions of one chapter; `chosen` is called after each answer."""

    def __init__(
        self, presenter: HandbookPresenter, chapter_id: str, chosen: Callable[[], object]
    ) -> None:
        super().__init__(
            Said("handbook_room.check", role="section"),
            Said("handbook_room.check_says", role="muted"),
        )
        self._presenter, self._chapter_id, self._chosen = presenter, chapter_id, chosen
        answers = presenter.answers(chapter_id)
        self.questions = [
            QuestionBox(number, question, self._choose)
            for number, question in enumerate(presenter.chapter(chapter_id).questions)
        ]
        for box, answer in zip(self.questions, answers, strict=True):
            self.add(rule(), box)
            if answer >= 0:
                box.show_choice(answer)
        self.result = plain(role="strong")
        self.add(rule(), self.result)
        self._tell()

    def _choose(self, question: int, choice: int) -> None:
        self._presenter.choose(self._chapter_id, question, choice)
        self._tell()
        self._chosen()

    def _tell(self) -> None:
        words = self._presenter.result_words(self._chapter_id)
        code = "handbook_room.result" if words else "handbook_room.result_open"
        self.result.setText(tr.say(code, result=words))


class QuestionBox(QWidget):
    """One question; its choices stand under each other, and beneath them what is right and why."""

    def __init__(
        self, number: int, question: Question, chosen: Callable[[int, int], object]
    ) -> None:
        super().__init__()
        self._number, self._question, self._chosen = number, question, chosen
        self._group = QButtonGroup(self)
        self.buttons: list[QRadioButton] = []
        asked = f"{number + 1}. {question.ask}"
        self.said = plain()
        self.said.hide()
        lines = [self._line(at, text, asked) for at, text in enumerate(question.choices)]
        self.setLayout(column(plain(asked, role="strong"), *lines, self.said, space=4))

    def show_choice(self, choice: int) -> None:
        """Show a choice that was made before, and what is to be said of it."""
        self.buttons[choice].setChecked(True)
        right = choice == self._question.right
        code = "handbook_room.right" if right else "handbook_room.wrong"
        self.said.setText(tr.say(code, why=self._question.why))
        mark(self.said, tone="good" if right else "warn")
        self.said.show()
        self.buttons[choice].setAccessibleDescription(self.said.text())

    def _line(self, at: int, text: str, asked: str) -> QWidget:
        button = QRadioButton()
        button.setAccessibleName(f"{asked} {text}")
        self._group.addButton(button)
        self.buttons.append(button)
        # Not `toggled`: with the arrow keys one passes over choices, and each is judged.
        button.clicked.connect(lambda: self._take(at))
        words = _Beside(text, button)
        line = row(button, words, space=0, shares=(0, 1))
        line.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        return boxed(line)

    def _take(self, choice: int) -> None:
        for button in self.buttons:
            button.setAccessibleDescription("")
        self.show_choice(choice)
        self._chosen(self._number, choice)


class _Beside(QLabel):
    """The words of a choice, which wrap; a click on them presses its circle."""

    def __init__(self, text: str, button: QRadioButton) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(0, 4, 0, 0)
        self._button = button

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._button.setFocus()
            self._button.click()
