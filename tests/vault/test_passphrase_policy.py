"""What a passphrase must be: each rule from both sides, and nothing about its letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from immtrac_desk.errors import InputError
from immtrac_desk.vault import passphrase
from tests.vault.factory import NAME


def refusal(typed: str, name: str = NAME, **more: object) -> InputError:
    with pytest.raises(InputError) as caught:
        passphrase.weigh(typed, name, **more)  # type: ignore[arg-type]
    assert caught.value.field == "passphrase"
    return caught.value


def accepted(typed: str, name: str = NAME, **more: object) -> bool:
    passphrase.weigh(typed, name, **more)  # type: ignore[arg-type]
    return True


def test_fifteen_code_points_are_enough_and_fourteen_are_not() -> None:
    assert accepted("qv7 tzu mw9 rbk")
    told = refusal("qv7 tzu mw9 rb")
    assert (told.code, told.facts["least"], told.facts["typed"]) == ("passphrase.short", 15, 14)


def test_code_points_are_counted_not_bytes() -> None:
    assert refusal("ñ" * 14).code == "passphrase.short"
    assert accepted("đường về nhà xa quá")


def test_length_is_counted_after_normalizing() -> None:
    decomposed = "n\u0303" * 10
    assert refusal(decomposed).facts["typed"] == 10


@pytest.mark.parametrize("length", [64, 1024])
def test_long_ones_are_allowed(length: int) -> None:
    assert accepted(("mustard lanterns %& under 7 bridges, forty herons! " * 30)[:length])


def test_one_beyond_the_longest_is_refused_not_cut() -> None:
    told = refusal(("mustard lanterns under bridges " * 40)[:1025])
    assert (told.code, told.facts["most"], told.facts["typed"]) == ("passphrase.long", 1024, 1025)


@pytest.mark.parametrize(
    "typed",
    [
        "mustardlanternsunder",
        "MUSTARD LANTERNS UNDER",
        "5820 4417 9036 2278 1",
        "puente bajo la lluvia vieja",
        "日本の橋の下を流れる静かな川の音が",
    ],
)
def test_no_kind_of_letter_is_demanded(typed: str) -> None:
    assert accepted(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "aaaaaaaaaaaaaaaaaaaa",
        "123456789012345678",
        "passwordpassword",
        "qwertyuiopqwertyuiop",
        " " * 20,
    ],
)
def test_what_a_list_or_a_pattern_guesses_is_refused_with_the_reason(typed: str) -> None:
    told = refusal(typed)
    assert told.code == "passphrase.guessable"
    assert isinstance(told.facts["pattern"], str)
    assert told.facts["score"] in {0, 1}


@pytest.mark.parametrize(
    "typed", ["Inés Ñuñez 2026 !!", "ines.nunez.ines.nunez", "NUNEZ-INES-1234567"]
)
def test_the_own_name_with_trimmings_is_refused(typed: str) -> None:
    assert refusal(typed).facts["about"] == "staff_name"
    assert accepted(typed + " mustard lanterns")


def test_the_clinics_words_are_refused_and_other_words_are_not() -> None:
    words = ("Bluebonnet Family Practice",)
    told = refusal("bluebonnet practice 78", clinic_words=words)
    assert (told.code, told.facts["about"]) == ("passphrase.known_words", "clinic")
    assert accepted("bluebonnet practice 78")


def test_the_programs_words_are_refused() -> None:
    assert refusal("ImmTrac2 Texas Desk 1").facts["about"] == "program"
    assert accepted("ImmTrac mustard lanterns")


def test_short_parts_of_a_name_do_not_count_as_known_words() -> None:
    assert accepted("qu zebra tomato nimbus", name="Qu Vo")


def test_a_practice_vault_asks_only_for_something() -> None:
    assert accepted("1", practice=True)
    assert refusal("", practice=True).code == "passphrase.empty"
    assert refusal("x" * 1025, practice=True).code == "passphrase.long"


def test_an_empty_one_is_empty_not_short() -> None:
    assert refusal("").code == "passphrase.empty"


def test_no_refusal_repeats_name_or_passphrase() -> None:
    told = refusal("Inés Ñuñez 2026 !!")
    said = f"{told!r} {told} {told.facts}".casefold()
    assert "ines" not in said
    assert "ñuñez" not in said


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_is_accepted_or_refused_in_words(typed: str, name: str) -> None:
    try:
        said = "passphrase.accepted" if accepted(typed, name) else ""
    except InputError as told:
        said = told.code
    assert said.startswith("passphrase.")
