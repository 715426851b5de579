"""The agreement drawers: applications, their steps, agreements, papers and files, questions."""

from collections.abc import Mapping

import sqlalchemy as sa

from immtrac_desk.domain.agreement import ApplicationKind, StepKind
from immtrac_desk.domain.organization import AnswerValue
from immtrac_desk.domain.question import Question
from immtrac_desk.domain.site_person import NamedPerson
from immtrac_desk.domain.words import Manner
from immtrac_desk.store.columns import Coded, Structured
from immtrac_desk.store.rows.base import day, digest, key, metadata, moment, ref, text

question_sets = sa.Table(
    "question_sets",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.String(40), nullable=False, unique=True),
    moment("made_at"),
    ref("made_by", "staff.id", nullable=True),
    sa.Column("questions", Structured(tuple[Question, ...]), nullable=False),
)

applications = sa.Table(
    "applications",
    metadata,
    key(),
    ref("organization_id", "organizations.id"),
    sa.Column("kind", Coded(ApplicationKind), nullable=False),
    day("begun_on"),
    # the built-in set lies in no drawer, so nothing is referred to here
    sa.Column("question_set", sa.String(40), nullable=False),
    # an agreement refers to its application: of the two, only one can be made first
    sa.Column("base_id", sa.String(40)),
    moment("saved_at", nullable=True),
    # long JSON lies last: it shows a zeroed tail of its row
    sa.Column("answers", Structured(Mapping[str, AnswerValue]), nullable=False),
    sa.Column("people", Structured(tuple[NamedPerson, ...]), nullable=False),
)

agreements = sa.Table(
    "agreements",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.String(40), nullable=False, unique=True),
    ref("organization_id", "organizations.id"),
    day("approved_on", nullable=True),
    day("due_on", nullable=True),
    ref("application_id", "applications.id", nullable=True),
    moment("entered_at"),
    ref("by", "staff.id"),
    sa.Column("answers", Structured(Mapping[str, AnswerValue]), nullable=False),
    sa.Column("people", Structured(tuple[NamedPerson, ...]), nullable=False),
    sa.CheckConstraint("approved_on IS NOT NULL OR due_on IS NOT NULL", name="dated"),
)

application_steps = sa.Table(
    "application_steps",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.String(40), nullable=False, unique=True),
    ref("application_id", "applications.id"),
    sa.Column("kind", Coded(StepKind), nullable=False),
    day("on"),
    moment("at"),
    ref("by", "staff.id"),
    ref("paper_id", "agreement_papers.id", nullable=True),
    ref("signer_id", "site_people.id", nullable=True),
    ref("reverses", "application_steps.id", nullable=True),
    sa.Column("facts", Structured(Mapping[str, object]), nullable=False),
    sa.CheckConstraint(
        "(kind = 'application_step_undone') = (reverses IS NOT NULL)", name="reverses"
    ),
)

agreement_papers = sa.Table(
    "agreement_papers",
    metadata,
    key(),
    ref("organization_id", "organizations.id"),
    ref("application_id", "applications.id"),
    text("language"),
    text("revision"),
    ref("signer_id", "site_people.id"),
    text("signer_name"),
    text("signer_title"),
    text("licence_no"),
    day("signed_on"),
    sa.Column("manner", Coded(Manner), nullable=False),
    text("seen_by"),
    moment("filed_at"),
    ref("by", "staff.id"),
    *digest("digest_read"),
    *digest("digest", nullable=False),
    sa.Column("pdf", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("length(pdf) > 0", name="pdf"),
)

agreement_files = sa.Table(
    "agreement_files",
    metadata,
    key(),
    ref("organization_id", "organizations.id"),
    ref("application_id", "applications.id", nullable=True),
    ref("person_id", "site_people.id", nullable=True),
    text("what"),
    text("media_type"),
    sa.Column("size", sa.Integer, nullable=False),
    *digest("digest", nullable=False),
    moment("attached_at"),
    ref("by", "staff.id"),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("size = length(content)", name="size"),
)
