"""F1: every room and every field of the counter's forms has a place that is in the handbook."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from immtrac_desk.desk.handbook import Chapter
from immtrac_desk.domain.words import FormKind
from immtrac_desk.law.questions import built_in
from immtrac_desk.paperwork.handbook import chapters
from ui.presenters.client_fields import field_names
from ui.presenters.dose import FLAGS
from ui.presenters.help_places import Place, place_of, places, rooms
from ui.presenters.sheet_fields import sections
from ui.shell.rooms import ROOMS

SCREENS = ("search", "add", "details", "affirm", "look_alikes", "doses", "attributes")
DOSE = (
    *("given_on", "cvx", "trade_name", "manufacturer", "lot", "route", "body_site"),
    *("eligibility", "prescriber_id", "organization_id", "event_id", "flags", *FLAGS),
)
FINISH = ("searched", "immtrac2_id", "affirmed", "reported", "on", "registry_user", "reason")


def known() -> set[Place]:
    every: tuple[Chapter, ...] = chapters("en")
    return {Place(one.id, section.anchor) for one in every for section in one.sections}


def asked() -> Iterator[tuple[str, str]]:
    """Every field with the room in which it stands."""
    yield from ((name, "client") for name in field_names())
    for form in FormKind:
        for minor in (True, False):
            for section in sections(form, minor):
                yield from ((one.name, "consent") for row in section.rows for one in row)
    yield from ((name, "consent") for name in ("signer.who", "signer.name", "choice", "form"))
    yield from ((name, "dose") for name in DOSE)
    yield from ((name, "entry") for name in FINISH)
    yield from ((f"entry.{screen}.street", "entry") for screen in SCREENS)


def test_every_place_of_the_table_is_in_the_handbook() -> None:
    assert places() - known() == set()


def test_every_room_has_a_place_of_its_own() -> None:
    assert {spec.id for spec in ROOMS} == rooms()


def test_every_field_of_client_consent_dose_and_card_has_a_place() -> None:
    fields = dict.fromkeys(asked())
    assert len(fields) > 60
    assert {place_of(*field) for field in fields} <= known()
    at_the_room = {field for field, room in fields if place_of(field, room) == place_of("", room)}
    assert at_the_room <= {"form", "replacement_reason", *DOSE, "signer.who", "reason"}


def test_every_question_of_the_application_has_a_place_or_its_rooms() -> None:
    questions = [one.id for one in built_in().questions]
    assert {place_of(one, "application") for one in questions} <= known()
    assert place_of("hours", "application") == place_of("", "application")
    assert place_of("exchange_method", "application") == Place("methods", "ways")


@pytest.mark.parametrize(
    ("field", "room", "place"),
    [
        ("client.address.zip_code", "consent", ("data", "address")),
        ("client.mother_maiden_name", "client", ("data", "mother")),
        ("signer.relation", "consent", ("consents", "who_signs")),
        ("eligibility", "dose", ("data", "dose")),
        ("entry.search.last_name", "entry", ("searches", "three")),
        ("on", "entry", ("consents", "affirm")),
        ("on", "registry", ("reporting", "clock")),
        ("email", "agreement", ("roles", "accounts")),
        ("email", "application", ("roles", "agreement")),
        ("section.answers", "registry", ("errors", "read")),
        ("section.tips", "reports", ("tips", "type")),
        ("section.people", "agreement", ("roles", "people")),
        ("section.sites", "agreement", ("roles", "agreement")),
        ("no_such_field", "dose", ("data", "elements")),
        ("", "history", ("desk", "history")),
        ("", "no_such_room", ("desk", "handbook")),
    ],
)
def test_a_field_before_its_room_and_a_room_before_nothing(
    field: str, room: str, place: tuple[str, str]
) -> None:
    assert place_of(field, room) == place
