"""The sealed head: never back, never torn, never ours without the key."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import private_files, seals, slot_file
from immtrac_desk.vault.keys import DataKey
from immtrac_desk.vault.slots import Head, Versions
from tests.vault.factory import Vault

DIGEST = "ab" * 32


def test_a_sealed_head_is_read_back_and_shown_on_opening(vault: Vault) -> None:
    seals.seal_head(vault.folder, vault.created.data_key, 7, DIGEST)
    assert seals.read_head(vault.folder, vault.created.data_key) == Head(7, DIGEST)
    assert vault.open().head == vault.folder.survey().head == Head(7, DIGEST)


def test_sealing_keeps_every_slot(vault: Vault) -> None:
    before = vault.folder.read_slots()
    seals.seal_head(vault.folder, vault.created.data_key, 1, DIGEST)
    after = vault.folder.read_slots()
    assert (after.staff, after.recovery, after.check) == (
        before.staff,
        before.recovery,
        before.check,
    )


def test_the_same_head_again_is_no_write(vault: Vault) -> None:
    seals.seal_head(vault.folder, vault.created.data_key, 7, DIGEST)
    inode = vault.folder.slots.stat().st_ino
    seals.seal_head(vault.folder, vault.created.data_key, 7, DIGEST)
    assert vault.folder.slots.stat().st_ino == inode


@pytest.mark.parametrize(("seq", "digest"), [(6, DIGEST), (7, "cd" * 32), (0, "")])
def test_a_head_never_goes_back_or_changes_in_place(vault: Vault, seq: int, digest: str) -> None:
    seals.seal_head(vault.folder, vault.created.data_key, 7, DIGEST)
    with pytest.raises(VaultError) as caught:
        seals.seal_head(vault.folder, vault.created.data_key, seq, digest)
    assert (caught.value.code, caught.value.facts) == (
        "vault.head_regress",
        {"sealed": 7, "given": seq},
    )
    assert seals.read_head(vault.folder, vault.created.data_key) == Head(7, DIGEST)


@pytest.mark.parametrize("digest", ["not hex", "AB", "ñ"])
def test_a_digest_that_is_none_is_never_written(vault: Vault, digest: str) -> None:
    with pytest.raises(ValueError, match="read back"):
        seals.seal_head(vault.folder, vault.created.data_key, 1, digest)
    assert vault.open().head == Head(0, "")


def test_with_another_key_nothing_is_sealed_or_believed(vault: Vault) -> None:
    stranger, before = DataKey.generate(), vault.others()
    with pytest.raises(VaultError, match=r"vault\.slots_damaged"):
        seals.seal_head(vault.folder, stranger, 1, DIGEST)
    with pytest.raises(VaultError, match=r"vault\.slots_damaged"):
        seals.read_head(vault.folder, stranger)
    assert vault.others() == before


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_any_flipped_byte_is_named_by_the_check(vault: Vault, data: st.DataObject) -> None:
    whole = vault.folder.slots.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    mask = data.draw(st.integers(1, 255))
    vault.folder.slots.write_bytes(whole[:at] + bytes([whole[at] ^ mask]) + whole[at + 1 :])
    found = seals.check(vault.folder, vault.created.data_key)
    vault.folder.slots.write_bytes(whole)
    assert [(p.file, p.what) for p in found] == [("slots", "vault.slots_damaged")]
    assert seals.check(vault.folder, vault.created.data_key) == ()


def test_versions_are_noted(vault: Vault) -> None:
    seals.note_versions(vault.folder, vault.created.data_key, Versions(2, "0.2.0"))
    assert (vault.folder.survey().schema, vault.folder.survey().program) == (2, "0.2.0")
    inode = vault.folder.slots.stat().st_ino
    seals.note_versions(vault.folder, vault.created.data_key, Versions(2, "0.2.0"))
    assert vault.folder.slots.stat().st_ino == inode


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (VaultError("vault.in_use"), ("attempts", "file", "vault.in_use")),
        (VaultError("vault.unwritable", file="slots"), ("slots", "file", "vault.unwritable")),
        (VaultError("vault.plain"), ("desk.db", "file", "vault.plain")),
        (VaultError("vault.wrong_passphrase"), ("", "file", "vault.wrong_passphrase")),
        (slot_file.damaged("seal"), ("slots", "seal", "vault.slots_damaged")),
    ],
)
def test_a_refusal_becomes_a_line_of_the_report(
    error: VaultError, problem: tuple[str, str, str]
) -> None:
    found = seals.as_problem(error)
    assert (found.file, found.place, found.what) == problem


SEAL_ON = """
import sys
from pathlib import Path
from immtrac_desk.vault import seals
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.keys import DataKey
folder, key = VaultFolder(Path(sys.argv[1])), DataKey(bytes.fromhex(sys.stdin.readline()))
start = seals.read_head(folder, key).seq
for seq in range(start + 1, start + 10_000):
    seals.seal_head(folder, key, seq, "%064x" % seq)
    print(seq, flush=True)
"""


def test_killed_at_any_moment_the_last_acknowledged_head_stands(vault: Vault) -> None:
    for round_ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", SEAL_ON, str(vault.folder.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(vault.created.data_key.secret.hex() + "\n")
        process.stdin.flush()
        for _ in range(5 + 7 * round_):
            acknowledged = int(process.stdout.readline())
        os.kill(process.pid, signal.SIGKILL)
        rest = process.communicate()[0].splitlines()
        acknowledged = int(rest[-1]) if rest else acknowledged
        head = seals.read_head(vault.folder, vault.created.data_key)
        assert acknowledged <= head.seq <= acknowledged + 1
        assert head.digest == f"{head.seq:064x}"
    assert vault.open().head.seq > 0


FULL = """
import resource, signal, sys
from pathlib import Path
from immtrac_desk.errors import VaultError
from immtrac_desk.vault import seals
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.keys import DataKey
key = DataKey(bytes.fromhex(sys.stdin.readline()))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
try:
    seals.seal_head(VaultFolder(Path(sys.argv[1])), key, 1, "ab")
except VaultError as told:
    print(told.code, told.facts["file"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limit to set")
def test_on_a_full_disk_the_old_file_stays(vault: Vault) -> None:
    before = vault.folder.slots.read_bytes()
    asked = subprocess.run(
        [sys.executable, "-c", FULL, str(vault.folder.path)],
        input=vault.created.data_key.secret.hex() + "\n",
        capture_output=True,
        check=True,
        text=True,
    )
    assert asked.stdout.split() == ["vault.unwritable", "slots"]
    assert vault.folder.slots.read_bytes() == before
    assert vault.open().slot_id


def test_a_planted_link_is_not_written_through(vault: Vault, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    (vault.folder.path / "slots.new").symlink_to(target)
    seals.seal_head(vault.folder, vault.created.data_key, 1, DIGEST)
    assert target.read_bytes() == b"mine"
    assert not vault.folder.slots.is_symlink()


def test_whole_files_are_their_owners_only_under_any_umask(tmp_path: Path) -> None:
    for umask in (0o000, 0o077, 0o377):
        before = os.umask(umask)
        try:
            private_files.write_whole(tmp_path / "file", b"x")
        finally:
            os.umask(before)
        assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
