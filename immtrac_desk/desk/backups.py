"""Copies of the vault, each reopened and checked before it is called good; and the check itself."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.pictures import BackupResult, Problem
from immtrac_desk.desk.safe_box import SafeBox
from immtrac_desk.errors import InputError, VaultError
from immtrac_desk.services.backup_file import pack, unpack
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.backup import rotate
from immtrac_desk.store.repositories.audit import AuditFilter
from immtrac_desk.store.unit_of_work import UnitOfWork
from immtrac_desk.store.verify import GoOn, always

SUFFIX = ".immtrac-backup"


@dataclass(slots=True)
class Backups:
    """Makes and checks copies. `copy_database` and `check_parts` are the filing room's."""

    corridor: Corridor
    box: SafeBox
    copy_database: Callable[[Path], None]
    check_parts: Callable[[Path], tuple[Problem, ...]]
    check_self: Callable[[GoOn], tuple[Problem, ...]]

    def make(self, folder: Path | None = None, go_on: GoOn = always) -> BackupResult:
        """Copy, pack, reopen, check, and only then name it good. Keeps the last few.

        `go_on` is asked between the steps. Raises InputError `backup.inside`; VaultError
        `backup.no_folder`, `backup.folder_unusable`, `backup.not_good`, or `backup.stopped`
        where it says no; the copies made before are untouched then.
        """
        self.corridor.need("back_up")
        target = self._target(folder)
        try:
            with tempfile.TemporaryDirectory(prefix=".part-", dir=target.parent) as part:
                self._copy_and_check(Path(part), target, go_on)
        except OSError as error:
            raise VaultError("backup.folder_unusable", errno=error.errno) from None
        self.corridor.perform("back_up", _note_backup, target.name)
        self._rotate(target.parent)
        return BackupResult(path=target, at=self.corridor.clock())

    def last(self) -> BackupResult | None:
        """Return the newest copy that was found good, from the book, or None."""

        def read(uow: UnitOfWork) -> BackupResult | None:
            lines = uow.audit.page(AuditFilter(acts=("backup_made",)), 1)
            if not lines:
                return None
            return BackupResult(path=Path(str(lines[0].facts.get("file"))), at=lines[0].at)

        return self.corridor.read(read)

    def verify(self, go_on: GoOn = always) -> tuple[Problem, ...]:
        """Check the open vault: slots, pages, chain against its sealed head, every digest.

        Raises VaultError `verify.stopped` where `go_on` says no on the way.
        """
        return self.check_self(go_on)

    def _target(self, folder: Path | None) -> Path:
        chosen = str(folder or self.corridor.settings()["backup.folder"])
        if not chosen:
            raise VaultError("backup.no_folder")
        place = Path(chosen)
        # A copy beside the vault dies with it, and is no file of the vault's for `verify`.
        if place.resolve().is_relative_to(self.box.folder.path.resolve()):
            raise InputError("backup.inside", "folder")
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise VaultError("backup.folder_unusable", errno=error.errno) from None
        stamp = self.corridor.clock().strftime("%Y%m%d-%H%M%S-%f")
        return place / f"{self._prefix()}{stamp}{SUFFIX}"

    def _copy_and_check(self, part: Path, target: Path, go_on: GoOn) -> None:
        made, again = part / "made", part / "again"
        made.mkdir(mode=0o700)
        again.mkdir(mode=0o700)
        # Slots first: an act meanwhile then makes the file longer than its sealed head, which is
        # sound; the other way round the head would speak of lines that the copy does not hold.
        (made / "slots").write_bytes(self.box.folder.slots.read_bytes())
        self.copy_database(made / "desk.db")
        _stop_unless(go_on)
        packed = part / target.name
        pack(made, packed)
        _stop_unless(go_on)
        unpack(packed, again)
        problems = self.check_parts(again)
        if problems:
            raise VaultError("backup.not_good", place=problems[0].place, what=problems[0].what)
        _stop_unless(go_on)
        packed.rename(target)

    def _rotate(self, folder: Path) -> None:
        keep = int(str(self.corridor.settings()["backup.keep"]))
        rotate(folder, f"{self._prefix()}*{SUFFIX}", keep)

    def _prefix(self) -> str:
        return f"desk-{self.box.vault_id[:8]}-"


def _stop_unless(go_on: GoOn) -> None:
    if not go_on():
        raise VaultError("backup.stopped")


def _note_backup(name: str, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    line = entry(occasion, "backup_made", file=name)
    return Outcome(None, (line,))
