"""The vault as a folder: where its files are, and what they say before any key is tried."""

from dataclasses import dataclass
from pathlib import Path

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import private_files, slot_file
from immtrac_desk.vault.attempts import Attempts
from immtrac_desk.vault.lock import VaultLock
from immtrac_desk.vault.slots import Head, Slots

_PLAIN_HEADER = b"SQLite format 3\0"
# One page: anything shorter was never a database of ours, or was emptied.
_LEAST_DATABASE = 4096
_OURS = frozenset(
    {"desk.db", "desk.db-wal", "desk.db-shm", "slots", "slots.new", "attempts", "attempts.new"}
)
"""The last of each: the log and its index while one works, and what a crash leaves half written."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a vault says of itself before it is open. Not yet authentic: show it, no more."""

    vault_id: str
    practice: bool
    schema: int
    program: str
    head: Head
    failures: int


@dataclass(frozen=True, slots=True)
class VaultFolder:
    """One vault's place on the disk. `newest_schema` is the newest database this program knows;
    0 leaves the question open."""

    path: Path
    newest_schema: int = 0

    @property
    def database(self) -> Path:
        """Everything about people, encrypted; the filing room's."""
        return self.path / "desk.db"

    @property
    def slots(self) -> Path:
        """The wrapped keys."""
        return self.path / "slots"

    @property
    def attempts(self) -> Attempts:
        """The times of failed tries."""
        return Attempts(self.path / "attempts")

    def take_lock(self) -> VaultLock:
        """The right to work here. VaultError `vault.missing`, `.in_use` or `.unwritable`."""
        if not self.path.is_dir():
            raise VaultError("vault.missing")
        return VaultLock(self.attempts.path)

    def survey(self) -> Survey:
        """Look without opening or changing anything; VaultError says what is in the way.

        `vault.missing`, `.db_missing`, `.db_emptied`, `.plain`, `.slots_missing`,
        `.slots_damaged` (place), `.newer` (part, file, program), `.unreadable` (file).
        """
        slots = self.read_slots()
        return Survey(
            slots.vault_id,
            slots.practice,
            slots.versions.schema,
            slots.versions.program,
            slots.head,
            len(self.attempts.failures()),
        )

    def read_slots(self) -> Slots:
        """The body of the slots file, whole but not yet authentic; refusals as in `survey`."""
        self._refuse_nothing()
        self._refuse_database()
        slots = slot_file.unpack(slot_file.read(self.slots))
        if 0 < self.newest_schema < slots.versions.schema:
            raise VaultError(
                "vault.newer",
                part="schema",
                file=slots.versions.schema,
                program=self.newest_schema,
                written_by=slots.versions.program,
            )
        return slots

    def foreign(self) -> tuple[str, ...]:
        """Names of what lies in the folder and is no part of the vault, in order.

        Nothing for a folder into which one may not look; other refusals speak of that.
        """
        try:
            names = {path.name for path in self.path.iterdir()} - _OURS
        except OSError:
            return ()
        # A name may hold bytes that are no letters; the list is still to be printed.
        return tuple(sorted(n.encode("utf-8", "backslashreplace").decode() for n in names))

    def tighten(self) -> None:
        """Take all rights but the owner's from the folder and every file in it."""
        for path in (self.path, *self.path.iterdir()):
            private_files.tighten(path)

    def _refuse_nothing(self) -> None:
        try:
            found = self.path.is_dir() and (self.slots.exists() or self.database.exists())
        except PermissionError:
            # a folder of somebody else, into which one may not look
            raise VaultError("vault.unreadable", file="slots") from None
        if not found:
            raise VaultError("vault.missing")

    def _refuse_database(self) -> None:
        try:
            with self.database.open("rb") as file:
                beginning = file.read(_LEAST_DATABASE)
        except FileNotFoundError:
            raise VaultError("vault.db_missing") from None
        except OSError:
            raise VaultError("vault.unreadable", file="desk.db") from None
        if beginning.startswith(_PLAIN_HEADER):
            raise VaultError("vault.plain")
        if len(beginning) < _LEAST_DATABASE:
            raise VaultError("vault.db_emptied", bytes=len(beginning))


def lies_in_a_vault(place: Path) -> bool:
    """Whether `place` is in a folder of a vault, where nothing that is handed out may be put."""
    folders = place.resolve().parents
    return any((folder / name).is_file() for folder in folders for name in ("slots", "desk.db"))
