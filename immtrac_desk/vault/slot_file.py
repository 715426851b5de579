"""The slots file as bytes: four lines, each of which guards the ones before it."""

import hashlib
import hmac
import json
import re
from pathlib import Path

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import private_files
from immtrac_desk.vault.keys import DataKey, canonical
from immtrac_desk.vault.slots import FORMAT, MalformedError, Slots

# Line 1 and the checksum on the last line stay as they are in every later format, so that an
# older program can tell a newer file from a damaged one.
_FIRST_LINE = re.compile(rb"immtrac-desk slots ([1-9][0-9]{0,5})\n")
_CHECKSUM_LINE = 65
_MOST_BYTES = 4 * 1024 * 1024


def pack(slots: Slots, data_key: DataKey) -> bytes:
    """Format line, body, seal under the data key, SHA-256 of all before; each ends in LF."""
    guarded = b"immtrac-desk slots %d\n%b\n" % (FORMAT, canonical(slots.to_json()))
    sealed = guarded + data_key.seal(guarded).encode() + b"\n"
    return sealed + hashlib.sha256(sealed).hexdigest().encode() + b"\n"


def unpack(data: bytes) -> Slots:
    """What the file says, found whole but not yet authentic: that takes the data key.

    VaultError `vault.slots_damaged` (place) or `vault.newer` (part, file, program).
    """
    _refuse_damage(data)
    _refuse_newer(data)
    lines = data.split(b"\n")
    if len(lines) != 5:
        raise damaged("lines")
    try:
        slots = Slots.from_json(json.loads(lines[1]))
    except MalformedError as malformed:
        raise damaged(malformed.place) from None
    except (ValueError, RecursionError):
        raise damaged("body") from None
    if canonical(slots.to_json()) != lines[1]:
        raise damaged("body")
    return slots


def is_authentic(data: bytes, slots: Slots, data_key: DataKey) -> bool:
    """Whether `data` (already unpacked to `slots`) was written by someone who had the key."""
    first, body, seal, *_ = data.split(b"\n")
    guarded = first + b"\n" + body + b"\n"
    right_key = hmac.compare_digest(slots.check.encode(), data_key.check_value().encode())
    return data_key.seal_holds(guarded, seal.decode("ascii", "replace")) and right_key


def read(path: Path) -> bytes:
    """The file's bytes. VaultError `vault.slots_missing`, `.slots_damaged` or `.unreadable`."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise VaultError("vault.slots_missing") from None
    except OSError:
        raise VaultError("vault.unreadable", file=path.name) from None
    if len(data) > _MOST_BYTES:
        raise damaged("size")
    return data


def read_authentic(path: Path, data_key: DataKey) -> Slots:
    """The body, proven to be ours under `data_key`; VaultError `vault.slots_damaged` if not."""
    data = read(path)
    slots = unpack(data)
    if not is_authentic(data, slots, data_key):
        raise damaged("seal")
    return slots


def write(path: Path, slots: Slots, data_key: DataKey) -> None:
    """Put `slots` in the place of the file at `path`, whole or not at all.

    VaultError `vault.unwritable` (file), with the old file still there. ValueError for a body
    that would not read back: an unreadable file would lock everybody out.
    """
    data = pack(slots, data_key)
    try:
        same = unpack(data) == slots
    except VaultError as refusal:
        raise ValueError("slots would not read back") from refusal
    if not same:
        raise ValueError("slots would not read back")
    try:
        private_files.write_whole(path, data)
    except OSError:
        raise VaultError("vault.unwritable", file=path.name) from None


def damaged(place: str) -> VaultError:
    """The refusal of a slots file that is not as it was written."""
    return VaultError("vault.slots_damaged", file="slots", place=place)


def _refuse_damage(data: bytes) -> None:
    checksum = hashlib.sha256(data[:-_CHECKSUM_LINE]).hexdigest().encode() + b"\n"
    if data[-_CHECKSUM_LINE:] != checksum:
        raise damaged("checksum")


def _refuse_newer(data: bytes) -> None:
    first = _FIRST_LINE.match(data)
    if first is None:
        raise damaged("format")
    if int(first[1]) > FORMAT:
        raise VaultError("vault.newer", part="format", file=int(first[1]), program=FORMAT)
