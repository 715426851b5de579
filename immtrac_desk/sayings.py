"""The sentences: codes become words here, in either language, for the window and the terminal."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter

LANGUAGES = ("en", "es")


def own_folder() -> Path:
    """Return the folder of the office's own sentences, `<language>/<room>.toml` inside."""
    return Path(__file__).with_name("words")


class Sayings:
    """The sentences of one language. A code without a sentence falls back to English."""

    def __init__(self, language: str, table: Mapping[str, str], spare: Mapping[str, str]) -> None:
        self.language = language
        self._table = dict(table)
        self._spare = dict(spare)

    @classmethod
    def load(cls, language: str, *folders: Path) -> "Sayings":
        """Read `<folder>/<language>/*.toml` of every folder, the office's own first."""
        places: tuple[Path, ...] = (own_folder(), *folders)
        spare = _read_all(places, "en")
        return cls(language, spare if language == "en" else _read_all(places, language), spare)

    @classmethod
    def of_page(cls, language: str, page: Path) -> "Sayings":
        """Read one page alone, for whoever cannot wait for all of them."""
        return cls(language, _read(page), {})

    def has(self, code: str) -> bool:
        return code in self._table

    def codes(self) -> frozenset[str]:
        return frozenset(self._table)

    def say(self, code: str, **facts: object) -> str:
        """Return the sentence of `code` with `{fact}` places filled; the bare code if unknown.

        A fact that the sentence does not name is left out; a missing one shows as `…`.
        """
        text = self._table.get(code) or self._spare.get(code)
        if not text:
            return code
        return text.format_map(_Told(facts)) if "{" in text else text

    def holes(self, code: str) -> frozenset[str]:
        """The names of the facts that the sentence of `code` wants."""
        parts = Formatter().parse(self._table.get(code, ""))
        return frozenset(name for _, name, _, _ in parts if name)


class _Told(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def _read_all(places: Iterable[Path], language: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for place in places:
        folder = place / language
        if not folder.is_dir():
            continue
        for page in sorted(folder.iterdir(), key=lambda p: p.name):
            if page.name.endswith(".toml"):
                table.update(_read(page))
    return table


def _read(page: Path) -> dict[str, str]:
    return _flat(tomllib.loads(page.read_text(encoding="utf-8")))


def _flat(tree: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            flat.update(_flat(value, f"{name}."))
        elif key == "_":
            flat[prefix.removesuffix(".")] = str(value)
        else:
            flat[name] = str(value)
    return flat
