"""Letters to a list: the plan, the run with its progress, and the run as pages."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget
from shiboken6 import isValid

from immtrac_desk.domain.ids import ClientId
from immtrac_desk.errors import DeskError
from ui import background
from ui.presenters.letters import LettersPresenter
from ui.shell.house import House
from ui.views.line_table import LineTable
from ui.views.saving import write_file
from ui.views.slow_work import SlowWork
from ui.views.sparing_hint import SparingHint
from ui.widgets.banner import Banner
from ui.widgets.busy_bar import BusyBar
from ui.widgets.checks import Checks
from ui.widgets.choice import Option
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.pick import Pick
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk.letter_pictures import LetterPlan, LetterRun

ENVELOPES = "envelopes"
PLAN, RUN = 0, 1
_COLUMNS = (("lists_page.name", 2), ("letters.why", 3))


class LettersPane(QWidget):
    """`begin(letter, ids)` plans; `write` draws with progress; `left` rings to go back."""

    left = Signal()
    stepped = Signal(int, int)

    def __init__(self, house: House, presenter: LettersPresenter) -> None:
        super().__init__()
        self.house, self.presenter = house, presenter
        self.letter = Pick("letters.letter")
        self.letter.changed.connect(self._other_letter)
        self.envelopes = Checks("letters.with", [Option(ENVELOPES, "letters.envelopes")])
        self.envelopes.set_values((ENVELOPES,))
        self.plan_slow, self.bar = SlowWork(), BusyBar()
        self.stepped.connect(self.bar.step)
        self.told = Banner("info")
        self.outcome = Banner("warn")
        self.table = LineTable("letters.left_title", _COLUMNS, self._open_left_out)
        self.do = Button("letters.write", self.write, kind="primary")
        self.preview = PdfPreview()
        self.run_says = plain(role="strong")
        self._running: background.Running | None = None
        self._inner = QWidget()
        self._pages = QStackedLayout(self._inner)
        self._lay()

    # -- the plan --------------------------------------------------------------------------

    def begin(self, letter: str, ids: tuple[ClientId, ...]) -> None:
        """Plan a letter for these clients; where the list calls for none, one is chosen first."""
        offered = self.presenter.letters()
        self.letter.offer([Option(one, f"letters.kind.{one}") for one in offered])
        self.presenter.begin(letter, ids)
        self.letter.set_value(letter)
        self.outcome.tell("")
        self._turn(PLAN)
        self._plan()

    def start(self) -> None:
        """Put the focus where the work begins."""
        if self._pages.currentIndex() == RUN:
            self.preview.setFocus()
        elif self.do.isEnabled():
            self.do.setFocus()
        else:
            self.letter.setFocus()

    def acts(self) -> dict[str, Callable[[], object]]:
        """What can be done here and now."""
        if self._pages.currentIndex() == RUN:
            return {"print": self.print_run, "keep": self.ask_and_save}
        return {"record": self.write} if self.do.isEnabled() else {}

    @property
    def busy(self) -> bool:
        return self._running is not None

    # -- the run ---------------------------------------------------------------------------

    def write(self) -> None:
        """Draw the letters off the event loop; one run at a time."""
        if self.busy or not self.presenter.count:
            return
        self.presenter.envelopes = bool(self.envelopes.values())
        self.outcome.tell("")
        self.bar.begin("letters.drawing", self.stop)
        self._enable(False)
        work = self.presenter.writing(self.stepped.emit)
        self._running = background.run(work, self._written, self._not_written)

    def stop(self) -> None:
        """Cancel: the run ends at its next letter, and its end is still heard."""
        self.presenter.stop()

    def print_run(self) -> None:
        if self.presenter.run is not None:
            self.house.print_pdf(self.presenter.run.pdf)

    def ask_and_save(self) -> None:
        """Ask where the run is to lie as a PDF."""
        title, kinds = tr.say("letters.save_title"), tr.say("letters.save_kinds")
        name = self.presenter.file_name()
        place = QFileDialog.getSaveFileName(self, title, name, kinds)[0]
        if place:
            self.save(Path(place))

    def save(self, place: Path) -> None:
        if self.presenter.run is not None:
            write_file(self.house, place, self.presenter.run.pdf)

    def show_run(self) -> None:
        """Show the run that was written last."""
        if self.presenter.run is None:
            return
        self.preview.show_pdf(self.presenter.run.pdf)
        self.run_says.setText(self.presenter.run_words())
        self._turn(RUN)
        self.preview.setFocus()

    def retell(self) -> None:
        """The language turned."""
        self._tell_plan()
        self.run_says.setText(self.presenter.run_words())

    # -- what came back --------------------------------------------------------------------

    def _plan(self) -> None:
        self._enable(False)
        if not self.presenter.letter:
            self._tell_plan()
            return
        self.plan_slow.do("letters.planning", self.presenter.plan, self._planned, self._refused)

    def _planned(self, plan: "LetterPlan") -> None:
        self.presenter.take(plan)
        self._tell_plan()
        self.start()

    def _refused(self, error: DeskError) -> None:
        self.house.refuse(error)
        self._tell_plan()

    def _written(self, run: "LetterRun") -> None:
        if not isValid(self):
            return
        self._ended()
        self.presenter.keep(run)
        self.show_run()
        self.house.tell(self.presenter.run_words, tone="good")

    def _not_written(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._ended()
        if not isinstance(error, DeskError):
            raise error
        if self.presenter.stopped:
            self.outcome.tell(tr.say("letters.stopped"), tr.say("letters.stopped_says"))
        else:
            self.house.refuse(error)
        self._tell_plan()

    def _ended(self) -> None:
        self._running = None
        self.bar.end()

    def _tell_plan(self) -> None:
        planned = self.presenter.planned is not None
        head = self.presenter.headline() if planned else ""
        self.told.tell(head, self.presenter.noted())
        left = self.presenter.left_out()
        self.table.show_lines([(one.name, one.why) for one in left])
        self._left_out.setVisible(bool(left))
        count = self.presenter.count
        self.do.say("letters.write_1" if count == 1 else "letters.write", count=count)
        self._enable(count > 0)

    def _enable(self, ready: bool) -> None:
        self.do.setEnabled(ready and not self.busy)
        self.letter.setEnabled(not self.busy)
        self.envelopes.setEnabled(not self.busy)
        self.house.acts_changed()

    def _other_letter(self) -> None:
        self.presenter.begin(str(self.letter.value()), self.presenter.ids)
        self._plan()

    def _open_left_out(self, at: int) -> None:
        self.house.go("client", client_id=self.presenter.left_out()[at].client_id)

    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._title.say("letters.title" if page == PLAN else "letters.run_title")
        self.house.acts_changed()

    # -- parts -----------------------------------------------------------------------------

    def _lay(self) -> None:
        self._title = Said("letters.title", role="title")
        back = Button("letters.back", self.left.emit, kind="link")
        self._left_out = boxed(
            column(Said("letters.left_title", role="section"), self.table, space=6)
        )
        self._pages.addWidget(self._plan_page())
        self._pages.addWidget(self._run_page())
        head = row(self._title, back, space=12, shares=(1,))
        whole = column(head, self._inner, space=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _plan_page(self) -> QWidget:
        foot = row(self.do, SparingHint("Ctrl+Return"), None, space=10)
        page = column(
            self.letter,
            self.envelopes,
            self.plan_slow,
            self.told,
            self.outcome,
            self._left_out,
            self.bar,
            foot,
            space=12,
        )
        page.setStretch(5, 4)
        page.addStretch(1)
        return boxed(page)

    def _run_page(self) -> QWidget:
        acts = row(
            Button("letters.print", self.print_run, kind="primary"),
            SparingHint("Ctrl+P"),
            Button("letters.save", self.ask_and_save),
            SparingHint("Ctrl+S"),
            None,
            space=10,
        )
        page = column(
            self.run_says, Said("letters.kept", role="muted"), self.preview, acts, space=8
        )
        page.setStretch(2, 1)
        return boxed(page)
