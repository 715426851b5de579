"""The registry's codes in a piece of text (DT-24.1), and what looks like one and is damaged."""

import re

_CODE = re.compile(r"(CLR|IMR|IEE|FIR|MER)-([0-9]{3})", re.IGNORECASE)
_ALIKE = re.compile(
    r"(?<![A-Z])(?:CLR|IMR|IEE|FIR|MER)(?:-[0-9]{0,2}(?![0-9])|-[0-9]{4}|[ _]?[0-9])",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<![A-Za-z0-9])(PID-(?:5|7|11)|NK1)(?![0-9])")


def codes(text: str) -> list[tuple[str, int]]:
    """Return every code of `text` in capitals with the place where it begins."""
    if "-" not in text:
        return []
    return [(found[0].upper(), found.start()) for found in _CODE.finditer(text)]


def has_broken(text: str) -> bool:
    """True if something begins like a code and is cut, too long, or without its hyphen."""
    return _ALIKE.search(text) is not None


def places(text: str) -> list[tuple[str, int]]:
    """Return the fields of a client that a line without a code complains of by their place."""
    return [(found[1], found.start()) for found in _PLACE.finditer(text)]


def at_place(location: str) -> str:
    """Return the field that an error location (ERR-2, such as `PID^1^5`) means, "" for others."""
    parts = location.replace("&", "^").split("^")
    if parts[0] == "NK1":
        return "NK1"
    if parts[0] == "PID" and len(parts) > 2 and parts[2] in ("5", "7", "11"):
        return f"PID-{parts[2]}"
    return ""
