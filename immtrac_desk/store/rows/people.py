"""The people drawers: clients and their versions, those responsible, staff, events, names."""

from typing import Any

import sqlalchemy as sa

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.ids import EventId
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import Role
from immtrac_desk.store.columns import Coded, Structured
from immtrac_desk.store.rows.base import answer, day, key, metadata, ref, text, yes_no


def _client_columns() -> list[sa.Column[Any] | sa.CheckConstraint]:
    """Everything of a Client but its id: the same for the current and for earlier versions."""
    return [
        answer("last_name"),
        answer("first_name"),
        answer("middle_name"),
        day("born_on"),
        answer("gender"),
        answer("street"),
        answer("unit"),
        answer("city"),
        answer("state"),
        answer("zip_code"),
        answer("county"),
        yes_no("place_from_zip"),
        answer("phone"),
        answer("email"),
        answer("mother_first_name"),
        answer("mother_maiden_name"),
        sa.Column("race", Structured(tuple[str, ...] | Explicit), nullable=False),
        answer("ethnicity"),
        sa.Column("former_names", Structured(tuple[PersonName, ...]), nullable=False),
        text("name_as_written"),
        sa.Column("birth_order", sa.Integer),
        text("chart_no"),
        text("immtrac2_id"),
        yes_no("contact_opt_out"),
        text("language"),
        yes_no("guardianship_recorded"),
        ref("site_id", "organizations.id", nullable=True),
        sa.Column("disaster_events", Structured(tuple[EventId, ...]), nullable=False),
        sa.CheckConstraint("birth_order IS NULL OR birth_order >= 1", name="birth_order"),
        sa.CheckConstraint("version >= 1", name="version"),
    ]


clients = sa.Table(
    "clients",
    metadata,
    key(),
    sa.Column("version", sa.Integer, nullable=False),
    *_client_columns(),
    sa.Index("ix_clients_born_on", "born_on"),
)

client_versions = sa.Table(
    "client_versions",
    metadata,
    sa.Column("id", sa.String(40), sa.ForeignKey("clients.id"), primary_key=True, nullable=False),
    sa.Column("version", sa.Integer, primary_key=True, nullable=False),
    *_client_columns(),
)

responsible_people = sa.Table(
    "responsible_people",
    metadata,
    key(),
    ref("client_id", "clients.id"),
    answer("last_name"),
    answer("first_name"),
    answer("middle_name"),
    text("relation"),
    answer("phone"),
    answer("email"),
    yes_no("primary"),
    day("until", nullable=True),
)

staff = sa.Table(
    "staff",
    metadata,
    key(),
    text("name"),
    sa.Column("role", Coded(Role), nullable=False),
    sa.Column("slot_id", sa.String(80)),
    yes_no("active"),
    text("registry_user"),
    sa.CheckConstraint("role IN ('front_desk', 'supervisor', 'auditor')", name="role"),
    sa.CheckConstraint("name <> ''", name="name"),
)

disaster_events = sa.Table(
    "disaster_events",
    metadata,
    key(),
    text("name"),
    day("started_on"),
    day("ended_on", nullable=True),
    text("end_source"),
    yes_no("confirmed"),
    sa.Column("report_days", sa.Integer, nullable=False),
    sa.Column("vaccines", Structured(tuple[str, ...]), nullable=False),
    sa.CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="ended_on"),
)

client_names = sa.Table(
    "client_names",
    metadata,
    sa.Column("word", sa.String(400), primary_key=True, nullable=False),
    sa.Column("kind", sa.String(20), primary_key=True, nullable=False),
    sa.Column(
        "client_id", sa.String(40), sa.ForeignKey("clients.id"), primary_key=True, nullable=False
    ),
    sa.CheckConstraint("kind IN ('name', 'former_name', 'number')", name="kind"),
    sa.Index("ix_client_names_client_id_word", "client_id", "word"),
    sqlite_with_rowid=False,
)

name_del = sa.Table(
    "name_del",
    metadata,
    sa.Column("del", sa.String(400), primary_key=True, nullable=False),
    sa.Column("word", sa.String(400), primary_key=True, nullable=False),
    sqlite_with_rowid=False,
)
