"""What the slots file says: versions, the wrapped keys, and the head of the audit chain."""

import base64
import binascii
import re
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import NewType, Self

from immtrac_desk.vault.keys import DataKey, unwrap, wrap
from immtrac_desk.vault.stretching import Cost

SlotId = NewType("SlotId", str)
FORMAT = 1
SALT_BYTES = 16
_HEX = re.compile(r"[0-9a-f]*")


class MalformedError(Exception):
    """The body is not what this format promises; `place` names the field."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of the audit chain that was sealed: its counter and digest (hex)."""

    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Versions:
    """The database schema a vault has, and the program that last changed it."""

    schema: int
    program: str


@dataclass(frozen=True, slots=True)
class StaffSlot:
    """The data key and the owner's name tag, wrapped for one staff member.

    `device_check` recognizes the device secret that the slot also needs; empty: it needs none.
    """

    slot_id: SlotId
    bucket: int
    device_check: str
    salt: bytes
    cost: Cost
    wrapped: bytes = field(repr=False)

    @property
    def device(self) -> bool:
        """Whether a device secret is part of this slot's key."""
        return bool(self.device_check)

    def context(self, vault_id: str) -> dict[str, object]:
        """All that the wrapping is bound to: version, purpose, salt, cost, place."""
        return {
            "format": FORMAT,
            "purpose": "staff-slot",
            "vault": vault_id,
            **{k: v for k, v in self.to_json().items() if k != "wrapped"},
        }

    def to_json(self) -> dict[str, object]:
        return {
            "id": self.slot_id,
            "bucket": self.bucket,
            "device": self.device,
            "device_check": self.device_check,
            "salt": _text(self.salt),
            "cost": asdict(self.cost),
            "wrapped": _text(self.wrapped),
        }

    @classmethod
    def from_json(cls, body: object) -> Self:
        slot = _Fields(body, "slots", 7)
        device_check = slot.hexadecimal("device_check")
        if slot.flag("device") != bool(device_check):
            raise MalformedError("slots.device")
        return cls(
            SlotId(slot.hexadecimal("id")),
            slot.number("bucket", 255),
            device_check,
            slot.octets("salt"),
            slot.cost("cost"),
            slot.octets("wrapped"),
        )


@dataclass(frozen=True, slots=True)
class RecoverySlot:
    """The data key wrapped for the printed code alone."""

    salt: bytes
    wrapped: bytes = field(repr=False)

    @classmethod
    def make(cls, kek: bytes, salt: bytes, data_key: DataKey, vault_id: str) -> Self:
        return cls(salt, wrap(kek, data_key.secret, _recovery_context(salt, vault_id)))

    def open(self, kek: bytes, vault_id: str) -> DataKey | None:
        """The data key, or None when the code is another vault's or an older one."""
        secret = unwrap(kek, self.wrapped, _recovery_context(self.salt, vault_id))
        return None if secret is None else DataKey(secret)

    def to_json(self) -> dict[str, object]:
        return {"salt": _text(self.salt), "wrapped": _text(self.wrapped)}

    @classmethod
    def from_json(cls, body: object) -> Self:
        slot = _Fields(body, "recovery", 2)
        return cls(slot.octets("salt"), slot.octets("wrapped"))


@dataclass(frozen=True, slots=True)
class Slots:
    """The whole body of the slots file. Replaced, never changed in place."""

    vault_id: str
    practice: bool
    salt: bytes
    check: str
    versions: Versions
    head: Head
    recovery: RecoverySlot
    staff: tuple[StaffSlot, ...]

    def with_staff(self, slot: StaffSlot) -> Self:
        """The same with `slot` in the place of the one with its id, or else at the end."""
        if slot.slot_id not in {kept.slot_id for kept in self.staff}:
            return replace(self, staff=(*self.staff, slot))
        staff = (slot if kept.slot_id == slot.slot_id else kept for kept in self.staff)
        return replace(self, staff=tuple(staff))

    def without_staff(self, slot_id: SlotId) -> Self:
        """The same without that slot."""
        return replace(self, staff=tuple(s for s in self.staff if s.slot_id != slot_id))

    def to_json(self) -> dict[str, object]:
        return {
            "vault_id": self.vault_id,
            "practice": self.practice,
            "salt": _text(self.salt),
            "check": self.check,
            "versions": asdict(self.versions),
            "head": asdict(self.head),
            "recovery": self.recovery.to_json(),
            "staff": [slot.to_json() for slot in self.staff],
        }

    @classmethod
    def from_json(cls, body: object) -> Self:
        """The body that `to_json` gave. MalformedError names the first field that is not right."""
        fields = _Fields(body, "body", 8)
        versions = _Fields(fields.raw("versions"), "versions", 2)
        head = _Fields(fields.raw("head"), "head", 2)
        staff = fields.raw("staff")
        if not isinstance(staff, list):
            raise MalformedError("body.staff")
        return cls(
            fields.hexadecimal("vault_id"),
            fields.flag("practice"),
            fields.octets("salt"),
            fields.hexadecimal("check"),
            Versions(versions.number("schema"), versions.text("program")),
            Head(head.number("seq"), head.hexadecimal("digest")),
            RecoverySlot.from_json(fields.raw("recovery")),
            tuple(StaffSlot.from_json(slot) for slot in staff),
        )


def new_slot_id() -> SlotId:
    """A random id that ties a slot to a staff record and says nothing else."""
    return SlotId(secrets.token_hex(8))


def _recovery_context(salt: bytes, vault_id: str) -> Mapping[str, object]:
    return {"format": FORMAT, "purpose": "recovery-slot", "vault": vault_id, "salt": _text(salt)}


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


class _Fields:
    """One JSON object, read field by field: a wrong type is named, never guessed around."""

    def __init__(self, body: object, name: str, count: int) -> None:
        if not isinstance(body, dict) or len(body) != count:
            raise MalformedError(name)
        self._body, self._name = body, name

    def raw(self, key: str) -> object:
        if key not in self._body:
            raise self._wrong(key)
        return self._body[key]

    def number(self, key: str, most: int = 2**63 - 1) -> int:
        value = self.raw(key)
        if type(value) is not int or not 0 <= value <= most:
            raise self._wrong(key)
        return value

    def flag(self, key: str) -> bool:
        value = self.raw(key)
        if not isinstance(value, bool):
            raise self._wrong(key)
        return value

    def text(self, key: str) -> str:
        value = self.raw(key)
        if not isinstance(value, str):
            raise self._wrong(key)
        return value

    def hexadecimal(self, key: str) -> str:
        value = self.text(key)
        if not _HEX.fullmatch(value):
            raise self._wrong(key)
        return value

    def octets(self, key: str) -> bytes:
        try:
            value = base64.b64decode(self.text(key), validate=True)
        except (binascii.Error, ValueError):
            raise self._wrong(key) from None
        if len(value) < SALT_BYTES:
            raise self._wrong(key)
        return value

    def cost(self, key: str) -> Cost:
        cost = _Fields(self.raw(key), f"{self._name}.{key}", 3)
        try:
            return Cost(cost.number("memory_kib"), cost.number("iterations"), cost.number("lanes"))
        except ValueError:
            raise self._wrong(key) from None

    def _wrong(self, key: str) -> MalformedError:
        return MalformedError(f"{self._name}.{key}")
