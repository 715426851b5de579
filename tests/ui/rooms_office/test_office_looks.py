"""Every page and state of the office manager's rooms: named, large enough, uncut, in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from immtrac_desk.sayings import LANGUAGES
from tests.journeys.conftest import Counter
from tests.ui.accessibility import look
from tests.ui.rooms_office import desks
from ui.presenters.settings_pages import PAGES
from ui.views.documents import DocumentsView
from ui.views.events_page import EventsPage
from ui.views.history import HistoryView
from ui.views.packs_page import PacksPage
from ui.views.settings import SettingsView
from ui.views.staff_page import StaffPage

Enter = Callable[[Counter], object]


def _paper(counter: Counter) -> None:
    room = counter.go("documents", document_id=desks.filed(counter).id)
    assert isinstance(room, DocumentsView)


def _facts(counter: Counter) -> None:
    _paper(counter)
    room = counter.room
    assert isinstance(room, DocumentsView)
    room.pane._turn("facts")


def _line(counter: Counter) -> None:
    desks.filed(counter)
    counter.office.desk.staff.new_recovery_code()
    room = counter.go("history")
    assert isinstance(room, HistoryView)
    room._opened(1)


def _page(counter: Counter, page: str) -> object:
    room = counter.go("settings", page=page)
    assert isinstance(room, SettingsView)
    return room.page


def _editors(counter: Counter) -> None:
    page = _page(counter, "lists")
    for card in page.rows.cards.values():  # type: ignore[attr-defined]
        card.unfold()


def _member(counter: Counter) -> None:
    desks.clerk(counter)
    counter.office.as_("Marta Robles")
    counter.inside.leave()
    counter.window.inside = None
    counter.window.enter(counter.office.desk, counter.office.path)
    page = _page(counter, "staff")
    assert isinstance(page, StaffPage)
    page.cards[0].buttons["reset"].click()


def _event(counter: Counter) -> None:
    page = _page(counter, "events")
    assert isinstance(page, EventsPage)
    page.new.click()


def _sheet(counter: Counter) -> None:
    page = _page(counter, "packs")
    assert isinstance(page, PacksPage)
    page.choose(page.presenter.rows()[0])


STATES: dict[str, Enter] = {
    "paper": _paper,
    "facts": _facts,
    "blank forms": lambda c: c.go("documents", act="blank_forms"),
    "history line": _line,
    "editors": _editors,
    "member": _member,
    "event": _event,
    "sheet": _sheet,
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("es", 200)])
def test_a_state_has_no_complaint(
    counter: Counter, state: str, language: str, percent: int
) -> None:
    counter.window.looks.speak(language)
    counter.window.looks.wear(percent=percent)
    try:
        STATES[state](counter)
        assert look.everything(counter.inside, counter.app) == {}
    finally:
        counter.window.looks.wear(percent=100)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_settings_has_no_complaint(counter: Counter, language: str) -> None:
    counter.window.looks.speak(language)
    counter.window.looks.wear(percent=200)
    told = {}
    try:
        for page in PAGES:
            _page(counter, page)
            told[page] = look.everything(counter.inside, counter.app)
    finally:
        counter.window.looks.wear(percent=100)
    assert {page: complaints for page, complaints in told.items() if complaints} == {}


def _tab_order(counter: Counter) -> list[str]:
    for _ in range(4):
        counter.app.processEvents()
    room = counter.room
    assert isinstance(room, SettingsView)
    return look.out_of_order(room.page.area.widget())


@pytest.mark.parametrize("page", ["staff", "backup", "clinic", "machine", "events", "packs"])
def test_tab_goes_down_a_page_as_one_reads(counter: Counter, page: str) -> None:
    _page(counter, page)
    assert _tab_order(counter) == []


@pytest.mark.parametrize("state", ["editors", "member", "event"])
def test_tab_goes_through_what_was_unfolded_where_it_stands(counter: Counter, state: str) -> None:
    STATES[state](counter)
    assert _tab_order(counter) == []


def test_tab_goes_from_a_loud_line_to_the_filters_and_the_book(counter: Counter) -> None:
    counter.office.desk.staff.new_recovery_code()
    room = counter.go("history")
    assert isinstance(room, HistoryView)
    order = look.stops(room)
    spots = [room.verify, room.loud.buttons[0], room.filters.act, room.table]
    assert [order.index(spot) for spot in spots] == sorted(order.index(spot) for spot in spots)
