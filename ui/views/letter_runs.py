"""Letters that were made: every run with its pages beside it, to be printed or saved again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from immtrac_desk.domain.ids import LetterRunId
from immtrac_desk.errors import DeskError
from ui.presenters.letter_runs import LetterRunsPresenter, RunRow
from ui.shell.house import House
from ui.views.beside import Beside
from ui.views.line_table import LineTable
from ui.views.saving import write_file
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.words import Button, KeyHint, plain
from ui.wording import tr

NOTHING, LISTED = range(2)
_COLUMNS = (
    ("letter_runs.made", 0),
    ("letters.letter", 4),
    ("letter_runs.letters", 0),
    ("letter_runs.pages", 0),
    ("letter_runs.by", 3),
)


class LetterRuns(QWidget):
    """A run is opened by Enter or a click, for every look at its pages is noted in the book."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house, self.presenter = house, LetterRunsPresenter(house.desk, tr)
        self.opened: RunRow | None = None
        self.table = LineTable("letter_runs.title", _COLUMNS, self._choose)
        self._head, self.preview = plain(role="section"), PdfPreview()
        self.print = Button("letters.print", self.print_it, kind="primary")
        self.save = Button("letters.save", self.ask_and_save)
        self._pages, self._pane = QStackedLayout(self), QStackedLayout()
        self._lay()

    def start(self, run_id: str = "") -> None:
        """Read the runs, and open one of them where it is asked for."""
        self.read()
        self.table.setFocus()
        at = self.presenter.at(LetterRunId(run_id)) if run_id else -1
        if at >= 0:
            self.table.setCurrentCell(at, 0)
            self._choose(at)

    def read(self) -> None:
        """Say the rows anew; the run that is open stays open."""
        rows = self.presenter.read()
        self.table.retell()
        self.table.show_lines([one.cells for one in rows])
        self._pages.setCurrentIndex(LISTED if rows else NOTHING)
        at = self.presenter.at(self.opened.run.id) if self.opened else -1
        if at >= 0:
            self.table.setCurrentCell(at, 0)
            self._tell(rows[at])

    def acts(self) -> dict[str, Callable[[], object]]:
        """What can be done with the run that is open."""
        if self.opened is None or not self.presenter.may_hand_out:
            return {}
        return {"print": self.print_it, "keep": self.ask_and_save}

    def print_it(self) -> None:
        """Print the pages as they were drawn; no letter is noted again."""
        pdf = self._again()
        if pdf:
            self._house.print_pdf(pdf)

    def ask_and_save(self) -> None:
        """Ask where the pages are to lie as a PDF."""
        if self.opened is None:
            return
        title, kinds = tr.say("letters.save_title"), tr.say("letters.save_kinds")
        name = self.presenter.file_name(self.opened.run)
        place = QFileDialog.getSaveFileName(self, title, name, kinds)[0]
        if place:
            self.save_to(Path(place))

    def save_to(self, place: Path) -> None:
        pdf = self._again()
        if pdf:
            write_file(self._house, place, pdf)

    def _again(self) -> bytes:
        try:
            return self.presenter.again(self.opened.run) if self.opened else b""
        except DeskError as error:
            self._house.refuse(error)
            return b""

    def _choose(self, at: int) -> None:
        if not 0 <= at < len(self.presenter.rows):
            return
        chosen = self.presenter.rows[at]
        try:
            self.preview.show_pdf(self.presenter.look(chosen.run))
        except DeskError as error:
            self._house.refuse(error)
            return
        self.preview.go_to(0)
        self._tell(chosen)
        self._pane.setCurrentIndex(1)
        self.beside.turn()
        self._house.acts_changed()

    def _tell(self, chosen: RunRow) -> None:
        self.opened = chosen
        self._head.setText(self.presenter.headline(chosen))

    def _lay(self) -> None:
        foot = boxed(row(self.print, KeyHint("Ctrl+P"), self.save, None, space=10))
        foot.setVisible(self.presenter.may_hand_out)
        shown = column(self._head, self.preview, foot, space=8)
        shown.setStretch(1, 1)
        self._pane.addWidget(EmptyState("letter_runs.choose_title", "letter_runs.choose_body"))
        self._pane.addWidget(boxed(shown))
        pane = QWidget()
        pane.setLayout(self._pane)
        self.beside = Beside(
            self.table, pane, (6, 5), back="documents.back", returned=self.table.setFocus
        )
        lists = partial(self._house.go, "registry", section="lists")
        nothing = EmptyState(
            "letter_runs.none_title",
            "letter_runs.none_body",
            action="letter_runs.to_lists",
            press=lists,
        )
        self._pages.addWidget(nothing)
        self._pages.addWidget(self.beside)
