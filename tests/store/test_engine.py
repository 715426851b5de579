"""The lock of the cabinet: what opens, what is refused, and what never reaches the disk."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from immtrac_desk.errors import DeskError, VaultError
from immtrac_desk.store import backup, rows
from immtrac_desk.store import engine as engines
from immtrac_desk.store.engine import close, create_database, open_engine, raw
from immtrac_desk.store.translate import values_of
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import NOW, STAFF, a_client, a_draft, an_entry


def refused(path: Path, key: bytes) -> str:
    with pytest.raises(VaultError) as caught:
        open_engine(path, key)
    return caught.value.code


def test_a_file_opens_with_its_key(path: Path, key: bytes) -> None:
    engine = open_engine(path, key)
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM clients")) == 0
    close(engine)


def test_a_file_refuses_another_key(path: Path) -> None:
    before = path.read_bytes()
    assert refused(path, b"\1" * 32) == "vault.damaged"
    assert path.read_bytes() == before


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path, key: bytes) -> None:
    assert refused(tmp_path / "desk.db", key) == "vault.db_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [0, 4095])
def test_an_emptied_file_is_refused_and_left_as_it_is(path: Path, key: bytes, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    assert refused(path, key) == "vault.db_emptied"
    assert path.stat().st_size == size


def test_a_plain_sqlite_file_is_refused(tmp_path: Path, key: bytes) -> None:
    plain = tmp_path / "desk.db"
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    assert refused(plain, key) == "vault.damaged"


def test_creating_makes_an_owner_only_file_and_never_over_another(path: Path, key: bytes) -> None:
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        create_database(path, key)
    assert path.read_bytes() == before


@pytest.mark.parametrize("core", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
def test_a_core_in_the_wal_reset_range_is_refused(core: tuple[int, ...]) -> None:
    with pytest.raises(VaultError) as caught:
        engines.refuse_affected_core(core)
    assert caught.value.code == "vault.core_affected"
    assert caught.value.facts == {"core": ".".join(map(str, core))}


@pytest.mark.parametrize("core", [(3, 6, 23), (3, 51, 3), (3, 53, 4)])
def test_a_core_outside_the_wal_reset_range_is_taken(core: tuple[int, ...]) -> None:
    engines.refuse_affected_core(core)
    assert core < engines.WAL_RESET_FIRST or core > engines.WAL_RESET_LAST


def test_opening_asks_for_the_core(path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.sqlcipher, "sqlite_version_info", (3, 51, 2))
    assert refused(path, key) == "vault.core_affected"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("temp_store", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("recursive_triggers", 1),
        ("busy_timeout", 5000),
    ],
)
def test_every_connection_is_set_for_safety(engine: sa.Engine, pragma: str, value: object) -> None:
    with engine.connect() as one, engine.connect() as two:
        for connection in (one, two):
            assert raw(connection).execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_closing_leaves_one_file(path: Path, key: bytes) -> None:
    engine = open_engine(path, key)
    room = Filing(engine)
    with room.writing() as work:
        work.marks.put("program", "0.1")
        work.commit()
    close(engine)
    assert [p.name for p in path.parent.iterdir()] == ["desk.db"]


def test_nothing_of_a_person_is_readable_on_the_disk(filing: Filing, path: Path) -> None:
    with filing.writing() as work:
        work.clients.add(a_client("Canaryname", "Zyxwv"))
        work.commit()
    for file in path.parent.iterdir():
        lying = file.read_bytes()
        for word in ("Canaryname", "CANARYNAME", "Zyxwv"):
            assert word.encode() not in lying
            assert word.encode("utf-16-le") not in lying


def test_the_key_is_in_no_url_and_no_repr(engine: sa.Engine, key: bytes) -> None:
    shown = f"{engine.url!r} {engine!r} {engine.pool!r} {engine.dialect!r}"
    assert key.hex() not in shown


def test_a_refused_write_names_the_rule_and_no_person(filing: Filing) -> None:
    client = a_client("Canaryname")
    with filing.writing() as work:
        work.clients.add(client)
        with pytest.raises(DeskError) as caught:
            work.clients.add(client)
    assert caught.value.code == "store.refused"
    assert caught.value.facts["rule"] == "UNIQUE constraint failed: clients.id"
    chain: BaseException | None = caught.value
    while chain is not None:
        assert "Canaryname" not in f"{chain!r} {chain}"
        chain = chain.__cause__


def test_a_second_writer_is_told_busy(filing: Filing, engine: sa.Engine) -> None:
    with filing.writing() as work:
        work.marks.put("a", 1)
        with engine.connect() as other:
            raw(other).execute("PRAGMA busy_timeout = 0")
            with pytest.raises(VaultError) as caught:
                other.begin()
            raw(other).execute("PRAGMA busy_timeout = 5000")
    assert caught.value.code == "vault.busy"


def test_a_reader_works_beside_a_writer_and_sees_the_moment_before(filing: Filing) -> None:
    with filing.writing() as work:
        work.marks.put("a", 1)
        with filing.reading() as other:
            assert other.marks.get("a") is None


def test_a_reader_cannot_write(filing: Filing) -> None:
    with filing.reading() as work, pytest.raises(VaultError) as caught:
        work.marks.put("a", 1)
    assert caught.value.code == "vault.read_only"
    with filing.writing() as work:
        work.marks.put("a", 1)
        work.commit()
    with filing.reading() as work:
        assert work.marks.get("a") == 1


def test_a_full_disk_is_told_and_loses_nothing(filing: Filing, engine: sa.Engine) -> None:
    with engine.connect() as connection:
        pages = raw(connection).execute("PRAGMA page_count").fetchone()[0]
        raw(connection).execute(f"PRAGMA max_page_count = {pages}")
    with filing.writing() as work, pytest.raises(VaultError) as caught:
        work.marks.put("big", "x" * 1_000_000)
    assert caught.value.code == "vault.full"
    with filing.reading() as work:
        assert work.marks.get("big") is None
        assert len(work.staff.all()) == 1


def test_a_page_damaged_underneath_is_told(path: Path, key: bytes) -> None:
    engine = open_engine(path, key)
    with Filing(engine).writing() as work:
        work.marks.put("big", "x" * 100_000)
        work.commit()
    close(engine)
    lying = bytearray(path.read_bytes())
    lying[-7] ^= 1
    path.write_bytes(lying)
    engine = open_engine(path, key)
    with Filing(engine).reading() as work, pytest.raises(VaultError) as caught:
        work.marks.get("big")
    assert caught.value.code == "vault.damaged"
    engine.dispose()


def test_a_file_for_looking_is_never_written(path: Path, key: bytes) -> None:
    before = path.read_bytes()
    engine = engines.open_for_looking(path, key)
    with engine.connect() as connection, pytest.raises(VaultError):
        connection.execute(sa.text("INSERT INTO marks VALUES ('a', '1')"))
    engine.dispose()
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["desk.db"]


def decrypted(path: Path, key: bytes) -> bytes:
    """Every page of a closed file in the clear, free pages too (AES-256-CBC, IV in the reserve)."""
    lying, clear = path.read_bytes(), b""
    for start in range(0, len(lying), engines.PAGE):
        page = lying[start : start + engines.PAGE]
        cipher = Cipher(algorithms.AES(key), modes.CBC(page[-80:-64])).decryptor()
        clear += cipher.update(page[16 if start == 0 else 0 : -80])
    return clear


def test_a_draft_thrown_away_leaves_nothing_in_free_pages(path: Path, key: bytes) -> None:
    kept = a_draft(a_client("Canaryname"))
    seen = []
    for keep in (True, False):
        engine = open_engine(path, key)
        with Filing(engine).writing() as work:
            work.staff.put(STAFF)
            if keep:
                work.drafts.put(kept)
            else:
                work.drafts.remove(kept.draft.id)
            work.commit()
        close(engine)
        seen.append(b"Canaryname" in decrypted(path, key))
    assert seen == [True, False]


@pytest.mark.parametrize("name", ["con espacio", "ñandú", "a?b#c%20d", "it's"])
def test_a_vault_may_lie_in_any_folder(tmp_path: Path, key: bytes, name: str) -> None:
    place = tmp_path / name / "desk.db"
    place.parent.mkdir()
    create_database(place, key)
    engine = open_engine(place, key)
    backup.copy_to(engine, place.with_name("copy.db"), key)
    close(engine)
    assert sorted(p.name for p in place.parent.iterdir()) == ["copy.db", "desk.db"]


def test_no_connection_makes_a_file(tmp_path: Path, key: bytes) -> None:
    for mode in ("rw", "ro", "ro&immutable=1"):
        with pytest.raises(engines.sqlcipher.OperationalError):
            engines.keyed(tmp_path / "gone.db", key, mode)
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_of_ours_shows_no_values(filing: Filing) -> None:
    entry = an_entry(actor="Canaryname", at=NOW.replace(tzinfo=None))
    with filing.writing() as work, pytest.raises(sa.exc.StatementError) as caught:
        work.audit._connection.execute(sa.insert(rows.audit).values(values_of(entry)))
    assert "Canaryname" not in f"{caught.value} {caught.value!r}"


def test_a_key_of_the_wrong_length_is_a_mistake_of_ours(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        engines.keyed(path, b"short")


def test_opening_a_current_file_does_not_import_alembic(path: Path, key: bytes) -> None:
    program = (
        "import sys, pathlib\n"
        "from immtrac_desk.store import engine, migrate\n"
        "opened = engine.open_engine(pathlib.Path(sys.argv[1]), bytes(range(32)))\n"
        "assert migrate.bring_up(opened, lambda: None) is False\n"
        "assert 'alembic' not in sys.modules\n"
    )
    assert key == bytes(range(32))
    subprocess.run([sys.executable, "-c", program, str(path)], check=True, timeout=60)
