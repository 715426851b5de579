"""The open file of a vault: engine and filing, copied, checked and closed as one thing."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from immtrac_desk.errors import VaultError
from immtrac_desk.store import engine as engines
from immtrac_desk.store import migrate
from immtrac_desk.store.unit_of_work import Filing


@dataclass(frozen=True, slots=True)
class VaultFile:
    """One open `desk.db`. `repr` shows no key."""

    path: Path
    filing: Filing
    engine: sa.Engine = field(repr=False)
    key: bytes = field(repr=False)

    @staticmethod
    def schema() -> int:
        """The number of the newest tables this program knows."""
        return int(migrate.HEAD.removeprefix("r"))

    @classmethod
    def create(cls, path: Path, key: bytes) -> "VaultFile":
        """Make the encrypted file and open it."""
        engines.create_database(path, key)
        return cls._opened(path, key, engines.open_engine(path, key))

    @classmethod
    def open(cls, path: Path, key: bytes, keep: Path) -> "VaultFile":
        """Open the file; an older one is copied into `keep` first, then brought up to date."""
        engine = engines.open_engine(path, key)
        try:
            migrate.bring_up(engine, lambda: cls._opened(path, key, engine).keep_before(keep))
        except BaseException:
            engines.close(engine)
            raise
        return cls._opened(path, key, engine)

    @classmethod
    def _opened(cls, path: Path, key: bytes, engine: sa.Engine) -> "VaultFile":
        return cls(path, Filing(engine), engine, key)

    def keep_before(self, folder: Path) -> None:
        """Keep a checked copy of the file as it is before a migration."""
        self.copy_to(folder / f"desk.before-{migrate.HEAD}.db")

    @staticmethod
    def link(path: Path, key: bytes, seq: int) -> tuple[str, int]:
        """Return the digest of the audit entry numbered `seq` ("" if absent) and the last number.

        Looks at a closed file and writes nothing.
        """
        engine = engines.open_for_looking(path, key)
        try:
            with Filing(engine).reading() as uow:
                last = uow.audit.last()
                return uow.audit.digest_at(seq), last.seq if last else 0
        finally:
            engine.dispose()

    def copy_to(self, target: Path) -> None:
        """Write one consistent encrypted copy, checked; VaultError if it is not good."""
        from immtrac_desk.store import backup

        backup.copy_to(self.engine, target, self.key)

    def settle(self) -> None:
        """Fold the write-ahead log into the file, so that the file alone is the whole truth."""
        engines.settle(self.engine)

    def close(self) -> None:
        """Fold the write-ahead log in and let go.

        A disk that takes no more leaves the log where it is, and the next opening folds it in:
        what was done is safe either way, and a lock has to fall.
        """
        with suppress(VaultError):
            engines.close(self.engine)
