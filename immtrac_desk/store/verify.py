"""Verification of the encrypted file: every page, reference, table, guard, digest and link."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from immtrac_desk.domain.audit import first_break
from immtrac_desk.errors import VaultError
from immtrac_desk.store import backup, migrate
from immtrac_desk.store.booked import Filed, differing, noted
from immtrac_desk.store.engine import PAGE, open_for_looking, refuse_hollow
from immtrac_desk.store.repositories.audit import Audit
from immtrac_desk.store.rows import (
    agreement_files,
    agreement_papers,
    answers,
    attachments,
    documents,
    letter_runs,
    prints,
)
from immtrac_desk.store.write_ahead import log_damage, log_of

GoOn = Callable[[], bool]
STOPPED = "verify.stopped"

BLOBS = (
    (documents.c.id, documents.c.digest, documents.c.pdf),
    (prints.c.id, prints.c.digest, prints.c.pdf),
    (attachments.c.id, attachments.c.digest, attachments.c.content),
    (agreement_papers.c.id, agreement_papers.c.digest, agreement_papers.c.pdf),
    (agreement_files.c.id, agreement_files.c.digest, agreement_files.c.content),
    (answers.c.id, answers.c.digest, answers.c.content),
    (letter_runs.c.id, letter_runs.c.digest, letter_runs.c.pdf),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is not as it was left: in which file, where in it, and what (a code word).

    `what` is one of `missing`, `page_damaged`, `log_damaged`, `unreadable`, `structure`,
    `reference_missing`, `schema_changed`, `digest_differs`, `chain_broken`,
    `not_as_booked`.
    """

    file: str
    place: str
    what: str


def always() -> bool:
    """Nobody presses Cancel."""
    return True


def verify(path: Path, key: bytes, go_on: GoOn = always) -> tuple[Problem, ...]:
    """Read every byte of the file at `path` and of its log, and return what is wrong with them.

    Nothing is written. Pages come first: deeper questions are asked of sound pages only. Raises
    VaultError `verify.stopped` where `go_on`, asked between the steps and the papers, says no,
    and nothing else.
    """
    try:
        refuse_hollow(path)
        pages = tuple(_of_pages(path, key)) + tuple(_of_log(path))
        _stop_unless(go_on)
        return pages or _of_content(path, key, go_on)
    except VaultError as error:
        if error.code == STOPPED:
            raise
        what = "missing" if error.code in ("vault.db_missing", "vault.db_emptied") else "unreadable"
        return (Problem(file=path.name, place="file", what=what),)


def _of_pages(path: Path, key: bytes) -> Iterator[Problem]:
    for page in backup.pages_damaged(path, key):
        yield Problem(file=path.name, place=backup.place_of(page), what="page_damaged")


def _of_log(path: Path) -> Iterator[Problem]:
    log = log_of(path)
    place = log_damage(log, PAGE)
    if place:
        yield Problem(file=log.name, place=place, what="log_damaged")


def _of_content(path: Path, key: bytes, go_on: GoOn) -> tuple[Problem, ...]:
    engine = open_for_looking(path, key)
    try:
        with engine.connect() as connection:
            if any(True for _ in backup.structure(connection)):
                return (Problem(file=path.name, place="structure", what="structure"),)
            _stop_unless(go_on)
            found = [*_references(connection), *_schema(connection)]
            found += [] if found else [*_digests(connection, go_on), *_chain(connection)]
            return tuple(Problem(file=path.name, place=place, what=what) for place, what in found)
    finally:
        engine.dispose()


def _references(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    for table, row, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table} row {row}", "reference_missing"


def _schema(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    older = "" < migrate.revision_of(connection) < migrate.HEAD  # sound, and not brought up yet
    if not older and migrate.fingerprint(connection) != migrate.meant():
        yield "schema", "schema_changed"


def _digests(connection: sa.Connection, go_on: GoOn) -> Iterator[tuple[str, str]]:
    for identity, digest, content in BLOBS:
        query = sa.select(identity, digest, content).where(digest != "")
        for row_id, stored, blob in connection.execute(query.execution_options(yield_per=50)):
            _stop_unless(go_on)
            if hashlib.sha256(blob).hexdigest() != stored:
                yield f"{identity.table.name} {row_id}", "digest_differs"


def _stop_unless(go_on: GoOn) -> None:
    if not go_on():
        raise VaultError(STOPPED)


def _chain(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    told: set[Filed] = set()
    broken = first_break(noted(Audit(connection).all(), told))
    if broken is not None:
        yield f"audit {broken}", "chain_broken"
        return
    for place in differing(connection, told):
        yield place, "not_as_booked"
