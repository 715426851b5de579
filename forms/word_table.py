"""The words of a paper that is no form: one TOML file with a table for each language."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def word_table(file: Path, language: str) -> dict[str, Any]:
    """Return the table of `language`. Raises ValueError for a language there is none of."""
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    if language not in tables:
        raise ValueError("no such language")
    return dict(tables[language])
