"""The words and numbers of the pictures, in the language of each."""

from pathlib import Path

from forms.word_table import word_table

_WORDS = Path(__file__).parent / "words.toml"


def words(language: str) -> dict[str, str]:
    """Return the words of the pictures. Raises ValueError for a language there is none of."""
    return word_table(_WORDS, language)


def number(value: float | None) -> str:
    """Return a number as it is written: whole, or with one decimal; a dash where none is known."""
    if value is None:
        return "–"
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.1f}"
