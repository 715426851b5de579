"""Disasters: the clinic's list, an end date only with its source."""

from __future__ import annotations

from datetime import date

import pytest

from immtrac_desk.domain.event import DisasterEvent
from tests.journeys.conftest import Counter
from tests.ui.rooms_office import desks
from ui.views.events_page import EventsPage
from ui.views.settings import SettingsView


@pytest.fixture
def page(counter: Counter) -> EventsPage:
    return events(counter)


def events(counter: Counter) -> EventsPage:
    room = counter.go("settings", page="events")
    assert isinstance(room, SettingsView)
    assert isinstance(room.page, EventsPage)
    return room.page


def newest(counter: Counter) -> DisasterEvent:
    return max(counter.office.desk.book.events(), key=lambda event: event.started_on)


def test_the_seeded_event_is_shown_as_unconfirmed(page: EventsPage) -> None:
    rows = page.presenter.rows()
    assert [row.name for row in rows] == ["COVID-19"]
    assert rows[0].pill == "end unconfirmed"


def test_an_event_is_added_open_and_ended_later_with_its_source(
    counter: Counter, page: EventsPage
) -> None:
    page.new.click()
    counter.type_in(page.form.name, "Hurricane Beryl")
    counter.type_in(page.form.started_on, "7/8/2026")
    page.form.button.click()
    made = newest(counter)
    assert (made.name, made.started_on, made.ended_on) == (
        "Hurricane Beryl",
        date(2026, 7, 8),
        None,
    )
    assert page.presenter.rows()[0].pill == "open"
    page.corrects[0].click()
    counter.type_in(page.form.ended_on, "8/1/2026")
    page.form.button.click()
    assert page.form.end_source.findings[0].code == "event.source_missing"
    counter.type_in(page.form.end_source, "Governor's proclamation")
    counter.type_in(page.form.vaccines, "213, 8 213;0300")
    page.form.confirmed.set_values(("confirmed",))
    page.form.button.click()
    kept = newest(counter)
    assert (kept.id, kept.ended_on, kept.confirmed) == (made.id, date(2026, 8, 1), True)
    assert kept.vaccines == ("213", "08", "300")
    assert page.presenter.rows()[0].under.endswith("Vaccines (CVX): 213, 08, 300.")
    assert page.presenter.rows()[0].pill == "ended 1 Aug 2026"


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("name", "", "event.name_missing"),
        ("started_on", "31/31/2026", "date.missing"),
        ("ended_on", "soon", "date.unreadable"),
        ("ended_on", "01/01/2020", "event.ends_before_start"),
        ("report_days", "0", "setting.out_of_range"),
        ("report_days", "a week", "setting.not_a_number"),
        ("vaccines", "MMR", "event.vaccine_code"),
    ],
)
def test_what_cannot_stand_is_refused_beside_its_field_and_stays_typed(
    counter: Counter, page: EventsPage, field: str, typed: str, code: str
) -> None:
    page.new.click()
    counter.type_in(page.form.name, "Flood")
    counter.type_in(page.form.end_source, "DSHS")
    at = getattr(page.form, field)
    counter.type_in(at, typed)
    page.form.button.click()
    assert at.findings[0].code == code
    assert at.text() == typed
    assert len(counter.office.desk.book.events()) == 1


def test_the_front_desk_adds_and_leaves_correcting_to_a_supervisor(counter: Counter) -> None:
    desks.clerk(counter)
    page = events(counter)
    assert page.new.isVisible()
    assert page.corrects == []
    page.new.click()
    counter.type_in(page.form.name, "Hurricane Beryl")
    page.form.button.click()
    assert newest(counter).name == "Hurricane Beryl"
    assert page.corrects == [], "not even what was just added"


def test_an_auditor_sees_the_list_and_no_button(counter: Counter) -> None:
    desks.auditor(counter)
    page = events(counter)
    assert not page.new.isVisible()
    assert page.corrects == []
