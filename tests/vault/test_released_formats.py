"""Every format that was ever released still opens. A file here is never made anew."""

from pathlib import Path

import pytest

from immtrac_desk.vault import recovery, safe
from immtrac_desk.vault.device import Keychain
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.slots import Head
from immtrac_desk.vault.stretching import Cost, staff_key
from tests.vault.factory import NAME, NOW, PASSPHRASE, MemoryKeyring, trusting

RELEASED = Path(__file__).parent / "released"
VAULT_ID = "bb3508b01545a18d11ee6b05d856cd51"
DEVICE_SECRET = "ZJ1rSWNYSR6TsRCsy6tSDIrEeldBUB8PHZPgFyxBA8o="
CODE = "187Y-7XBG-7T4T-6FJX-AS3V-4YJD-2NNY"
DATABASE_KEY = "71091328cbcc19927f4e88ddd1ded9cb0f6c8755210b6f30046ef7517344e75f"


@pytest.fixture
def format_1(tmp_path: Path) -> VaultFolder:
    (tmp_path / "slots").write_bytes((RELEASED / "format_1.slots").read_bytes())
    (tmp_path / "desk.db").write_bytes(b"\xa5" * 4096)
    return VaultFolder(tmp_path, newest_schema=1)


@pytest.fixture
def keychain() -> Keychain:
    memory = MemoryKeyring()
    memory.set_password("immtrac-desk", VAULT_ID, DEVICE_SECRET)
    return trusting(memory)


def database_key(opened: safe.Opened) -> str:
    opened.close()
    return opened.data_key.database_key().hex()


def test_a_vault_of_format_1_opens_by_every_way(format_1: VaultFolder, keychain: Keychain) -> None:
    opened = safe.open_by_passphrase(format_1, NAME, PASSPHRASE, NOW, keychain)
    assert (opened.vault_id, opened.head) == (VAULT_ID, Head(12, "ab" * 32))
    assert database_key(opened) == DATABASE_KEY
    other = safe.open_by_passphrase(format_1, "rosa vidal", "sixty paper boats at noon", NOW)
    assert database_key(other) == DATABASE_KEY
    assert database_key(safe.open_by_recovery(format_1, recovery.parse(CODE), NOW)) == DATABASE_KEY


@pytest.mark.parametrize(
    ("device_secret", "key"),
    [
        (b"", "ca407d6a31fd7cdde609df9faa6c5195b5277b0180ea173b2293b2b8f83d36cf"),
        (b"d" * 32, "7e1a7fb28b35b5cac5ef5d89b6b0b559538bbb9935c2bc84061c5562ae5a308d"),
    ],
)
def test_the_key_of_a_slot_is_made_of_passphrase_and_device_secret(
    device_secret: bytes, key: str
) -> None:
    made = staff_key("ñandú under seven bridges", device_secret, b"s" * 16, Cost(8, 1, 1))
    assert made.hex() == key
