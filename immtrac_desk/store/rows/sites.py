"""The site drawers: organizations and their versions, people, roles, trainings, tasks, duties."""

from typing import Any

import sqlalchemy as sa

from immtrac_desk.domain.site_person import SiteRole, TrainingKind
from immtrac_desk.store.columns import Coded, Structured
from immtrac_desk.store.rows.base import day, key, maybe, metadata, moment, ref, text, yes_no


def _organization_columns() -> list[sa.Column[Any]]:
    """Everything of an Organization but its id and parent: the same now and in every version."""
    return [
        text("name"),
        text("org_type"),
        text("org_code"),
        text("tx_iis_id"),
        text("intent"),
        maybe("tvfc"),
        text("tvfc_pin"),
        yes_no("deputizing"),
        maybe("public"),
        yes_no("state_wide_recall"),
        maybe("county_organization"),
        sa.Column("assigned_counties", Structured(tuple[str, ...]), nullable=False),
        maybe("return_without_immunizations"),
        text("street"),
        text("unit"),
        text("city"),
        text("state"),
        text("zip_code"),
        text("county"),
        text("other_address"),
        text("phone"),
        text("extension"),
        text("fax"),
        text("email"),
        text("tin"),
        text("npi"),
        text("ownership"),
        text("hours"),
        maybe("exchange"),
        text("exchange_method"),
        text("ehr_vendor"),
        day("closed_on", nullable=True),
        day("tvfc_enrolled_on", nullable=True),
        day("tvfc_due_on", nullable=True),
        text("tvfc_window"),
    ]


organizations = sa.Table(
    "organizations",
    metadata,
    key(),
    ref("parent_id", "organizations.id", nullable=True),
    *_organization_columns(),
    sa.CheckConstraint("parent_id IS NULL OR parent_id <> id", name="parent"),
)

organization_versions = sa.Table(
    "organization_versions",
    metadata,
    sa.Column(
        "id", sa.String(40), sa.ForeignKey("organizations.id"), primary_key=True, nullable=False
    ),
    sa.Column("version", sa.Integer, primary_key=True, nullable=False),
    day("changed_on"),
    # as it was said then: nothing is referred to here
    sa.Column("parent_id", sa.String(40)),
    *_organization_columns(),
    sa.CheckConstraint("version >= 1", name="version"),
)

site_people = sa.Table(
    "site_people",
    metadata,
    key(),
    text("first_name"),
    text("middle_initial"),
    text("last_name"),
    text("email"),
    text("phone"),
    text("extension"),
    text("title"),
    text("licence_no"),
    text("npi"),
    text("registry_user"),
    day("hired_on", nullable=True),
    day("left_on", nullable=True),
    day("account_made_on", nullable=True),
    day("account_disabled_on", nullable=True),
)

roles_held = sa.Table(
    "roles_held",
    metadata,
    key(),
    ref("person_id", "site_people.id"),
    ref("organization_id", "organizations.id"),
    sa.Column("role", Coded(SiteRole), nullable=False),
    day("from_on"),
    day("until_on", nullable=True),
    sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="until_on"),
)

trainings = sa.Table(
    "trainings",
    metadata,
    key(),
    ref("person_id", "site_people.id"),
    sa.Column("kind", Coded(TrainingKind), nullable=False),
    day("on"),
    yes_no("signed"),
    moment("noted_at"),
    ref("by", "staff.id"),
    ref("proof_id", "agreement_files.id", nullable=True),
    text("note"),
)

office_tasks = sa.Table(
    "office_tasks",
    metadata,
    key(),
    ref("organization_id", "organizations.id"),
    text("what"),
    day("opened_on"),
    moment("opened_at"),
    ref("opened_by", "staff.id"),
    ref("person_id", "site_people.id", nullable=True),
    day("due_on", nullable=True),
    day("closed_on", nullable=True),
    ref("closed_by", "staff.id", nullable=True),
    text("note"),
    sa.CheckConstraint("(closed_on IS NULL) = (closed_by IS NULL)", name="closed"),
)

duties_confirmed = sa.Table(
    "duties_confirmed",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    ref("organization_id", "organizations.id"),
    text("duty"),
    day("on"),
    moment("at"),
    ref("by", "staff.id"),
    text("by_name"),
    text("note"),
)
