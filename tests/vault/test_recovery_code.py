"""The recovery code: long enough, read back tolerantly, a slip of the pen never tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.errors import InputError
from immtrac_desk.vault import base32, recovery
from immtrac_desk.vault.recovery import GROUP, LETTERS, RecoveryCode

codes = st.builds(recovery.generate)
places = st.integers(0, LETTERS - 1)


def refusal(typed: str) -> InputError:
    with pytest.raises(InputError) as caught:
        recovery.parse(typed)
    return caught.value


def test_a_code_carries_at_least_128_random_bits() -> None:
    made = [recovery.generate() for _ in range(200)]
    assert recovery.BITS >= 128
    assert len({code.letters for code in made}) == 200
    # Every one of the random letters moves: none of them is a constant.
    moving = [len({code.letters[at] for code in made}) for at in range(recovery.BITS // 5)]
    assert min(moving) > 20


@given(codes)
def test_a_printed_code_is_read_back(code: RecoveryCode) -> None:
    assert recovery.parse(code.printed) == code
    assert [len(group) for group in code.printed.split("-")] == [GROUP] * 7


@given(codes, st.sampled_from(["", " ", "-", "  ", "–", "—", "\t", "\n", "\u00a0", "\u2011"]))
def test_case_spaces_and_dashes_do_not_matter(code: RecoveryCode, between: str) -> None:
    assert recovery.parse(between.join(code.letters.lower())) == code


@given(codes, st.sampled_from("oO"), st.sampled_from("iIlL"))
def test_lookalikes_are_read_as_what_is_meant(code: RecoveryCode, zero: str, one: str) -> None:
    assert recovery.parse(code.printed.replace("0", zero).replace("1", one)) == code


@given(codes, places, st.sampled_from(base32.ALPHABET))
def test_every_single_wrong_letter_is_told(code: RecoveryCode, at: int, wrong: str) -> None:
    typed = code.letters[:at] + wrong + code.letters[at + 1 :]
    if typed == code.letters:
        assert recovery.parse(typed) == code
    else:
        assert refusal(typed).code == "recovery.check"


@given(codes, places, places)
def test_every_two_letters_that_changed_places_are_told(
    code: RecoveryCode, one: int, two: int
) -> None:
    letters = list(code.letters)
    letters[one], letters[two] = letters[two], letters[one]
    typed = "".join(letters)
    if typed == code.letters:
        assert recovery.parse(typed) == code
    else:
        assert refusal(typed).code == "recovery.check"


@given(codes, places)
def test_a_letter_missing_or_doubled_is_told_by_the_length(code: RecoveryCode, at: int) -> None:
    short = refusal(code.letters[:at] + code.letters[at + 1 :])
    long = refusal(code.letters[:at] + code.letters[at] + code.letters[at:])
    assert (short.code, short.facts["typed"]) == ("recovery.length", LETTERS - 1)
    assert (long.code, long.facts["typed"]) == ("recovery.length", LETTERS + 1)


@pytest.mark.parametrize("letter", ["U", "u", "*", "ñ", "é", "\u200b"])
def test_a_letter_no_code_has_is_told_with_its_place(letter: str) -> None:
    code = recovery.generate()
    found = refusal(code.letters[:5] + letter + code.letters[6:])
    assert (found.code, found.facts["place"]) == ("recovery.letter", 6)


@pytest.mark.parametrize("typed", ["", " ", "----"])
def test_nothing_typed_is_too_short(typed: str) -> None:
    assert refusal(typed).facts == {"field": "recovery_code", "expected": LETTERS, "typed": 0}


def test_a_code_has_one_spelling() -> None:
    """Check digits count up to 1020; the same remainder written as 1021 or more is refused."""
    number = next(n for n in range(2**100, 2**100 + 9999) if -(n << 10) % 1021 <= 2)
    check = -(number << 10) % 1021
    assert recovery.parse(base32.encode((number << 10) + check, LETTERS))
    assert refusal(base32.encode((number << 10) + check + 1021, LETTERS)).code == "recovery.check"


def verdict(typed: str) -> str:
    try:
        recovery.parse(typed)
    except InputError as told:
        return told.code
    return "read"


@given(st.text(max_size=60))
def test_any_text_is_either_a_code_or_refused_with_its_reason(typed: str) -> None:
    reasons = {"recovery.letter", "recovery.length", "recovery.check"}
    assert verdict(typed) in reasons | {"read"}


@given(st.text(base32.ALPHABET, min_size=LETTERS, max_size=LETTERS))
def test_letters_at_random_are_no_code(letters: str) -> None:
    holds = base32.decode(letters) % 1021 == 0 and base32.decode(letters[-2:]) < 1021
    assert verdict(letters) == ("read" if holds else "recovery.check")


def test_a_refusal_does_not_repeat_the_code() -> None:
    code = recovery.generate()
    told = refusal(code.letters[:-1])
    assert code.letters[:-1] not in f"{told!r} {told} {told.facts}"


def test_a_code_shows_nothing_of_itself() -> None:
    code = recovery.generate()
    assert code.letters not in f"{code!r} {code}"


def test_the_key_depends_on_code_and_salt() -> None:
    one, two = recovery.generate(), recovery.generate()
    keys = {one.wrapping_key(b"a" * 16), one.wrapping_key(b"b" * 16), two.wrapping_key(b"a" * 16)}
    assert len(keys) == 3
    assert one.wrapping_key(b"a" * 16) == RecoveryCode(one.letters).wrapping_key(b"a" * 16)


@given(st.integers(0, 32**6 - 1))
def test_numbers_survive_their_letters(number: int) -> None:
    assert base32.decode(base32.encode(number, 6)) == number


@pytest.mark.parametrize("number", [-1, 32**6])
def test_a_number_that_does_not_fit_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="fit"):
        base32.encode(number, 6)
