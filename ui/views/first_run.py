"""The first run on the screen: one page at a time, nothing preset, the code never on the disk."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from immtrac_desk.errors import DeskError, InputError
from ui import background, machine
from ui.presenters.first_run import FirstRunPresenter, FirstRunState, Page
from ui.presenters.shell_doors import Doors
from ui.shell.front import Front, told_apart
from ui.views.first_run_pages import ClinicPage, CodePage, RestorePage, WelcomePage
from ui.widgets.banner import Banner
from ui.widgets.busy_bar import BusyBar
from ui.widgets.strength import Strength
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

Printer = Callable[[bytes, QWidget], bool]


class FirstRunView(Front):
    """`entered(desk, place)`; `existing(place)` where a vault of that folder is to be unlocked."""

    width_units = 560

    def __init__(
        self,
        doors: Doors,
        entered: Callable[["Desk", Path], None],
        existing: Callable[[Path], None],
        print_pdf: Printer,
    ) -> None:
        super().__init__()
        self.presenter = FirstRunPresenter(doors, background.run, self._show, entered)
        self._doors = doors
        self._existing, self._print_pdf = existing, print_pdf
        turn = self.presenter.turn_to
        self.welcome = WelcomePage(
            self.practise,
            lambda: turn(Page.CLINIC),
            self._ask_existing,
            lambda: turn(Page.RESTORE),
        )
        self.clinic = ClinicPage(self._create, lambda: turn(Page.WELCOME))
        self.code = CodePage(self._print, self._type_back)
        self.restore = RestorePage(self._restore, lambda: turn(Page.WELCOME))
        Strength(self.clinic.passphrase, self._weigh)
        self._banner, self._busy = Banner("bad"), BusyBar()
        self.card.add(*self._pages().values(), self._banner, self._busy)
        self._page: Page | None = None
        self._bind()
        self._propose()
        self.retell()

    def begin(self, page: Page = Page.WELCOME) -> None:
        """Come to this page anew, with the focus where its work begins."""
        self._page = None
        self.presenter.turn_to(page)

    def practise(self) -> None:
        if self.presenter.state.page is Page.WELCOME:
            self.presenter.practise(practice_place())

    def retell(self) -> None:
        super().retell()
        self._show(self.presenter.state)

    def _pages(self) -> dict[Page, QWidget]:
        return {
            Page.WELCOME: self.welcome,
            Page.CLINIC: self.clinic,
            Page.CODE: self.code,
            Page.RESTORE: self.restore,
        }

    def _bind(self) -> None:
        for keys, press in (
            ("Ctrl+Shift+P", self.practise),
            ("Ctrl+Return", self._forward),
            ("Ctrl+P", self._print),
        ):
            QShortcut(QKeySequence(keys), self, activated=press)  # type: ignore[call-overload]

    def _propose(self) -> None:
        home = machine.data_folder()
        self.clinic.propose(home / "vault")
        self.restore.place.set_value(str(home / "restored"))

    def _forward(self) -> None:
        act = {
            Page.CLINIC: self._create,
            Page.CODE: self._type_back,
            Page.RESTORE: self._restore,
        }.get(self.presenter.state.page)
        if act is not None:
            act()

    def _create(self) -> None:
        self.presenter.create(self.clinic.answers())

    def _weigh(self, passphrase: str) -> Callable[[], str]:
        said = self.clinic.answers()
        return lambda: self._doors.weigh(passphrase, said.staff_name, said.clinic)

    def _restore(self) -> None:
        self.presenter.restore(self.restore.asked())

    def _type_back(self) -> None:
        self.presenter.type_back(self.code.last_group.text())

    def _print(self) -> None:
        if self.presenter.state.page is not Page.CODE:
            return
        try:
            if self._print_pdf(self.presenter.sheet(tr.language), self):
                self.presenter.printed()
        except DeskError as error:
            self._banner.tell(tr.refusal(error), tone="warn")

    def _ask_existing(self) -> None:
        home = str(machine.data_folder())
        chosen = QFileDialog.getExistingDirectory(self, tr.say("first_run.existing"), home)
        if chosen:
            self._existing(Path(chosen))

    def _show(self, state: FirstRunState) -> None:
        for page, widget in self._pages().items():
            widget.setVisible(page is state.page)
            widget.setEnabled(not state.busy)
        self.code.show_code(state.code)
        for field in (*self.clinic.fields(), *self.restore.fields(), self.code.last_group):
            self.beside(field, state.refused)
        headline, rest = told_apart(tr.refusal(state.error)) if state.error else ("", "")
        self._banner.tell(headline, rest, tone="bad")
        if state.busy:
            self._busy.begin(state.busy)
        else:
            self._busy.end()
        self._turn_page(state)

    def _turn_page(self, state: FirstRunState) -> None:
        if state.page is not self._page:
            self._page = state.page
            self._wipe()
            self._first_of(state.page).setFocus()
        elif state.refused:
            self._to_slip(state.refused[0])

    def _first_of(self, page: Page) -> QWidget:
        """Where the work of a page begins."""
        begins: dict[Page, QWidget] = {
            Page.WELCOME: self.welcome.practise,
            Page.CLINIC: self.clinic.clinic,
            Page.CODE: self.code.print_it,
            Page.RESTORE: self.restore.source,
        }
        return begins[page]

    def _to_slip(self, refused: InputError) -> None:
        shown = (*self.clinic.fields(), *self.restore.fields(), self.code.last_group)
        for field in shown:
            if field.name == refused.field and field.isVisible():
                field.setFocus()
                return

    def _wipe(self) -> None:
        for secret in (self.clinic.passphrase, self.clinic.again, self.restore.passphrase):
            secret.clear()
        self.code.last_group.set_value("")


def practice_place() -> Path:
    """Where the practice clinic of this person lies."""
    return machine.data_folder() / "practice"
