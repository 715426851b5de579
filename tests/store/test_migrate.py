"""Migration: every revision up, down and up again, equal to the models, evidence guarded."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from immtrac_desk.errors import DeskError, VaultError
from immtrac_desk.store import migrate, rows
from immtrac_desk.store.engine import close, open_engine
from immtrac_desk.store.repositories.audit import AuditFilter
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import an_entry

FIXTURES = Path(__file__).parents[1] / "fixtures" / "schemas"
RELEASED = sorted(FIXTURES.glob("*.db"))
NEXT = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "r0002", "r0001"
branch_labels = depends_on = None

def upgrade() -> None:
    op.create_table("extra", sa.Column("id", sa.Integer, primary_key=True))
    {body}

def downgrade() -> None:
    op.drop_table("extra")
"""


def schema(connection: sa.Connection) -> dict[tuple[str, str], str]:
    """Every table (with its CHECKs), index and trigger, as the file spells it."""
    found = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master")
    return {
        (kind, name): " ".join((sql or "").split())
        for kind, name, sql in found
        if "alembic_version" not in name
    }


def schema_of(engine: sa.Engine) -> dict[tuple[str, str], str]:
    with engine.connect() as connection:
        return schema(connection)


def test_the_first_revision_is_what_the_models_mean(engine: sa.Engine) -> None:
    meant = sa.create_engine("sqlite://")
    with meant.connect() as connection:
        rows.create_all(connection)
        models = schema(connection)
    meant.dispose()
    assert schema_of(engine) == models
    assert {f"{t}_refuses_{v}" for t in rows.APPEND_ONLY for v in ("update", "delete")} == {
        name for kind, name in models if kind == "trigger"
    }


def test_every_check_has_a_name(engine: sa.Engine) -> None:
    for (kind, name), sql in schema_of(engine).items():
        if kind == "table":
            assert sql.count(" CHECK ") == sql.count(f"CONSTRAINT ck_{name}_")


def test_up_down_and_up_again_is_the_same(engine: sa.Engine) -> None:
    before = schema_of(engine)
    with engine.connect() as connection:
        mark = migrate.fingerprint(connection)
    migrate.walk(engine, "base", down=True)
    assert schema_of(engine) == {}
    assert migrate.revision(engine) == ""
    migrate.walk(engine, "head")
    assert schema_of(engine) == before
    assert migrate.revision(engine) == migrate.HEAD
    with engine.connect() as connection:
        assert migrate.fingerprint(connection) == mark == migrate.meant()


def test_the_head_is_the_last_revision_in_the_folder() -> None:
    files = sorted(p.stem for p in (migrate.FOLDER / "versions").glob("r*.py"))
    assert files[-1].startswith(f"{migrate.HEAD}_")
    assert files[0].startswith(f"{migrate.FIRST}_")


def test_revisions_import_nothing_of_the_project() -> None:
    for file in migrate.FOLDER.rglob("*.py"):
        assert "immtrac_desk" not in file.read_text(encoding="utf-8")


