"""The slot of one staff member: how it is made, and how it is tried."""

import secrets
from dataclasses import dataclass, field, replace
from typing import Self

from immtrac_desk.vault import naming
from immtrac_desk.vault.device import recognizer
from immtrac_desk.vault.keys import KEY_BYTES, DataKey, unwrap, wrap
from immtrac_desk.vault.slots import SALT_BYTES, SlotId, Slots, StaffSlot
from immtrac_desk.vault.stretching import STANDARD_COST, Cost, staff_key


@dataclass(frozen=True, slots=True)
class Place:
    """Which vault a slot belongs to: its id, and the salt its names are hidden with."""

    vault_id: str
    salt: bytes

    @classmethod
    def of(cls, slots: Slots) -> Self:
        """The place that a slots file's slots are bound to."""
        return cls(slots.vault_id, slots.salt)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says they are at the door, and with what. It shows nothing of itself.

    Without `name` (the back door's default) the slot is not held against one.
    """

    name: str | None = field(repr=False)
    passphrase: str = field(repr=False)
    device_secret: bytes = field(default=b"", repr=False)


def make(place: Place, slot_id: SlotId, claim: Claim, data_key: DataKey, cost: Cost) -> StaffSlot:
    """A slot that this claim will open again. The claim must carry a name."""
    name = claim.name or ""
    salt = secrets.token_bytes(SALT_BYTES)
    blank = StaffSlot(
        slot_id=slot_id,
        bucket=naming.bucket(place.salt, name),
        device_check=recognizer(claim.device_secret),
        salt=salt,
        cost=cost,
        wrapped=b"",
    )
    kek = staff_key(claim.passphrase, claim.device_secret, salt, cost)
    secret = data_key.secret + naming.tag(place.salt, name)
    return replace(blank, wrapped=wrap(kek, secret, blank.context(place.vault_id)))


def try_open(place: Place, slot: StaffSlot, claim: Claim) -> DataKey | None:
    """The data key, or None when the passphrase, device secret or name is not this slot's."""
    device_secret = claim.device_secret if slot.device else b""
    kek = staff_key(claim.passphrase, device_secret, slot.salt, slot.cost)
    secret = unwrap(kek, slot.wrapped, slot.context(place.vault_id))
    if secret is None or len(secret) != 2 * KEY_BYTES:
        return None
    key, tag = secret[:KEY_BYTES], secret[KEY_BYTES:]
    # Names that share a bucket may share a passphrase, but not a slot.
    if claim.name is not None and not secrets.compare_digest(
        tag, naming.tag(place.salt, claim.name)
    ):
        return None
    return DataKey(key)


def candidates(
    place: Place, staff: tuple[StaffSlot, ...], name: str | None
) -> tuple[StaffSlot, ...]:
    """The slots the name may belong to; with no name, the oldest one."""
    if name is None:
        return staff[:1]
    bucket = naming.bucket(place.salt, name)
    return tuple(slot for slot in staff if slot.bucket == bucket)


def pretend(staff: tuple[StaffSlot, ...], claim: Claim) -> None:
    """Work as long as on a real slot, so that time does not tell which names have one."""
    cost = staff[0].cost if staff else STANDARD_COST
    staff_key(claim.passphrase, claim.device_secret, secrets.token_bytes(SALT_BYTES), cost)
