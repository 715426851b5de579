"""The registry's own words: what its screens offer and its buttons say, in their English."""

import tomllib
from functools import cache
from importlib.resources import files

from immtrac_desk.domain.values import Explicit


def registry_word(of: str, word: str | Explicit) -> str:
    """Return how the registry writes `word` of a list; what it has no word for stays as it is.

    `of` is a list of the registry's screens: `gender`, `race`, `form`, `eligibility`, `button` ...
    """
    code = word.value if isinstance(word, Explicit) else word
    return _words()[of].get(code, "" if isinstance(word, Explicit) else code)


@cache
def _words() -> dict[str, dict[str, str]]:
    source = files("immtrac_desk.law").joinpath("registry_words.toml").read_text("utf-8")
    return tomllib.loads(source)
