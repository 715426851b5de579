"""Crockford's alphabet: letters and digits that a person can read aloud and copy by hand."""

import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def encode(number: int, symbols: int) -> str:
    """`number` as exactly `symbols` letters, most significant first; it must fit."""
    if number < 0 or number >> (5 * symbols):
        raise ValueError("number does not fit")
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(symbols)))


def decode(letters: str) -> int:
    """The number that `letters` (already tidy, all in ALPHABET) stand for."""
    number = 0
    for letter in letters:
        number = number << 5 | ALPHABET.index(letter)
    return number


def tidy(typed: str) -> str:
    """`typed` as Crockford reads it: O as 0, I and L as 1, any case; spaces and dashes dropped.

    Letters outside the alphabet are left in place, so that the caller can name where they stand.
    """
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_LOOKALIKES)
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Pd")


def grouped(letters: str, size: int) -> str:
    """`letters` in groups of `size`, joined by hyphens, as they are printed."""
    return "-".join(letters[at : at + size] for at in range(0, len(letters), size))
