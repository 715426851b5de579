"""The data key: 32 random bytes, its sub-keys by purpose, and how it is wrapped."""

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from immtrac_desk.vault import base32

KEY_BYTES = 32
NONCE_BYTES = 12
PAPER_CHECK_LETTERS = 10


def derive(secret: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """A 32-byte key for one purpose out of `secret` (HKDF-SHA256, RFC 5869)."""
    info = b"immtrac-desk/" + purpose.encode() + b"/v1"
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt or None, info=info).derive(secret)


@dataclass(frozen=True, slots=True, eq=False)
class DataKey:
    """The one key that everything in a vault hangs on. It shows nothing of itself."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")

    @classmethod
    def generate(cls) -> Self:
        """A new key from the operating system's random source."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def database_key(self) -> bytes:
        """32 bytes for the encrypted database, used raw (no passphrase stretching there)."""
        return derive(self.secret, "database")

    def seal(self, data: bytes) -> str:
        """HMAC-SHA256 of `data` under the "slots" sub-key, 64 hex digits."""
        return hmac.digest(derive(self.secret, "slots"), data, "sha256").hex()

    def seal_holds(self, data: bytes, seal: str) -> bool:
        """Whether `seal` was made over exactly `data` with this key, compared in constant time."""
        return hmac.compare_digest(self.seal(data).encode(), seal.encode())

    def check_value(self) -> str:
        """64 hex digits that tell "wrong key" from "damaged file" and say nothing of the key."""
        return derive(self.secret, "check").hex()

    def paper_check(self, record: str) -> str:
        """Ten letters (50 bits) that tie a printed sheet's `record` text to this vault."""
        mac = hmac.digest(derive(self.secret, "paper"), record.encode(), "sha256")
        tag = int.from_bytes(mac, "big")
        return base32.encode(tag >> (256 - 5 * PAPER_CHECK_LETTERS), PAPER_CHECK_LETTERS)


def wrap(kek: bytes, secret: bytes, context: Mapping[str, object]) -> bytes:
    """`secret` under the key-encrypting key: nonce and AES-256-GCM box, bound to `context`."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(kek).encrypt(nonce, secret, canonical(context))


def unwrap(kek: bytes, wrapped: bytes, context: Mapping[str, object]) -> bytes | None:
    """What was wrapped, or None when the key or anything in `context` is another."""
    try:
        return AESGCM(kek).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], canonical(context))
    except (InvalidTag, ValueError):
        return None


def canonical(value: Mapping[str, object]) -> bytes:
    """One spelling only of a JSON object: sorted keys, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
