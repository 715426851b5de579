"""A new vault: what lies in the folder, who may read it, and where none may be made."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from immtrac_desk.errors import InputError, VaultError
from immtrac_desk.vault import making, seals, stretching
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.making import Created, Terms
from immtrac_desk.vault.slots import Versions
from tests.vault.factory import (
    CHEAP,
    NAME,
    PASSPHRASE,
    MemoryKeyring,
    Vault,
    make_vault,
    trusting,
)

VERSIONS = Versions(3, "0.1.0")


def create(path: Path, passphrase: str = PASSPHRASE, **more: object) -> Created:
    more.setdefault("terms", Terms(cost=CHEAP))
    return making.create(VaultFolder(path), NAME, passphrase, versions=VERSIONS, **more)  # type: ignore[arg-type]


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_folder_and_files_are_their_owners_only(tmp_path: Path) -> None:
    create(tmp_path / "new" / "vault").close()
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "new" / "vault").iterdir()}
    assert modes == {"slots": 0o600, "attempts": 0o600}
    assert stat.S_IMODE((tmp_path / "new" / "vault").stat().st_mode) == 0o700


def test_an_empty_folder_open_to_all_is_taken_over_and_closed(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir(mode=0o755)
    create(tmp_path / "vault").close()
    assert stat.S_IMODE((tmp_path / "vault").stat().st_mode) == 0o700


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"x")
    with pytest.raises(VaultError, match=r"vault\.exists"):
        create(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["desk.db"]


def test_a_vault_is_never_made_over_a_vault(vault: Vault) -> None:
    before = vault.others()
    with pytest.raises(VaultError, match=r"vault\.exists"):
        create(vault.folder.path)
    assert vault.others() == before


def test_a_file_is_no_place_for_a_vault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(VaultError, match=r"vault\.exists"):
        create(tmp_path / "file")
    with pytest.raises(VaultError, match=r"vault\.unwritable"):
        create(tmp_path / "file" / "vault")


def test_a_new_vault_is_locked_for_us(tmp_path: Path) -> None:
    created = create(tmp_path / "vault")
    with pytest.raises(VaultError, match=r"vault\.in_use"):
        VaultFolder(tmp_path / "vault").take_lock()
    created.close()
    VaultFolder(tmp_path / "vault").take_lock().release()


def test_a_weak_passphrase_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"passphrase\.short"):
        create(tmp_path / "vault", "too short")
    assert list(tmp_path.iterdir()) == []


def test_what_a_failed_making_left_does_not_bar_the_next(tmp_path: Path) -> None:
    (tmp_path / "attempts").touch()
    (tmp_path / "slots.new").write_bytes(b"half")
    created = create(tmp_path)
    created.close()
    assert {p.name for p in tmp_path.iterdir()} == {"slots", "attempts"}


def test_an_abandoned_vault_leaves_room_for_the_next(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path / "vault")
    created = create(folder.path)
    for name in ("desk.db", "desk.db-wal", "desk.db-shm"):
        (folder.path / name).write_bytes(b"half made")
    making.abandon(folder, created)
    assert [p.name for p in folder.path.iterdir()] == ["attempts"]
    again = create(folder.path)
    assert again.lock.held
    again.close()


def test_a_vault_with_a_sealed_entry_is_not_abandoned(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path / "vault")
    created = create(folder.path)
    folder.database.write_bytes(b"\xa5" * 4096)
    seals.seal_head(folder, created.data_key, 1, "ab" * 32)
    making.abandon(folder, created)
    assert seals.read_head(folder, created.data_key).seq == 1
    assert folder.database.exists()
    assert not created.lock.held


def test_a_vault_whose_lock_was_given_back_is_not_abandoned(vault: Vault) -> None:
    making.abandon(vault.folder, vault.created)
    assert vault.open().slot_id == vault.created.slot_id


def test_a_vault_that_vanished_is_abandoned_in_silence(tmp_path: Path) -> None:
    created = create(tmp_path / "vault")
    (tmp_path / "vault" / "slots").unlink()
    making.abandon(VaultFolder(tmp_path / "vault"), created)
    assert not created.lock.held


def test_two_vaults_share_nothing(tmp_path: Path) -> None:
    one, two = make_vault(tmp_path / "1").created, make_vault(tmp_path / "2").created
    assert one.vault_id != two.vault_id
    assert one.slot_id != two.slot_id
    assert one.data_key.secret != two.data_key.secret
    assert one.recovery_code != two.recovery_code


def test_nothing_of_name_passphrase_code_or_key_is_in_the_files(vault: Vault) -> None:
    everything = b"".join(vault.others().values()) + vault.folder.attempts.path.read_bytes()
    text = everything.decode("latin-1").casefold()
    key = vault.created.data_key
    for hidden in (
        *("inés", "ñuñez", "nunez", "n\\u00e9s", "mustard", "lanterns"),
        *(key.secret.hex(), key.database_key().hex()),
        *(vault.created.recovery_code.letters, vault.created.recovery_code.printed),
    ):
        assert hidden.casefold() not in text
    assert key.secret not in everything


def test_what_was_created_shows_nothing(vault: Vault) -> None:
    said = repr(vault.created)
    assert vault.created.recovery_code.letters not in said
    assert vault.created.recovery_code.printed not in said
    assert repr(vault.created.data_key.secret) not in said


def test_a_practice_vault_never_asks_the_keychain(tmp_path: Path, memory: MemoryKeyring) -> None:
    made = make_vault(tmp_path / "v", practice=True, terms=Terms(trusting(memory), CHEAP))
    assert made.created.practice
    assert not made.created.device
    assert made.open().practice
    made.close()
    assert memory.kept == {}


def test_a_real_vault_uses_the_keychain_and_says_so(device_vault: Vault) -> None:
    assert not device_vault.created.practice
    assert device_vault.created.device
    assert not device_vault.open().practice


def test_a_practice_vault_takes_any_passphrase(tmp_path: Path) -> None:
    created = create(tmp_path / "vault", "x", practice=True)
    created.close()
    assert created.practice


@pytest.mark.parametrize(
    ("practice", "cost"),
    [(False, stretching.STANDARD_COST), (True, stretching.PRACTICE_COST)],
)
def test_the_usual_cost_stands_in_the_slot(
    tmp_path: Path, practice: bool, cost: stretching.Cost
) -> None:
    made = make_vault(tmp_path / "vault", practice=practice, terms=Terms())
    slots = made.folder.read_slots()
    assert [slot.cost for slot in slots.staff] == [cost]
    assert made.open().slot_id == made.created.slot_id
    made.close()


def test_the_floors_of_the_usual_costs() -> None:
    assert stretching.Cost(65_536, 3, 4) == stretching.STANDARD_COST
    assert stretching.PRACTICE_COST.memory_kib >= 19_456
    assert stretching.PRACTICE_COST.iterations >= 2


@pytest.mark.parametrize("cost", [(7, 1, 1), (15, 1, 2), (8, 0, 1), (8, 1, 0), (2**40, 1, 1)])
def test_a_cost_out_of_bounds_is_refused(cost: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="bounds"):
        stretching.Cost(*cost)
