"""What a dose lacks by level, and what in it the registry would not take."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from immtrac_desk.domain.client import Address, Client, PersonName, ResponsiblePerson
from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import (
    ClientId,
    DoseId,
    EventId,
    OrganizationId,
    PersonId,
    ResponsibleId,
    StaffId,
)
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.dose_elements import ElementFacts, missing_elements
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.sayings import LANGUAGES, Sayings

GIVEN = date(2026, 5, 1)
CHILD = Client(
    id=ClientId("C"),
    name=PersonName(last="García", first="Ana"),
    born_on=date(2016, 2, 3),
    gender="female",
    address=Address(street="12 Oak St", city="Austin", county="Travis"),
    phone="(512) 555-0142",
    race=("white",),
    ethnicity="hispanic",
)
MOTHER = ResponsiblePerson(
    id=ResponsibleId("M"), client_id=CHILD.id, name=PersonName(last="García", first="Eva")
)
NURSE = SitePerson(id=PersonId("P"), last_name="Lee", title="NP", licence_no="AP1")
SITE = Organization(id=OrganizationId("O"), name="Oak", street="1 Elm", city="Austin")
EVENT = DisasterEvent(id=EventId("E"), name="Flood", started_on=date(2026, 4, 1))
DOSE = Dose(
    id=DoseId("D"),
    client_id=CHILD.id,
    given_on=GIVEN,
    cvx="03",
    trade_name="M-M-R II",
    manufacturer="MSD",
    lot="X1",
    route="SC",
    body_site="LA",
    eligibility="private",
    prescriber_id=NURSE.id,
    entered_at=datetime(2026, 5, 1, tzinfo=UTC),
    entered_by=StaffId("S"),
)


def found(**known: Any) -> dict[str, str]:
    """Code or level of each finding, by its field."""
    facts: dict[str, Any] = {
        "dose": DOSE,
        "client": CHILD,
        "responsible": (MOTHER,),
        "consent": True,
        "prescriber": NURSE,
        "listed": True,
        "organization": SITE,
        **known,
    }
    told = missing_elements(ElementFacts(**facts), GIVEN, LawSettings())
    return {one.field: str(one.facts.get("level", one.code)) for one in told}


def test_a_dose_with_everything_lacks_nothing() -> None:
    assert found() == {}


@pytest.mark.parametrize(
    ("field", "level"),
    [
        ("cvx", "law"),
        ("manufacturer", "law"),
        ("lot", "law"),
        ("trade_name", "practice"),
        ("route", "practice"),
        ("body_site", "practice"),
        ("eligibility", "practice"),
    ],
)
def test_what_a_dose_lacks_is_named_with_who_asks_for_it(field: str, level: str) -> None:
    changes: dict[str, Any] = {field: ""}
    assert found(dose=replace(DOSE, **changes)) == {field: level}


@pytest.mark.parametrize(
    ("changes", "field", "level"),
    [
        ({"name": PersonName(last="García")}, "name", "record"),
        ({"gender": ""}, "gender", "practice"),
        ({"phone": ""}, "phone", "practice"),
        ({"phone": Explicit.NONE}, "phone", "practice"),
        ({"race": ()}, "race", "practice"),
        ({"ethnicity": ""}, "ethnicity", "practice"),
        ({"address": Address(city="Austin")}, "street", "practice"),
        ({"address": Address(street="12 Oak St")}, "city", "practice"),
    ],
)
def test_what_a_client_lacks_is_named_too(changes: dict[str, Any], field: str, level: str) -> None:
    assert found(client=replace(CHILD, **changes)) == {field: level}


def test_what_was_refused_is_answered() -> None:
    silent = replace(CHILD, race=Explicit.REFUSED, ethnicity=Explicit.REFUSED)
    assert found(client=silent) == {}


def test_a_disaster_asks_for_more_than_practice_does() -> None:
    bare = replace(CHILD, race=(), ethnicity="", address=Address(street="1 Elm", city="Austin"))
    inside = replace(DOSE, event_id=EVENT.id)
    levels = {"race": "disaster", "ethnicity": "disaster", "county": "disaster"}
    assert found(client=bare, dose=inside, event=EVENT) == levels
    assert found(client=bare) == {"race": "practice", "ethnicity": "practice"}


@pytest.mark.parametrize(
    ("born_on", "people", "lacks"),
    [
        (date(2008, 5, 2), (), True),
        (date(2008, 5, 1), (), False),
        (date(2008, 4, 30), (), False),
        (date(2008, 5, 2), (MOTHER,), False),
        (date(2008, 5, 2), (replace(MOTHER, until=date(2026, 5, 1)),), True),
        (date(2008, 5, 2), (replace(MOTHER, until=date(2026, 5, 2)),), False),
    ],
)
def test_a_minor_needs_somebody_responsible_up_to_the_day_before_18(
    born_on: date, people: tuple[ResponsiblePerson, ...], lacks: bool
) -> None:
    told = found(client=replace(CHILD, born_on=born_on), responsible=people)
    assert ("responsible" in told) is lacks


def test_who_prescribed_it_and_where() -> None:
    nobody = replace(DOSE, prescriber_id=None)
    assert found(dose=nobody, prescriber=None, listed=False) == {"prescriber_id": "law"}
    assert found(prescriber=replace(NURSE, title="")) == {"prescriber_title": "law"}
    assert found(prescriber=replace(NURSE, licence_no="")) == {"prescriber_licence": "practice"}
    assert found(prescriber=replace(NURSE, licence_no="", npi="1234567893")) == {}
    assert found(listed=False) == {"prescriber_id": "dose.prescriber_not_listed"}
    assert found(organization=replace(SITE, street="")) == {"site_address": "law"}
    assert found(consent=False) == {"consent": "practice"}


@pytest.mark.parametrize("route", ["PO", "NS"])
def test_what_is_swallowed_or_sniffed_has_no_body_site(route: str) -> None:
    assert found(dose=replace(DOSE, route=route, body_site="")) == {}


@pytest.mark.parametrize(
    ("route", "site", "code"),
    [
        *(("NS", "LA", "dose.route_has_no_site"), ("PO", "RT", "dose.route_has_no_site")),
        *(("IM", "LLFA", "dose.site_without_muscle"), ("IM", "RLFA", "dose.site_without_muscle")),
        *(("IM", "LD", ""), ("ID", "LLFA", ""), ("", "LLFA", ""), ("OTH", "LA", "")),
    ],
)
def test_a_route_and_a_body_site_that_do_not_go_together_are_warned_of(
    route: str, site: str, code: str
) -> None:
    dose = replace(DOSE, route=route, body_site=site)
    assert found(dose=dose).get("body_site", "") == code
    told = missing_elements(ElementFacts(dose=dose, client=CHILD), GIVEN, LawSettings())
    assert not [one for one in told if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"cvx": "999"}, "cvx", "dose.cvx_unknown"),
        ({"manufacturer": "XX"}, "manufacturer", "dose.manufacturer_unknown"),
        ({"route": "XX"}, "route", "dose.route_unknown"),
        ({"body_site": "XX"}, "body_site", "dose.body_site_unknown"),
        ({"eligibility": "adult_private"}, "eligibility", "dose.eligibility_misfit"),
        ({"eligibility": "made_up"}, "eligibility", "dose.eligibility_misfit"),
        ({"event_id": EVENT.id, "given_on": date(2026, 3, 31)}, "event_id", "dose.outside_event"),
    ],
)
def test_what_the_registry_would_not_take_is_a_warning(
    changes: dict[str, Any], field: str, code: str
) -> None:
    assert found(dose=replace(DOSE, **changes), event=EVENT) == {field: code}


@pytest.mark.parametrize(
    ("born_on", "rejected_as"),
    [
        (date(2007, 5, 2), ""),
        (date(2007, 5, 1), "IEE-539"),
        (date(2007, 4, 30), "IEE-539"),
    ],
)
def test_a_childs_code_ends_the_day_before_19(born_on: date, rejected_as: str) -> None:
    facts = ElementFacts(dose=DOSE, client=replace(CHILD, born_on=born_on), listed=True)
    told = missing_elements(facts, GIVEN, LawSettings())
    said = [one.facts["rejected_as"] for one in told if one.field == "eligibility"]
    assert said == ([rejected_as] if rejected_as else [])


def test_the_deputized_code_belongs_to_a_site_that_is_deputized() -> None:
    asked = replace(DOSE, eligibility="underinsured_deputized")
    assert found(dose=asked) == {"eligibility": "dose.eligibility_misfit"}
    assert found(dose=asked, organization=replace(SITE, deputizing=True)) == {}


@pytest.mark.parametrize("first", ["B", "BABY", "Baby A", "boy"])
def test_a_placeholder_is_no_name(first: str) -> None:
    named = replace(CHILD, name=PersonName(last="García", first=first))
    assert found(client=named) == {"name": "dose.placeholder_name"}


def test_two_doses_of_one_day_are_told_apart() -> None:
    twin = replace(DOSE, id=DoseId("D2"))
    other = replace(twin, cvx="21")
    assert found(others=(DOSE, twin)) == {"cvx": "dose.entered_twice"}
    assert found(others=(DOSE, other)) == {"body_site": "dose.same_body_site"}
    assert found(others=(replace(other, body_site="RA"),)) == {}
    assert found(others=(replace(twin, given_on=date(2026, 4, 1)),)) == {}


def test_a_history_is_asked_for_no_more_than_its_vaccine() -> None:
    bare = Dose(
        id=DoseId("H"),
        client_id=CHILD.id,
        given_on=date(2020, 1, 1),
        historical=True,
        entered_at=DOSE.entered_at,
        entered_by=DOSE.entered_by,
    )
    assert found(dose=bare, prescriber=None, consent=False, responsible=()) == {"cvx": "law"}


@pytest.mark.parametrize(
    ("changes", "died_on", "code"),
    [
        ({"given_on": date(2016, 2, 2)}, None, "dose.before_birth"),
        ({"given_on": date(2016, 2, 3)}, None, ""),
        ({}, date(2026, 4, 30), "dose.after_death"),
        ({}, date(2026, 5, 1), ""),
        ({"given_on": date(2026, 5, 2)}, None, "dose.in_future"),
    ],
)
def test_an_impossible_day_is_the_only_error(
    changes: dict[str, Any], died_on: date | None, code: str
) -> None:
    facts = ElementFacts(dose=replace(DOSE, **changes), client=CHILD, listed=True, died_on=died_on)
    told = missing_elements(facts, GIVEN, LawSettings())
    errors = [(one.code, one.field) for one in told if one.severity is Severity.ERROR]
    assert errors == ([(code, "given_on")] if code else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_missing_element_says_on_what_basis(language: str) -> None:
    bare = replace(DOSE, lot="", trade_name="", event_id=EVENT.id)
    client = replace(CHILD, race=(), name=PersonName(first="Ana"))
    facts = ElementFacts(dose=bare, client=client, event=EVENT, listed=True)
    told = missing_elements(facts, GIVEN, LawSettings())
    basis = {str(one.facts["level"]): one.citation for one in told if "level" in one.facts}
    assert basis == {
        "law": "25 TAC 100.1(3)",
        "record": "H&SC 161.008(b)",
        "disaster": "H&SC 161.008(b-1)",
        "practice": "Seen in practice",
    }
    assert all(Sayings.load(language).has(one.code) for one in told)
