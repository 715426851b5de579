"""Which characters the typeface of the sheets can draw."""

import unicodedata

from forms.typeface import drawable

_NEVER = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def lacking(text: str) -> tuple[str, ...]:
    """Return the characters of `text` that would not print as they are, each once, in order.

    These are control, bidi and zero-width characters, right-to-left letters, anything beyond
    U+FFFF, and whatever the typeface has no glyph for.
    """
    return tuple(dict.fromkeys(char for char in text if not _prints(char)))


def _prints(char: str) -> bool:
    if " " <= char <= "~":
        return True
    return (
        ord(char) <= 0xFFFF
        and unicodedata.category(char) not in _NEVER
        and unicodedata.bidirectional(char) not in _RIGHT_TO_LEFT
        and ord(char) in drawable()
    )
