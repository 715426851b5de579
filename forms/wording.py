"""The words of a form in one language, loaded from its TOML files and checked against its spec."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from forms.spec import FormSpec, answers_of, sentences_of

HOUSE = Path(__file__).parent
LANGUAGES = ("en", "es")
PLAIN = ("unknown", "none", "refused")
_SHARED = "every_sheet"
_TABLES = ("sheet", "labels", "sentences", "words", "stamps")
_SHEET = (
    *("stock_no", "kicker", "title", "subtitle", "honest", "clinic", "stock", "revision"),
    *("record", "page", "of", "continuation", "continued", "item", "signature", "date"),
    *("witness_signature", "practice_code"),
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Every text of one form in one language, by table and key."""

    language: str
    tables: dict[str, dict[str, str]]

    def sheet(self, key: str) -> str:
        """Return a text of the sheet's own furniture: title, footer, captions."""
        return self.tables["sheet"][key]

    def label(self, key: str) -> str:
        """Return the label over a box."""
        return self.tables["labels"][key]

    def sentence(self, key: str) -> str:
        """Return a sentence of the form."""
        return self.tables["sentences"][key]

    def stamp(self, key: str) -> str:
        """Return the text of a stamp."""
        return self.tables["stamps"][key]

    def has_word(self, answer: str, word: str) -> bool:
        """Return whether `word` can be printed as the answer `answer`."""
        return f"{answer}.{word}" in self.tables["words"] or word in self.tables["words"]

    def word(self, answer: str, word: str) -> str:
        """Return `word` as it is printed for the answer `answer`; its own wording goes first."""
        table = self.tables["words"]
        return table.get(f"{answer}.{word}") or table[word]


@cache
def wording(spec: FormSpec, language: str) -> Wording:
    """Return the wording of `spec` in `en` or `es`.

    Raises ValueError for another language, or naming what its files lack.
    """
    if language not in LANGUAGES:
        raise ValueError("no such language")
    loaded = Wording(language, _merged(spec, language))
    if gaps := missing(spec, loaded):
        raise ValueError(f"{spec.stock_no} {language} lacks {', '.join(gaps)}")
    return loaded


def missing(spec: FormSpec, words: Wording) -> tuple[str, ...]:
    """Return every key that the sheet asks for and the wording lacks, as `table.key`."""
    asked = [("sheet", key) for key in _SHEET]
    asked += [("sentences", key) for key in sentences_of(spec)]
    asked += [("words", key) for key in PLAIN]
    for key, options in answers_of(spec).items():
        asked.append(("labels", key))
        asked += [("options", f"{key}.{option}") for option in options if key != "choice"]
    return tuple(f"{table}.{key}" for table, key in asked if not _given(words, table, key))


def files(spec: FormSpec) -> tuple[Path, ...]:
    """Return the files that a released revision consists of; none of them is ever edited."""
    own, shared = HOUSE / spec.folder, _shared(spec)
    return (
        own / "spec.py",
        *(folder / f"{language}.toml" for folder in (own, shared) for language in LANGUAGES),
    )


def _given(words: Wording, table: str, key: str) -> bool:
    if table == "options":
        return words.has_word(*key.rsplit(".", 1))
    return bool(words.tables[table].get(key))


def _shared(spec: FormSpec) -> Path:
    return HOUSE / _SHARED / Path(spec.folder).name


def _merged(spec: FormSpec, language: str) -> dict[str, dict[str, str]]:
    shared, own = (
        tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
        for folder in (_shared(spec), HOUSE / spec.folder)
    )
    return {table: {**shared.get(table, {}), **own.get(table, {})} for table in _TABLES}
