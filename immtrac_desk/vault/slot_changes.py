"""Changes to the slots of an open vault: staff come, go and choose new passphrases."""

from dataclasses import replace
from datetime import datetime

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import making, recovery, safe, slot_file, staff
from immtrac_desk.vault.device import NO_KEYCHAIN, Keychain, recognizer
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.keys import DataKey
from immtrac_desk.vault.making import USUAL_TERMS, Terms
from immtrac_desk.vault.recovery import RecoveryCode
from immtrac_desk.vault.slots import SlotId, Slots, StaffSlot, new_slot_id


def add_slot(
    folder: VaultFolder,
    data_key: DataKey,
    staff_name: str,
    passphrase: str,
    *,
    slot_id: SlotId | None = None,
    terms: Terms = USUAL_TERMS,
) -> SlotId:
    """A new slot; its id ties it to the staff record. InputError `passphrase.*`."""
    slots = slot_file.read_authentic(folder.slots, data_key)
    place = staff.Place.of(slots)
    made = making.make_slot(
        place, slot_id or new_slot_id(), staff_name, passphrase, data_key, terms, slots.practice
    )
    slot_file.write(folder.slots, slots.with_staff(made), data_key)
    return made.slot_id


def remake_slot(
    folder: VaultFolder,
    data_key: DataKey,
    slot_id: SlotId,
    staff_name: str,
    passphrase: str,
    *,
    terms: Terms = USUAL_TERMS,
) -> SlotId:
    """The slot of that id with another passphrase (and name, and device secret of this machine),
    as after the recovery code. It keeps its id, so the staff record stays right whatever happens.
    """
    return add_slot(folder, data_key, staff_name, passphrase, slot_id=slot_id, terms=terms)


def prove(
    folder: VaultFolder,
    data_key: DataKey,
    slot_id: SlotId,
    staff_name: str,
    passphrase: str,
    now: datetime,
    *,
    keychain: Keychain = NO_KEYCHAIN,
) -> tuple[datetime, ...]:
    """Make sure who sits at a desk that is open already; counted and slowed like an opening.

    Returns the moments of the failed tries before this one. VaultError `vault.no_such_slot`,
    `.keychain_missing`, `.wrong_passphrase`, `.locked_out`, `.recovery_only`.
    """
    slots = slot_file.read_authentic(folder.slots, data_key)
    slot = _slot(slots, slot_id)
    folder.attempts.admit(now)
    secret = keychain.find(slots.vault_id) if slot.device else b""
    if recognizer(secret) != slot.device_check:
        raise VaultError("vault.keychain_missing", found=bool(secret))
    failures = folder.attempts.failures()
    folder.attempts.note(now)
    claim = staff.Claim(staff_name, passphrase, secret)
    if staff.try_open(staff.Place.of(slots), slot, claim) is None:
        raise safe.wrong_passphrase(folder)
    folder.attempts.clear()
    return failures


def change_passphrase(
    folder: VaultFolder,
    data_key: DataKey,
    slot_id: SlotId,
    staff_name: str,
    current: str,
    new: str,
    now: datetime,
    *,
    terms: Terms = USUAL_TERMS,
) -> SlotId:
    """The same person, another passphrase; `current` proves who sits at the desk.

    VaultError `vault.no_such_slot`, `.keychain_missing`, `.wrong_passphrase`, `.locked_out`,
    `.recovery_only`; InputError `passphrase.*`. A wrong `current` counts as a failed try.
    """
    prove(folder, data_key, slot_id, staff_name, current, now, keychain=terms.keychain)
    return remake_slot(folder, data_key, slot_id, staff_name, new, terms=terms)


def remove_slot(folder: VaultFolder, data_key: DataKey, slot_id: SlotId) -> None:
    """Close the vault to that passphrase. VaultError `vault.no_such_slot`, and `vault.last_slot`
    for the only one: only paper would be left."""
    slots = slot_file.read_authentic(folder.slots, data_key)
    _slot(slots, slot_id)
    if len(slots.staff) == 1:
        raise VaultError("vault.last_slot")
    slot_file.write(folder.slots, slots.without_staff(slot_id), data_key)


def new_recovery_code(folder: VaultFolder, data_key: DataKey) -> RecoveryCode:
    """A new code to print; the old paper opens nothing from now on."""
    slots = slot_file.read_authentic(folder.slots, data_key)
    code = recovery.generate()
    slot = making.recovery_slot(code, data_key, slots.vault_id)
    slot_file.write(folder.slots, replace(slots, recovery=slot), data_key)
    return code


def _slot(slots: Slots, slot_id: SlotId) -> StaffSlot:
    for slot in slots.staff:
        if slot.slot_id == slot_id:
            return slot
    raise VaultError("vault.no_such_slot")
