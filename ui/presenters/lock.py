"""The lock: who, passphrase, nothing else; and the printed code when that does not help."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from immtrac_desk.errors import DeskError, InputError, VaultError
from ui.presenters.shell_doors import Doors, Runs, is_vault

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


class Way(Enum):
    """How one comes in."""

    WORD = "word"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class LockState:
    """What the lock shows. `refused` stands beside fields, `error` above them."""

    place: Path
    way: Way = Way.WORD
    busy: bool = False
    error: DeskError | None = None
    refused: tuple[InputError, ...] = ()


class LockPresenter:
    """`entered` gets the open desk; opening runs through `run`, for Argon2 takes its time."""

    def __init__(
        self,
        doors: Doors,
        run: Runs,
        show: Callable[[LockState], None],
        entered: Callable[["Desk"], None],
    ) -> None:
        self._doors, self._run, self._show, self._entered = doors, run, show, entered
        self.state = LockState(Path())

    def stand_before(self, place: Path) -> None:
        """Begin at the vault of this folder; that it is gone is said before anybody types."""
        gone = None if is_vault(place) else VaultError("vault.missing")
        self._turn(LockState(place, error=gone))

    def take(self, way: Way) -> None:
        self._turn(LockState(self.state.place, way))

    def open(self, name: str, passphrase: str) -> None:
        """Open by name and passphrase; both are asked for before anything is tried."""
        asked = (("name", name.strip()), ("passphrase", passphrase))
        if self._complete(asked):
            place = self.state.place
            self._go(lambda: self._doors.open(place, name.strip(), passphrase))

    def recover(self, code: str, name: str, new: str, again: str) -> None:
        """Open by the printed code, and give that supervisor the new passphrase."""
        asked = (("recovery_code", code.strip()), ("name", name.strip()), ("passphrase", new))
        if self._complete(asked) and self._agree(new, again):
            place = self.state.place
            self._go(lambda: self._doors.recover(place, code, name.strip(), new))

    def _complete(self, asked: tuple[tuple[str, str], ...]) -> bool:
        missing = tuple(InputError(f"lock.missing.{key}", key) for key, text in asked if not text)
        if self.state.busy or missing:
            self._turn(replace(self.state, error=None, refused=missing))
        return not self.state.busy and not missing

    def _agree(self, new: str, again: str) -> bool:
        if new != again:
            refused = (InputError("passphrase.differs", "again"),)
            self._turn(replace(self.state, error=None, refused=refused))
        return new == again

    def _go(self, work: Callable[[], "Desk"]) -> None:
        self._turn(replace(self.state, busy=True, error=None, refused=()))
        self._run(work, self._opened, self._failed)

    def _opened(self, desk: "Desk") -> None:
        self._turn(LockState(self.state.place))
        self._entered(desk)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self._turn(replace(self.state, busy=False))
            raise error
        beside = (error,) if isinstance(error, InputError) else ()
        above = None if beside else error
        self._turn(replace(self.state, busy=False, error=above, refused=beside))

    def _turn(self, state: LockState) -> None:
        self.state = state
        self._show(state)
