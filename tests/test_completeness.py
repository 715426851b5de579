"""Every code has its sentence in both languages, and both say the same things."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.sayings import LANGUAGES, Sayings
from immtrac_desk.settings import table

ROOT = Path(__file__).parents[1]
ERRORS = {"InputError", "RefusedError", "VaultError", "DeskError", "Finding", "refuse", "_finding"}
PRONOUNS = frozenset({"own", "object", "subject", "oneself"})
"""Places for he, she or they; Spanish sentences rarely need them."""
INWARD = ("law.", "store.rule")
"""Codes of our own tables being wrong: a fault of the program, never shown as a sentence."""


def _literals(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


@cache
def codes_raised() -> frozenset[str]:
    """Every literal code that the office raises or finds, by its call's first argument."""
    found: set[str] = set()
    for path in (ROOT / "immtrac_desk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS:
                first = node.args[:1] + [k.value for k in node.keywords if k.arg == "code"]
                found |= {text for part in first for text in _literals(part)}
    dotted = {code for code in found if "." in code and " " not in code and "/" not in code}
    return frozenset(code for code in dotted if not code.startswith(INWARD))


@cache
def sayings(language: str) -> Sayings:
    return Sayings.load(language, ROOT / "ui" / "i18n")


def test_there_are_codes_to_look_for() -> None:
    assert {"vault.wrong_passphrase", "date.future", "right.missing"} <= codes_raised()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language: str) -> None:
    whole = (code for code in codes_raised() if not code.endswith("."))
    missing = sorted(code for code in whole if not sayings(language).has(code))
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_has_a_line_in_the_book(language: str) -> None:
    missing = [kind.value for kind in ActKind if not sayings(language).has(f"audit.{kind.value}")]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_has_a_name_and_a_help_line(language: str) -> None:
    wanted = [f"{part}.{key}" for key in table() for part in ("setting_name", "setting_help")]
    assert [code for code in wanted if not sayings(language).has(code)] == []


def test_both_languages_have_the_same_codes() -> None:
    english, spanish = sayings("en").codes(), sayings("es").codes()
    assert sorted(english ^ spanish) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_code_is_said_in_two_places(language: str) -> None:
    """The later file would hide the other's sentence."""
    places: dict[str, list[str]] = {}
    for folder in ("immtrac_desk/words", "ui/i18n"):
        for page in sorted((ROOT / folder / language).glob("*.toml")):
            for code in Sayings.of_page(language, page).codes():
                places.setdefault(code, []).append(page.name)
    assert {code: names for code, names in places.items() if len(names) > 1} == {}


def test_both_languages_leave_the_same_places_to_fill() -> None:
    english, spanish = sayings("en"), sayings("es")
    differ = [
        code
        for code in sorted(english.codes())
        if english.holes(code) - PRONOUNS != spanish.holes(code) - PRONOUNS
    ]
    assert differ == []


def test_no_sentence_is_left_in_the_other_language() -> None:
    """A Spanish sentence of several words is never its English twin, letter for letter."""
    english, spanish = sayings("en"), sayings("es")
    same = [
        code
        for code in sorted(english.codes() & spanish.codes())
        if len(_own_words(english, code)) > 3 and english.say(code) == spanish.say(code)
    ]
    assert same == []


def _own_words(sayings: Sayings, code: str) -> list[str]:
    """The words of a sentence without the places that are filled from outside."""
    own = "".join(text for text, _, _, _ in Formatter().parse(sayings._table[code]))
    return [word for word in own.split() if any(letter.isalpha() for letter in word)]


def test_sentences_can_be_filled_without_a_stray_brace() -> None:
    for language in LANGUAGES:
        for code in sayings(language).codes():
            list(Formatter().parse(sayings(language)._table[code]))
            assert sayings(language).say(code)
