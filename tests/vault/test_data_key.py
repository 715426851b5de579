"""The data key: one purpose, one sub-key; what is wrapped opens only as it was wrapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.vault.keys import (
    DataKey,
    canonical,
    derive,
    unwrap,
    wrap,
)

KEY = DataKey(bytes(range(32)))
OTHER = DataKey(bytes(range(1, 33)))
CONTEXT = {"format": 1, "purpose": "test", "salt": "AAAA"}


def test_a_generated_key_is_32_new_bytes() -> None:
    made = {DataKey.generate().secret for _ in range(50)}
    assert len(made) == 50
    assert {len(secret) for secret in made} == {32}


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(b"x" * length)


def test_a_key_shows_nothing_of_itself() -> None:
    key = DataKey(b"SECRETSECRETSECRETSECRETSECRET!!")
    assert "SECRET" not in f"{key!r} {key} {[key]}"


def test_each_purpose_has_its_own_key() -> None:
    keys = {
        KEY.secret.hex(),
        KEY.database_key().hex(),
        KEY.check_value(),
        derive(KEY.secret, "slots").hex(),
        derive(KEY.secret, "paper").hex(),
    }
    assert len(keys) == 5
    assert {len(key) for key in keys} == {64}


def test_sub_keys_are_the_same_tomorrow() -> None:
    """A vault made today has to open with every later program: these may never change."""
    assert KEY.database_key().hex() == (
        "0edb2a613d50d759e0cba2622f09e75f59be728eb79d9a7f3fcb4954e602e913"
    )
    assert KEY.paper_check("record 1") == "CED8JGV6J6"


def test_what_was_wrapped_opens_with_its_key_and_context() -> None:
    assert unwrap(KEY.secret, wrap(KEY.secret, b"secret", CONTEXT), CONTEXT) == b"secret"


@pytest.mark.parametrize("changed", [{"format": 2}, {"purpose": "x"}, {"salt": "AAAB"}, {"y": 1}])
def test_it_does_not_open_under_another_context(changed: dict[str, object]) -> None:
    wrapped = wrap(KEY.secret, b"secret", CONTEXT)
    assert unwrap(KEY.secret, wrapped, CONTEXT | changed) is None


def test_it_does_not_open_with_another_key() -> None:
    assert unwrap(OTHER.secret, wrap(KEY.secret, b"secret", CONTEXT), CONTEXT) is None


@given(st.binary(max_size=80))
def test_any_other_bytes_do_not_open(wrapped: bytes) -> None:
    assert unwrap(KEY.secret, wrapped, CONTEXT) is None


def test_wrapping_twice_gives_other_bytes() -> None:
    assert wrap(KEY.secret, b"secret", CONTEXT) != wrap(KEY.secret, b"secret", CONTEXT)


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_a_seal_holds_for_its_data_alone(data: bytes, other: bytes) -> None:
    seal = KEY.seal(data)
    assert KEY.seal_holds(data, seal)
    assert KEY.seal_holds(other, seal) == (other == data)
    assert not OTHER.seal_holds(data, seal)


def test_a_seal_that_is_not_ascii_does_not_hold() -> None:
    assert not KEY.seal_holds(b"data", "ñ" * 64)


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_the_check_on_paper_is_ten_letters_of_its_record(record: str) -> None:
    check = KEY.paper_check(record)
    assert len(check) == 10
    assert check.isascii()
    assert check == KEY.paper_check(record)
    assert check != KEY.paper_check(record + "x")
    assert check != OTHER.paper_check(record)


def test_a_context_has_one_spelling() -> None:
    assert (
        canonical({"b": 1, "a": "ñ"}) == canonical({"a": "ñ", "b": 1}) == b'{"a":"\\u00f1","b":1}'
    )
