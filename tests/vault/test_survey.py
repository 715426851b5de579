"""What a folder says before any key is tried: each thing in the way has its own code."""

import os
import shutil
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import seals, slot_file
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.seals import Problem
from immtrac_desk.vault.slots import Head, Versions
from tests.vault.factory import NOW, PASSPHRASE, Vault, make_vault


def told(vault: Vault) -> VaultError:
    """The refusal, the same for a look, for opening and (as a problem) for `verify`."""
    before = {file.name for file in vault.folder.path.parent.rglob("*")}
    with pytest.raises(VaultError) as looked:
        vault.folder.survey()
    with pytest.raises(VaultError) as opened:
        vault.open()
    assert (opened.value.code, opened.value.facts) == (looked.value.code, looked.value.facts)
    assert [p.what for p in seals.check(vault.folder)] == [looked.value.code]
    assert {file.name for file in vault.folder.path.parent.rglob("*")} == before
    return looked.value


def test_a_whole_vault_says_what_it_is(vault: Vault) -> None:
    survey = vault.folder.survey()
    assert (survey.vault_id, survey.practice) == (vault.created.vault_id, False)
    assert (survey.schema, survey.program) == (3, "0.1.0")
    assert (survey.head, survey.failures) == (Head(0, ""), 0)
    assert seals.check(vault.folder) == ()


def test_looking_changes_nothing(vault: Vault) -> None:
    before = {f: (f.read_bytes(), f.stat().st_mtime_ns) for f in vault.folder.path.iterdir()}
    vault.folder.survey()
    assert {f: (f.read_bytes(), f.stat().st_mtime_ns) for f in before} == before


def test_no_folder_is_missing(vault: Vault) -> None:
    shutil.rmtree(vault.folder.path)
    assert told(vault).code == "vault.missing"


def test_an_empty_folder_is_missing(vault: Vault) -> None:
    vault.folder.database.unlink()
    vault.folder.slots.unlink()
    assert told(vault).code == "vault.missing"


def test_a_file_in_the_place_of_the_folder_is_missing(vault: Vault) -> None:
    shutil.rmtree(vault.folder.path)
    vault.folder.path.write_bytes(b"x")
    assert told(vault).code == "vault.missing"


def test_a_missing_database_is_not_a_missing_vault(vault: Vault) -> None:
    vault.folder.database.unlink()
    assert told(vault).code == "vault.db_missing"
    assert seals.check(vault.folder) == (Problem("desk.db", "file", "vault.db_missing"),)


@pytest.mark.parametrize("size", [0, 1, 4095])
def test_an_emptied_database_is_told(vault: Vault, size: int) -> None:
    vault.folder.database.write_bytes(b"\xa5" * size)
    refusal = told(vault)
    assert (refusal.code, refusal.facts) == ("vault.db_emptied", {"bytes": size})


def test_one_page_is_enough(vault: Vault) -> None:
    vault.folder.database.write_bytes(b"\xa5" * 4096)
    assert vault.folder.survey().schema == 3


def test_a_plain_database_is_told(vault: Vault) -> None:
    vault.folder.database.unlink()
    with sqlite3.connect(vault.folder.database) as plain:
        plain.execute("CREATE TABLE client (name TEXT)")
    plain.close()
    assert told(vault).code == "vault.plain"
    vault.folder.slots.unlink()
    assert told(vault).code == "vault.plain"


def test_missing_slots_are_told(vault: Vault) -> None:
    vault.folder.slots.unlink()
    assert told(vault).code == "vault.slots_missing"


@pytest.mark.parametrize("content", [b"", b"rubbish"])
def test_damaged_slots_are_told_with_their_place(vault: Vault, content: bytes) -> None:
    vault.folder.slots.write_bytes(content)
    refusal = told(vault)
    assert (refusal.code, refusal.facts["place"]) == ("vault.slots_damaged", "checksum")
    assert seals.check(vault.folder) == (Problem("slots", "checksum", "vault.slots_damaged"),)


