"""The words of the letters: parts of each kind in a language, and days as they are written."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from forms.letters.letter import KINDS, LANGUAGES, Letter
from forms.shown import shown

Manner = Literal["p", "h", "li"]
_NEED_A_DAY = ("turning_18", "pending_adult", "last_chance")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, heading or list item; `only` names when it is said, empty: always."""

    manner: Manner
    text: str
    only: str = ""

    @property
    def personal(self) -> bool:
        """Whether anything of a person stands in it; what does not is drawn once in a run."""
        return "{" in self.text


@cache
def shared(language: str) -> dict[str, str]:
    """Return the words that every letter has. Raises ValueError for another language."""
    return dict(_tables(language)["shared"])


@cache
def parts(kind: str, to: str, language: str) -> tuple[Part, ...]:
    """Return the parts of a letter. Raises ValueError where there is no such letter."""
    table = _tables(language)
    if kind not in KINDS or to not in table[kind]:
        raise ValueError("no such letter")
    return tuple(_part(one) for one in table[kind][to])


def said_parts(letter: Letter) -> tuple[tuple[Part, str], ...]:
    """Return the parts that this letter says, each with its text filled in.

    Raises ValueError where there is no such letter, or it lacks a day that it must name.
    """
    facts = _facts(letter)
    if letter.kind in _NEED_A_DAY and letter.day is None:
        raise ValueError("a letter lacks its day")
    if letter.kind == "turning_18" and letter.consented and letter.kept_until is None:
        raise ValueError("a letter lacks the day until which the record is kept")
    holds = _holds(letter)
    given = parts(letter.kind, letter.to, letter.language)
    return tuple((one, one.text.format_map(facts)) for one in given if one.only in holds)


def in_words(day: date | None, language: str) -> str:
    """Return a day as a letter writes it, empty for none."""
    if day is None:
        return ""
    words = shared(language)
    month = words["months"].split()[day.month - 1]
    return words["date"].format(day=day.day, month=month, year=day.year)


def _facts(letter: Letter) -> Mapping[str, str]:
    return {
        "first": shown(letter.client_first_name) or shown(letter.client_name),
        "day": in_words(letter.day, letter.language),
        "kept_until": in_words(letter.kept_until, letter.language),
        "age": str(letter.age),
        "event": shown(letter.event),
    }


def _holds(letter: Letter) -> frozenset[str]:
    """Return every condition that is met; the empty one always is."""
    sure = "sure_day" if letter.day_confirmed else "unsure_day"
    return frozenset(
        {
            "",
            "consented" if letter.consented else "not_consented",
            "event" if letter.event.strip() else "no_event",
            "adult_first" if letter.adult_form_first else "adult_done",
            *(("has_day", sure) if letter.day else ("no_day",)),
        }
    )


def _part(one: dict[str, str]) -> Part:
    manner: Manner
    for manner in ("p", "h", "li"):
        if manner in one:
            return Part(manner, one[manner], one.get("only", ""))
    raise ValueError("a part of a letter without words")


@cache
def _tables(language: str) -> dict[str, Any]:
    if language not in LANGUAGES:
        raise ValueError("no such language")
    file = Path(__file__).parent / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
