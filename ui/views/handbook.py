"""The handbook: its chapters at the left, a page at the right, a check at each chapter's end."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.errors import DeskError
from ui import background
from ui.presenters.handbook import HandbookPresenter
from ui.shell.actions import BY_ID
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.beside import Beside
from ui.views.clients import SearchLine
from ui.views.handbook_check import CheckCard
from ui.views.handbook_page import ChapterPage
from ui.views.handbook_training import TrainingCard
from ui.views.line_table import LineTable
from ui.views.narrowing import scrolled
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, KeyHint, Said
from ui.wording import tr

TRAINING = "training"
"""What stands at the right in place of a chapter: the record to be signed."""
_ABOVE = 8


class HandbookView(Room):
    """`open(chapter=, anchor=)` turns to a page, `open(find=)` lists the sections that hold some
    words; without them the last page stays."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = HandbookPresenter(house.desk, tr)
        self.shown = ""
        self._rows = self.presenter.rows()
        self.line = SearchLine(self._into_list, self._first)
        self.line.textEdited.connect(lambda _: self.narrow())
        columns = (("handbook_room.col_chapter", 1), ("handbook_room.col_result", 0))
        self.list = LineTable("handbook_room.list", columns, self._chosen)
        self.none = EmptyState("handbook_room.none_title", "handbook_room.none_body")
        self.training_button = Button("handbook_room.training", self.sign_record, kind="link")
        self.keys = Button("handbook_room.keys", lambda: house.go("help"), kind="link")
        self.print = Button("handbook_room.print", self.print_all)
        self.page: ChapterPage | None = None
        self.check: CheckCard | None = None
        self.training: TrainingCard | None = None
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(0, 0, 12, 24)
        self._inner.setSpacing(20)
        self.area: QScrollArea = scrolled(self._inner)
        self._content = self.area.widget() or QWidget()
        # The page itself can be scrolled with the keys, and is what F1 leads to.
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sought: str | None = None
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(lambda: QTimer.singleShot(0, self, self._seek))
        bar.actionTriggered.connect(self._let_go)
        self._lay()
        self.retell()

    def open(self, **about: object) -> None:
        find = str(about.get("find") or "")
        self.line.setText(find)
        self.narrow()
        chapter = str(about.get("chapter") or self.shown or self.presenter.chapters()[0].id)
        self.turn_to(chapter, str(about.get("anchor") or ""))
        if find:
            self._show_found()

    def title(self) -> str:
        return tr.say("handbook_room.title")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self.line.setFocus, "print": self.print_all}

    def keep(self) -> None:
        self.presenter.keep()

    def retell(self) -> None:
        super().retell()
        self.line.clear()
        self.line.setPlaceholderText(tr.say("handbook_room.find"))
        self.line.setAccessibleName(tr.say("handbook_room.find"))
        self.narrow()
        if self.training is not None:
            # Built anew it would lose who signs, and the ink that is on it.
            self.training.read()
            self.area.setAccessibleName(tr.say("handbook_room.sign.title"))
        elif self.shown:
            self._build()

    def narrow(self) -> None:
        """List the chapters; while something is typed, the sections that hold it."""
        self._rows = self.presenter.rows(self.line.text())
        self.list.show_lines([(one.label, one.result) for one in self._rows])
        self.list.setVisible(bool(self._rows))
        self.none.setVisible(not self._rows)
        self._light()

    def turn_to(self, chapter: str, anchor: str = "") -> None:
        """Show a chapter from one of its sections on, or the training record."""
        self.shown = TRAINING if chapter == TRAINING else self.presenter.chapter(chapter).id
        self._build()
        self._light()
        self.beside.turn()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        # Where the section stands is known once the page was laid out, which may take two goes.
        self._sought = anchor
        QTimer.singleShot(0, self, self._seek)

    def scroll_to(self, anchor: str) -> None:
        """Put the heading of a section at the top; the chapter's own where there is none."""
        heading = self.page.heading(anchor) if self.page is not None else None
        top = heading.mapTo(self._content, heading.rect().topLeft()).y() - _ABOVE if heading else 0
        self.area.verticalScrollBar().setValue(max(top, 0))

    def sign_record(self) -> None:
        """Sign what was worked through."""
        self.turn_to(TRAINING)
        assert self.training is not None
        self.training.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_all(self) -> None:
        """Print the whole handbook in the language of the screen."""
        # Setting thirty pages takes longer than the window may stand still.
        background.run(self.presenter.pdf, self._drawn, self._broke)

    def _seek(self) -> None:
        """Go where one was led, until one scrolls by oneself."""
        if self._sought is not None:
            self.scroll_to(self._sought)
            if (line := self.list.currentItem()) is not None:
                self.list.scrollToItem(line)

    def _let_go(self) -> None:
        self._sought = None

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        empty(self._inner)
        self.page = self.check = self.training = None
        if self.shown == TRAINING:
            self.training = TrainingCard(self.house, self.presenter, self._filed)
            self._inner.addWidget(self.training)
            self.area.setAccessibleName(tr.say("handbook_room.sign.title"))
        else:
            self._build_chapter()
        self._inner.addStretch(1)

    def _build_chapter(self) -> None:
        chapter = self.presenter.chapter(self.shown)
        self.page = ChapterPage(chapter)
        self.check = CheckCard(self.presenter, chapter.id, self._checked)
        for widget in (self.page, self.check, self._neighbours()):
            self._inner.addWidget(widget)
        self.area.setAccessibleName(f"{chapter.number}. {chapter.title}")
        self.area.setAccessibleDescription(chapter.gist)

    def _neighbours(self) -> QWidget:
        """The chapter before and the one after, beneath each other where the text is large."""
        before, after = self.presenter.beside(self.shown)
        box = QWidget()
        ways = Flow(box, gap=24)
        for word, one in (("before", before), ("next", after)):
            if one is not None:
                button = Button(f"handbook_room.{word}", kind="link", title=one.title)
                button.clicked.connect(lambda _=False, to=one.id: self.turn_to(to))
                ways.addWidget(button)
        return box

    def _lay(self) -> None:
        head = row(Said("handbook_room.title", role="title"), None, self.line, KeyHint("Ctrl+F"))
        head.setStretch(2, 1)
        head.addWidget(self.print)
        self.column.addLayout(head)
        foot = row(self.keys, KeyHint(BY_ID["help"].keys), None, space=4)
        left = column(self.list, self.none, self.training_button, foot, space=10)
        left.setStretch(0, 1)
        first = boxed(left)
        first.setFocusProxy(self.list)
        self.beside = Beside(first, self.area, (2, 5), back="handbook_room.back")
        self.column.addWidget(self.beside, 1)

    # -- what happens ------------------------------------------------------------------------

    def _chosen(self, at: int) -> None:
        self.turn_to(self._rows[at].chapter_id, self._rows[at].anchor)

    def _first(self) -> None:
        """Enter opens the first page that was found."""
        if self._rows:
            self._chosen(0)

    def _show_found(self) -> None:
        """The first page that was found, with the list of all in hand; else the line."""
        self._first()
        if self._rows:
            self.list.setCurrentCell(0, 0)
            self._into_list()
        else:
            self.line.setFocus()

    def _into_list(self) -> None:
        if self._rows:
            self.list.setCurrentCell(max(self.list.currentRow(), 0), 0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _light(self) -> None:
        ids = [one.chapter_id for one in self._rows]
        self.list.setCurrentCell(ids.index(self.shown) if self.shown in ids else -1, 0)

    def _checked(self) -> None:
        self._let_go()
        self.presenter.keep()
        self.narrow()

    def _drawn(self, pdf: bytes) -> None:
        self.house.print_pdf(pdf)

    def _broke(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.house.refuse(error)

    def _filed(self, person: SitePerson) -> None:
        self.narrow()
        self.house.tell(
            partial(tr.say, "handbook_room.sign.done", name=person.shown),
            tone="good",
            action="handbook_room.sign.open",
            act=lambda: self.house.go("agreement", section="people", person_id=person.id),
        )
