"""Backup of the encrypted file: copied whole, reopened and checked before it is called good."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from immtrac_desk.errors import VaultError
from immtrac_desk.store import engine as engines
from immtrac_desk.store import failures
from immtrac_desk.store.rows import metadata

KEPT = 7
WHOLE_FILE = 0
"""Page number for what concerns no single page."""


def copy_to(engine: sa.Engine, target: Path, key: bytes) -> dict[str, int]:
    """Write one consistent encrypted copy to `target`, owner-only; return its row counts.

    The copy has the same key. It takes its name only after it was reopened and found whole, so
    what lay at `target` before is replaced by a good copy or not at all. Raises VaultError
    `vault.copy_bad`, `vault.full`, `vault.io`.
    """
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _vacuum_into(engine, part)
        _settle(part)
        rows = check(part, key)
        part.replace(target)
    except OSError as error:
        raise VaultError("vault.io", place=type(error).__name__) from error
    finally:
        part.unlink(missing_ok=True)
    _settle(target.parent)
    return rows


def check(path: Path, key: bytes) -> dict[str, int]:
    """Reopen a copy, verify every page and the structure, and return its row counts by table.

    Raises VaultError `vault.copy_bad` (fact `place`), `vault.db_missing`, `vault.db_emptied`.
    """
    engines.refuse_hollow(path)
    damaged = pages_damaged(path, key)
    if damaged:
        raise VaultError("vault.copy_bad", place=place_of(damaged[0]))
    engine = engines.open_for_looking(path, key)
    try:
        with engine.connect() as connection:
            if structure(connection):
                raise VaultError("vault.copy_bad", place="structure")
            return _counts(connection)
    finally:
        engine.dispose()


def pages_damaged(path: Path, key: bytes) -> tuple[int, ...]:
    """Numbers of the pages whose seal does not hold, free ones and reserve bytes included.

    `WHOLE_FILE` stands for a file whose every page fails (its salt, or the wrong key).
    """
    try:
        connection = engines.keyed(path, key, "ro&immutable=1")
        try:
            found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        finally:
            connection.close()
    except sqlcipher.Error as error:
        raise failures.vault_error(error) or VaultError("vault.io") from error
    pages = tuple(int(n) for (line,) in found for n in re.findall(r"page (\d+)", line))
    if found and not pages:
        return (WHOLE_FILE,)
    return (WHOLE_FILE,) if 1 < len(pages) == -(-path.stat().st_size // engines.PAGE) else pages


def place_of(page: int) -> str:
    """How a page is named in a list of problems."""
    return "header" if page == WHOLE_FILE else f"page {page}"


def structure(connection: sa.Connection) -> tuple[str, ...]:
    """What SQLite itself finds wrong with the file's structure."""
    found = connection.exec_driver_sql("PRAGMA quick_check")
    return tuple(str(line) for (line,) in found if line != "ok")


def rotate(folder: Path, pattern: str, keep: int = KEPT) -> tuple[Path, ...]:
    """Take out all but the newest `keep` files of `pattern`, whose names sort by their moment."""
    files = sorted(path for path in folder.glob(pattern) if path.is_file())
    gone = tuple(files[:-keep]) if keep > 0 else ()
    for path in gone:
        path.unlink()
    return gone


def _vacuum_into(engine: sa.Engine, part: Path) -> None:
    with engine.connect() as connection:
        driver = engines.raw(connection)
        try:
            driver.execute("PRAGMA query_only = OFF")
            driver.execute("VACUUM INTO ?", (str(part.absolute()),))
        except sqlcipher.Error as error:
            raise failures.vault_error(error) or VaultError("vault.io") from error


def _settle(path: Path) -> None:
    """Wait until a file or folder is on the disk; folders cannot be waited for on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _counts(connection: sa.Connection) -> dict[str, int]:
    present: Iterable[str] = sa.inspect(connection).get_table_names()
    tables = [t for t in metadata.sorted_tables if t.name in set(present)]
    return {
        t.name: connection.scalar(sa.select(sa.func.count()).select_from(t)) or 0 for t in tables
    }
