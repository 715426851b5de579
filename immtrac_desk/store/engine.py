"""The lock of the filing cabinet: opens the encrypted file with a raw key, and never creates."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from immtrac_desk.errors import VaultError
from immtrac_desk.store import failures, migrate

KEY_BYTES = 32
PAGE = 4096
BUSY_MS = 5000
CACHE_KIB = 64 * 1024
"""Decryption is paid once per page that enters this cache."""

WAL_RESET_FIRST, WAL_RESET_LAST = (3, 7, 0), (3, 51, 2)
"""Cores in which two connections can damage a WAL file (fixed in SQLite 3.51.3)."""

READING = "immtrac_reading"

PRAGMAS = (
    "cipher_log_level = NONE",
    f"busy_timeout = {BUSY_MS}",
    f"cache_size = -{CACHE_KIB}",
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "recursive_triggers = ON",  # else INSERT OR REPLACE walks past the append-only guards
    "synchronous = FULL",
)

Raw = Any
"""A driver connection; the driver has no types."""


def refuse_affected_core(version: tuple[int, ...]) -> None:
    """Raise VaultError `vault.core_affected` for a core in the WAL-reset range."""
    if WAL_RESET_FIRST <= version <= WAL_RESET_LAST:
        raise VaultError("vault.core_affected", core=".".join(map(str, version)))


def create_database(path: Path, key: bytes) -> None:
    """Make the encrypted file at `path`, owner-only and with the current tables, empty.

    The only function that creates. Raises FileExistsError where something lies there already.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    engine = _engine(lambda: connect(path, key))
    try:
        migrate.create(engine)
    finally:
        close(engine)


def open_engine(path: Path, key: bytes) -> sa.Engine:
    """Open the encrypted file with the raw 32-byte `key`, and prove that it reads.

    Raises VaultError: `vault.db_missing`, `vault.db_emptied`, `vault.core_affected`,
    `vault.damaged` (or a wrong key), `vault.read_only`, `vault.busy`, `vault.io`.
    """
    refuse_affected_core(sqlcipher.sqlite_version_info)
    refuse_hollow(path)
    engine = _engine(lambda: connect(path, key))
    try:
        with engine.connect():
            return engine
    except VaultError:
        engine.dispose()
        raise


def open_for_looking(path: Path, key: bytes) -> sa.Engine:
    """As `open_engine`, but nothing is ever written; a copy on a read-only disk opens too."""
    refuse_affected_core(sqlcipher.sqlite_version_info)
    refuse_hollow(path)
    # without a log beside it nobody has the file open, and it can be read as it lies
    mode = "ro" if path.with_name(path.name + "-wal").exists() else "ro&immutable=1"
    engine = _engine(lambda: connect(path, key, mode))
    try:
        with engine.connect():
            return engine.execution_options(**{READING: True})
    except VaultError:
        engine.dispose()
        raise


def settle(engine: sa.Engine) -> None:
    """Fold the write-ahead log into the file, so that one file is the whole truth."""
    with engine.connect() as connection:
        try:
            raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlcipher.Error as error:
            raise failures.vault_error(error) or VaultError("vault.io") from error


def close(engine: sa.Engine) -> None:
    """Settle the file and let go of it."""
    try:
        settle(engine)
    finally:
        engine.dispose()


def refuse_hollow(path: Path) -> None:
    """Raise where a file is missing or shorter than one page; opening must not make it anew."""
    if not path.is_file():
        raise VaultError("vault.db_missing")
    if path.stat().st_size < PAGE:
        raise VaultError("vault.db_emptied")


def raw(connection: sa.Connection) -> Raw:
    """The driver's own connection, for what SQL has no words for."""
    return connection.connection.driver_connection


def keyed(path: Path, key: bytes, mode: str = "rw") -> Raw:
    """A driver connection with the key set and nothing read yet; `mode` is never `rwc`."""
    if len(key) != KEY_BYTES:
        raise ValueError("a database key has 32 bytes")
    place = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlcipher.connect(place, uri=True, check_same_thread=False, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


def connect(path: Path, key: bytes, mode: str = "rw") -> Raw:
    """A driver connection ready for work, proven by a read."""
    connection = None
    try:
        connection = keyed(path, key, mode)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if mode == "rw":
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        _refuse_temporary_files(connection)
    except sqlcipher.Error as error:
        if connection is not None:
            connection.close()
        raise failures.vault_error(error) or VaultError("vault.io") from error
    return connection


def _refuse_temporary_files(connection: Raw) -> None:
    """A sort that spills to a file would write names in the clear."""
    built = {row[0] for row in connection.execute("PRAGMA compile_options")}
    in_memory = connection.execute("PRAGMA temp_store").fetchone()[0] == 2
    if not in_memory or not built & {"TEMP_STORE=2", "TEMP_STORE=3"}:
        raise VaultError("vault.temporary_files")


def _engine(creator: Callable[[], Raw]) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=creator,
        poolclass=sa.pool.QueuePool,
        pool_size=5,
        hide_parameters=True,
        json_serializer=lambda value: json.dumps(value, ensure_ascii=False),
        json_deserializer=_json_read,
    )
    sa.event.listen(engine, "begin", _begin)
    failures.listen(engine)
    return engine


def _json_read(text: str) -> Any:
    """A last overflow page whose seal fails is read as zeros without an error; JSON shows it."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise VaultError("vault.damaged") from error


def _begin(connection: sa.Connection) -> None:
    """Writers queue at the door (no late SQLITE_BUSY); readers neither wait nor can write."""
    reading = bool(connection.get_execution_options().get(READING))
    connection.exec_driver_sql(f"PRAGMA query_only = {int(reading)}")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
