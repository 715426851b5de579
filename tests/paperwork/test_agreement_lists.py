"""Records made into lists: in order, with roles in words, and never failing for a letter."""

from dataclasses import replace
from datetime import date

import pytest

from forms.agreement_lists_picture import LANES
from immtrac_desk.domain.ids import OrganizationId, PersonId, RoleId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, SiteRole
from immtrac_desk.paperwork.agreement_lists import (
    CalendarMark,
    ListPaper,
    RosterPerson,
    draw_calendar,
    draw_role_history,
    draw_roster,
)
from tests.forms.press import texts

OAK = Organization(id=OrganizationId("oak"), name="Oak Street Clinic")
PAPER = ListPaper(language="en", on=date(2026, 11, 22), organization=OAK, practice=False)
ANA = SitePerson(
    id=PersonId("ana"), first_name="Ana", last_name="Ruiz", title="NP", email="a@example.com"
)


def held(role: SiteRole, from_on: date, until_on: date | None = None) -> RoleHeld:
    return RoleHeld(
        id=RoleId(f"{role.value}{from_on}"),
        person_id=ANA.id,
        organization_id=OAK.id,
        role=role,
        from_on=from_on,
        until_on=until_on,
    )


def whole(pdf: bytes) -> str:
    return " ".join(" ".join(texts(pdf)).split())


def on_roster(person: SitePerson, *roles: RoleHeld) -> RosterPerson:
    return RosterPerson(
        person=person,
        roles=roles,
        hb300_on=date(2026, 1, 2),
        supervisor_on=None,
        state="done",
        due=None,
        account="active",
    )


@pytest.mark.parametrize("role", list(SiteRole))
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_role_has_its_word(role: SiteRole, language: str) -> None:
    paper = ListPaper(language=language, on=PAPER.on, organization=OAK, practice=True)
    said = whole(draw_role_history(paper, [(held(role, date(2025, 1, 2)), ANA, OAK)]))
    assert "Ruiz, Ana 01/02/2025" in said


def test_of_one_day_the_history_goes_by_name() -> None:
    names = ("Abbott", "Núñez", "zamora", "Ávila")
    rows = [
        (replace(held(SiteRole.PRESCRIBER, date(2025, 1, 2)), id=RoleId(f"{9 - at}")), person, OAK)
        for at, name in enumerate(names)
        for person in [replace(ANA, last_name=name)]
    ]
    said = whole(draw_role_history(PAPER, rows))
    places = [said.index(name) for name in ("Abbott", "Ávila", "Núñez", "zamora")]
    assert places == sorted(places)


def test_the_history_goes_by_role_the_latest_first() -> None:
    rows = [
        (held(SiteRole.VIEW_ONLY, date(2024, 1, 1)), ANA, OAK),
        (held(SiteRole.SIGNER, date(2020, 1, 1), date(2022, 1, 1)), ANA, OAK),
        (held(SiteRole.SIGNER, date(2023, 1, 1)), ANA, OAK),
    ]
    said = whole(draw_role_history(PAPER, rows))
    assert draw_role_history(PAPER, reversed(rows)) == draw_role_history(PAPER, rows)
    places = [said.index(f"01/01/{year}") for year in (2023, 2020, 2024)]
    assert places == sorted(places)


def test_roles_on_the_roster_stand_in_one_order() -> None:
    first, second = (
        held(SiteRole.POINT_OF_CONTACT, PAPER.on),
        held(SiteRole.FULL_ACCESS, PAPER.on),
    )
    one = draw_roster(PAPER, [on_roster(ANA, first, second)])
    assert one == draw_roster(PAPER, [on_roster(ANA, second, first)])
    said = whole(one)
    assert said.index("Point of contact") < said.index("Full access")


def test_a_letter_that_the_typeface_lacks_fails_no_list() -> None:
    named = SitePerson(id=PersonId("li"), first_name="Li", last_name="李", email="li@example.com")
    said = whole(draw_roster(PAPER, [on_roster(named)]))
    assert "li@example.com" in said
    assert "\ufffd, Li" in said


@pytest.mark.parametrize("kind", LANES)
def test_every_kind_of_date_has_its_place(kind: str) -> None:
    mark = CalendarMark(
        on=date(2027, 1, 31),
        kind=kind,
        organization_id=OAK.id,
        organization=OAK.name,
        who="Ruiz, Ana",
        days=30,
    )
    said = whole(draw_calendar(PAPER, [mark]))
    assert "01/31/2027" in said
    assert "Ruiz, Ana" in said


def test_a_copy_and_a_practice_are_stamped() -> None:
    paper = ListPaper(language="en", on=PAPER.on, organization=None, practice=True, copy=True)
    said = whole(draw_calendar(paper, []))
    assert "PRACTICE" in said
    assert "COPY" in said
    assert "All organizations" in said
