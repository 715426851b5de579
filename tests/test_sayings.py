"""The sentences: codes become words of one language, and what was typed is put in as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.sayings import LANGUAGES, Sayings

ENGLISH = """
[saved]
_ = "Saved."
by = "Saved by {who} on {day}."
[only]
english = "Only here."
"""
SPANISH = """
[saved]
_ = "Guardado."
by = "El {day} lo guardó {who}."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, text in (("en", ENGLISH), ("es", SPANISH)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "room.toml").write_text(text, encoding="utf-8")
        (tmp_path / language / "notes.txt").write_text("not a page", encoding="utf-8")
    return tmp_path


def test_a_code_is_said_in_its_language(folder: Path) -> None:
    assert Sayings.load("en", folder).say("saved") == "Saved."
    assert Sayings.load("es", folder).say("saved") == "Guardado."


def test_facts_go_where_the_sentence_wants_them(folder: Path) -> None:
    told = {"who": "Marta", "day": "Monday", "more": "left out"}
    assert Sayings.load("en", folder).say("saved.by", **told) == "Saved by Marta on Monday."
    assert Sayings.load("es", folder).say("saved.by", **told) == "El Monday lo guardó Marta."


def test_a_fact_that_is_not_there_shows_as_a_gap(folder: Path) -> None:
    assert Sayings.load("en", folder).say("saved.by", who="Marta") == "Saved by Marta on …."


def test_a_sentence_without_translation_is_said_in_english(folder: Path) -> None:
    spanish = Sayings.load("es", folder)
    assert not spanish.has("only.english")
    assert spanish.say("only.english") == "Only here."


@pytest.mark.parametrize("code", ["no.such", "", "saved.by.nobody", "{curly", "{0}", "a}b"])
def test_a_code_without_sentence_is_said_as_it_is(folder: Path, code: str) -> None:
    assert Sayings.load("en", folder).say(code, who="Marta") == code


def test_a_sentence_names_the_facts_it_wants(folder: Path) -> None:
    assert Sayings.load("en", folder).holes("saved.by") == {"who", "day"}
    assert Sayings.load("en", folder).holes("saved") == frozenset()


def test_a_later_folder_wins_over_the_offices_own(folder: Path) -> None:
    own = Sayings.load("en")
    code = sorted(own.codes())[0]
    room, _, name = code.partition(".")
    text = f'[{room}]\n"{name}" = "Mine."\n' if name else f'{room} = "Mine."\n'
    (folder / "en" / "zz.toml").write_text(text, encoding="utf-8")
    if name and "." not in name:
        assert Sayings.load("en", folder).say(code) == "Mine."
    assert own.say(code) != "Mine."


@given(st.text(max_size=40))
def test_whatever_was_typed_is_put_in_literally(typed: str) -> None:
    page = Sayings("en", {"saved.by": "Saved by {who}."}, {})
    assert page.say("saved.by", who=typed) == f"Saved by {typed}."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_office_can_be_said_without_facts(language: str) -> None:
    sayings = Sayings.load(language)
    assert sayings.codes()
    for code in sayings.codes():
        assert sayings.say(code).strip()
        assert all(name.isidentifier() for name in sayings.holes(code)), code


def test_both_languages_want_the_same_facts() -> None:
    english, spanish = (Sayings.load(language) for language in LANGUAGES)
    assert english.codes() == spanish.codes()
    differ = {c for c in english.codes() if english.holes(c) != spanish.holes(c)}
    assert differ == set()
