"""Staff come, go and choose new passphrases: who opens before and after each change."""

from datetime import datetime
from pathlib import Path

import pytest

from immtrac_desk.errors import InputError, VaultError
from immtrac_desk.vault import recovery, safe, slot_changes
from immtrac_desk.vault.device import NO_KEYCHAIN
from immtrac_desk.vault.making import Terms
from immtrac_desk.vault.slots import SlotId, new_slot_id
from tests.vault.factory import (
    CHEAP,
    NAME,
    NOW,
    PASSPHRASE,
    MemoryKeyring,
    Vault,
    make_vault,
    trusting,
)

OTHER = "Rosa Vidal"
NEW = "sixty paper boats at noon"


def opens(vault: Vault, name: str | None, passphrase: str) -> SlotId | None:
    try:
        opened = vault.open(name, passphrase)
    except VaultError as told:
        if told.code != "vault.wrong_passphrase":
            raise
        vault.folder.attempts.clear()
        return None
    opened.close()
    return opened.slot_id


def add(vault: Vault, name: str = OTHER, passphrase: str = NEW) -> SlotId:
    return slot_changes.add_slot(
        vault.folder, vault.created.data_key, name, passphrase, terms=vault.terms
    )


def change(vault: Vault, current: str, new: str, name: str = NAME) -> SlotId:
    return slot_changes.change_passphrase(
        vault.folder,
        vault.created.data_key,
        vault.created.slot_id,
        name,
        current,
        new,
        NOW,
        terms=vault.terms,
    )


def test_an_added_member_opens_with_their_own_passphrase(vault: Vault) -> None:
    assert opens(vault, OTHER, NEW) is None
    slot = add(vault)
    assert opens(vault, OTHER, NEW) == slot != vault.created.slot_id
    assert opens(vault, NAME, PASSPHRASE) == vault.created.slot_id
    assert opens(vault, NAME, NEW) is None
    assert opens(vault, OTHER, PASSPHRASE) is None


def test_an_added_slot_may_bring_the_id_of_its_record(vault: Vault) -> None:
    wanted = new_slot_id()
    made = slot_changes.add_slot(
        vault.folder, vault.created.data_key, OTHER, NEW, slot_id=wanted, terms=vault.terms
    )
    assert made == wanted == opens(vault, OTHER, NEW)


def test_two_of_the_same_name_are_told_apart_by_passphrase(vault: Vault) -> None:
    slot = add(vault, NAME)
    assert opens(vault, NAME, NEW) == slot
    assert opens(vault, NAME, PASSPHRASE) == vault.created.slot_id


def test_a_removed_slot_opens_no_more(vault: Vault) -> None:
    slot = add(vault)
    slot_changes.remove_slot(vault.folder, vault.created.data_key, slot)
    assert opens(vault, OTHER, NEW) is None
    assert opens(vault, NAME, PASSPHRASE) == vault.created.slot_id


def test_when_the_oldest_is_removed_the_next_is_the_oldest(vault: Vault) -> None:
    slot = add(vault)
    slot_changes.remove_slot(vault.folder, vault.created.data_key, vault.created.slot_id)
    assert opens(vault, None, NEW) == slot


def test_the_last_slot_and_an_unknown_one_cannot_be_removed(vault: Vault) -> None:
    codes = []
    for slot in (vault.created.slot_id, SlotId("00")):
        with pytest.raises(VaultError) as caught:
            slot_changes.remove_slot(vault.folder, vault.created.data_key, slot)
        codes.append(caught.value.code)
    assert codes == ["vault.last_slot", "vault.no_such_slot"]
    assert opens(vault, NAME, PASSPHRASE)


def test_a_changed_passphrase_replaces_the_old_one(vault: Vault) -> None:
    assert change(vault, PASSPHRASE, NEW) == vault.created.slot_id
    assert opens(vault, NAME, NEW) == vault.created.slot_id
    assert opens(vault, NAME, PASSPHRASE) is None


