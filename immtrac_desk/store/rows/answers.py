"""The answer drawers: what the registry sent back, each thing in it, and what became of each."""

import sqlalchemy as sa

from immtrac_desk.domain.answer import AnswerSource, AnswerStepKind, UnreadLines
from immtrac_desk.store.columns import Coded, Structured
from immtrac_desk.store.rows.base import day, digest, metadata, moment, ref, text

answers = sa.Table(
    "answers",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.String(40), nullable=False, unique=True),
    day("received_on"),
    moment("at"),
    ref("by", "staff.id"),
    sa.Column("source", Coded(AnswerSource), nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    *digest("digest", nullable=False),
    sa.Column("messages", sa.Integer, nullable=False),
    sa.Column("accepted", sa.Integer, nullable=False),
    sa.Column("items", sa.Integer, nullable=False),
    sa.Column("again", sa.Integer, nullable=False),
    ref("organization_id", "organizations.id", nullable=True),
    sa.Column("unread", Structured(tuple[UnreadLines, ...]), nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    # the same bytes again are the same answer, even where two desks take them in at once
    sa.UniqueConstraint("digest"),
    sa.CheckConstraint("size = length(content)", name="size"),
    sa.CheckConstraint(
        "messages >= 0 AND accepted >= 0 AND items >= 0 AND again >= 0", name="counts"
    ),
)

answer_items = sa.Table(
    "answer_items",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.String(40), nullable=False, unique=True),
    ref("answer_id", "answers.id"),
    text("same", index=True),
    text("code"),
    text("severity"),
    text("ref"),
    text("name"),
    text("born"),
    text("vaccine"),
    day("given_on", nullable=True),
    sa.Column("count", sa.Integer, nullable=False),
    ref("client_id", "clients.id", nullable=True),
    ref("dose_id", "doses.id", nullable=True),
    sa.Column("lines", Structured(tuple[int, ...]), nullable=False),
    sa.CheckConstraint("count >= 1", name="count"),
    # a dose is somebody's
    sa.CheckConstraint("dose_id IS NULL OR client_id IS NOT NULL", name="dose"),
)

answer_steps = sa.Table(
    "answer_steps",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.String(40), nullable=False, unique=True),
    ref("item_id", "answer_items.id"),
    sa.Column("kind", Coded(AnswerStepKind), nullable=False),
    day("on"),
    moment("at"),
    ref("by", "staff.id"),
    ref("client_id", "clients.id", nullable=True),
    ref("dose_id", "doses.id", nullable=True),
    ref("answer_id", "answers.id", nullable=True),
    text("note"),
    sa.CheckConstraint("(kind = 'answer_seen_again') = (answer_id IS NOT NULL)", name="again"),
    sa.CheckConstraint("dose_id IS NULL OR client_id IS NOT NULL", name="dose"),
)
