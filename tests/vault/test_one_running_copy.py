"""The lock: one copy at a time, across processes, and nothing to clean up after a crash."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from immtrac_desk.errors import VaultError
from immtrac_desk.vault.lock import VaultLock
from tests.vault.factory import NAME, NOW, PASSPHRASE, Vault

HOLD = """
import sys
from pathlib import Path
from immtrac_desk.vault.lock import VaultLock
lock = VaultLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_copy(attempts: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(attempts)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def in_use(attempts: Path) -> bool:
    try:
        VaultLock(attempts).release()
    except VaultError as told:
        return told.code == "vault.in_use"
    return False


def test_another_process_keeps_us_out_until_it_closes(vault: Vault) -> None:
    attempts = vault.folder.attempts.path
    with another_copy(attempts) as other:
        assert in_use(attempts)
        with pytest.raises(VaultError, match=r"vault\.in_use"):
            vault.open()
        other.communicate("")
        assert not in_use(attempts)
        assert vault.open().data_key


def test_a_crash_leaves_no_lock_behind(vault: Vault) -> None:
    attempts = vault.folder.attempts.path
    with another_copy(attempts) as other:
        assert in_use(attempts)
        other.kill()
        other.wait()
        assert not in_use(attempts)


def test_the_same_process_cannot_take_it_twice_either(vault: Vault) -> None:
    opened = vault.open()
    assert in_use(vault.folder.attempts.path)
    opened.close()
    opened.close()
    assert not in_use(vault.folder.attempts.path)


def test_counting_tries_does_not_drop_the_lock(vault: Vault) -> None:
    attempts = vault.folder.attempts
    with attempts_held(vault) as lock:
        attempts.note(NOW)
        attempts.clear()
        assert lock.held
        with another_try(attempts.path) as answer:
            assert answer == "vault.in_use"


@contextmanager
def attempts_held(vault: Vault) -> Iterator[VaultLock]:
    with vault.folder.take_lock() as lock:
        yield lock


@contextmanager
def another_try(attempts: Path) -> Iterator[str]:
    """What a second process is told."""
    asked = subprocess.run(
        [sys.executable, "-c", HOLD, str(attempts)],
        input="",
        capture_output=True,
        check=False,
        text=True,
    )
    yield asked.stderr.strip().rsplit(": ", 1)[-1]


def test_a_wrong_passphrase_gives_the_lock_back(vault: Vault) -> None:
    with pytest.raises(VaultError, match=r"vault\.wrong_passphrase"):
        vault.open(passphrase="not this one at all")
    assert not in_use(vault.folder.attempts.path)


def test_a_lock_handed_in_is_kept_when_the_passphrase_is_wrong(vault: Vault) -> None:
    from immtrac_desk.vault import safe

    with vault.folder.take_lock() as lock:
        with pytest.raises(VaultError, match=r"vault\.wrong_passphrase"):
            safe.open_by_passphrase(vault.folder, NAME, "not this one at all", NOW, lock=lock)
        assert lock.held
        opened = safe.open_by_passphrase(vault.folder, NAME, PASSPHRASE, NOW, lock=lock)
        assert opened.lock is lock


def test_a_folder_that_is_no_vault_gets_no_lock_file(tmp_path: Path, vault: Vault) -> None:
    from immtrac_desk.vault import safe
    from immtrac_desk.vault.folder import VaultFolder

    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("x")
    with pytest.raises(VaultError, match=r"vault\.missing"):
        safe.open_by_passphrase(VaultFolder(tmp_path / "papers"), NAME, PASSPHRASE, NOW)
    assert [file.name for file in (tmp_path / "papers").iterdir()] == ["letter.txt"]


def test_the_lock_file_is_its_owners_only(tmp_path: Path) -> None:
    with VaultLock(tmp_path / "attempts") as lock:
        assert lock.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("place", ["gone/attempts", "."])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    with pytest.raises(VaultError) as caught:
        VaultLock(tmp_path / place)
    assert caught.value.code == "vault.unwritable"


def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "attempts").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(VaultError, match=r"vault\.unwritable"):
        VaultLock(tmp_path / "attempts")
    assert not (tmp_path / "elsewhere").exists()
