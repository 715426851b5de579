"""The slow door: Argon2id, what it costs, and the key of a staff slot."""

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from immtrac_desk.vault import keys

_MOST_MEMORY_KIB = 2 * 1024 * 1024
_MOST_ITERATIONS = 64
_MOST_LANES = 64


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, parallel lanes (RFC 9106)."""

    memory_kib: int
    iterations: int
    lanes: int

    def __post_init__(self) -> None:
        sound = (
            1 <= self.lanes <= _MOST_LANES
            and 1 <= self.iterations <= _MOST_ITERATIONS
            and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        )
        # The upper bounds keep a forged file from hanging the machine before any check.
        if not sound:
            raise ValueError("Argon2id cost out of bounds")


# RFC 9106, second recommended choice.
STANDARD_COST = Cost(memory_kib=64 * 1024, iterations=3, lanes=4)
# OWASP's floor; a practice vault guards invented people.
PRACTICE_COST = Cost(memory_kib=19 * 1024, iterations=2, lanes=1)


def normal(passphrase: str) -> str:
    """The passphrase as it is measured and hashed: NFKC (NIST SP 800-63B-4, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", passphrase)


def staff_key(passphrase: str, device_secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """HKDF(Argon2id(passphrase), device secret); the device secret may be empty. 32 bytes."""
    # A lone surrogate cannot be typed honestly; it must read as a wrong passphrase, not crash.
    typed = normal(passphrase).encode("utf-8", "surrogatepass")
    stretched = Argon2id(
        salt=salt,
        length=keys.KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(typed)
    return keys.derive(stretched + device_secret, "staff-slot", salt)
