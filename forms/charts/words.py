"""The words and numbers of the pictures, in the language of each."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def words(language: str) -> dict[str, str]:
    """Return the words of the pictures. Raises ValueError for a language there is none of."""
    file = Path(__file__).parent / "words.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    if language not in tables:
        raise ValueError("no such language")
    return dict(tables[language])


def number(value: float | None) -> str:
    """Return a number as it is written: whole, or with one decimal; a dash where none is known."""
    if value is None:
        return "–"
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.1f}"
