"""Typed text: what passes unchanged, what is tidied, what is refused by its character."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.values import (
    MAX_TEXT,
    Explicit,
    answered,
    clean,
    clean_as_written,
    fold,
    said,
)
from immtrac_desk.errors import InputError
from tests.hard_names import HARD

HARMLESS = (
    *HARD,
    "{0} {name} %s %(x)d",
    "a" * 200,
    "张伟",
)
REFUSED = {
    "\x00": "text.control",
    "\x1b": "text.control",
    "\x7f": "text.control",
    "\x85": "text.control",
    "\u2028": "text.control",
    "\ufff9": "text.control",
    "\ud800": "text.control",
    "\ue000": "text.control",
    "\u0378": "text.control",
    "\u202e": "text.bidi",
    "\u2067": "text.bidi",
    "\u200b": "text.zero_width",
    "\u200d": "text.zero_width",
    "\ufeff": "text.zero_width",
    "\u00ad": "text.zero_width",
    "\ufe0f": "text.zero_width",
    "\u3164": "text.zero_width",
    "ש": "text.right_to_left",
    "م": "text.right_to_left",
    "٣": "text.right_to_left",
    "𝒜": "text.beyond_bmp",
    "😀": "text.beyond_bmp",
}


def code_of(text: str) -> str:
    with pytest.raises(InputError) as refused:
        clean(text, "client.last_name")
    assert refused.value.field == "client.last_name"
    return refused.value.code


@pytest.mark.parametrize("text", HARMLESS)
def test_a_name_comes_back_unchanged(text: str) -> None:
    assert clean(text, "f") == unicodedata.normalize("NFC", text)
    assert clean_as_written(text, "f") == clean(text, "f")


@pytest.mark.parametrize("char", REFUSED)
def test_a_character_that_cannot_be_printed_is_refused_and_named(char: str) -> None:
    assert code_of(f"a{char}b") == REFUSED[char]
    with pytest.raises(InputError) as refused:
        clean(f"a{char}b", "f")
    assert str(refused.value.facts["character"]).startswith(f"U+{ord(char):04X}")
    assert char not in str(refused.value.facts["character"])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("  Ana   Sofía ", "Ana Sofía"),
        ("García\n", "García"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_nfc_and_single_spaces_are_all_that_changes(typed: str, kept: str) -> None:
    assert clean(typed, "f") == kept


def test_the_longest_text_passes_and_one_letter_more_is_refused() -> None:
    assert len(clean("ñ" * MAX_TEXT, "f")) == MAX_TEXT
    assert code_of("ñ" * (MAX_TEXT + 1)) == "text.too_long"
    assert clean("n\u0303" * MAX_TEXT, "f") == "ñ" * MAX_TEXT, "counted after composing"


@pytest.mark.parametrize("name", ["שרה לוי", "محمد", "😀 Smile", "𝒜nna", "Zoë\u200dX"])
def test_a_name_as_written_keeps_any_script(name: str) -> None:
    assert clean_as_written(name, "client.name_as_written") == name
    assert code_of(name)


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ud800b", "a\ue000b", "x" * 301])
def test_a_name_as_written_refuses_what_is_no_letter_at_all(text: str) -> None:
    with pytest.raises(InputError):
        clean_as_written(text, "client.name_as_written")


@given(st.text(max_size=60))
def test_what_was_cleaned_once_is_never_changed_again(text: str) -> None:
    try:
        once = clean(text, "f")
    except InputError:
        return
    assert clean(once, "f") == once
    assert clean_as_written(once, "f") == once
    assert once == once.strip()
    assert "  " not in once
    once.encode()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("García-López", "garcia lopez"),
        ("O'Brien", "OBRIEN"),
        ("O\u02bcBrien", "O’Brien"),
        ("Nguyễn Thị Mỹ Hường", "nguyen thi my huong"),
        ("Đặng", "dang"),
        ("Strauß", "STRAUSS"),
        ("Ñuñez", "nunez"),
    ],
)
def test_folding_forgets_case_accents_and_signs(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Ana", "Anna"), ("Garcia", "Garza"), ("X", "XX")])
def test_folding_keeps_different_names_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert " " not in once
    assert fold(unicodedata.normalize("NFC", text)) == once


@pytest.mark.parametrize("answer", list(Explicit))
def test_an_explicit_answer_is_an_answer_and_no_text(answer: Explicit) -> None:
    assert answered(answer)
    assert said(answer) == ""


def test_an_empty_text_is_a_question_not_yet_asked() -> None:
    assert not answered("")
    assert answered("x")
    assert said("x") == "x"
