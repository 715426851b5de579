"""The book's drawers: the audit chain, tasks, merges, settings, marks of the vault itself."""

from collections.abc import Mapping

import sqlalchemy as sa

from immtrac_desk.store.columns import Structured
from immtrac_desk.store.rows.base import day, digest, key, metadata, moment, ref, text, yes_no

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, nullable=False),
    moment("at"),
    # ids without reference: the book also tells of what never reached a drawer
    text("actor_id", index=True),
    text("actor"),
    text("act", index=True),
    text("client_id", index=True),
    text("document_id", index=True),
    text("act_id"),
    text("row"),
    *digest("document_digest"),
    yes_no("loud"),
    sa.Column("facts", Structured(Mapping[str, object]), nullable=False),
    *digest("previous", nullable=False),
    *digest("digest", nullable=False),
    sa.CheckConstraint("seq >= 1", name="seq"),
)

tasks = sa.Table(
    "tasks",
    metadata,
    key(),
    ref("client_id", "clients.id"),
    text("what"),
    moment("opened_at"),
    ref("opened_by", "staff.id"),
    day("due_on", nullable=True),
    moment("closed_at", nullable=True),
    ref("closed_by", "staff.id", nullable=True),
    text("note"),
    sa.CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL)", name="closed"),
)

merges = sa.Table(
    "merges",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    ref("keep_id", "clients.id"),
    ref("gone_id", "clients.id"),
    moment("merged_at"),
    ref("merged_by", "staff.id"),
    moment("undone_at", nullable=True),
    ref("undone_by", "staff.id", nullable=True),
    sa.CheckConstraint("keep_id <> gone_id", name="two"),
    sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone"),
)
sa.Index(
    "ux_merges_gone_once",
    merges.c.gone_id,
    unique=True,
    sqlite_where=merges.c.undone_at.is_(None),
    postgresql_where=merges.c.undone_at.is_(None),
)

settings = sa.Table(
    "settings",
    metadata,
    key("key"),
    sa.Column("value", sa.JSON, nullable=False),
    text("source"),
    day("seen_on", nullable=True),
    text("confirmed_by"),
)

marks = sa.Table(
    "marks",
    metadata,
    key("key"),
    sa.Column("value", sa.JSON, nullable=False),
)
