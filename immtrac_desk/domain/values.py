"""Small values: typed text as people write it, explicit non-answers, folding for comparison."""

import unicodedata
from enum import Enum

from immtrac_desk.errors import InputError

MAX_TEXT = 300
"""Longest single value in letters: 200-letter surnames must pass, pasted pages must not."""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ZERO_WIDTH = frozenset(
    "\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # fillers: letters by name, nothing on paper
    + "".join(map(chr, range(0xFE00, 0xFE10)))  # variation selectors
)
_RIGHT_TO_LEFT = ("R", "AL", "AN")


class Explicit(Enum):
    """A question that was answered with 'no value'."""

    UNKNOWN = "unknown"
    NONE = "none"
    REFUSED = "refused"


Answer = str | Explicit
"""What a person typed, `""` for not asked yet, or an explicit non-answer."""


def clean(text: str, field: str, limit: int = MAX_TEXT) -> str:
    """Return `text` in NFC with runs of spaces folded, or refuse it beside `field`.

    Refuses (InputError) control, bidi and zero-width characters, right-to-left letters and
    everything beyond U+FFFF, naming the character, since none of these print faithfully.
    """
    tidy = " ".join(unicodedata.normalize("NFC", text).split(" ")).strip()
    tidy = _single_spaced(tidy)
    for char in tidy:
        code = _refused(char)
        if code:
            raise InputError(code, field, character=_name(char))
    if len(tidy) > limit:
        raise InputError("text.too_long", field, limit=limit, length=len(tidy))
    return tidy


def clean_as_written(text: str, field: str) -> str:
    """As `clean`, for 'name as written', which is kept but never printed: any script may stay."""
    tidy = _single_spaced(unicodedata.normalize("NFC", text).strip())
    for char in tidy:
        if unicodedata.category(char) in ("Cc", "Cs", "Cn", "Co"):
            raise InputError("text.control", field, character=_name(char))
    if len(tidy) > MAX_TEXT:
        raise InputError("text.too_long", field, limit=MAX_TEXT, length=len(tidy))
    return tidy


def fold(text: str) -> str:
    """Return the comparison form: no case, accents, hyphens, apostrophes or spaces (DT-22)."""
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    # Modifier letters (Lm) count as signs: ʼ and ʻ are what many type for an apostrophe.
    kept = (c for c in plain if (kind := unicodedata.category(c))[0] in "LN" and kind != "Lm")
    return "".join(kept).upper()


def plain_letters(text: str) -> str:
    """Return small letters without their marks and all else as it is: `garcia` finds `García`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one)).replace("đ", "d")


def said(answer: Answer) -> str:
    """Return the typed text, or "" where the answer is an explicit non-answer."""
    return answer if isinstance(answer, str) else ""


def answered(answer: Answer) -> bool:
    """True if something was typed or the question was answered explicitly."""
    return isinstance(answer, Explicit) or bool(answer)


def _single_spaced(text: str) -> str:
    return " ".join(part for part in text.split(" ") if part)


def _refused(char: str) -> str:
    if char in _BIDI:
        return "text.bidi"
    if char in _ZERO_WIDTH:
        return "text.zero_width"
    if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Cn", "Co"):
        return "text.control"
    if unicodedata.bidirectional(char) in _RIGHT_TO_LEFT:
        return "text.right_to_left"
    return "text.beyond_bmp" if ord(char) > 0xFFFF else ""


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
