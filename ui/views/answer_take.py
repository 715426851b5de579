"""What came back is pasted, opened or dropped here, looked at, and taken in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from immtrac_desk.domain.answer import Answer, AnswerSource
from immtrac_desk.domain.kept_form import PASTED
from immtrac_desk.errors import DeskError
from ui.presenters.answer_preview import KEPT, PasteTyping, PreviewPresenter, read_file, typing_of
from ui.presenters.form_keeper import FormKeeper
from ui.shell.house import House
from ui.views.kept_strip import KeptStrip
from ui.views.narrowing import scrolled
from ui.views.row_table import RowTable
from ui.views.slow_work import SlowWork
from ui.views.sparing_hint import SparingHint
from ui.widgets.banner import Banner
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, Said, retell_all
from ui.wording import tr

COLUMNS = (
    ("answers_page.owner", 4),
    ("answers_page.code", 0),
    ("answers_page.meaning", 8),
    ("answers_page.about", 6),
    ("answers_page.times", 0),
)


class PasteBox(QPlainTextEdit):
    """Plain text of any length; Tab goes on. Files are not its business but its page's."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setUndoRedoEnabled(False)
        self.retell()

    def retell(self) -> None:
        self.setAccessibleName(tr.say("answer_take.box"))
        self.setPlaceholderText(tr.say("answer_take.hint"))


class AnswerTake(QWidget):
    """`taken(answer id)` after it was taken in, `left` where one goes back to the list without."""

    def __init__(
        self, house: House, taken: Callable[[str], object], left: Callable[[], object]
    ) -> None:
        super().__init__()
        self.house, self._taken, self._left = house, taken, left
        self.presenter = PreviewPresenter(house.desk, tr)
        self.box = PasteBox()
        self.slow = SlowWork()
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        self.box.textChanged.connect(self.kept_strip.typed)
        self.found = QVBoxLayout()
        self.found.setSpacing(6)
        self.table = RowTable("answer_take.rows", COLUMNS, lines=2)
        self.read_button = Button("answer_take.read", self.read_pasted, kind="primary")
        self.take_button = Button("answer_take.take", self.take, kind="primary")
        self._lay()

    def start(self) -> None:
        """Ready for Ctrl+V."""
        if self.stack.currentIndex() == 0:
            self.box.setFocus()

    def begin(self) -> None:
        """An empty box, and the offer of what was pasted before and not taken in."""
        self.show_box()
        self.kept_strip.begin(FormKeeper(self.house.desk, PASTED, "", PasteTyping))

    def submit(self) -> None:
        """Ctrl+Enter: read what is pasted, then take in what was read."""
        if self.stack.currentIndex() == 0:
            self.read_pasted()
        elif self.presenter.ready:
            self.take()

    def keep(self) -> None:
        self.kept_strip.keep()

    def retell(self) -> None:
        retell_all(self)
        self.kept_strip.say_again()
        self._show_preview()

    # -- reading ---------------------------------------------------------------------------

    def read_pasted(self) -> None:
        """Read what stands in the box."""
        text = self.box.toPlainText()
        if text.strip():
            self._read(lambda: text, AnswerSource.PASTED)
        else:
            self.house.tell(lambda: tr.say("answer_take.nothing"), tone="warn")
            self.box.setFocus()

    def choose(self) -> None:
        """Ask for a file and read it."""
        place = QFileDialog.getOpenFileName(self, tr.say("answer_take.choose"))[0]
        if place:
            self.read_file(Path(place), AnswerSource.OPENED)

    def read_file(self, place: Path, source: AnswerSource) -> None:
        """Read the content of a file off the event loop; its name is kept nowhere."""
        self._read(lambda: read_file(place), source)

    def read_text(self, text: str) -> None:
        """Read text that was dropped."""
        self._read(lambda: text, AnswerSource.DROPPED)

    def _read(self, content: Callable[[], bytes | str], source: AnswerSource) -> None:
        def work() -> object:
            self.presenter.take_up(content(), source)
            return self.presenter.read()

        self.slow.do("answer_take.reading", work, self._was_read, self._failed, cancel=self.start)

    def _was_read(self, preview: object) -> None:
        self.presenter.preview = preview  # type: ignore[assignment]
        self.stack.setCurrentIndex(1)
        self._show_preview()
        (self.take_button if self.presenter.ready else self.again_button).setFocus()
        self.house.acts_changed()

    def _failed(self, error: DeskError) -> None:
        self.house.refuse(error)
        self.start()

    # -- taking in -------------------------------------------------------------------------

    def take(self) -> None:
        """Take in what was read, by one act."""
        self.slow.do("answer_take.taking", self.presenter.take, self._was_taken, self._failed)

    def _was_taken(self, answer: Answer) -> None:
        self.kept_strip.leave(saved=True)
        self.presenter.take_up("", AnswerSource.PASTED)
        self.show_box()
        self._taken(answer.id)

    def leave(self) -> None:
        """Back to the list; what is pasted goes."""
        self.kept_strip.leave(saved=False)
        self.show_box()
        self._left()

    def show_box(self) -> None:
        """The empty box."""
        self.box.clear()
        self.stack.setCurrentIndex(0)

    def back_to_box(self) -> None:
        """Something else is to be read; what was pasted stands there again."""
        self.stack.setCurrentIndex(0)
        self.box.setFocus()
        self.house.acts_changed()

    # -- what is shown ---------------------------------------------------------------------

    def _show_preview(self) -> None:
        empty(self.found)
        for tone, text in self.presenter.lines():
            banner = Banner(tone)
            self.found.addWidget(banner)
            banner.tell("", text, tone=tone)
        self._fit()
        self.table.show_rows(self.presenter.rows)
        self.table.setVisible(self.presenter.count > 0)
        self.take_button.setEnabled(self.presenter.ready)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as what was found takes, and no higher than leaves the rows their room."""
        count = self.found.count()
        held = [item.widget() for at in range(count) if (item := self.found.itemAt(at))]
        heights = [one.heightForWidth(self.width()) for one in held if one is not None]
        needed = sum(heights) + self.found.spacing() * count
        self._told.setFixedHeight(min(needed, self.height() * 2 // 5))

    def _typing(self) -> PasteTyping:
        return typing_of(self.box.toPlainText())

    def _put_back(self, typed: PasteTyping) -> None:
        self.box.setPlainText(typed.text)
        self.box.setFocus()
        if typed.cut:
            self.house.tell(partial(tr.say, "answer_take.cut", kept=f"{KEPT:,}"), tone="warn")

    def _lay(self) -> None:
        away = Button("answer_take.back", self.leave, kind="quiet")
        choose = Button("answer_take.open", self.choose)
        foot = row(away, None, choose, self.read_button, SparingHint("Ctrl+Return"), space=8)
        box = column(self.kept_strip, self.box, foot, space=10)
        box.setStretch(1, 1)
        self.again_button = Button("answer_take.again_button", self.back_to_box, kind="quiet")
        end = row(self.again_button, None, self.take_button, SparingHint("Ctrl+Return"), space=8)
        self._told = scrolled(column(boxed(self.found), None, space=0))
        seen = column(self._told, self.table, end, space=10)
        seen.setStretch(1, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(boxed(box))
        self.stack.addWidget(boxed(seen))
        head = Said("answer_take.title", role="section")
        says = Said("answer_take.says", role="muted")
        layout = column(head, says, self.slow, self.stack, space=8)
        layout.setStretch(3, 1)
        self.setLayout(layout)
