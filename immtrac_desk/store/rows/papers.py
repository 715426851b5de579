"""The paper drawers: documents with their bytes, signatures, acts, prints, drafts, forms, packs."""

from collections.abc import Mapping

import sqlalchemy as sa

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.document import Stroke
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.words import Choice, FormKind, Manner, Scope, Source, Who
from immtrac_desk.store.columns import Coded, Structured
from immtrac_desk.store.rows.base import (
    day,
    digest,
    key,
    metadata,
    moment,
    ref,
    text,
    yes_no,
)

documents = sa.Table(
    "documents",
    metadata,
    key(),
    ref("client_id", "clients.id"),
    sa.Column("form", Coded(FormKind), nullable=False),
    text("stock_no"),
    text("revision"),
    text("language"),
    moment("filed_at"),
    ref("by", "staff.id"),
    sa.Column("choice", Coded(Choice), nullable=False),
    sa.Column("client_name", Structured(PersonName), nullable=False),
    day("born_on"),
    text("signer_name"),
    sa.Column("who", Coded(Who)),
    text("relation"),
    day("signed_on"),
    sa.Column("signed_at", sa.Time),
    sa.Column("manner", Coded(Manner)),
    sa.Column("source", Coded(Source)),
    text("source_detail"),
    text("received_by"),
    text("witness_name"),
    text("interpreter_name"),
    *digest("digest_read"),
    *digest("digest"),
    text("revision_note"),
    sa.Column("answers", Structured(Mapping[str, object]), nullable=False),
    sa.Column("pdf", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("(digest = '') = (length(pdf) = 0)", name="pdf"),
)

signatures = sa.Table(
    "signatures",
    metadata,
    sa.Column(
        "document_id",
        sa.String(40),
        sa.ForeignKey("documents.id"),
        primary_key=True,
        nullable=False,
    ),
    sa.Column("manner", Coded(Manner), nullable=False),
    day("signed_on"),
    sa.Column("signed_at", sa.Time),
    text("seen_by"),
    text("printed_name"),
    # long JSON lies last: it shows a zeroed tail of its row
    sa.Column("witness_strokes", Structured(tuple[Stroke, ...]), nullable=False),
    sa.Column("strokes", Structured(tuple[Stroke, ...]), nullable=False),
)

acts = sa.Table(
    "acts",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.String(40), nullable=False, unique=True),
    ref("client_id", "clients.id"),
    sa.Column("kind", Coded(ActKind), nullable=False),
    day("on"),
    moment("at"),
    ref("by", "staff.id"),
    ref("document_id", "documents.id", nullable=True),
    sa.Column("form", Coded(FormKind)),
    sa.Column("scope", Coded(Scope)),
    sa.Column("signed_at", sa.Time),
    text("signer"),
    sa.Column("capacity", Coded(Who)),
    ref("reverses", "acts.id", nullable=True),
    text("row"),
    sa.Column("facts", Structured(Mapping[str, object]), nullable=False),
    sa.CheckConstraint("(kind = 'entered_in_error') = (reverses IS NOT NULL)", name="reverses"),
)

attachments = sa.Table(
    "attachments",
    metadata,
    key(),
    ref("act_id", "acts.id"),
    ref("client_id", "clients.id"),
    text("what"),
    text("media_type"),
    sa.Column("size", sa.Integer, nullable=False),
    *digest("digest", nullable=False),
    moment("attached_at"),
    ref("by", "staff.id"),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("size = length(content)", name="size"),
)

form_packs = sa.Table(
    "form_packs",
    metadata,
    sa.Column("stock_no", sa.String(20), primary_key=True, nullable=False),
    sa.Column("language", sa.String(10), primary_key=True, nullable=False),
    sa.Column("revision", sa.String(40), primary_key=True, nullable=False),
    day("effective_from"),
    day("effective_to", nullable=True),
    *digest("sha256"),
    text("verified_by"),
    day("verified_on", nullable=True),
    sa.CheckConstraint("effective_to IS NULL OR effective_to >= effective_from", name="effective"),
    sa.CheckConstraint("(verified_by = '') = (verified_on IS NULL)", name="verified"),
)

drafts = sa.Table(
    "drafts",
    metadata,
    key(),
    # a draft may be for a client who is not in the vault yet, so nothing is referred to here
    sa.Column("client_id", sa.String(40), nullable=False, index=True),
    sa.Column("record_id", sa.String(40), nullable=False, unique=True),
    ref("staff_id", "staff.id"),
    moment("kept_at"),
    sa.Column("draft", Structured(ConsentDraft), nullable=False),
)

kept_forms = sa.Table(
    "kept_forms",
    metadata,
    key(),
    ref("staff_id", "staff.id"),
    text("room"),
    # as a draft, a form may be about a client who is not in the vault yet
    text("about_id"),
    moment("kept_at"),
    sa.Column("body", Structured(Mapping[str, object]), nullable=False),
)

prints = sa.Table(
    "prints",
    metadata,
    key(),
    # drafts are taken out once recorded; the print stays
    sa.Column("draft_id", sa.String(40), nullable=False, index=True),
    sa.Column("record_id", sa.String(40), nullable=False, index=True),
    moment("printed_at"),
    text("language"),
    text("revision"),
    *digest("digest", nullable=False),
    *digest("answers_digest", nullable=False),
    sa.Column("pdf", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("length(pdf) > 0", name="pdf"),
)

letter_runs = sa.Table(
    "letter_runs",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.String(40), nullable=False, unique=True),
    text("letter"),
    sa.Column("letters", sa.Integer, nullable=False),
    sa.Column("pages", sa.Integer, nullable=False),
    yes_no("envelopes"),
    moment("made_at"),
    ref("by", "staff.id"),
    *digest("digest", nullable=False),
    sa.Column("pdf", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("letters >= 1 AND pages >= 1", name="counts"),
    sa.CheckConstraint("length(pdf) > 0", name="pdf"),
)
