"""The open file as one thing: made, opened, settled, copied, and what stops it."""

from pathlib import Path

import pytest

from immtrac_desk.errors import VaultError
from immtrac_desk.store import backup
from immtrac_desk.store.vault_file import VaultFile
from tests.store.records import an_entry


@pytest.fixture
def keep(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder


def test_a_new_file_is_open_at_once(tmp_path: Path, key: bytes, keep: Path) -> None:
    file = VaultFile.create(tmp_path / "desk.db", key)
    with file.filing.writing() as work:
        work.audit.append(an_entry())
        work.commit()
    file.close()
    again = VaultFile.open(tmp_path / "desk.db", key, keep)
    with again.filing.reading() as work:
        assert work.audit.last() is not None
    again.close()
    assert list(keep.iterdir()) == []


def test_the_key_is_not_shown(tmp_path: Path, key: bytes) -> None:
    file = VaultFile.create(tmp_path / "desk.db", key)
    assert key.hex() not in repr(file)
    assert repr(key) not in repr(file)
    file.close()


def test_settled_the_file_alone_is_the_whole_truth(path: Path, key: bytes, keep: Path) -> None:
    file = VaultFile.open(path, key, keep)
    with file.filing.writing() as work:
        line = work.audit.append(an_entry())
        work.commit()
    file.settle()
    alone = keep / "desk.db"
    alone.write_bytes(path.read_bytes())
    assert VaultFile.link(alone, key, 1) == (line.digest, 1)
    assert VaultFile.link(alone, key, 2) == ("", 1)
    file.close()


def test_an_older_file_is_copied_before_anything_is_tried(
    path: Path, key: bytes, keep: Path
) -> None:
    mark(path, key, "r0000")
    with pytest.raises(VaultError) as caught:  # no program ever wrote this revision
        VaultFile.open(path, key, keep)
    assert caught.value.code == "vault.damaged"
    (copy,) = keep.iterdir()
    assert backup.check(copy, key)["audit"] == 0
    assert [p.name for p in path.parent.iterdir() if p.is_file()] == ["desk.db"]


def test_a_newer_file_is_refused_without_a_copy(path: Path, key: bytes, keep: Path) -> None:
    mark(path, key, "r9999")
    before = path.read_bytes()
    with pytest.raises(VaultError) as caught:
        VaultFile.open(path, key, keep)
    assert caught.value.code == "vault.newer"
    assert list(keep.iterdir()) == []
    assert path.read_bytes() == before


def mark(path: Path, key: bytes, revision: str) -> None:
    opened = VaultFile.open(path, key, path.parent)
    with opened.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    opened.close()
