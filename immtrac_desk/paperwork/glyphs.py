"""What the sheet's typeface can draw."""

from functools import lru_cache


@lru_cache(maxsize=512)
def lacking(text: str) -> tuple[str, ...]:
    """Return the characters of `text` that no sheet can draw, each once, in their order."""
    if text.isascii() and text.isprintable():
        return ()
    from forms.glyphs import lacking as lacking_on_paper  # reads the typeface: not at start

    return lacking_on_paper(text)