def test_the_current_passphrase_has_to_be_right(vault: Vault) -> None:
    before = vault.others()
    for _ in range(4):
        with pytest.raises(VaultError, match=r"vault\.wrong_passphrase"):
            change(vault, NEW, "ninety herons in the reeds")
    with pytest.raises(VaultError) as caught:
        change(vault, NEW, "ninety herons in the reeds")
    assert caught.value.facts == {"failures": 5, "seconds": 2}
    with pytest.raises(VaultError, match=r"vault\.locked_out"):
        change(vault, PASSPHRASE, "ninety herons in the reeds")
    assert vault.others() == before


def test_the_current_passphrase_of_another_name_is_wrong(vault: Vault) -> None:
    with pytest.raises(VaultError, match=r"vault\.wrong_passphrase"):
        change(vault, PASSPHRASE, NEW, name=OTHER)
    assert opens(vault, NAME, PASSPHRASE)


@pytest.mark.parametrize("new", ["", "too short", "Inés Ñuñez 2026 !!", "aaaaaaaaaaaaaaaaaaaa"])
def test_a_weak_new_passphrase_leaves_the_old_one(vault: Vault, new: str) -> None:
    before = vault.others()
    with pytest.raises(InputError, match=r"passphrase\."):
        change(vault, PASSPHRASE, new)
    with pytest.raises(InputError, match=r"passphrase\."):
        add(vault, NAME, new)
    assert vault.others() == before
    assert opens(vault, NAME, PASSPHRASE)


def prove(vault: Vault, passphrase: str, name: str = NAME) -> tuple[datetime, ...]:
    return slot_changes.prove(
        vault.folder,
        vault.created.data_key,
        vault.created.slot_id,
        name,
        passphrase,
        NOW,
        keychain=vault.terms.keychain,
    )


def test_who_sits_at_an_open_desk_is_proved_and_told_of_failed_tries(vault: Vault) -> None:
    before = vault.others()
    assert prove(vault, PASSPHRASE) == ()
    for _ in range(2):
        with pytest.raises(VaultError, match=r"vault\.wrong_passphrase"):
            prove(vault, NEW)
    assert prove(vault, PASSPHRASE) == (NOW, NOW)
    assert vault.folder.attempts.failures() == ()
    assert vault.others() == before


def test_guessing_at_an_open_desk_is_slowed_down(vault: Vault) -> None:
    for _ in range(5):
        with pytest.raises(VaultError, match=r"vault\.wrong_passphrase"):
            prove(vault, NEW)
    with pytest.raises(VaultError, match=r"vault\.locked_out"):
        prove(vault, PASSPHRASE)


def test_the_device_secret_is_asked_for_at_an_open_desk_too(device_vault: Vault) -> None:
    assert prove(device_vault, PASSPHRASE) == ()
    device_vault.terms = Terms(cost=CHEAP)
    with pytest.raises(VaultError, match=r"vault\.keychain_missing"):
        prove(device_vault, PASSPHRASE)


def test_an_unknown_slot_has_no_passphrase_to_change(vault: Vault) -> None:
    with pytest.raises(VaultError, match=r"vault\.no_such_slot"):
        slot_changes.change_passphrase(
            vault.folder,
            vault.created.data_key,
            SlotId("00"),
            NAME,
            PASSPHRASE,
            NEW,
            NOW,
            terms=vault.terms,
        )


def test_the_clinics_words_count_for_every_new_passphrase(vault: Vault) -> None:
    terms = Terms(cost=CHEAP, clinic_words=("Bluebonnet Practice",))
    with pytest.raises(InputError) as caught:
        slot_changes.remake_slot(
            vault.folder,
            vault.created.data_key,
            vault.created.slot_id,
            NAME,
            "bluebonnet practice 78",
            terms=terms,
        )
    assert caught.value.facts["about"] == "clinic"


def test_a_practice_vaults_slots_stay_easy_and_without_keychain(
    tmp_path: Path, memory: MemoryKeyring
) -> None:
    made = make_vault(tmp_path / "v", practice=True, terms=Terms(trusting(memory), CHEAP))
    assert add(made, OTHER, "x") == opens(made, OTHER, "x")
    assert memory.kept == {}


