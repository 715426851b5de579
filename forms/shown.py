"""Typed texts as a page can show them: one line of letters that the typeface has."""

from forms.glyphs import lacking

UNKNOWN = "\ufffd"


def shown(text: str) -> str:
    """Return `text` on one line; a letter that cannot be printed is seen to be missing.

    A list, a letter or a record must never fail for a name.
    """
    line = " ".join(text.split())
    if not lacking(line):
        return line
    return "".join(UNKNOWN if lacking(char) else char for char in line)