def test_files_that_cannot_be_read_are_told(vault: Vault) -> None:
    vault.folder.database.unlink()
    vault.folder.database.mkdir()
    assert told(vault).facts == {"file": "desk.db"}
    vault.folder.database.rmdir()
    vault.folder.database.write_bytes(b"\xa5" * 4096)
    vault.folder.slots.unlink()
    vault.folder.slots.mkdir()
    assert (told(vault).code, told(vault).facts["file"]) == ("vault.unreadable", "slots")


@pytest.mark.parametrize(("schema", "newer"), [(2, False), (3, False), (4, True)])
def test_a_newer_schema_is_told_with_both_versions(vault: Vault, schema: int, newer: bool) -> None:
    seals.note_versions(vault.folder, vault.created.data_key, Versions(schema, "9.9"))
    if not newer:
        assert vault.folder.survey().schema == schema
        return
    refusal = told(vault)
    assert refusal.code == "vault.newer"
    assert refusal.facts == {"part": "schema", "file": 4, "program": 3, "written_by": "9.9"}
    assert seals.check(vault.folder)[0].file == "desk.db"


def test_without_a_newest_schema_the_question_stays_open(vault: Vault) -> None:
    seals.note_versions(vault.folder, vault.created.data_key, Versions(99, "9.9"))
    assert VaultFolder(vault.folder.path).survey().schema == 99


def test_a_newer_format_is_told_with_both_versions(vault: Vault) -> None:
    from hashlib import sha256

    lines = vault.folder.slots.read_bytes().split(b"\n")
    sealed = b"\n".join([b"immtrac-desk slots 7", b"a body of another kind"]) + b"\n"
    vault.folder.slots.write_bytes(sealed + sha256(sealed).hexdigest().encode() + b"\n")
    assert len(lines) == 5
    refusal = told(vault)
    assert (refusal.facts["file"], refusal.facts["program"]) == (7, 1)
    assert seals.check(vault.folder)[0].file == "slots"


def test_a_copy_elsewhere_is_as_good(vault: Vault, tmp_path: Path) -> None:
    shutil.copytree(vault.folder.path, tmp_path / "copy")
    copy = replace(vault, folder=VaultFolder(tmp_path / "copy"), later=[])
    assert copy.open().data_key.secret == vault.created.data_key.secret
    copy.close()


def test_a_copy_without_attempts_opens(vault: Vault) -> None:
    vault.folder.attempts.path.unlink()
    assert vault.open().failures == ()


def test_slots_written_by_somebody_without_the_key_are_told_with_the_key(
    vault: Vault, tmp_path: Path
) -> None:
    other = make_vault(tmp_path / "other")
    slots = other.folder.read_slots()
    ours = vault.folder.read_slots()
    forged = replace(slots, staff=ours.staff, vault_id=ours.vault_id, salt=ours.salt)
    slot_file.write(vault.folder.slots, forged, other.created.data_key)
    assert seals.check(vault.folder) == ()
    found = seals.check(vault.folder, vault.created.data_key)
    assert found == (Problem("slots", "seal", "vault.slots_damaged"),)
    with pytest.raises(VaultError) as refused:
        vault.open(passphrase=PASSPHRASE, now=NOW)
    assert (refused.value.code, refused.value.facts["place"]) == ("vault.slots_damaged", "seal")


def test_what_is_no_part_of_the_vault_is_named_whatever_it_is_called(vault: Vault) -> None:
    assert vault.folder.foreign() == ()
    for ours in ("desk.db-wal", "desk.db-shm", "slots.new", "attempts"):
        (vault.folder.path / ours).touch()
    assert vault.folder.foreign() == ()
    (vault.folder.path / "b.pdf").touch()
    (vault.folder.path / "a").mkdir()
    (vault.folder.path / "desk.db.bak").touch()
    assert vault.folder.foreign() == ("a", "b.pdf", "desk.db.bak")


def test_a_folder_that_is_gone_holds_nothing_foreign(vault: Vault) -> None:
    shutil.rmtree(vault.folder.path)
    assert vault.folder.foreign() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow letters only")
def test_a_name_of_bytes_that_are_no_letters_can_be_printed(vault: Vault) -> None:
    (vault.folder.path / os.fsdecode(b"scan\xff")).touch()
    assert vault.folder.foreign() == ("scan\\udcff",)
