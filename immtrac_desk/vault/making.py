"""How a vault is made, and every slot in it."""

import contextlib
import secrets
from dataclasses import dataclass, field

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import passphrase as policy
from immtrac_desk.vault import private_files, recovery, slot_file, staff
from immtrac_desk.vault.device import NO_KEYCHAIN, Keychain
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.keys import DataKey
from immtrac_desk.vault.lock import VaultLock
from immtrac_desk.vault.recovery import RecoveryCode
from immtrac_desk.vault.slots import (
    SALT_BYTES,
    Head,
    RecoverySlot,
    SlotId,
    Slots,
    StaffSlot,
    Versions,
    new_slot_id,
)
from immtrac_desk.vault.stretching import PRACTICE_COST, STANDARD_COST, Cost

NO_HEAD = Head(0, "")


@dataclass(frozen=True, slots=True)
class Terms:
    """How passphrases and slots are made here: which keychain, which Argon2id cost (None: the
    usual one), and the clinic's own words, which no passphrase may lean on."""

    keychain: Keychain = NO_KEYCHAIN
    cost: Cost | None = None
    clinic_words: tuple[str, ...] = ()


USUAL_TERMS = Terms()


@dataclass(frozen=True, slots=True)
class Created:
    """A new vault, locked for us. The code is shown once and is nowhere else in the open."""

    data_key: DataKey
    vault_id: str
    slot_id: SlotId
    practice: bool
    device: bool
    lock: VaultLock
    recovery_code: RecoveryCode = field(repr=False)

    def close(self) -> None:
        """Let another copy in."""
        self.lock.release()


def create(
    folder: VaultFolder,
    staff_name: str,
    passphrase: str,
    *,
    versions: Versions,
    practice: bool = False,
    terms: Terms = USUAL_TERMS,
) -> Created:
    """Make the folder (absent or empty before), `slots` and `attempts`; the database is the
    filing room's to make. A practice vault never asks the keychain.

    InputError `passphrase.*`; VaultError `vault.exists`, `.unwritable`, `.in_use`.
    """
    policy.weigh(passphrase, staff_name, practice=practice, clinic_words=terms.clinic_words)
    _make_folder(folder)
    lock = folder.take_lock()
    try:
        return _fill(folder, staff_name, passphrase, versions, practice, terms, lock)
    except BaseException:
        lock.release()
        raise


def abandon(folder: VaultFolder, created: Created) -> None:
    """Take back a vault just created that could not be filled, and give the lock back.

    Only while the lock of its making is held and no entry of its audit chain was sealed: before
    that nobody has put anything into it that could be lost. It never raises.
    """
    if created.lock.held and _is_blank(folder):
        for path in folder.path.iterdir():
            if path.name == "slots" or path.name.startswith("desk.db"):
                with contextlib.suppress(OSError):
                    path.unlink()
    created.close()


def make_slot(
    place: staff.Place,
    slot_id: SlotId,
    staff_name: str,
    passphrase: str,
    data_key: DataKey,
    terms: Terms,
    practice: bool,
) -> StaffSlot:
    """A slot after the rules of the house. InputError `passphrase.*`."""
    policy.weigh(passphrase, staff_name, practice=practice, clinic_words=terms.clinic_words)
    keychain = NO_KEYCHAIN if practice else terms.keychain
    claim = staff.Claim(staff_name, passphrase, keychain.find_or_make(place.vault_id))
    usual = PRACTICE_COST if practice else STANDARD_COST
    return staff.make(place, slot_id, claim, data_key, terms.cost or usual)


def recovery_slot(code: RecoveryCode, data_key: DataKey, vault_id: str) -> RecoverySlot:
    """The data key wrapped for a printed code."""
    salt = secrets.token_bytes(SALT_BYTES)
    return RecoverySlot.make(code.wrapping_key(salt), salt, data_key, vault_id)


def _fill(
    folder: VaultFolder,
    staff_name: str,
    passphrase: str,
    versions: Versions,
    practice: bool,
    terms: Terms,
    lock: VaultLock,
) -> Created:
    place = staff.Place(secrets.token_hex(16), secrets.token_bytes(SALT_BYTES))
    data_key, code = DataKey.generate(), recovery.generate()
    slot = make_slot(place, new_slot_id(), staff_name, passphrase, data_key, terms, practice)
    slots = Slots(
        vault_id=place.vault_id,
        practice=practice,
        salt=place.salt,
        check=data_key.check_value(),
        versions=versions,
        head=NO_HEAD,
        recovery=recovery_slot(code, data_key, place.vault_id),
        staff=(slot,),
    )
    slot_file.write(folder.slots, slots, data_key)
    return Created(data_key, place.vault_id, slot.slot_id, practice, slot.device, lock, code)


def _is_blank(folder: VaultFolder) -> bool:
    try:
        return slot_file.unpack(slot_file.read(folder.slots)).head == NO_HEAD
    except VaultError:
        return False


def _make_folder(folder: VaultFolder) -> None:
    # What a creation that failed half-way leaves behind; no key is in it.
    leftovers = {"attempts", "slots.new"}
    try:
        if folder.path.exists() and (
            not folder.path.is_dir() or {p.name for p in folder.path.iterdir()} - leftovers
        ):
            raise VaultError("vault.exists")
        private_files.make_folder(folder.path)
    except OSError:
        raise VaultError("vault.unwritable", file="") from None
