"""The first run: a clinic, its first supervisor, a passphrase, a folder, and the printed code."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from immtrac_desk.errors import DeskError, InputError
from ui.presenters.shell_doors import Doors, Runs, is_vault, recovery_sheet

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

_GROUP = 4


class Page(Enum):
    """Where the newcomer is."""

    WELCOME = "welcome"
    CLINIC = "clinic"
    CODE = "code"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The first run's form. `registered` is None until somebody says yes or no."""

    clinic: str = ""
    registered: bool | None = None
    staff_name: str = ""
    passphrase: str = ""
    again: str = ""
    place: str = ""
    backup_folder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """The form of a restore: which copy, where to, and who opens it."""

    source: str = ""
    place: str = ""
    name: str = ""
    code: str = ""
    """The printed code; needed on another computer than the one the copy was made on."""
    passphrase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRunState:
    """What the page shows; `code` only while it is being printed and typed back."""

    page: Page = Page.WELCOME
    busy: str = ""
    """The code of the verb while something runs."""
    code: str = ""
    printed: bool = False
    error: DeskError | None = None
    refused: tuple[InputError, ...] = ()


class FirstRunPresenter:
    """`entered(desk, place)` is called once the newcomer is in."""

    def __init__(
        self,
        doors: Doors,
        run: Runs,
        show: Callable[[FirstRunState], None],
        entered: Callable[["Desk", Path], None],
    ) -> None:
        self._doors, self._run, self._show, self._entered = doors, run, show, entered
        self.state = FirstRunState()
        self._made: tuple[Desk, Path, str] | None = None

    def turn_to(self, page: Page) -> None:
        self._turn(FirstRunState(page=page))

    def create(self, answers: Answers) -> None:
        """Make the vault, or show beside each field what is missing."""
        refused = missing_answers(answers)
        if refused or self.state.busy:
            self._turn(replace(self.state, error=None, refused=refused))
            return
        self._begin("first_run.making")
        self._run(lambda: self._make(answers), lambda made: self._made_it(made), self._failed)

    def practise(self, place: Path) -> None:
        """Enter the practice clinic, built on the first visit."""
        if not self.state.busy:
            self._begin("first_run.building")
            self._run(
                lambda: self._doors.practise(place),
                lambda desk: self._enter(desk, place),
                self._failed,
            )

    def restore(self, asked: Restore) -> None:
        """Lay a copy into a new folder and open it there."""
        refused = _missing_for_restore(asked)
        if refused or self.state.busy:
            self._turn(replace(self.state, error=None, refused=refused))
            return
        self._begin("first_run.restoring")
        place = Path(asked.place)
        self._run(
            lambda: self._restored(asked), lambda desk: self._enter(desk, place), self._failed
        )

    def sheet(self, language: str) -> bytes:
        """The page with the recovery code; printing it is told to `printed`."""
        assert self._made is not None
        desk, _, code = self._made
        return recovery_sheet(code, desk.clinic, desk.today(), language)

    def printed(self) -> None:
        self._turn(replace(self.state, printed=True, error=None))

    def type_back(self, group: str) -> None:
        """The last group as read from the paper; right, and the desk opens."""
        assert self._made is not None
        desk, place, code = self._made
        if _tidy(group) != _tidy(code)[-_GROUP:]:
            refused = (InputError("recovery.last_group", "last_group"),)
            self._turn(replace(self.state, error=None, refused=refused))
            return
        self._made = None
        self._enter(desk, place)

    def abandon(self) -> None:
        """The program closes: an open desk that nobody entered is closed."""
        if self._made is not None:
            self._made[0].close()
            self._made = None

    def _make(self, answers: Answers) -> tuple["Desk", Path, str]:
        from immtrac_desk.bootstrap import NewVault

        place = Path(answers.place)
        new = NewVault(
            path=place,
            clinic=answers.clinic.strip(),
            registered=bool(answers.registered),
            staff_name=answers.staff_name.strip(),
            passphrase=answers.passphrase,
            backup_folder=answers.backup_folder.strip(),
        )
        place.parent.mkdir(parents=True, exist_ok=True)
        desk, code = self._doors.create(new)
        return desk, place, code

    def _made_it(self, made: tuple["Desk", Path, str]) -> None:
        self._made = made
        self._turn(FirstRunState(page=Page.CODE, code=made[2]))

    def _restored(self, asked: Restore) -> "Desk":
        place = Path(asked.place)
        name, word, code = asked.name.strip(), asked.passphrase, asked.code.strip()
        self._doors.restore(Path(asked.source), place, name, word, code)
        return self._doors.open(place, name, word)

    def _enter(self, desk: "Desk", place: Path) -> None:
        self._turn(FirstRunState())
        self._entered(desk, place)

    def _begin(self, verb: str) -> None:
        self._turn(replace(self.state, busy=verb, error=None, refused=()))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self._turn(replace(self.state, busy=""))
            raise error
        beside = (error,) if isinstance(error, InputError) else ()
        above = None if beside else error
        self._turn(replace(self.state, busy="", error=above, refused=beside))

    def _turn(self, state: FirstRunState) -> None:
        self.state = state
        self._show(state)


def missing_answers(answers: Answers) -> tuple[InputError, ...]:
    """What the form still wants, field by field, in the order of the page."""
    found = [
        InputError(f"first_run.missing.{field}", field)
        for field, given in (
            ("clinic", answers.clinic.strip()),
            ("registered", answers.registered is not None),
            ("staff_name", answers.staff_name.strip()),
            ("passphrase", answers.passphrase),
            ("place", answers.place.strip()),
            ("backup_folder", answers.backup_folder.strip()),
        )
        if not given
    ]
    if answers.passphrase != answers.again:
        found.append(InputError("passphrase.differs", "again"))
    if answers.place.strip() and is_vault(Path(answers.place.strip())):
        found.append(InputError("vault.exists", "place"))
    if _inside(answers.backup_folder.strip(), answers.place.strip()):
        found.append(InputError("first_run.backup_inside", "backup_folder"))
    return tuple(found)


def _missing_for_restore(asked: Restore) -> tuple[InputError, ...]:
    given = (
        ("source", asked.source.strip()),
        ("place", asked.place.strip()),
        ("name", asked.name.strip()),
        ("passphrase", asked.passphrase),
    )
    return tuple(InputError(f"first_run.missing.{key}", key) for key, text in given if not text)


def _inside(folder: str, place: str) -> bool:
    """A copy beside the vault dies with it."""
    if not folder or not place:
        return False
    inner, outer = Path(folder).absolute(), Path(place).absolute()
    return inner == outer or outer in inner.parents


def _tidy(group: str) -> str:
    """As the safe reads codes: no dashes or spaces, capitals, O as 0, I and L as 1."""
    kept = "".join(c for c in group.upper() if c.isalnum())
    return kept.translate(str.maketrans("OIL", "011"))
