"""The client's fields: what is typed comes back unchanged, or is refused naming its field."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.ids import ClientId, OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.values import Explicit
from immtrac_desk.errors import InputError
from tests.hard_names import HARD
from ui.presenters import client_fields

NAMES = (
    *HARD,
    "A" * 200,
)


def client(**parts: object) -> Client:
    made = {"id": ClientId("A"), "name": PersonName(), "born_on": date(2009, 3, 10), **parts}
    return Client(**made)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_a_hard_name_is_put_and_read_unchanged(name: str) -> None:
    after = client_fields.with_answer(client(), "client.last_name", name)
    assert client_fields.answer_of(after, "client.last_name") == name


@pytest.mark.parametrize("field", client_fields.field_names())
def test_every_field_keeps_a_word_and_an_explicit_answer(field: str) -> None:
    typed = client_fields.with_answer(client(), field, "word")
    refused = client_fields.with_answer(typed, field, Explicit.UNKNOWN)
    assert client_fields.answer_of(typed, field) == "word"
    assert client_fields.answer_of(refused, field) is Explicit.UNKNOWN


@pytest.mark.parametrize("bad", ["a\u202eb", "a\u200bb", "שלום", "a\x07b", "😀"])
def test_an_unprintable_character_is_refused_beside_its_field(bad: str) -> None:
    before = client()
    with pytest.raises(InputError) as refusal:
        client_fields.with_answer(before, "client.first_name", bad)
    assert refusal.value.field == "client.first_name"
    assert before == client()


def test_a_name_as_written_may_keep_any_script() -> None:
    kept = client_fields.with_name_as_written(client(), "נועה لیلا 王")
    assert kept.name_as_written == "נועה لیلا 王"


def test_a_zip_proposes_city_and_county_to_be_checked() -> None:
    after = client_fields.with_place(client(), "Austin", "Travis", "TX")
    assert (after.address.city, after.address.county) == ("Austin", "Travis")
    assert after.address.place_from_zip


def test_a_zip_never_writes_over_what_was_typed() -> None:
    typed = client(address=Address(city="Bee Cave", county="Travis"))
    after = client_fields.with_place(typed, "Austin", "Hays", "TX")
    assert (after.address.city, after.address.county) == ("Bee Cave", "Travis")


def test_another_zip_replaces_a_proposal_nobody_accepted() -> None:
    first = client_fields.with_place(client(), "Austin", "Travis", "TX")
    second = client_fields.with_place(first, "Waco", "McLennan", "TX")
    assert (second.address.city, second.address.county) == ("Waco", "McLennan")


def test_an_accepted_place_stays_when_the_zip_changes() -> None:
    first = client_fields.with_place(client(), "Austin", "Travis", "TX")
    accepted = client_fields.accept_place(first)
    assert not accepted.address.place_from_zip
    assert client_fields.with_place(accepted, "Waco", "McLennan", "TX").address.city == "Austin"


def test_typing_the_county_accepts_the_proposal() -> None:
    proposed = client_fields.with_place(client(), "Austin", "Travis", "TX")
    typed = client_fields.with_answer(proposed, "client.address.county", "Hays")
    assert not typed.address.place_from_zip
    moved = client_fields.with_answer(proposed, "client.address.street", "12 Oak Street")
    assert moved.address.place_from_zip


TODAY = date(2026, 11, 22)
OAK = Organization(id=OrganizationId("OAK"))
ELM = Organization(id=OrganizationId("ELM"), closed_on=date(2026, 11, 23))
SHUT = Organization(id=OrganizationId("SHUT"), closed_on=TODAY)


@pytest.mark.parametrize(
    ("seen_at", "known", "offered"),
    [
        (None, (), ()),
        (None, (OAK,), ()),
        (None, (OAK, ELM), (OAK, ELM)),
        (None, (OAK, ELM, SHUT), (OAK, ELM)),
        (SHUT.id, (OAK, SHUT), (OAK, SHUT)),
        (OAK.id, (OAK, SHUT), (OAK,)),
    ],
)
def test_a_client_is_seen_at_an_open_site_or_at_the_one_that_stands_there(
    seen_at: OrganizationId | None,
    known: tuple[Organization, ...],
    offered: tuple[Organization, ...],
) -> None:
    seen = client_fields.with_site(client(), seen_at or "")
    assert seen.site_id == seen_at
    assert client_fields.sites_to_choose(seen, known, TODAY) == offered


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("María García", "garcia maria", True),
        ("García-López, Ana", "Ana Garcia Lopez", True),
        ("María García", "María Garza", False),
        ("Ana García", "Ana María García", False),
    ],
)
def test_the_same_name_is_known_however_it_is_written(one: str, other: str, same: bool) -> None:
    assert client_fields.same_name(one, other) is same


@given(st.text(alphabet="abcÑñéü'- ", max_size=40))
def test_putting_twice_changes_nothing_more(text: str) -> None:
    once = client_fields.with_answer(client(), "client.address.street", text)
    answer = client_fields.answer_of(once, "client.address.street")
    assert client_fields.with_answer(once, "client.address.street", answer) == once
