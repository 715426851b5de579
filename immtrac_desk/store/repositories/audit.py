"""The audit drawer: the chained book of who did what; only ever added to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import sqlalchemy as sa

from immtrac_desk.domain.audit import AuditEntry, sealed
from immtrac_desk.store import translate
from immtrac_desk.store.rows import audit


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFilter:
    """Which lines of the book are asked for; what is left out lets everything pass."""

    client_ids: tuple[str, ...] = ()
    document_id: str = ""
    actor_id: str = ""
    acts: tuple[str, ...] = ()
    loud: bool = False
    since: datetime | None = None
    until: datetime | None = None
    """Lines before this moment."""
    before_seq: int | None = None
    """Lines with a lower number: where the page before ended."""


class Audit:
    """The book. One writer at a time holds it, so numbers have no gaps."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def append(self, entry: AuditEntry) -> AuditEntry:
        """Number, chain and enter a line; returns it as entered, its moment in UTC."""
        line = sealed(replace(entry, at=entry.at.astimezone(UTC)), self.last())
        self._connection.execute(audit.insert().values(translate.values_of(line)))
        return line

    def last(self) -> AuditEntry | None:
        """The chain's head, None for an empty book."""
        query = audit.select().order_by(audit.c.seq.desc()).limit(1)
        row = self._connection.execute(query).first()
        return translate.record_of(AuditEntry, row) if row else None

    def digest_at(self, seq: int) -> str:
        """The digest of the line with this number, `""` where there is none."""
        return self._connection.scalar(sa.select(audit.c.digest).where(audit.c.seq == seq)) or ""

    def after(self, seq: int) -> tuple[AuditEntry, ...]:
        """Every line with a higher number, oldest first."""
        query = audit.select().where(audit.c.seq > seq).order_by(audit.c.seq)
        rows = self._connection.execute(query)
        return tuple(translate.record_of(AuditEntry, row) for row in rows)

    def page(self, wanted: AuditFilter, limit: int = 100) -> tuple[AuditEntry, ...]:
        """The newest `limit` lines that pass, newest first."""
        query = audit.select().where(_passes(wanted)).order_by(audit.c.seq.desc()).limit(limit)
        rows = self._connection.execute(query)
        return tuple(translate.record_of(AuditEntry, row) for row in rows)

    def count(self, wanted: AuditFilter) -> int:
        """How many lines pass, e.g. the reprints of a document."""
        query = sa.select(sa.func.count()).select_from(audit).where(_passes(wanted))
        return self._connection.scalar(query) or 0

    def all(self) -> Iterator[AuditEntry]:
        """Every line from the first."""
        query = audit.select().order_by(audit.c.seq).execution_options(yield_per=1000)
        for row in self._connection.execute(query):
            yield translate.record_of(AuditEntry, row)


def _passes(wanted: AuditFilter) -> sa.ColumnElement[bool]:
    tests: list[sa.ColumnElement[bool]] = []
    if wanted.client_ids:
        tests.append(audit.c.client_id.in_(wanted.client_ids))
    if wanted.document_id:
        tests.append(audit.c.document_id == wanted.document_id)
    if wanted.actor_id:
        tests.append(audit.c.actor_id == wanted.actor_id)
    if wanted.acts:
        tests.append(audit.c.act.in_(wanted.acts))
    if wanted.loud:
        tests.append(audit.c.loud)
    return sa.and_(sa.true(), *tests, *_when(wanted))


def _when(wanted: AuditFilter) -> Iterator[sa.ColumnElement[bool]]:
    if wanted.since is not None:
        yield audit.c.at >= wanted.since
    if wanted.until is not None:
        yield audit.c.at < wanted.until
    if wanted.before_seq is not None:
        yield audit.c.seq < wanted.before_seq
