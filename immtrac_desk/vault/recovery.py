"""The recovery code: 130 random bits on paper that always open the vault."""

import secrets
from dataclasses import dataclass, field

from immtrac_desk.errors import InputError
from immtrac_desk.vault import base32, keys

BITS = 130
GROUP = 4
_DATA_LETTERS = BITS // 5
_CHECK_LETTERS = 2
LETTERS = _DATA_LETTERS + _CHECK_LETTERS
# The largest prime below 32**2. It divides no single wrong letter, and since the powers of 32
# repeat modulo it only after 68 places, no two letters that changed places either.
_PRIME = 1021


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A code whose check digits hold. `letters` are 28 symbols without hyphens."""

    letters: str = field(repr=False)

    @property
    def printed(self) -> str:
        """The code as it goes on paper: seven groups of four."""
        return base32.grouped(self.letters, GROUP)

    def wrapping_key(self, salt: bytes) -> bytes:
        """The key of the recovery slot. 130 random bits need no stretching, and a machine too
        small for Argon2id must still open."""
        return keys.derive(self.letters.encode(), "recovery-slot", salt)


def generate() -> RecoveryCode:
    """A new code from the operating system's random source."""
    number = secrets.randbits(BITS) << (5 * _CHECK_LETTERS)
    return RecoveryCode(base32.encode(number + (-number % _PRIME), LETTERS))


def parse(typed: str) -> RecoveryCode:
    """The code a person typed; O is 0, I and L are 1, case, spaces and dashes do not matter.

    InputError `recovery.letter` (place, counted from 1), `recovery.length` (expected, typed) or
    `recovery.check`: a slip of the pen, told before any key is tried.
    """
    letters = base32.tidy(typed)
    for place, letter in enumerate(letters, start=1):
        if letter not in base32.ALPHABET:
            raise InputError("recovery.letter", "recovery_code", place=place)
    if len(letters) != LETTERS:
        raise InputError("recovery.length", "recovery_code", expected=LETTERS, typed=len(letters))
    number = base32.decode(letters)
    if number % _PRIME or base32.decode(letters[-_CHECK_LETTERS:]) >= _PRIME:
        raise InputError("recovery.check", "recovery_code")
    return RecoveryCode(letters)
