"""Documents: filed papers newest first with the sheet beside them, blank forms, letters made."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.errors import DeskError
from ui.presenters.documents import DocumentsPresenter
from ui.shell.actions import BY_ID
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.beside import Beside
from ui.views.blank_forms import BlankForms
from ui.views.clients import SearchLine
from ui.views.document_pane import DocumentPane
from ui.views.letter_runs import LetterRuns
from ui.views.line_table import LineTable
from ui.widgets.choice import Option
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import fields
from ui.widgets.layouts import boxed, column, row
from ui.widgets.segments import Segments
from ui.widgets.words import KeyHint, Said
from ui.wording import tr

REST = 120
FILED, BLANK, LETTERS = "filed", "blank", "letters"
_ORDER = (FILED, BLANK, LETTERS)
_COLUMNS = (
    ("documents.filed", 0),
    ("documents.client", 5),
    ("documents.form", 5),
    ("documents.state_is", 3),
)


class DocumentsView(Room):
    """A line is opened by Enter or a click, for every look at a paper is noted in the book."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = DocumentsPresenter(house.desk, tr)
        options = (
            Option(FILED, "documents.filed_papers"),
            Option(BLANK, "documents.blank_forms"),
            Option(LETTERS, "letters.title"),
        )
        self.kind = Segments("documents.kinds", options, FILED, wraps=True)
        self.kind.picked.connect(self.turn)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)
        self.line = SearchLine(self._down, self._enter)
        self.line.textEdited.connect(lambda _: self._timer.start(REST))
        self.table = LineTable("documents.title", _COLUMNS, self._choose)
        self.pane = DocumentPane(house, self.presenter)
        self.blanks = BlankForms(house)
        self._count = Said(role="caption")
        self._body, self._list = QStackedLayout(), QStackedLayout()
        self._lay()
        self._say_search()

    @cached_property
    def letters(self) -> LetterRuns:
        """Made when it is first turned to: most who come here come for a client's paper."""
        made = LetterRuns(self.house)
        self._body.insertWidget(_ORDER.index(LETTERS), made)
        return made

    def open(self, **about: object) -> None:
        document = about.get("document_id")
        if document is not None:
            self.line.clear()
        run = str(about.get("run_id") or "")
        act = {"blank_forms": BLANK, "letters": LETTERS}.get(str(about.get("act")), FILED)
        self.turn(LETTERS if run else act)
        if run:
            self.letters.start(run)
        self.ask()
        if document is not None:
            self._show_one(DocumentId(str(document)))

    def title(self) -> str:
        return tr.say("documents.title")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "find": self._to_search,
            "blank_forms": lambda: self.turn(BLANK),
        }
        if self.kind.value() == LETTERS:
            acts |= self.letters.acts()
        elif self.kind.value() == BLANK:
            acts["sheet_language"] = self.blanks.turn_language
            if self.blanks.print.isEnabled():
                acts["print"] = self.blanks.print_it
        elif self.pane.can_print():
            acts["print"] = self.pane.reprint
        return acts

    def refresh(self, changes: Changes) -> None:
        self.ask()
        if self.kind.value() == BLANK and changes.settings:
            self.blanks.read()
        elif self.kind.value() == LETTERS and changes.clients:
            self.letters.read()

    def retell(self) -> None:
        super().retell()
        self._say_search()
        self.ask()
        if self.kind.value() == BLANK:
            self.blanks.read()
        elif self.kind.value() == LETTERS:
            self.letters.read()

    def turn(self, kind: str) -> None:
        """Filed papers, blank forms, or letters that were made."""
        self.kind.set_value(kind)
        letters = self.letters if kind == LETTERS else None
        self._body.setCurrentIndex(_ORDER.index(kind))
        self._search.setVisible(kind == FILED)
        if kind == BLANK:
            self.blanks.start()
        elif letters is not None:
            letters.start()
        else:
            self.line.setFocus()
        self.house.acts_changed()

    def ask(self) -> None:
        """Read the papers that fit what is typed; the one that is open stays open."""
        self._timer.stop()
        text = self.line.text()
        if self.presenter.is_scanned(text):
            return
        rows = self.presenter.search(text)
        self.table.show_lines([(r.day, r.client, r.form, r.state) for r in rows])
        self._list.setCurrentIndex(0 if rows else 2 if text.strip() else 1)
        self._count.say(self.presenter.count_code(), count=len(rows))
        self._count.setVisible(bool(rows))
        opened = self.pane.row
        at = self.presenter.row_of(opened.document.id) if opened else -1
        if at >= 0:
            self.table.setCurrentCell(at, 0)
            self.pane.tell(rows[at])

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self.presenter.rows):
            try:
                self.pane.show_row(self.presenter.rows[at])
                self.beside.turn()
            except DeskError as error:
                self.house.refuse(error)
            self.house.acts_changed()

    def _show_one(self, document_id: DocumentId) -> None:
        """Open a document, also one that is older than the list reaches."""
        if self.presenter.row_of(document_id) < 0:
            self.line.setText(document_id)
            self.ask()
        at = self.presenter.row_of(document_id)
        if at >= 0:
            self.table.setCurrentCell(at, 0)
            self._choose(at)

    def _enter(self) -> None:
        text = self.line.text()
        if self.presenter.is_scanned(text):
            self._scan(text)
            return
        self.ask()
        self._choose(0)

    def _scan(self, text: str) -> None:
        """A sheet was held under the scanner: to its document, or to the client it waits for."""
        try:
            found = self.presenter.scanned(text)
        except DeskError as error:
            self.house.refuse(error)
            return
        self.line.clear()
        self.ask()
        if found.document_id is not None:
            self._show_one(found.document_id)
        elif found.client_id is not None:
            self.house.go("client", client_id=found.client_id)
        elif found.application_id is not None:
            self.house.go("application", application_id=found.application_id)
        else:
            self.house.tell(partial(tr.say, "documents.printed_only"), tone="warn")

    def _down(self) -> None:
        if self.table.rowCount():
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()

    def _say_search(self) -> None:
        self.line.setPlaceholderText(tr.say("documents.find"))
        self.line.setAccessibleName(tr.say("documents.find"))

    def _to_search(self) -> None:
        self.turn(FILED)
        self.line.selectAll()

    def _no_papers(self) -> EmptyState:
        return EmptyState(
            "documents.empty_title",
            "documents.empty_body",
            action="documents.begin",
            key=BY_ID["clients"].keys,
            press=lambda: self.house.go("clients"),
        )

    def _lay(self) -> None:
        self._search = boxed(row(self.line, KeyHint("Ctrl+F"), space=12, shares=(1,)))
        title = Said("documents.title", role="title")
        title.setWordWrap(False)
        head = boxed(row(title, self.kind, space=20, shares=(0, 1)))
        self.column.addWidget(fields(head, self._search, shares=(4, 4)))
        self._list.addWidget(boxed(column(self.table, self._count, space=6)))
        self._list.addWidget(self._no_papers())
        self._list.addWidget(EmptyState("documents.none_title", "documents.none_body"))
        listed = QWidget()
        listed.setLayout(self._list)
        self.beside = Beside(
            listed, self.pane, (6, 5), back="documents.back", returned=self.table.setFocus
        )
        self._body.addWidget(self.beside)
        self._body.addWidget(self.blanks)
        self.column.addLayout(self._body, 1)
