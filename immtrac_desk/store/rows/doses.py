"""The dose drawers: doses given, every earlier version of them, and what became of each."""

from typing import Any

import sqlalchemy as sa

from immtrac_desk.domain.dose import DoseStepKind, ReportMethod
from immtrac_desk.store.columns import Coded
from immtrac_desk.store.rows.base import day, key, metadata, moment, ref, text, yes_no


def _dose_columns() -> list[sa.Column[Any] | sa.CheckConstraint]:
    """Everything of a Dose but its id: the same for the current and for earlier versions."""
    return [
        ref("client_id", "clients.id"),
        day("given_on"),
        text("cvx"),
        text("trade_name"),
        text("manufacturer"),
        text("lot"),
        text("route"),
        text("body_site"),
        text("eligibility"),
        ref("prescriber_id", "site_people.id", nullable=True),
        ref("organization_id", "organizations.id", nullable=True),
        ref("event_id", "disaster_events.id", nullable=True),
        yes_no("responder_asks"),
        yes_no("historical"),
        moment("entered_at"),
        ref("entered_by", "staff.id"),
        sa.CheckConstraint("version >= 1", name="version"),
    ]


doses = sa.Table(
    "doses",
    metadata,
    key(),
    sa.Column("version", sa.Integer, nullable=False),
    *_dose_columns(),
)

dose_versions = sa.Table(
    "dose_versions",
    metadata,
    sa.Column("id", sa.String(40), sa.ForeignKey("doses.id"), primary_key=True, nullable=False),
    sa.Column("version", sa.Integer, primary_key=True, nullable=False),
    *_dose_columns(),
)

dose_steps = sa.Table(
    "dose_steps",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.String(40), nullable=False, unique=True),
    ref("dose_id", "doses.id"),
    sa.Column("kind", Coded(DoseStepKind), nullable=False),
    day("on"),
    moment("at"),
    ref("by", "staff.id"),
    sa.Column("method", Coded(ReportMethod)),
    text("registry_user"),
    text("reason"),
    ref("reverses", "dose_steps.id", nullable=True),
    sa.CheckConstraint("(kind = 'dose_step_undone') = (reverses IS NOT NULL)", name="reverses"),
    sa.CheckConstraint("(kind = 'dose_reported') = (method IS NOT NULL)", name="method"),
)
