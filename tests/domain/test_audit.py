"""The chain of the book: any entry changed, taken out, put in or moved is found at its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.audit import GENESIS, AuditEntry, digest_of, first_break, sealed

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
FIRST = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)


def book(length: int) -> list[AuditEntry]:
    lines: list[AuditEntry] = []
    for number in range(length):
        raw = AuditEntry(
            seq=0,
            at=FIRST + timedelta(minutes=number),
            actor_id="A",
            actor="Marta",
            act="client_added",
            client_id=f"C{number}",
            facts={"version": number, "row": "DT-1.1", "none": None, "yes": True},
        )
        lines.append(sealed(raw, lines[-1] if lines else None))
    return lines


def test_entries_are_numbered_and_linked_from_the_first() -> None:
    lines = book(4)
    assert [line.seq for line in lines] == [1, 2, 3, 4]
    assert lines[0].previous == GENESIS
    assert [line.previous for line in lines[1:]] == [line.digest for line in lines[:-1]]
    assert first_break(lines) is None
    assert first_break([]) is None


OTHER: dict[str, Any] = {
    "at": FIRST + timedelta(microseconds=1),
    "loud": True,
    "facts": {"version": 9},
    "seq": 99,
}


@pytest.mark.parametrize("name", [f.name for f in fields(AuditEntry)])
def test_a_change_in_any_field_breaks_the_chain_there(name: str) -> None:
    lines = book(5)
    lines[2] = replace(lines[2], **{name: OTHER.get(name, "other")})
    assert first_break(lines) == 3


@pytest.mark.parametrize("name", [f.name for f in fields(AuditEntry) if f.name != "digest"])
def test_the_digest_covers_every_field_but_itself(name: str) -> None:
    line = book(1)[0]
    assert digest_of(replace(line, **{name: OTHER.get(name, "other")})) != line.digest
    assert digest_of(replace(line, digest="x")) == line.digest


def test_the_order_of_the_facts_says_nothing() -> None:
    line = book(1)[0]
    turned = replace(line, facts=dict(reversed(line.facts.items())))
    assert digest_of(turned) == line.digest


@pytest.mark.parametrize("facts", [{"version": "1"}, {"version": True}, {"version": None}])
def test_a_number_a_text_and_a_yes_are_told_apart(facts: dict[str, Any]) -> None:
    line = replace(book(1)[0], facts={"version": 1})
    assert digest_of(replace(line, facts=facts)) != digest_of(line)


def test_a_changed_entry_sealed_again_breaks_the_next_link() -> None:
    lines = book(5)
    lines[2] = sealed(replace(lines[2], actor="Nobody"), lines[1])
    assert first_break(lines) == 4


Tamper = Callable[[list[AuditEntry], int], list[AuditEntry]]
TAMPERS: dict[str, Tamper] = {
    "taken out": lambda book_, at: book_[:at] + book_[at + 1 :],
    "doubled": lambda book_, at: book_[: at + 1] + book_[at:],
    "moved": lambda book_, at: [*book_[:at], book_[at + 1], book_[at], *book_[at + 2 :]],
}


@pytest.mark.parametrize("how", TAMPERS)
@given(length=st.integers(3, 12), place=st.integers(0, 1000))
def test_an_entry_taken_out_doubled_or_moved_is_found(how: str, length: int, place: int) -> None:
    at = place % (length - 2)
    found = first_break(TAMPERS[how](book(length), at))
    assert found is not None
    assert found == (at + 2 if how == "doubled" else at + 1)


@given(
    facts=st.dictionaries(
        TEXT.filter(lambda name: name != "more"),
        st.one_of(st.none(), st.booleans(), st.integers(), TEXT),
        max_size=4,
    )
)
def test_any_facts_can_be_sealed_and_hold(facts: dict[str, Any]) -> None:
    line = sealed(replace(book(1)[0], facts=facts), None)
    assert first_break([line]) is None
    assert first_break([replace(line, facts={**facts, "more": 1})]) == 1
