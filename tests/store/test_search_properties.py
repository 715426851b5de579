"""Finding holds for any name: whole, begun, in any order, in any case, with one slip."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.values import fold
from immtrac_desk.store import search, typed_dates
from immtrac_desk.store.engine import close, create_database, open_engine
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import NAMES, a_client

many = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
LETTERS = st.characters(
    max_codepoint=0xFFFF, categories=("Lu", "Ll", "Lt", "Lo", "Mn", "Pd", "Po", "Zs")
)
TYPED = st.text(LETTERS, min_size=1, max_size=30).map(lambda t: unicodedata.normalize("NFC", t))
PLAIN = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=5, max_size=14)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filing]:
    place: Path = tmp_path_factory.mktemp("room") / "desk.db"
    create_database(place, bytes(32))
    engine = open_engine(place, bytes(32))
    yield Filing(engine)
    close(engine)


def is_found(room: Filing, client: Client, *texts: str) -> bool:
    with room.writing() as work:
        work.clients.add(client)
        return all(client.id in {m.id for m in work.clients.find(text)} for text in texts)


@many
@given(last=st.one_of(TYPED, st.sampled_from(NAMES)), first=TYPED)
def test_any_name_finds_its_client_in_any_order(room: Filing, last: str, first: str) -> None:
    assume(fold(last) and fold(first))
    both = (f"{last} {first}", f"{first} {last}", f"{last}, {first}")
    assert is_found(room, a_client(last, first), *both, fold(last), last.upper(), last.lower())


@many
@given(last=PLAIN, cut=st.integers(1, 5))
def test_a_begun_name_finds_its_client(room: Filing, last: str, cut: int) -> None:
    assert is_found(room, a_client(last, "Q"), last[:cut], f"{last[:cut]} q", f"q {last[:cut]}")


@many
@given(last=PLAIN, place=st.integers(0, 13), letter=st.sampled_from("AEIOUXZ"))
def test_one_slip_still_finds(room: Filing, last: str, place: int, letter: str) -> None:
    i = place % (len(last) - 1)
    left_out = last[:i] + last[i + 1 :]
    put_in = last[:i] + letter + last[i:]
    swapped = last[:i] + last[i + 1] + last[i] + last[i + 2 :]
    other = last[:i] + letter + last[i + 1 :]
    assert is_found(room, a_client(last, "Q"), left_out, put_in, swapped, other)


@many
@given(text=st.text(max_size=80))
def test_any_text_is_answered(room: Filing, text: str) -> None:
    with room.reading() as work:
        assert work.clients.find(text) == ()


@given(TYPED)
def test_a_name_begins_with_its_own_words(name: str) -> None:
    words = search.words_of(name)
    assert "" not in words
    assert not fold(name) or fold(name) in words
    assert typed_dates.taken(name) == ((), name)
