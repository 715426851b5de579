"""The slots file: any byte that is not as it was written is told before a key is tried."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import recovery, slot_file
from immtrac_desk.vault.keys import DataKey, canonical
from immtrac_desk.vault.making import recovery_slot
from immtrac_desk.vault.slots import Head, SlotId, Slots, Versions
from immtrac_desk.vault.staff import Claim, Place, make
from tests.vault.factory import CHEAP, NAME, PASSPHRASE

KEY = DataKey(b"\x07" * 32)
PLACE = Place("ab" * 16, b"s" * 16)
SLOTS = Slots(
    vault_id=PLACE.vault_id,
    practice=False,
    salt=PLACE.salt,
    check=KEY.check_value(),
    versions=Versions(3, "0.1.0"),
    head=Head(41, "cd" * 32),
    recovery=recovery_slot(recovery.generate(), KEY, PLACE.vault_id),
    staff=tuple(
        make(PLACE, SlotId(f"0{n}"), Claim(NAME, PASSPHRASE, secret), KEY, CHEAP)
        for n, secret in enumerate((b"", b"d" * 32))
    ),
)
DATA = slot_file.pack(SLOTS, KEY)


def place_of_damage(data: bytes) -> object:
    with pytest.raises(VaultError) as caught:
        slot_file.unpack(data)
    assert caught.value.code == "vault.slots_damaged"
    return caught.value.facts["place"]


def rewritten(change: Callable[[dict[str, object]], object], first: bytes | None = None) -> bytes:
    """The file as a forger without the key would leave it: changed, with a good checksum."""
    lines = DATA.split(b"\n")
    body = json.loads(lines[1])
    change(body)
    sealed = b"\n".join([first or lines[0], canonical(body), lines[2]]) + b"\n"
    return sealed + hashlib.sha256(sealed).hexdigest().encode() + b"\n"


def test_what_was_packed_is_unpacked() -> None:
    assert slot_file.unpack(DATA) == SLOTS
    assert slot_file.is_authentic(DATA, SLOTS, KEY)


def test_packing_twice_gives_the_same_bytes() -> None:
    assert slot_file.pack(slot_file.unpack(DATA), KEY) == DATA


def test_every_single_flipped_bit_of_every_byte_is_told() -> None:
    for at in range(len(DATA)):
        for bit in range(8):
            flipped = DATA[:at] + bytes([DATA[at] ^ 1 << bit]) + DATA[at + 1 :]
            assert place_of_damage(flipped) == "checksum"


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_any_other_byte_anywhere_is_told(at: int, mask: int) -> None:
    flipped = DATA[:at] + bytes([DATA[at] ^ mask]) + DATA[at + 1 :]
    assert place_of_damage(flipped) == "checksum"


def test_a_file_cut_anywhere_is_told() -> None:
    for length in range(len(DATA)):
        assert place_of_damage(DATA[:length]) == "checksum"


@given(st.binary(min_size=1, max_size=40))
def test_anything_added_is_told(more: bytes) -> None:
    assert place_of_damage(DATA + more) == "checksum"
    assert place_of_damage(more + DATA) == "checksum"


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    assert place_of_damage(data) == "checksum"


def test_bytes_with_a_good_checksum_but_no_format_are_told() -> None:
    sealed = b"something else\n{}\nx\n"
    data = sealed + hashlib.sha256(sealed).hexdigest().encode() + b"\n"
    assert place_of_damage(data) == "format"


@pytest.mark.parametrize(
    "lines", [b"immtrac-desk slots 1\n", b"immtrac-desk slots 1\n{}\na\nb\nc\n"]
)
def test_another_number_of_lines_is_told(lines: bytes) -> None:
    data = lines + hashlib.sha256(lines).hexdigest().encode() + b"\n"
    assert place_of_damage(data) == "lines"


def test_a_newer_format_is_newer_not_damaged() -> None:
    with pytest.raises(VaultError) as caught:
        slot_file.unpack(rewritten(lambda _: None, b"immtrac-desk slots 2"))
    assert caught.value.code == "vault.newer"
    assert caught.value.facts == {"part": "format", "file": 2, "program": 1}


FORGERIES: dict[str, Callable[[dict[str, object]], object]] = {
    "practice turned on": lambda body: body.update(practice=True),
    "an older head": lambda body: body.update(head={"seq": 1, "digest": "00"}),
    "a staff slot taken out": lambda body: body.update(staff=[]),
    "another vault's id": lambda body: body.update(vault_id="00"),
    "an older schema": lambda body: body.update(versions={"schema": 1, "program": "0"}),
}


@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES)
def test_a_forgery_with_a_good_checksum_lacks_the_seal(forgery: Callable[..., object]) -> None:
    data = rewritten(forgery)
    assert not slot_file.is_authentic(data, slot_file.unpack(data), KEY)


def test_the_seal_of_another_key_is_not_ours() -> None:
    other = DataKey(b"\x08" * 32)
    data = slot_file.pack(replace(SLOTS, check=other.check_value()), other)
    assert slot_file.is_authentic(data, slot_file.unpack(data), other)
    assert not slot_file.is_authentic(data, slot_file.unpack(data), KEY)


def test_a_seal_over_another_keys_check_value_is_not_enough() -> None:
    data = slot_file.pack(replace(SLOTS, check="00"), KEY)
    assert not slot_file.is_authentic(data, slot_file.unpack(data), KEY)


def test_a_seal_of_strange_bytes_is_no_seal() -> None:
    lines = DATA.split(b"\n")
    sealed = b"\n".join([lines[0], lines[1], b"\xff" * 64]) + b"\n"
    data = sealed + hashlib.sha256(sealed).hexdigest().encode() + b"\n"
    assert not slot_file.is_authentic(data, slot_file.unpack(data), KEY)


def spoil(*path: str | int, value: object) -> Callable[[dict[str, object]], object]:
    def change(body: dict[str, object]) -> None:
        at: object = body
        for step in path[:-1]:
            at = at[step]  # type: ignore[index]
        at[path[-1]] = value  # type: ignore[index]

    return change


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (spoil("vault_id", value=7), "body.vault_id"),
        (spoil("vault_id", value="../up"), "body.vault_id"),
        (spoil("practice", value=1), "body.practice"),
        (spoil("salt", value="no base64!"), "body.salt"),
        (spoil("salt", value="QUJD"), "body.salt"),
        (spoil("staff", value={}), "body.staff"),
        (spoil("staff", 0, value=None), "slots"),
        (spoil("staff", 0, "bucket", value=256), "slots.bucket"),
        (spoil("staff", 0, "bucket", value=-1), "slots.bucket"),
        (spoil("staff", 0, "bucket", value=True), "slots.bucket"),
        (spoil("staff", 0, "device", value=True), "slots.device"),
        (spoil("staff", 1, "device_check", value=""), "slots.device"),
        (spoil("staff", 0, "cost", "memory_kib", value=2**40), "slots.cost"),
        (spoil("staff", 0, "cost", "memory_kib", value=7), "slots.cost"),
        (spoil("staff", 0, "cost", "iterations", value=0), "slots.cost"),
        (spoil("staff", 0, "cost", "lanes", value=65), "slots.cost"),
        (spoil("staff", 0, "more", value=1), "slots"),
        (spoil("versions", "program", value=None), "versions.program"),
        (spoil("head", "seq", value=1.5), "head.seq"),
        (spoil("head", "digest", value="XYZ"), "head.digest"),
        (spoil("recovery", value=[]), "recovery"),
        (lambda body: body.update(other=body.pop("check")), "body.check"),
    ],
)
def test_a_field_of_another_kind_is_named(change: Callable[..., object], place: str) -> None:
    assert place_of_damage(rewritten(change)) == place


def test_a_body_in_another_spelling_is_told() -> None:
    lines = DATA.split(b"\n")
    sealed = b"\n".join([lines[0], lines[1] + b" ", lines[2]]) + b"\n"
    assert place_of_damage(sealed + hashlib.sha256(sealed).hexdigest().encode() + b"\n") == "body"


@pytest.mark.parametrize("body", [b"", b"[" * 100_000, b'{"a":', b"\xff\xfe", b"NaN"])
def test_a_body_that_is_no_json_is_told(body: bytes) -> None:
    sealed = b"immtrac-desk slots 1\n" + body + b"\n" + b"0" * 64 + b"\n"
    data = sealed + hashlib.sha256(sealed).hexdigest().encode() + b"\n"
    assert place_of_damage(data) == "body"


def test_a_body_that_would_not_read_back_is_never_written(tmp_path: Path) -> None:
    path = tmp_path / "slots"
    slot_file.write(path, SLOTS, KEY)
    with pytest.raises(ValueError, match="read back"):
        slot_file.write(path, replace(SLOTS, head=Head(1, "not hex")), KEY)
    assert path.read_bytes() == DATA


def test_a_written_file_reads_as_authentic(tmp_path: Path) -> None:
    slot_file.write(tmp_path / "slots", SLOTS, KEY)
    assert slot_file.read_authentic(tmp_path / "slots", KEY) == SLOTS
    with pytest.raises(VaultError, match=r"vault\.slots_damaged") as caught:
        slot_file.read_authentic(tmp_path / "slots", DataKey(b"\x09" * 32))
    assert caught.value.facts["place"] == "seal"


def test_a_missing_a_swollen_and_an_unreadable_file_are_told_apart(tmp_path: Path) -> None:
    swollen = tmp_path / "slots"
    swollen.write_bytes(b"x" * (4 * 1024 * 1024 + 1))
    codes = []
    for path in (tmp_path / "none", swollen, tmp_path):
        with pytest.raises(VaultError) as caught:
            slot_file.read(path)
        codes.append(caught.value.code)
    assert codes == ["vault.slots_missing", "vault.slots_damaged", "vault.unreadable"]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**63 - 1), st.text("0123456789abcdef", max_size=128), st.booleans())
def test_any_head_and_flag_survive(seq: int, digest: str, practice: bool) -> None:
    slots = replace(SLOTS, head=Head(seq, digest), practice=practice)
    assert slot_file.unpack(slot_file.pack(slots, KEY)) == slots
