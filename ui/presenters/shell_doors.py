"""The doors: every way into a vault. What is heavy is imported as a door is first used."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from immtrac_desk.errors import InputError

if TYPE_CHECKING:
    from immtrac_desk.bootstrap import NewVault, Surroundings
    from immtrac_desk.desk import Desk

PRACTICE_NAME = "Practice Supervisor"
PRACTICE_WORD = "practice"
"""Who opens the practice clinic, and with what: both are shown, for nothing in it is real."""
PRACTICE_CLIENTS = 24
_PRACTICE_SEED = 2026

Work = Callable[[], Any]


class Runs(Protocol):
    """How slow work is done: in the window off the event loop, in a trial at once."""

    def __call__(
        self, work: Work, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> object: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """Opens, makes and restores vaults on this machine (`around` None: its clock and keychain)."""

    around: "Surroundings | None" = None

    def open(self, place: Path, name: str, passphrase: str) -> "Desk":
        from immtrac_desk import bootstrap

        return bootstrap.open_vault(place, name, passphrase, self._around())

    def recover(self, place: Path, code: str, supervisor: str, passphrase: str) -> "Desk":
        from immtrac_desk import bootstrap

        return bootstrap.open_with_recovery(place, code, supervisor, passphrase, self._around())

    def create(self, new: "NewVault") -> "tuple[Desk, str]":
        from immtrac_desk import bootstrap

        return bootstrap.create_vault(new, self._around())

    def restore(
        self, source: Path, place: Path, name: str, passphrase: str, code: str = ""
    ) -> None:
        """Lay a copy into `place`; with a recovery code the passphrase is a new one."""
        from immtrac_desk import bootstrap

        way: bootstrap.ByCode | bootstrap.ByPassphrase = bootstrap.ByPassphrase(name, passphrase)
        if code:
            way = bootstrap.ByCode(code, name, passphrase)
        bootstrap.restore_vault(source, place, way, self._around())

    def weigh(self, passphrase: str, name: str, clinic: str) -> str:
        """The code of what to say of a passphrase while it is typed; nothing is refused yet."""
        from immtrac_desk import bootstrap

        try:
            return f"passphrase.{bootstrap.weigh_passphrase(passphrase, name, clinic)}"
        except InputError as weak:
            return tidied(weak.code)

    def practise(self, place: Path) -> "Desk":
        """Enter the practice clinic at `place`, built on the first visit."""
        from immtrac_desk import bootstrap, practice

        if (place / "slots").exists():
            return bootstrap.open_vault(place, PRACTICE_NAME, PRACTICE_WORD, self._around())
        place.parent.mkdir(parents=True, exist_ok=True)
        plan = practice.PracticePlan(
            path=place,
            passphrase=PRACTICE_WORD,
            staff_name=PRACTICE_NAME,
            clients=PRACTICE_CLIENTS,
            seed=_PRACTICE_SEED,
            clock=self._around().clock,
            backup_folder=str(place.parent / "practice-copies"),
        )
        return practice.build(plan)

    def now(self) -> datetime:
        return self._around().clock()

    def _around(self) -> "Surroundings":
        from immtrac_desk import bootstrap

        return self.around or bootstrap.machine()


def tidied(code: str) -> str:
    """While one is still typing, too short is no fault: say what is wanted instead."""
    return "passphrase.wanted" if code in ("passphrase.short", "passphrase.empty") else code


def recovery_sheet(code: str, clinic: str, made_on: date, language: str) -> bytes:
    """The page on which the recovery code is printed, as PDF bytes."""
    from forms.recovery_sheet import recovery_sheet as draw

    return draw(code, clinic, made_on, language)


def is_vault(place: Path) -> bool:
    """Whether something of a vault lies there; whether it is sound the opening will tell."""
    return any((place / name).exists() for name in ("slots", "desk.db"))


def lies_in_a_vault(place: Path) -> bool:
    """Whether `place` is inside a vault's folder, where a file could take the place of its own."""
    folders = place.resolve().parents
    return any((folder / name).is_file() for folder in folders for name in ("slots", "desk.db"))
