"""Inside: what stands in the window while a desk is open. It goes away whole when one locks."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from immtrac_desk.domain.changes import Changes
from immtrac_desk.errors import DeskError, InputError, RefusedError
from ui import background, printing
from ui.bridge import Bell
from ui.presenters.help_places import place_of
from ui.presenters.shell_palette import Offer, Palette, in_handbook
from ui.presenters.shell_status import backup_line
from ui.shell.acting import Acting, Possible, possible_now
from ui.shell.actions import Action, for_role
from ui.shell.field_in_hand import field_in_hand
from ui.shell.lists_bar import ListsBar
from ui.shell.palette import PalettePane
from ui.shell.room_and_notice import RoomAndNotice
from ui.shell.rooms import ROOMS, RoomSpec
from ui.shell.sidebar import Sidebar
from ui.shell.stage import Stage
from ui.shell.wardrobe import dress
from ui.widgets.framed import Framed
from ui.widgets.layouts import column, row
from ui.widgets.notice import Notice, Words
from ui.widgets.practice_band import PracticeBand
from ui.widgets.words import Button, retell_all
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

Own = Mapping[str, Callable[[], object]]


class Inside(QWidget):
    """The house of one opening (see `ui.shell.house`). `own` are the acts the window does."""

    titled = Signal(str)

    def __init__(self, desk: "Desk", own: Own, rooms: Sequence[RoomSpec] = ROOMS) -> None:
        super().__init__()
        self._desk, self._alone, self._left = desk, False, False
        self._told_unkept = False
        self._own = {"undo": self._undo, "palette": self._open_palette, "back": self.back, **own}
        self._own["handbook"] = self._open_handbook
        self._bell = Bell()
        self._bell.wire(desk)
        self._bell.changed.connect(self._rang)
        front = [spec.id for spec in rooms if spec.front]
        self.sidebar = Sidebar(front, self.go, self.perform, self._open_menu)
        self.stage = Stage(self, rooms)
        self.stage.turned.connect(self._turned)
        self.notice = Notice()
        self.lists_bar = ListsBar(desk, self.refuse)
        self.band = PracticeBand()
        self.band.setVisible(desk.practice)
        dress(self.band)
        dress(self.lists_bar)
        acts = for_role(desk.actor.role)
        self.acting = Acting(self, acts, self._do, self._now)
        self.palette_pane = PalettePane(
            self,
            Palette(self._find, partial(in_handbook, tr=tr)),
            self.acting.offers,
            self._offer_chosen,
        )
        self._lay()
        self._tell_who()

    # The house, as rooms see it

    @property
    def desk(self) -> "Desk":
        return self._desk

    def today(self) -> date:
        return self._desk.today()

    def now(self) -> datetime:
        return self._desk.now()

    def tell(
        self,
        text: Words,
        *,
        tone: str = "info",
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        self.notice.tell(text, tone=tone, action=action, act=act and self._guarded(act))

    def refuse(self, error: DeskError) -> None:
        findings = error.findings if isinstance(error, RefusedError) else ()

        def said() -> str:
            found = [tr.say(f.code, **getattr(f, "facts", {})) for f in findings]
            return " ".join([tr.refusal(error), *found])

        self.tell(said, tone="bad")
        named = {error.field} if isinstance(error, InputError) else set()
        self._until_corrected(named | {str(getattr(f, "field", "")) for f in findings} - {""})

    def go(self, room: str, **about: object) -> None:
        try:
            self.stage.enter(room, about)
        except DeskError as error:
            self.refuse(error)

    def back(self) -> None:
        self.stage.step_back()

    def print_pdf(self, pdf: bytes, *, copies: int = 1) -> bool:
        try:
            return printing.ask_and_print(pdf, self.window(), copies=copies)
        except DeskError as error:
            self.refuse(error)
            return False

    def acts_changed(self) -> None:
        self.acting.look_again()

    def alone(self, on: bool) -> None:
        self._alone = on
        self.sidebar.setVisible(not on)
        retell_all(self.band)  # the signer's screen speaks the signer's language
        self.palette_pane.vanish()
        if on:
            self.notice.put_away()
        self.acting.look_again()

    def check_me(self, passphrase: str, done: Callable[[bool], None]) -> None:
        background.run(lambda: self._desk.staff.unlocks(passphrase), done, self._broke)

    def when_listed(self, page: QWidget, act: Callable[[], object]) -> None:
        self.lists_bar.then(page, act)

    # What the window asks

    def perform(self, action_id: str) -> None:
        """Do an act by its id, as its key would."""
        self.acting.trigger(action_id)

    def keep(self) -> bool:
        """Keep what is typed in any room; false where something could not be kept."""
        return self.stage.keep()

    def kept_or_told(self) -> bool:
        """Keep before closing; false where that fails and nobody was told yet.

        Who closes again means it.
        """
        if self.keep() or self._told_unkept:
            return True
        self._told_unkept = True
        self.tell(partial(tr.say, "shell.not_kept_closing"), tone="warn")
        return False

    def leave(self) -> None:
        """Stop hearing the desk; called once, before it closes."""
        self._left = True
        self._bell.cut()
        for timer in self.findChildren(QTimer):
            timer.stop()  # no room builds, draws or looks up anything more

    def retell(self) -> None:
        self.sidebar.retell()
        retell_all(self.sidebar)
        self.notice.retell()
        retell_all(self.band)
        self.acting.retell()
        self.stage.retell()

    # How acts find who does them

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        return self.stage.room.handlers() if self.stage.room is not None else {}

    def _now(self) -> Possible:
        here = self._handlers()
        return lambda act: possible_now(act, here, alone=self._alone, knows=self.stage.knows)

    def _do(self, act: Action) -> None:
        here = self._handlers()
        if not possible_now(act, here, alone=self._alone, knows=self.stage.knows):
            return
        if act.id in here:
            self._guarded(here[act.id])()
        elif act.own and act.id in self._own:
            self._guarded(self._own[act.id])()
        elif act.room:
            self.go(act.room, **({"act": act.id} if act.id != act.room else {}))

    def _guarded(self, act: Callable[[], object]) -> Callable[[], None]:
        """A refusal of the desk is a sentence in the notice, whoever asked."""

        def do() -> None:
            try:
                act()
            except DeskError as error:
                self.refuse(error)

        return do

    def _until_corrected(self, named: set[str]) -> None:
        """Who corrects a field that was named need not read the refusal any longer."""
        end, room = self.notice.end(), self.stage.room
        for field in room.findChildren(Framed) if room is not None and named else ():
            if field.name in named:
                field.changed.connect(end)

    def _undo(self) -> None:
        if not self.notice.act():
            self.tell(partial(tr.say, "shell.nothing_to_undo"))

    def _open_handbook(self) -> None:
        """At the place of the field one stands in, else of the room."""
        place = place_of(field_in_hand(self.stage.room), self.stage.room_id)
        self.go("handbook", chapter=place.chapter, anchor=place.anchor)

    def _open_palette(self) -> None:
        self.palette_pane.open()

    def _open_menu(self, button: Button) -> None:
        self.acting.look_again()
        menu: QMenu = self.acting.menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        foot = button.mapToGlobal(button.rect().topLeft())
        menu.popup(QPoint(foot.x(), foot.y() - menu.sizeHint().height()))

    def _offer_chosen(self, offer: Offer) -> None:
        if offer.kind == "act":
            self.acting.trigger(offer.id)
        elif offer.kind == "handbook":
            self.go("handbook", find=offer.id)
        else:
            self.go("client", client_id=offer.id)

    def _find(self, text: str, most: int) -> tuple[Offer, ...]:
        found = self._desk.people.find(text, most)
        return tuple(Offer("client", m.id, m.name.shown, tr.short_date(m.born_on)) for m in found)

    # What changed

    def _turned(self, room: str) -> None:
        self.palette_pane.vanish()
        self.notice.leave_room()
        self.sidebar.light(self.stage.lit())
        self.acting.look_again()
        self.titled.emit(self.stage.room.title() if self.stage.room is not None else "")

    def _rang(self, changes: Changes) -> None:
        if self._left:
            # Rung beside the loop, and heard only after the desk was closed.
            return
        self.stage.refresh(changes)
        if changes.settings:
            self._tell_who()
        elif changes == Changes():
            # A copy rings so: it changes nothing but the day of the last one.
            self.tell_backup()
        self.acting.look_again()

    def _tell_who(self) -> None:
        actor = self._desk.actor
        self.sidebar.tell(clinic=self._desk.clinic, name=actor.name, role=actor.role.value)
        self.tell_backup()

    def tell_backup(self) -> None:
        """Read again how old the last good copy is."""
        last = self._desk.book.last_backup()
        at = last.at.astimezone(self.now().tzinfo) if last else None
        self.sidebar.tell_backup(backup_line(at, self.today()))

    def _broke(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.refuse(error)

    def _lay(self) -> None:
        right = RoomAndNotice(self.stage, (self.lists_bar, self.notice))
        whole = column(self.band, row(self.sidebar, right, space=0, shares=(0, 1)), space=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