def test_after_the_recovery_code_the_slot_is_remade_under_its_id(vault: Vault) -> None:
    opened = safe.open_by_recovery(vault.folder, vault.created.recovery_code, NOW)
    made = slot_changes.remake_slot(
        vault.folder,
        opened.data_key,
        vault.created.slot_id,
        "Inés Ñ. Vidal",
        NEW,
        terms=vault.terms,
    )
    opened.close()
    assert made == vault.created.slot_id
    assert opens(vault, "Inés Ñ. Vidal", NEW) == opens(vault, None, NEW) == made
    assert opens(vault, NAME, PASSPHRASE) is None
    assert len(vault.folder.read_slots().staff) == 1


def test_a_removed_slot_can_be_remade(vault: Vault) -> None:
    slot = add(vault)
    slot_changes.remove_slot(vault.folder, vault.created.data_key, slot)
    slot_changes.remake_slot(
        vault.folder, vault.created.data_key, slot, OTHER, NEW, terms=vault.terms
    )
    assert opens(vault, OTHER, NEW) == slot


def test_a_new_recovery_code_ends_the_old_one(vault: Vault) -> None:
    new = slot_changes.new_recovery_code(vault.folder, vault.created.data_key)
    with pytest.raises(VaultError, match=r"vault\.wrong_recovery"):
        safe.open_by_recovery(vault.folder, vault.created.recovery_code, NOW)
    opened = safe.open_by_recovery(vault.folder, recovery.parse(new.printed), NOW)
    opened.close()
    assert opened.data_key.secret == vault.created.data_key.secret
    assert opens(vault, NAME, PASSPHRASE)


def test_changing_a_passphrase_keeps_the_device_secret(
    device_vault: Vault, memory: MemoryKeyring
) -> None:
    kept = dict(memory.kept)
    change(device_vault, PASSPHRASE, NEW)
    assert memory.kept == kept
    assert opens(device_vault, NAME, NEW) == device_vault.created.slot_id
    with pytest.raises(VaultError, match=r"vault\.keychain_missing"):
        device_vault.open(passphrase=NEW, keychain=NO_KEYCHAIN)


def test_without_the_keychain_a_device_slot_cannot_be_changed(device_vault: Vault) -> None:
    device_vault.terms = Terms(cost=CHEAP)
    with pytest.raises(VaultError, match=r"vault\.keychain_missing"):
        change(device_vault, PASSPHRASE, NEW)
    assert device_vault.folder.attempts.failures() == ()


def test_slots_with_and_without_device_secret_stand_side_by_side(device_vault: Vault) -> None:
    plain = slot_changes.add_slot(
        device_vault.folder, device_vault.created.data_key, OTHER, NEW, terms=Terms(cost=CHEAP)
    )
    assert [slot.device for slot in device_vault.folder.read_slots().staff] == [True, False]
    opened = device_vault.open(OTHER, NEW, keychain=NO_KEYCHAIN)
    opened.close()
    assert opened.slot_id == plain
    assert opens(device_vault, NAME, PASSPHRASE) == device_vault.created.slot_id


def test_a_shared_name_with_one_slot_out_of_reach_points_to_the_keychain(
    device_vault: Vault,
) -> None:
    """Which of the two is meant cannot be known: the passphrase counts as tried."""
    slot_changes.add_slot(
        device_vault.folder, device_vault.created.data_key, NAME, NEW, terms=Terms(cost=CHEAP)
    )
    with pytest.raises(VaultError, match=r"vault\.keychain_missing"):
        device_vault.open(passphrase=PASSPHRASE, keychain=NO_KEYCHAIN)
    assert len(device_vault.folder.attempts.failures()) == 1
    assert device_vault.open(passphrase=NEW, keychain=NO_KEYCHAIN).slot_id


@pytest.mark.parametrize("act", ["add", "remove", "recovery"])
def test_nothing_is_changed_with_another_vaults_key(vault: Vault, tmp_path: Path, act: str) -> None:
    stranger = make_vault(tmp_path / "stranger").created.data_key
    before = vault.others()
    acts = {
        "add": lambda: slot_changes.add_slot(vault.folder, stranger, OTHER, NEW, terms=vault.terms),
        "remove": lambda: slot_changes.remove_slot(vault.folder, stranger, vault.created.slot_id),
        "recovery": lambda: slot_changes.new_recovery_code(vault.folder, stranger),
    }
    with pytest.raises(VaultError, match=r"vault\.slots_damaged"):
        acts[act]()
    assert vault.others() == before
