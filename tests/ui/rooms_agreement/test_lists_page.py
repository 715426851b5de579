"""Who held which role on any day, and what is printed and saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from immtrac_desk.domain.organization import Organization
from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.sites import person_of, room, site_with
from tests.ui.rooms_office import desks
from ui.views.roster_lists import SHEETS, ListsPage
from ui.widgets.words import Button
from ui.wording import tr


@pytest.fixture
def site(counter: Counter) -> Organization:
    desk = counter.office.desk
    made = site_with(desk)
    desk.roster.left_clinic(person_of(desk, made, "Carla").id, date(2026, 11, 10))
    return made


def lists(counter: Counter, site: Organization) -> ListsPage:
    page = room(counter, organization_id=site.id, section="lists").page
    assert isinstance(page, ListsPage)
    return page


def names(page: ListsPage) -> list[str]:
    table = page.table
    found = (table.item(at, 1) for at in range(table.rowCount()))
    return [item.text() for item in found if item is not None]


@pytest.mark.parametrize(("day", "held"), [("11/10/2026", True), ("11/11/2026", False)])
def test_both_days_of_a_role_count(
    counter: Counter, site: Organization, day: str, held: bool
) -> None:
    page = lists(counter, site)
    counter.type_in(page.on, day)
    assert ("MenaOak, Carla" in names(page)) is held


def test_a_day_before_everything_says_so(counter: Counter, site: Organization) -> None:
    page = lists(counter, site)
    counter.type_in(page.on, "01/01/2020")
    assert page._stack.currentIndex() == 1
    page.view.buttons["whole"].click()
    assert "MenaOak, Carla" in names(page)


def test_roster_history_and_calendar_are_printed_and_logged(
    counter: Counter, site: Organization
) -> None:
    page = lists(counter, site)
    counter.act("print")
    counter.settle()
    page.print_sheet("history")
    counter.settle()
    page.print_sheet("calendar")
    counter.settle()
    assert [pdf[:5] for pdf in counter.printed] == [b"%PDF-"] * 3
    assert len(set(counter.printed)) == 3


@pytest.mark.parametrize("which", SHEETS)
def test_each_list_is_saved_as_the_very_sheet_that_is_printed(
    counter: Counter, site: Organization, tmp_path: Path, which: str
) -> None:
    page = lists(counter, site)
    page.save_sheet(which, tmp_path / which)
    counter.settle()
    page.print_sheet(which)
    counter.settle()
    assert (tmp_path / f"{which}.pdf").read_bytes() == counter.printed[-1]


def test_who_may_not_take_files_out_prints_and_is_offered_no_saving(
    counter: Counter, site: Organization
) -> None:
    desks.auditor(counter)
    page = lists(counter, site)
    assert "keep" not in page.handlers()
    words = [one.text() for one in page.lines["roster"].findChildren(Button)]
    assert words == ["Print"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_calendar_is_saved_where_one_says(
    counter: Counter, site: Organization, tmp_path: Path, language: str
) -> None:
    page = lists(counter, site)
    page.language.set_value(language)
    page.write_ics(tmp_path / "renewals.ics", site.id)
    written = (tmp_path / "renewals.ics").read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"Mena" not in written, "no person's name leaves the vault"


def test_the_calendar_of_all_sites_is_one_file_too(
    counter: Counter, site: Organization, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_with(counter.office.desk, name="Maple Clinic")
    page, place = lists(counter, site), tmp_path / "renewals.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    for which, named in (("calendar", 1), ("calendar_all", 2)):
        words = tr.say("roster_lists.ics")
        [button] = [b for b in page.lines[which].findChildren(Button) if b.text() == words]
        button.click()
        said = place.read_text(encoding="utf-8").replace("\r\n ", "")
        assert sum(name in said for name in ("Oak Street Clinic", "Maple Clinic")) == named


def test_a_folder_that_cannot_be_written_is_said(
    counter: Counter, site: Organization, tmp_path: Path
) -> None:
    page = lists(counter, site)
    page.write_ics(tmp_path / "nowhere" / "renewals.ics", site.id)
    assert "could not be written" in counter.inside.notice.text
