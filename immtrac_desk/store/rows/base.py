"""What every table shares: names for its constraints, small column makers, append-only guards."""

from typing import Any

import sqlalchemy as sa

from immtrac_desk.store.columns import Answered, Moment

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

APPEND_ONLY = (
    "acts",
    "agreement_files",
    "agreement_papers",
    "agreements",
    "answer_items",
    "answer_steps",
    "answers",
    "application_steps",
    "attachments",
    "audit",
    "client_versions",
    "documents",
    "dose_steps",
    "dose_versions",
    "duties_confirmed",
    "letter_runs",
    "organization_versions",
    "prints",
    "question_sets",
    "signatures",
    "trainings",
)
"""Evidence: rows are added and never changed or taken out, not even by our own program."""

GUARDS = {
    f"{table}_refuses_{verb.lower()}": (
        f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'append_only: {table}'); END"
    )
    for table in APPEND_ONLY
    for verb in ("UPDATE", "DELETE")
}


def create_all(connection: sa.Connection) -> None:
    """Make every table, index and guard as this program means them."""
    metadata.create_all(connection)
    for statement in GUARDS.values():
        connection.exec_driver_sql(statement)


def text(name: str, **options: Any) -> sa.Column[str]:
    """A text column that is `""` rather than NULL where nothing was said."""
    return sa.Column(name, sa.Text, nullable=False, **options)


def answer(name: str) -> sa.Column[Any]:
    """An Answer column."""
    return sa.Column(name, Answered, nullable=False)


def yes_no(name: str) -> sa.Column[bool]:
    """A boolean column, with its named CHECK where the database has no booleans."""
    kind = sa.Boolean(create_constraint=True, name=name)
    return sa.Column(name, kind, nullable=False)


def maybe(name: str) -> sa.Column[Any]:
    """A yes or no that may not have been answered yet."""
    return sa.Column(name, sa.Boolean(create_constraint=True, name=name), nullable=True)


def moment(name: str, nullable: bool = False) -> sa.Column[Any]:
    """A UTC moment column."""
    return sa.Column(name, Moment, nullable=nullable)


def day(name: str, nullable: bool = False) -> sa.Column[Any]:
    """A calendar day column."""
    return sa.Column(name, sa.Date, nullable=nullable)


def key(name: str = "id") -> sa.Column[str]:
    """An opaque identifier as primary key."""
    return sa.Column(name, sa.String(40), primary_key=True, nullable=False)


def ref(name: str, target: str, nullable: bool = False) -> sa.Column[Any]:
    """An identifier that must exist in another drawer; indexed."""
    return sa.Column(name, sa.String(40), sa.ForeignKey(target), nullable=nullable, index=True)


def digest(name: str, nullable: bool = True) -> tuple[sa.Column[str], sa.CheckConstraint]:
    """A SHA-256 in hexadecimal, `""` where there is none and that is allowed."""
    allowed = f"length({name}) IN (0, 64)" if nullable else f"length({name}) = 64"
    return text(name), sa.CheckConstraint(allowed, name=name)
