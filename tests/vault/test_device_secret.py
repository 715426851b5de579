"""The device secret: only from a store on the list, only if it comes back, never in the way."""

import base64
import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import safe, slot_changes
from immtrac_desk.vault.device import NO_KEYCHAIN, TRUSTED, Keychain, recognizer
from tests.vault.factory import NAME, NOW, PASSPHRASE, MemoryKeyring, Vault, trusting

VAULT_ID = "ab" * 16


class ForgetfulKeyring(MemoryKeyring):
    """Takes everything, keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class LyingKeyring(MemoryKeyring):
    """Gives back something else than it was given."""

    def get_password(self, service: str, username: str) -> str | None:
        found = super().get_password(service, username)
        return found and base64.b64encode(b"x" * 32).decode()


class FailingKeyring(MemoryKeyring):
    """Fails in the way it was told to, whatever it is asked."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error


class HungKeyring(MemoryKeyring):
    """Answers only when the test is over."""

    def __init__(self) -> None:
        super().__init__()
        self.over = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.over.wait()
        return None


@pytest.fixture
def hung() -> Iterator[HungKeyring]:
    backend = HungKeyring()
    yield backend
    backend.over.set()


def test_a_secret_is_made_once_and_found_again(memory: MemoryKeyring) -> None:
    chain = trusting(memory)
    assert chain.find(VAULT_ID) == b""
    made = chain.find_or_make(VAULT_ID)
    assert len(made) == 32
    assert chain.find_or_make(VAULT_ID) == chain.find(VAULT_ID) == made
    assert list(memory.kept) == [("immtrac-desk", VAULT_ID)]


def test_each_vault_has_its_own_secret(memory: MemoryKeyring) -> None:
    chain = trusting(memory)
    assert chain.find_or_make(VAULT_ID) != chain.find_or_make("cd" * 16)


def test_looking_never_makes_one(memory: MemoryKeyring) -> None:
    trusting(memory).find(VAULT_ID)
    assert memory.kept == {}


def test_a_store_that_is_not_on_the_list_is_never_touched(memory: MemoryKeyring) -> None:
    assert Keychain(TRUSTED, memory).find_or_make(VAULT_ID) == b""
    assert memory.kept == {}


@pytest.mark.parametrize("backend", [null.Keyring, fail.Keyring])
def test_the_null_and_the_fail_store_are_none(backend: type[KeyringBackend]) -> None:
    assert Keychain(TRUSTED, backend()).find_or_make(VAULT_ID) == b""


def test_even_a_trusted_null_store_is_none_because_nothing_comes_back() -> None:
    assert trusting(null.Keyring()).find_or_make(VAULT_ID) == b""


