"""The door of the safe: open it by passphrase, or by the printed code."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import private_files, slot_file, staff
from immtrac_desk.vault.attempts import wait_after
from immtrac_desk.vault.device import NO_KEYCHAIN, Keychain, recognizer
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.keys import DataKey
from immtrac_desk.vault.lock import VaultLock
from immtrac_desk.vault.recovery import RecoveryCode
from immtrac_desk.vault.slots import Head, SlotId, Slots, StaffSlot, Versions


@dataclass(frozen=True, slots=True)
class Opened:
    """An open vault: the key, who opened it, and the lock that keeps a second copy out.

    `slot_id` is None after the recovery code. `failures` are the moments of failed tries since
    the last success, to be told to whoever opened it.
    """

    data_key: DataKey
    vault_id: str
    slot_id: SlotId | None
    practice: bool
    versions: Versions
    head: Head
    failures: tuple[datetime, ...]
    lock: VaultLock

    def close(self) -> None:
        """Let another copy in."""
        self.lock.release()


def open_by_passphrase(
    folder: VaultFolder,
    staff_name: str | None,
    passphrase: str,
    now: datetime,
    keychain: Keychain = NO_KEYCHAIN,
    lock: VaultLock | None = None,
    *,
    telling: bool = True,
) -> Opened:
    """Open as a staff member (None: the one whose slot is the oldest). `now` has a time zone.

    Without `telling` (a check that nobody reads) the failed tries stay for the next opening to
    tell of. A lock already held may be handed in, and stays held if this fails. VaultError as
    `VaultFolder.survey` and `take_lock`, and `vault.wrong_passphrase` (failures, seconds to
    wait), `.keychain_missing` (found: whether there is another secret), `.locked_out` (seconds,
    failures), `.recovery_only` (failures).
    """
    with _at_the_door(folder, lock) as (slots, held):
        folder.attempts.admit(now)
        failures = folder.attempts.failures()
        claim = staff.Claim(staff_name, passphrase, _device_secret(slots, staff_name, keychain))
        slot, data_key = _try_slots(folder, slots, claim, now)
        folder.attempts.keep(() if telling else failures)
        return _admitted(folder, data_key, slot.slot_id, failures, held)


def open_by_recovery(
    folder: VaultFolder, code: RecoveryCode, now: datetime, lock: VaultLock | None = None
) -> Opened:
    """Open with the printed code, without keychain, however many tries failed before.

    VaultError as `VaultFolder.survey` and `take_lock`, and `vault.wrong_recovery`.
    """
    with _at_the_door(folder, lock) as (slots, held):
        failures = folder.attempts.failures()
        folder.attempts.note(now)
        kek = code.wrapping_key(slots.recovery.salt)
        data_key = slots.recovery.open(kek, slots.vault_id)
        if data_key is None:
            raise VaultError("vault.wrong_recovery")
        folder.attempts.clear()
        return _admitted(folder, data_key, None, failures, held)


def wrong_passphrase(folder: VaultFolder) -> VaultError:
    """The one refusal for a wrong passphrase and an unknown name."""
    failures = len(folder.attempts.failures())
    seconds = int(wait_after(failures).total_seconds())
    return VaultError("vault.wrong_passphrase", failures=failures, seconds=seconds)


@contextmanager
def _at_the_door(folder: VaultFolder, lock: VaultLock | None) -> Iterator[tuple[Slots, VaultLock]]:
    """The slots, read under the lock; a lock taken here is given back if we do not get in."""
    # Before the lock, because taking it makes a file: not in a folder that is no vault.
    folder.read_slots()
    held = lock if lock is not None and lock.held else folder.take_lock()
    try:
        yield folder.read_slots(), held
    except BaseException:
        if held is not lock:
            held.release()
        raise


def _device_secret(slots: Slots, name: str | None, keychain: Keychain) -> bytes:
    wanted = any(slot.device for slot in staff.candidates(staff.Place.of(slots), slots.staff, name))
    return keychain.find(slots.vault_id) if wanted else b""


def _try_slots(
    folder: VaultFolder, slots: Slots, claim: staff.Claim, now: datetime
) -> tuple[StaffSlot, DataKey]:
    place = staff.Place.of(slots)
    found = staff.candidates(place, slots.staff, claim.name)
    here = recognizer(claim.device_secret)
    ready = [slot for slot in found if not slot.device or slot.device_check == here]
    no_keychain = VaultError("vault.keychain_missing", found=bool(claim.device_secret))
    if found and not ready:
        raise no_keychain
    folder.attempts.note(now)
    for slot in ready:
        data_key = staff.try_open(place, slot, claim)
        if data_key is not None:
            return slot, data_key
    if len(ready) < len(found):
        raise no_keychain
    if not found:
        staff.pretend(slots.staff, claim)
    raise wrong_passphrase(folder)


def _admitted(
    folder: VaultFolder,
    data_key: DataKey,
    slot_id: SlotId | None,
    failures: tuple[datetime, ...],
    lock: VaultLock,
) -> Opened:
    slots = slot_file.read_authentic(folder.slots, data_key)
    private_files.drop_leftover(folder.slots)
    folder.tighten()
    return Opened(
        data_key,
        slots.vault_id,
        slot_id,
        slots.practice,
        slots.versions,
        slots.head,
        failures,
        lock,
    )
