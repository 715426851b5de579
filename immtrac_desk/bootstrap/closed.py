"""What is done to a closed vault: check every byte of it, lay it anew from a backup."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from immtrac_desk.bootstrap.opening import VERSIONS, open_vault, open_with_recovery
from immtrac_desk.bootstrap.surroundings import USUAL, Surroundings
from immtrac_desk.desk import Desk
from immtrac_desk.desk.checking import check_vault
from immtrac_desk.desk.pictures import Problem
from immtrac_desk.errors import VaultError
from immtrac_desk.services.backup_file import unpack
from immtrac_desk.vault import recovery, safe, seals
from immtrac_desk.vault.folder import VaultFolder

NOT_ABOUT_BYTES = frozenset(
    {
        "vault.wrong_passphrase",
        "vault.wrong_recovery",
        "vault.keychain_missing",
        "vault.in_use",
        "vault.locked_out",
        "vault.recovery_only",
        "vault.newer",
        "vault.unwritable",
    }
)
"""Refusals that keep a vault from being checked, rather than being what is wrong with it."""


@dataclass(frozen=True, slots=True)
class ByPassphrase:
    """A staff member's way in; `name` None is the first one."""

    name: str | None
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByCode:
    """The printed code: needs no keychain, and gives the supervisor a new passphrase."""

    code: str = field(repr=False)
    supervisor: str
    passphrase: str = field(repr=False)


Way = ByPassphrase | ByCode


def verify_vault(
    path: Path, staff_name: str | None, passphrase: str, around: Surroundings = USUAL
) -> tuple[Problem, ...]:
    """Check every byte of a closed vault but `attempts`; empty means sound, nothing is written.

    What keeps the vault from opening is itself a problem. A wrong passphrase or a copy in use
    say nothing about the bytes: those raise VaultError.
    """
    return _check(path, ByPassphrase(staff_name, passphrase), around)


def restore_vault(source: Path, path: Path, way: Way, around: Surroundings = USUAL) -> None:
    """Lay a backup into a new folder, check it whole, and log it loudly.

    `way` opens the vault as it was then; on another machine that is the printed code. The
    folder must not exist or be empty. Raises VaultError `backup.missing`, `backup.not_ours`,
    `backup.not_good`, `vault.exists`, `vault.unwritable`, and what opening raises; nothing is
    left behind then.
    """
    try:
        _lay(source, path, way, around)
    except OSError as error:
        raise VaultError("vault.unwritable", errno=error.errno) from None


def _lay(source: Path, path: Path, way: Way, around: Surroundings) -> None:
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise VaultError("vault.exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=path.parent) as part:
        place = Path(part) / "vault"
        place.mkdir(mode=0o700)
        unpack(source, place)
        problems = _check(place, way, around)
        if problems:
            raise VaultError("backup.not_good", place=problems[0].place, what=problems[0].what)
        desk = _enter(place, way, around)
        desk.corridor.note_loud("vault_restored")
        desk.close()
        if path.exists():
            path.rmdir()
        place.rename(path)


def _check(path: Path, way: Way, around: Surroundings) -> tuple[Problem, ...]:
    folder = VaultFolder(path, newest_schema=VERSIONS.schema)
    try:
        opened = _unlock(folder, way, around)
    except VaultError as error:
        if error.code in NOT_ABOUT_BYTES:
            raise
        return (seals.as_problem(error),)
    try:
        return check_vault(folder, opened.data_key)
    finally:
        opened.close()


def _unlock(folder: VaultFolder, way: Way, around: Surroundings) -> safe.Opened:
    now = around.clock()
    if isinstance(way, ByCode):
        return safe.open_by_recovery(folder, recovery.parse(way.code), now)
    # Only a look: the failed tries stay to be told at the next real opening.
    return safe.open_by_passphrase(
        folder, way.name, way.passphrase, now, around.keychain, telling=False
    )


def _enter(path: Path, way: Way, around: Surroundings) -> Desk:
    if isinstance(way, ByCode):
        return open_with_recovery(path, way.code, way.supervisor, way.passphrase, around)
    return open_vault(path, way.name, way.passphrase, around)
