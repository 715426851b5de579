"""The shelf of the handbook: its TOML files made into chapters, in the order of their names."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from forms.handbook.chapter import (
    MARKS,
    Block,
    Bullets,
    Chapter,
    Grid,
    Paragraph,
    Question,
    Remark,
    Section,
)
from forms.word_table import word_table

_HERE = Path(__file__).parent
LANGUAGES = ("en", "es")


@cache
def chapters(language: str) -> tuple[Chapter, ...]:
    """Return every chapter in `en` or `es`.

    Raises ValueError for another language, and, naming the file, for a chapter that is not whole.
    """
    if language not in LANGUAGES:
        raise ValueError("no such language")
    return tuple(_read(path) for path in sorted((_HERE / language).glob("*.toml")))


def chapter(chapter_id: str, language: str) -> Chapter:
    """Return one chapter. Raises KeyError where there is none."""
    return {one.id: one for one in chapters(language)}[chapter_id]


def words(language: str) -> Mapping[str, str]:
    """Return the words around the chapters. Raises ValueError for a language there is none of."""
    return word_table(_HERE / "words.toml", language)


def _read(path: Path) -> Chapter:
    number, _, chapter_id = path.stem.partition("_")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        return Chapter(
            id=chapter_id,
            number=int(number),
            title=table["title"],
            gist=table["gist"],
            sections=tuple(_section(one) for one in table["sections"]),
            questions=tuple(_question(one) for one in table["questions"]),
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"{path.parent.name}/{path.name} is not whole: {error}") from None


def _section(table: Mapping[str, Any]) -> Section:
    return Section(
        anchor=table["anchor"],
        title=table["title"],
        terms=tuple(table["terms"]),
        blocks=tuple(_block(one) for one in table["blocks"]),
    )


def _block(given: str | Sequence[str] | Mapping[str, Any]) -> Block:
    if isinstance(given, str):
        return Paragraph(given)
    if not isinstance(given, Mapping):
        return Bullets(tuple(given))
    if "note" in given:
        return _remark(given)
    heads = tuple(given["heads"])
    rows = tuple(tuple(row) for row in given["rows"])
    shares = tuple(float(share) for share in given["shares"])
    if any(len(row) != len(heads) for row in (*rows, shares)):
        raise ValueError("a table whose rows differ")
    return Grid(heads, shares, rows)


def _remark(given: Mapping[str, Any]) -> Remark:
    if given["mark"] not in MARKS:
        raise ValueError("no such mark")
    return Remark(given["note"], given["mark"], given["source"])


def _question(table: Mapping[str, Any]) -> Question:
    choices, right = tuple(table["choices"]), table["right"] - 1
    if not 0 <= right < len(choices):
        raise ValueError("no such choice")
    return Question(table["ask"], choices, right, table["why"])
