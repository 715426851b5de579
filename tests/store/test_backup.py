"""The copy of the encrypted file: whole, checked before it is called good, or not there at all."""

import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from immtrac_desk.errors import VaultError
from immtrac_desk.store import backup
from immtrac_desk.store.engine import close, open_engine, raw
from immtrac_desk.store.unit_of_work import Filing
from immtrac_desk.store.verify import verify
from tests.store.records import PDF, a_client, a_document, an_entry, told_of

CLIENT = a_client("Canaryname")


@pytest.fixture
def room(filing: Filing) -> Filing:
    with filing.writing() as work:
        work.clients.add(CLIENT)
        paper = a_document(CLIENT)
        work.documents.add(paper, PDF)
        work.audit.append(told_of(paper))
        work.commit()
    return filing


def test_a_copy_made_of_an_open_file_is_whole(
    room: Filing, engine: sa.Engine, tmp_path: Path, key: bytes
) -> None:
    target = tmp_path / "copies" / "desk.db"
    target.parent.mkdir()
    rows = backup.copy_to(engine, target, key)
    assert (rows["clients"], rows["documents"], rows["audit"]) == (1, 1, 1)
    assert backup.check(target, key) == rows
    assert verify(target, key) == ()
    assert [p.name for p in target.parent.iterdir()] == ["desk.db"]
    assert b"Canaryname" not in target.read_bytes()
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600
    copied = open_engine(target, key)
    with Filing(copied).reading() as work:
        assert work.clients.get(CLIENT.id) == CLIENT
    close(copied)


def test_a_copy_leaves_the_original_usable(
    room: Filing, engine: sa.Engine, tmp_path: Path, key: bytes
) -> None:
    backup.copy_to(engine, tmp_path / "copy.db", key)
    with room.writing() as work:
        work.audit.append(an_entry())
        work.commit()
    assert backup.check(tmp_path / "copy.db", key)["audit"] == 1


def test_what_is_not_committed_is_not_copied(
    room: Filing, engine: sa.Engine, tmp_path: Path, key: bytes
) -> None:
    with room.writing() as work:
        work.audit.append(an_entry())
        assert backup.copy_to(engine, tmp_path / "copy.db", key)["audit"] == 1


def test_a_good_copy_takes_the_place_of_the_one_before(
    room: Filing, engine: sa.Engine, tmp_path: Path, key: bytes
) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"older")
    (tmp_path / "copy.db.part").write_bytes(b"left by a crash")
    backup.copy_to(engine, target, key)
    assert backup.check(target, key)["clients"] == 1
    assert not (tmp_path / "copy.db.part").exists()


def test_a_copy_of_a_damaged_file_is_not_called_good(
    room: Filing, engine: sa.Engine, path: Path, tmp_path: Path, key: bytes
) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"the good one of yesterday")
    raw_engine = open_engine(path, key)
    with raw_engine.connect() as connection:
        raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw_engine.dispose()
    engine.dispose()
    whole = path.read_bytes()
    path.write_bytes(whole[: 4096 * 30] + bytes(4096) + whole[4096 * 31 :])
    with pytest.raises(VaultError) as caught:
        backup.copy_to(engine, target, key)
    path.write_bytes(whole)
    assert caught.value.code in ("vault.damaged", "vault.copy_bad")
    assert target.read_bytes() == b"the good one of yesterday"
    assert not (tmp_path / "copy.db.part").exists()


def test_a_folder_that_is_not_there_is_told(engine: sa.Engine, tmp_path: Path, key: bytes) -> None:
    with pytest.raises(VaultError) as caught:
        backup.copy_to(engine, tmp_path / "none" / "copy.db", key)
    assert caught.value.code == "vault.io"


@pytest.mark.parametrize("place", [3, 20, 4096 * 2 + 50, -1])
def test_a_damaged_copy_is_told(
    room: Filing, engine: sa.Engine, tmp_path: Path, key: bytes, place: int
) -> None:
    target = tmp_path / "copy.db"
    backup.copy_to(engine, target, key)
    lying = bytearray(target.read_bytes())
    lying[place] ^= 1
    target.write_bytes(lying)
    page = len(lying) // 4096 if place < 0 else place // 4096 + 1
    expected = (backup.WHOLE_FILE,) if place == 3 else (page,)
    assert backup.pages_damaged(target, key) == expected
    with pytest.raises(VaultError) as caught:
        backup.check(target, key)
    assert caught.value.code == "vault.copy_bad"
    assert caught.value.facts == {"place": backup.place_of(expected[0])}


def test_the_last_seven_are_kept(tmp_path: Path) -> None:
    for day in range(1, 11):
        (tmp_path / f"copy-2026-11-{day:02}.desk").write_bytes(b"x")
    (tmp_path / "notes.txt").write_bytes(b"x")
    gone = backup.rotate(tmp_path, "copy-*.desk")
    assert [p.name for p in gone] == [f"copy-2026-11-{day:02}.desk" for day in (1, 2, 3)]
    assert len(list(tmp_path.glob("*.desk"))) == 7
    assert (tmp_path / "notes.txt").exists()
    assert backup.rotate(tmp_path, "copy-*.desk") == ()
    assert backup.rotate(tmp_path, "copy-*.desk", keep=0) == ()
