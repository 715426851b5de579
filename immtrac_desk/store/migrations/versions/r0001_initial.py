"""The first drawers, as they were released: the text beside this file is never edited again."""

from pathlib import Path

from alembic import op

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, index and append-only guard."""
    bind = op.get_bind()
    for statement in _statements():
        bind.exec_driver_sql(statement)


def downgrade() -> None:
    """Take every table out; indexes and guards go with their tables."""
    bind = op.get_bind()
    tables = [s.split()[2] for s in _statements() if s.startswith("CREATE TABLE ")]
    for table in reversed(tables):
        bind.exec_driver_sql(f"DROP TABLE {table}")


def _statements() -> list[str]:
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    return [s.strip() for s in text.split("\n\n") if s.strip()]
