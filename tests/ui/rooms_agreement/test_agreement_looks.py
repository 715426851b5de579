"""Every page and state of the Agreement room: named, large enough, uncut, read in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.organization import Organization
from tests.journeys.conftest import Counter
from tests.ui.accessibility import look
from tests.ui.rooms_agreement.sites import person_of, room, site_with
from ui.views.agreement import AgreementView
from ui.views.roster import RosterPage
from ui.views.site_form import SitePage

Enter = Callable[[Counter, Organization], object]


def _changed(counter: Counter, site: Organization) -> None:
    desk = counter.office.desk
    desk.roster.save_organization(replace(site, street="99 New Street"), date(2026, 11, 1))
    desk.roster.left_clinic(person_of(desk, site, "Carla").id, date(2026, 11, 10))
    desk.agreement.begin(site.id, ApplicationKind.CHANGE)
    room(counter, organization_id=site.id, section="standing")


def _people(counter: Counter, site: Organization) -> RosterPage:
    page = room(counter, organization_id=site.id, section="people").page
    assert isinstance(page, RosterPage)
    return page


def _person(counter: Counter, site: Organization) -> None:
    _people(counter, site)._opened(3)


def _training(counter: Counter, site: Organization) -> None:
    page = _people(counter, site)
    page._opened(3)
    page.pane._open("training")


def _new_person(counter: Counter, site: Organization) -> None:
    _people(counter, site).add()


def _record(counter: Counter, site: Organization) -> None:
    page = room(counter, organization_id=site.id, section="site").page
    assert isinstance(page, SitePage)
    page.form.lay_rest()


def _sites(counter: Counter, site: Organization) -> None:
    site_with(counter.office.desk, date(2024, 10, 1), name="Maple Clinic")
    room(counter, section="sites")


def _go(section: str) -> Enter:
    return lambda counter, site: room(counter, organization_id=site.id, section=section)


STATES: dict[str, Enter] = {
    "in force": _go("standing"),
    "changed": _changed,
    "people": _people,
    "person": _person,
    "training": _training,
    "new person": _new_person,
    "lists": _go("lists"),
    "record": _record,
    "enter": lambda counter, _: room(counter, section="enter", new=True),
    "sites": _sites,
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("es", 200)])
def test_a_state_has_no_complaint(
    counter: Counter, state: str, language: str, percent: int
) -> None:
    site = site_with(counter.office.desk, tvfc=True, tvfc_enrolled_on=date(2025, 12, 10))
    counter.window.looks.speak(language)
    counter.window.looks.wear(percent=percent)
    try:
        STATES[state](counter, site)
        counter.settle()
        assert look.everything(counter.inside, counter.app) == {}
    finally:
        counter.window.looks.wear(percent=100)


@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("es", 200)])
def test_the_empty_room_has_no_complaint(counter: Counter, language: str, percent: int) -> None:
    counter.window.looks.speak(language)
    counter.window.looks.wear(percent=percent)
    try:
        room(counter)
        assert look.everything(counter.inside, counter.app) == {}
    finally:
        counter.window.looks.wear(percent=100)


def _inner(page: QWidget) -> QWidget:
    """What scrolls on the page."""
    area = page.findChild(QScrollArea)
    assert area is not None
    inner = area.widget()
    assert inner is not None
    return inner


@pytest.mark.parametrize("state", ["record", "enter", "new person"])
def test_tab_goes_down_a_form_as_one_reads(counter: Counter, state: str) -> None:
    site = site_with(counter.office.desk)
    STATES[state](counter, site)
    counter.settle()
    entered = counter.room
    assert isinstance(entered, AgreementView)
    form = entered.page.form if isinstance(entered.page, RosterPage) else entered.page
    assert form is not None
    assert look.out_of_order(_inner(form)) == []


@pytest.mark.parametrize("section", ["standing", "people", "lists", "site"])
def test_every_part_turns_with_the_language(counter: Counter, section: str) -> None:
    site = site_with(counter.office.desk)
    entered = room(counter, organization_id=site.id, section=section)
    counter.window.looks.speak("es")
    counter.settle()
    said = {label.text() for label in entered.findChildren(QLabel) if label.isVisible()}
    assert entered.parts.buttons["people"].text() == "Personas"
    assert {"In force", "Agreement in force", "Role", "To print", "Street"}.isdisjoint(said)
