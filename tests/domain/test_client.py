"""A client's name as it is shown, and what a client is before anything was asked."""

from __future__ import annotations

from datetime import date

import pytest

from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.values import Explicit


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (PersonName(last="García-López", first="Ana", middle="Sofía"), "García-López, Ana Sofía"),
        (PersonName(last="García", first="Ana", middle=Explicit.NONE), "García, Ana"),
        (PersonName(last="Sukarno", first=Explicit.NONE), "Sukarno"),
        (PersonName(last=Explicit.NONE, first="Sukarno"), "Sukarno"),
        (PersonName(last=Explicit.UNKNOWN, first=Explicit.UNKNOWN), ""),
        (PersonName(), ""),
    ],
)
def test_a_name_is_shown_without_what_is_not_there(name: PersonName, shown: str) -> None:
    """E30."""
    assert name.shown == shown


def test_nothing_is_answered_before_it_is_asked() -> None:
    fresh = Client(id=ClientId("X"), name=PersonName(), born_on=date.min)
    assert (fresh.gender, fresh.race, fresh.ethnicity, fresh.phone) == ("", (), "", "")
    assert not fresh.contact_opt_out
    assert not fresh.guardianship_recorded
