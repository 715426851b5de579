"""The report drawers: the catalogue of what the registry and DSHS report, and TIPS as printed."""

import sqlalchemy as sa

from immtrac_desk.domain.registry_report import Catalogue
from immtrac_desk.store.columns import Coded
from immtrac_desk.store.rows.base import day, key, metadata, moment, ref, text, yes_no

catalogue_entries = sa.Table(
    "catalogue_entries",
    metadata,
    key(),
    sa.Column("catalogue", Coded(Catalogue), nullable=False),
    text("name"),
    text("what_for"),
    text("sent_by"),
    text("frequency"),
    text("what_we_do"),
    yes_no("confirmed"),
    day("last_received_on", nullable=True),
    yes_no("retired"),
)

tips_readings = sa.Table(
    "tips_readings",
    metadata,
    key(),
    ref("organization_id", "organizations.id"),
    day("month"),
    text("measure"),
    text("value"),
    text("rating"),
    moment("noted_at"),
    ref("by", "staff.id"),
    yes_no("voided"),
    sa.CheckConstraint("measure <> ''", name="measure"),
)