@pytest.mark.parametrize(
    "error",
    [
        NoKeyringError("none"),
        InitError("Prompt dismissed"),
        KeyringLocked("locked"),
        OSError("D-Bus"),
        RuntimeError("backend"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_store_that_fails_is_none(error: Exception) -> None:
    chain = trusting(FailingKeyring(error))
    assert chain.find(VAULT_ID) == chain.find_or_make(VAULT_ID) == b""


@pytest.mark.parametrize("backend", [ForgetfulKeyring, LyingKeyring])
def test_only_what_comes_back_may_become_a_key(backend: type[MemoryKeyring]) -> None:
    assert trusting(backend()).find_or_make(VAULT_ID) == b""


def test_a_store_that_hangs_is_none_after_a_moment(hung: HungKeyring) -> None:
    assert trusting(hung, patience=0.05).find_or_make(VAULT_ID) == b""


@pytest.mark.parametrize("kept", ["", "rubbish", "ñ", base64.b64encode(b"short").decode()])
def test_a_spoilt_secret_is_none_and_is_made_anew(memory: MemoryKeyring, kept: str) -> None:
    memory.kept["immtrac-desk", VAULT_ID] = kept
    assert trusting(memory).find(VAULT_ID) == b""
    assert len(trusting(memory).find_or_make(VAULT_ID)) == 32


def test_without_a_list_no_store_is_even_looked_for() -> None:
    asked = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from immtrac_desk.vault.device import NO_KEYCHAIN;"
            "print(NO_KEYCHAIN.find_or_make('ab'), 'keyring' in sys.modules)",
        ],
        capture_output=True,
        check=True,
        text=True,
    )
    assert asked.stdout.split() == ["b''", "False"]
    assert NO_KEYCHAIN.find("ab") == b""


PICK = """
import sys
import keyring
from immtrac_desk.vault.device import Keychain
from tests.vault.factory import MemoryKeyring

class Plaintext(MemoryKeyring):
    priority = 9

class Good(MemoryKeyring):
    priority = 5

backend = keyring.get_keyring()
print(type(backend).__name__)
chain = Keychain(frozenset(sys.argv[1:]), patience=30)
print(len(chain.find_or_make("ab")))
plain = [b for b in getattr(backend, "backends", []) if type(b).__name__ == "Plaintext"]
print(sum(len(b.kept) for b in plain))
"""


def picked(*trusted: str, backend: str = "") -> list[str]:
    """Which back-end `keyring` picked, the length of the secret, secrets in the plain store."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHON_KEYRING_BACKEND"}
    if backend:
        environment["PYTHON_KEYRING_BACKEND"] = backend
    asked = subprocess.run(
        [sys.executable, "-c", PICK, *trusted],
        capture_output=True,
        check=True,
        text=True,
        env=environment,
    )
    return asked.stdout.split()


def test_of_several_stores_only_a_trusted_one_is_used() -> None:
    assert picked("__main__.Good") == ["ChainerBackend", "32", "0"]
    assert picked(*TRUSTED) == ["ChainerBackend", "0", "0"]


def test_an_environment_variable_cannot_smuggle_a_store_in() -> None:
    assert picked(*TRUSTED, backend="keyring.backends.null.Keyring") == ["Keyring", "0", "0"]
    assert picked("__main__.Good", backend="__main__.Plaintext")[1:] == ["0", "0"]


def test_the_list_names_no_plain_null_failing_or_chaining_store() -> None:
    assert not any(word in name.lower() for name in TRUSTED for word in ("alt", "null", "fail"))
    assert "keyring.backends.chainer.ChainerBackend" not in TRUSTED


def test_the_store_the_program_set_is_used(memory: MemoryKeyring) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(memory)
    try:
        chain = Keychain(trusting(memory).trusted)
        assert len(chain.find_or_make(VAULT_ID)) == 32
    finally:
        keyring.set_keyring(before)
    assert len(memory.kept) == 1


def test_a_recognizer_shows_the_secret_again_and_nothing_of_it() -> None:
    assert recognizer(b"") == ""
    assert recognizer(b"a" * 32) == recognizer(b"a" * 32) != recognizer(b"b" * 32)
    assert len(recognizer(b"a" * 32)) == 16


def test_a_slot_with_a_device_secret_opens_with_it(device_vault: Vault) -> None:
    assert device_vault.created.device
    assert device_vault.open().slot_id == device_vault.created.slot_id


def keychain_missing(vault: Vault, keychain: Keychain, passphrase: str = PASSPHRASE) -> bool:
    with pytest.raises(VaultError) as caught:
        vault.open(passphrase=passphrase, keychain=keychain)
    assert caught.value.code == "vault.keychain_missing"
    return bool(caught.value.facts["found"])


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "not this one at all"])
def test_without_its_keychain_the_slot_says_so_and_counts_nothing(
    device_vault: Vault, passphrase: str
) -> None:
    assert not keychain_missing(device_vault, NO_KEYCHAIN, passphrase)
    assert not keychain_missing(device_vault, trusting(MemoryKeyring()), passphrase)
    assert device_vault.folder.attempts.failures() == ()


def test_a_hung_keychain_is_a_missing_one(device_vault: Vault, hung: HungKeyring) -> None:
    assert not keychain_missing(device_vault, trusting(hung, patience=0.05))


def test_another_machines_secret_is_told_as_another(device_vault: Vault) -> None:
    elsewhere = MemoryKeyring()
    trusting(elsewhere).find_or_make(device_vault.created.vault_id)
    assert keychain_missing(device_vault, trusting(elsewhere))


def test_the_keychain_alone_opens_nothing(device_vault: Vault, memory: MemoryKeyring) -> None:
    for guess in ("", next(iter(memory.kept.values()))):
        with pytest.raises(VaultError, match=r"vault\.wrong_passphrase"):
            device_vault.open(passphrase=guess)
    key = device_vault.created.data_key.secret
    assert base64.b64encode(key).decode() not in memory.kept.values()


def test_a_slot_made_without_keychain_stays_so(vault: Vault, memory: MemoryKeyring) -> None:
    assert not vault.created.device
    assert vault.open(keychain=trusting(memory)).slot_id == vault.created.slot_id
    assert memory.kept == {}


def test_the_recovery_code_needs_no_keychain_and_remakes_the_slot_here(
    device_vault: Vault,
) -> None:
    from dataclasses import replace

    here = trusting(MemoryKeyring())
    opened = safe.open_by_recovery(device_vault.folder, device_vault.created.recovery_code, NOW)
    slot_changes.remake_slot(
        device_vault.folder,
        opened.data_key,
        device_vault.created.slot_id,
        NAME,
        PASSPHRASE,
        terms=replace(device_vault.terms, keychain=here),
    )
    opened.close()
    assert device_vault.open(keychain=here).slot_id == device_vault.created.slot_id
