"""Migration: knows which tables this program means, and brings older files up to them."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from immtrac_desk.errors import VaultError

HEAD = "r0001"
FIRST = "r0001"
FOLDER = Path(__file__).with_name("migrations")

_version = sa.Table(
    "alembic_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def create(engine: sa.Engine) -> None:
    """Lay the first revision into an empty file, then every later one.

    The first revision is SQL text, so a new vault does not pay for importing Alembic.
    """
    with engine.begin() as connection:
        lay_first(connection)
    if FIRST != HEAD:
        walk(engine, HEAD)


def lay_first(connection: sa.Connection) -> None:
    """Make the tables of the first revision and note it as done."""
    for statement in statements(FOLDER / "versions" / "r0001_initial.sql"):
        connection.exec_driver_sql(statement)
    _version.create(connection)
    connection.execute(_version.insert().values(version_num=FIRST))


def statements(path: Path) -> list[str]:
    """The statements of an SQL file, which are set apart by blank lines."""
    return [s for s in path.read_text(encoding="utf-8").split("\n\n") if s.strip()]


def revision(engine: sa.Engine) -> str:
    """The revision the file is at, `""` where it has none."""
    with engine.connect() as connection:
        return revision_of(connection)


def revision_of(connection: sa.Connection) -> str:
    """As `revision`, on a connection that is open."""
    if not sa.inspect(connection).has_table(_version.name):
        return ""
    return connection.scalar(sa.select(_version.c.version_num)) or ""


def bring_up(
    engine: sa.Engine, back_up: Callable[[], object], head: str = HEAD, folder: Path = FOLDER
) -> bool:
    """Bring an older file to the tables of `head`; True if that was needed.

    `back_up` is called first, and must raise unless a verified copy exists. Raises VaultError
    `vault.newer` (facts `stored`, `known`) for a file of a newer program, which is left as it is,
    and `vault.damaged` for a file without a revision.
    """
    stored = revision(engine)
    if stored == head:
        return False
    if not stored:
        raise VaultError("vault.damaged", place="alembic_version")
    if stored > head:
        raise VaultError("vault.newer", stored=stored, known=head)
    back_up()
    walk(engine, head, folder)
    return True


def walk(engine: sa.Engine, target: str, folder: Path = FOLDER, down: bool = False) -> None:
    """Run the revisions of `folder` up, or down, to `target` (`base` for nothing at all).

    One transaction on a connection of its own, as foreign keys can only be turned off before it;
    they are checked before its end. Raises VaultError `vault.damaged` where one does not hold,
    or where the file names a revision that is not in the folder.
    """
    from alembic import command  # half a second, and seldom needed
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    with engine.connect() as connection:
        _driver(connection).execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                (command.downgrade if down else command.upgrade)(config, target)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise VaultError("vault.damaged", place="foreign_keys")
        except CommandError as error:  # a revision nobody ever wrote
            raise VaultError("vault.damaged", place="alembic_version") from error
        finally:
            _driver(connection).execute("PRAGMA foreign_keys = ON")


def fingerprint(connection: sa.Connection) -> str:
    """SHA-256 over every table, index and trigger as the file itself spells them."""
    found = connection.exec_driver_sql(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master "
        "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
    )
    lines = ("\x1f".join(" ".join(str(part).split()) for part in row) for row in found)
    return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()


def meant() -> str:
    """The fingerprint a sound file of this program has."""
    engine = sa.create_engine("sqlite://")
    try:
        create(engine)
        with engine.connect() as connection:
            return fingerprint(connection)
    finally:
        engine.dispose()


def _driver(connection: sa.Connection) -> Any:
    return connection.connection.driver_connection
