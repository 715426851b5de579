"""The lock screen: the vault's place, who, passphrase, and nothing else."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import background
from ui.presenters.lock import LockPresenter, LockState, Way
from ui.presenters.shell_doors import PRACTICE_NAME, PRACTICE_WORD, Doors
from ui.shell.front import Front, told_apart
from ui.widgets.banner import Banner
from ui.widgets.busy_bar import BusyBar
from ui.widgets.field import Field
from ui.widgets.layouts import boxed, column, in_order, row
from ui.widgets.moving import PressOnEnter
from ui.widgets.practice_band import PracticeBand
from ui.widgets.secret_field import SecretField
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


class LockView(Front):
    """`entered` gets the open desk; `elsewhere` and `restore` lead to another vault, to a copy."""

    def __init__(
        self,
        doors: Doors,
        entered: Callable[["Desk"], None],
        elsewhere: Callable[[], None],
        restore: Callable[[], None],
    ) -> None:
        super().__init__()
        self.presenter = LockPresenter(doors, background.run, self._show, entered)
        self._practice_place: Path | None = None
        self._heading = Said("lock.title", role="title")
        self._place = plain(role="caption")
        self._banner = Banner("bad")
        self._hint = Banner("info")
        self.name = Field("lock.name", name="name")
        self.passphrase = SecretField("lock.passphrase", name="passphrase")
        self._busy = BusyBar()
        self.enter = Button("lock.open", self._press, kind="primary")
        self._switch = Button("lock.use_code", self._turn_way, kind="link")
        self._elsewhere = Button("lock.elsewhere", elsewhere, kind="link")
        self._restore = Button("lock.restore", restore, kind="link")
        self.band = PracticeBand()
        self._by_word = boxed(column(self.name, self.passphrase, space=14))
        self._fill()
        PressOnEnter(self, self._press).watch(self.passphrase.line)

    def stand_before(
        self, place: Path, *, name: str = "", practice: bool = False, band: bool = False
    ) -> None:
        """Show the lock of this vault; `name` is who was here before, in this run only.

        `practice`: the machine's own practice clinic, whose passphrase is no secret. `band`: some
        other vault that is practice for ever.
        """
        self.band.setVisible(practice or band)
        self._practice_place = place if practice else None
        self._wipe()
        self.name.set_value(PRACTICE_NAME if practice else name)
        self.presenter.stand_before(place)
        (self.passphrase if self.name.text() else self.name).setFocus()

    def retell(self) -> None:
        super().retell()
        self._show(self.presenter.state)

    @cached_property
    def by_code(self) -> "ByCode":
        """Made when first asked for, since hardly anybody does."""
        made = ByCode()
        made.hide()
        self.card.column.insertWidget(self.card.column.indexOf(self._by_word) + 1, made)
        in_order(made.again.line, self.enter, self._switch, self._elsewhere, self._restore)
        PressOnEnter(self, self._press).watch(made.again.line)
        return made

    def _code_fields(self) -> tuple[Field, ...]:
        return self.by_code.fields if "by_code" in self.__dict__ else ()

    def _fill(self) -> None:
        self.card.add(self._heading, self._place, self._hint, self._banner)
        self.card.add(self._by_word, self._busy)
        self.card.add(row(self.enter, None, self._switch))
        for link in (self._elsewhere, self._restore):
            self.below.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.whole.insertWidget(0, self.band)

    def _press(self) -> None:
        if self.presenter.state.way is Way.WORD:
            self.presenter.open(self.name.text(), self.passphrase.text())
        else:
            self.presenter.recover(*(field.text() for field in self.by_code.fields))

    def _turn_way(self) -> None:
        by_word = self.presenter.state.way is Way.WORD
        self.presenter.take(Way.CODE if by_word else Way.WORD)
        (self.by_code.code if by_word else self.name).setFocus()

    def _show(self, state: LockState) -> None:
        by_word = state.way is Way.WORD
        self._place.setText(tr.say("lock.place", place=str(state.place)))
        self._by_word.setVisible(by_word)
        if self._code_fields() or not by_word:
            self.by_code.setVisible(not by_word)
        self._switch.say("lock.use_code" if by_word else "lock.use_passphrase")
        self._tell_hint()
        headline, rest = told_apart(tr.refusal(state.error)) if state.error else ("", "")
        self._banner.tell(headline, rest)
        for field in (self.name, self.passphrase, *self._code_fields()):
            self.beside(field, state.refused)
            field.setEnabled(not state.busy)
        self._tell_busy(state)

    def _tell_hint(self) -> None:
        text = tr.say("lock.practice", name=PRACTICE_NAME, word=PRACTICE_WORD)
        self._hint.tell("", text if self._practice_place else "")

    def _tell_busy(self, state: LockState) -> None:
        self.enter.setEnabled(not state.busy)
        self._switch.setEnabled(not state.busy)
        if state.busy:
            self._busy.begin("lock.opening")
            return
        self._busy.end()
        if state.error or state.refused:
            self._again(state)

    def _again(self, state: LockState) -> None:
        """After a refusal the hand goes back to where the slip was."""
        field = self.passphrase if state.way is Way.WORD else self.by_code.code
        slips = {error.field for error in state.refused}
        shown = self._code_fields() if state.way is Way.CODE else (self.name, self.passphrase)
        for candidate in shown:
            if candidate.name in slips:
                field = candidate
                break
        field.setFocus()
        field.line.selectAll()

    def _wipe(self) -> None:
        self.passphrase.clear()
        if self._code_fields():
            self.by_code.wipe()


class ByCode(QWidget):
    """The way in with the printed code: which supervisor, and the passphrase from now on."""

    def __init__(self) -> None:
        super().__init__()
        self.code = Field("lock.code", name="recovery_code")
        self.supervisor = Field("lock.supervisor", name="name")
        self.new = SecretField("lock.new", name="passphrase")
        self.again = SecretField("lock.again", name="again")
        self.setLayout(column(Said("lock.code_help", role="muted"), *self.fields))

    @property
    def fields(self) -> tuple[Field, Field, SecretField, SecretField]:
        return (self.code, self.supervisor, self.new, self.again)

    def wipe(self) -> None:
        for typed in (self.code, self.supervisor):
            typed.set_value("")
        for secret in (self.new, self.again):
            secret.clear()
