"""The window: the doors before the desk, the desk itself, and the lock between them."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from immtrac_desk.errors import DeskError
from ui import background, machine
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.shell.auto_lock import IdleWatch
from ui.shell.crash import CrashPage
from ui.shell.first_paint import FirstPaint
from ui.shell.front import Front
from ui.shell.geometry import first_size, place_of, put_back
from ui.shell.looks import Looks
from ui.shell.rooms import ROOMS, RoomSpec
from ui.shell.welcome import Welcome
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from ui.presenters.first_run import Page
    from ui.shell.inside import Inside
    from ui.views.first_run import FirstRunView
    from ui.views.lock import LockView

SMALLEST = (940, 620)
USUAL = (1320, 830)
_PATIENCE = 3000
"""Milliseconds for which the lock, its veil already down, waits for work under way."""


class MainWindow(QMainWindow):
    """`doors` lead into vaults; `kept` is what this machine remembers."""

    locked = Signal()

    def __init__(
        self,
        doors: Doors,
        kept: Machine,
        *,
        remember: Callable[[Machine], object] = machine.keep,
        rooms: Sequence[RoomSpec] = ROOMS,
    ) -> None:
        super().__init__()
        self._doors, self._rooms, self._remember = doors, rooms, remember
        self.kept = kept
        self.inside: Inside | None = None
        self._lock_view: LockView | None = None
        self._first_view: FirstRunView | None = None
        self._place = Path(kept.last_vault) if kept.last_vault else None
        self._welcome = Welcome()
        self._ready_to_close = False
        self.looks = Looks(self)
        self.idle = IdleWatch()
        self.idle.idle.connect(self.lock)
        self.idle.soon.connect(self._warn)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.setMinimumSize(*SMALLEST)
        if not put_back(self, kept.geometry):
            self.resize(first_size(self, USUAL))
        self._entitle("")

    @cached_property
    def crash(self) -> CrashPage:
        """Made when first needed: the lock must not wait for it."""
        return CrashPage(self)

    # The doors

    def stand_at_door(self) -> None:
        """The lock where a vault is remembered, even one that is gone; else the first run."""
        if self._place is not None:
            self.show_lock()
        else:
            self.show_first_run()

    def show_lock(self) -> None:
        from ui.views.lock import LockView

        if self._lock_view is None:
            self._lock_view = LockView(
                self._doors, self._opened, self.show_first_run, self._show_restore
            )
            self._receive(self._lock_view)
        else:
            self._lock_view.retell()
        assert self._place is not None
        self._pages.setCurrentWidget(self._lock_view)
        self._lock_view.stand_before(
            self._place,
            name=self._welcome.name,
            practice=self._place == machine.data_folder() / "practice",
            band=self.kept.last_practice and str(self._place) == self.kept.last_vault,
        )

    def show_first_run(self, page: "Page | None" = None) -> None:
        from ui.presenters.first_run import Page
        from ui.views.first_run import FirstRunView

        if self._first_view is None:
            self._first_view = FirstRunView(self._doors, self.enter, self._lead_to, _print)
            self._receive(self._first_view)
        self._pages.setCurrentWidget(self._first_view)
        self._first_view.begin(page or Page.WELCOME)

    def _show_restore(self) -> None:
        from ui.presenters.first_run import Page

        self.show_first_run(Page.RESTORE)

    # In and out

    def enter(self, desk: "Desk", place: Path) -> None:
        """Stand at an open desk."""
        from ui.shell.inside import Inside

        broke_off = self.kept.in_use and str(place) == self.kept.last_vault
        self._place = place
        self.change(last_vault=str(place), last_practice=desk.practice, in_use=True)
        own = {"lock": self.lock, "quit": self.close, **self.looks.acts()}
        self.inside = Inside(desk, own, self._rooms)
        self.inside.titled.connect(self._entitle)
        self._pages.addWidget(self.inside)
        self._pages.setCurrentWidget(self.inside)
        self.idle.watch(int(str(desk.book.setting("lock.idle_minutes"))))
        self._welcome.lead_in(self.inside, self._rooms[0].id)
        self._welcome.tell(self.inside, broke_off=broke_off)

    def lock(self) -> None:
        """Veil at once, keep drafts, close the desk, and leave nothing of it in the window."""
        inside = self.inside
        if inside is None:
            return
        self.idle.rest()
        self._welcome.part(inside)
        # A signer's language must not outlive the signer's view.
        tr.use(self.kept.language)
        self.show_lock()
        self._entitle("")
        self.repaint()
        self._let_go(inside)
        self.locked.emit()

    def change(self, **preferences: object) -> None:
        """Remember something on this machine."""
        self.kept = replace(self.kept, **preferences)  # type: ignore[arg-type]
        self._remember(self.kept)

    def retell(self) -> None:
        """The language turned: every page says everything again."""
        for index in range(self._pages.count()):
            retell = getattr(self._pages.widget(index), "retell", None)
            if callable(retell):
                retell()
        if "crash" in self.__dict__:
            self.crash.retell()
        self._entitle("")

    def broke(self, report: str) -> None:
        """Something failed that nobody foresaw: keep drafts if that still works, and say so."""
        if self.inside is not None and not self.inside.keep():
            report += "\n(keeping the draft failed too)"
        self.crash.tell(report)

    def refuse(self, error: DeskError) -> None:
        """A refusal that no room caught."""
        if self.inside is not None:
            self.inside.refuse(error)
        else:
            self.crash.tell(error.code)

    def raise_up(self) -> None:
        """Another start called: come to the front."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep drafts, make the copy, and only then go."""
        self.change(geometry=place_of(self))
        inside = None if self._ready_to_close else self.inside
        if inside is not None and (not inside.kept_or_told() or self._closes_slowly(inside)):
            event.ignore()
            return
        self._leave()
        event.accept()

    def _closes_slowly(self, inside: "Inside") -> bool:
        from ui.shell.closing import ClosingView, makes_copy

        if not makes_copy(inside.desk):
            return False
        self.idle.rest()
        closing = ClosingView(self._stay)
        self._pages.addWidget(closing)
        self._pages.setCurrentWidget(closing)
        closing.begin(inside.desk, self._go_now)
        return True

    def _stay(self) -> None:
        if self.inside is not None:
            closing = self._pages.currentWidget()
            self._pages.setCurrentWidget(self.inside)
            if closing is not None:
                self._pages.removeWidget(closing)
                closing.deleteLater()
            self.idle.watch(int(str(self.inside.desk.book.setting("lock.idle_minutes"))))

    def _go_now(self) -> None:
        self._ready_to_close = True
        self.close()

    def _leave(self) -> None:
        self.idle.rest()
        if self._first_view is not None:
            self._first_view.presenter.abandon()
        if self.inside is not None:
            self._let_go(self.inside)

    def _let_go(self, inside: "Inside") -> None:
        self.inside = None
        inside.leave()
        self._pages.removeWidget(inside)
        self.change(in_use=False)
        # Work a room began must not reach a closed desk, nor come back to a room that is gone.
        background.forget_all()
        background.settle(_PATIENCE)
        inside.desk.close()
        _bury(inside)
        # What the rooms knew must not wait in memory for a quiet moment.
        gc.collect()

    # Small things

    def _receive(self, front: Front) -> None:
        """A page before the desk: it has the keys of the looks, and asks for languages."""
        self._pages.addWidget(front)
        front.language_picked.connect(self.looks.speak)
        # The keys can wait until the page is painted.
        FirstPaint(front, lambda: self._give_keys(front))

    def _give_keys(self, front: Front) -> None:
        from ui.shell.acting import give_keys

        give_keys(front, self.looks.acts())

    def _opened(self, desk: "Desk") -> None:
        assert self._place is not None
        self.enter(desk, self._place)

    def _lead_to(self, place: Path) -> None:
        self._place = place
        self.show_lock()

    def _warn(self, seconds: int) -> None:
        if self.inside is not None:
            self.inside.tell(partial(tr.say, "shell.locking_soon", seconds=seconds), tone="warn")

    def _entitle(self, room: str) -> None:
        """The system shows titles to everybody: the program's name and the room's, nobody's."""
        self.setWindowTitle(" · ".join(p for p in (room, tr.say("app.name")) if p))


def _print(pdf: bytes, owner: QWidget) -> bool:
    """Printing is imported when somebody prints: the lock must be there at once."""
    from ui.printing import ask_and_print

    return ask_and_print(pdf, owner)


def _bury(widget: QWidget) -> None:
    """Destroy a page and everything on it now, not when the loop next rests."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
