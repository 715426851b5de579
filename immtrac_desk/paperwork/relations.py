"""A relation as somebody typed it, said in another language where it is a word we know."""

from collections.abc import Mapping
from functools import cache

from immtrac_desk.domain.values import fold
from immtrac_desk.sayings import LANGUAGES, Sayings

_PREFIX = "client_record.relation."


def relation_said(typed: str, language: str) -> str:
    """Return `typed` in `language`, unchanged where it is a word of neither language.

    The record keeps what was typed; this is for a page that is read in another language.
    """
    code = _known().get(fold(typed))
    return _words(language)[code] if code else typed


@cache
def _known() -> Mapping[str, str]:
    return {fold(word): code for language in LANGUAGES for code, word in _words(language).items()}


@cache
def _words(language: str) -> dict[str, str]:
    found = Sayings.load(language)
    return {code: found.say(code) for code in sorted(found.codes()) if code.startswith(_PREFIX)}