class Asked:
    """A back-up that counts how often it was asked for."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


def test_a_current_file_is_left_alone(engine: sa.Engine) -> None:
    asked = Asked()
    assert migrate.bring_up(engine, asked) is False
    assert asked.times == 0


def test_a_newer_file_is_refused_and_left_alone(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'r9999'")
    before, asked = schema_of(engine), Asked()
    with pytest.raises(VaultError) as caught:
        migrate.bring_up(engine, asked)
    assert caught.value.code == "vault.newer"
    assert caught.value.facts == {"stored": "r9999", "known": migrate.HEAD}
    assert asked.times == 0
    assert schema_of(engine) == before


def test_a_file_without_a_revision_is_damaged(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    with pytest.raises(VaultError) as caught:
        migrate.bring_up(engine, Asked())
    assert caught.value.code == "vault.damaged"


@pytest.fixture
def later(tmp_path: Path) -> Any:
    """The migrations of a later program, whose second revision does `body`."""

    def build(body: str) -> Path:
        folder = tmp_path / "later"
        shutil.copytree(migrate.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
        text = NEXT.replace("{body}", body)
        (folder / "versions" / "r0002_next.py").write_text(text, encoding="utf-8")
        return folder

    return build


def test_an_older_file_is_backed_up_and_brought_up(
    filing: Filing, engine: sa.Engine, later: Any
) -> None:
    with filing.writing() as work:
        work.audit.append(an_entry())
        work.commit()
    before, asked = schema_of(engine), Asked()
    assert migrate.bring_up(engine, asked, head="r0002", folder=later("pass")) is True
    assert asked.times == 1
    assert migrate.revision(engine) == "r0002"
    assert set(schema_of(engine)) - set(before) == {("table", "extra")}
    with filing.writing() as work:
        assert work.audit.count(AuditFilter()) == 1
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        for verb in ("UPDATE audit SET actor = ''", "DELETE FROM audit"):
            with pytest.raises(DeskError):
                connection.exec_driver_sql(verb)


@pytest.mark.parametrize(
    "body",
    [
        "raise RuntimeError",
        # a merge of clients who do not exist: foreign keys are off, and checked at the end
        'op.execute("INSERT INTO merges (keep_id, gone_id, merged_at, merged_by) '
        "VALUES ('a', 'b', '2026-01-01', 'c')\")",
    ],
)
def test_a_failing_revision_changes_nothing(engine: sa.Engine, later: Any, body: str) -> None:
    before = schema_of(engine)
    with pytest.raises((RuntimeError, VaultError)):
        migrate.bring_up(engine, Asked(), head="r0002", folder=later(body))
    assert schema_of(engine) == before
    assert migrate.revision(engine) == "r0001"


def test_without_a_backup_nothing_is_migrated(engine: sa.Engine, later: Any) -> None:
    def failing() -> None:
        raise VaultError("vault.copy_bad")

    before = schema_of(engine)
    with pytest.raises(VaultError):
        migrate.bring_up(engine, failing, head="r0002", folder=later("pass"))
    assert schema_of(engine) == before


def test_every_released_schema_has_a_file() -> None:
    revisions = sorted((migrate.FOLDER / "versions").glob("r*.py"))
    assert [p.stem for p in RELEASED] == [p.stem.split("_")[0] for p in revisions]


@pytest.mark.parametrize("released", RELEASED, ids=lambda p: p.stem)
def test_a_released_file_opens_with_todays_program(
    released: Path, tmp_path: Path, key: bytes
) -> None:
    """The fixtures are encrypted with the public key of these tests and hold invented people."""
    place = Path(shutil.copy(released, tmp_path / "desk.db"))
    engine = open_engine(place, key)
    migrate.bring_up(engine, Asked())
    with Filing(engine).reading() as work:
        match = work.clients.find("garcia")[0]
        client = work.clients.get(match.id)
        assert client.name.shown == "García-López, María"
        assert work.clients.versions(client.id)
        assert work.acts.of_client(client.id)
        paper = work.documents.of_client(client.id)[0]
        assert work.documents.pdf(paper.id).startswith(b"%PDF")
        assert work.drafts.of_staff(work.staff.all()[0].id)
        assert work.kept_forms.of_staff(work.staff.all()[0].id, "client_form", client.id)
        assert work.audit.last() is not None
        assert work.doses.versions(work.doses.of_client(client.id)[0].id)
        answer = work.answers.all()[0]
        assert work.answers.content(answer.id).startswith(b"MSH|")
        assert work.answer_items.of_answer(answer.id)[0].lines == (3, 9)
        assert len(work.catalogue.all()) == len(work.tips.all()) == 1
    with engine.connect() as connection:
        assert migrate.fingerprint(connection) == migrate.meant()
    close(engine)
