"""Roster, role history and calendar at the counter: drawn from the vault, and each one logged."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import DeskError, InputError
from tests.desk.sites import entered_site, new_site
from tests.forms.press import texts
from tests.office import AUDITOR, Office


def whole(pdf: bytes) -> str:
    return " ".join(" ".join(texts(pdf)).split())


def test_each_list_is_logged_with_its_digest(office: Office) -> None:
    home = entered_site(office).organization.id
    room = office.desk.agreement
    made = {
        "roster": room.roster_sheet(home, "en"),
        "history": room.history_sheet(home, "es"),
        "calendar": room.calendar_sheet("en", home),
        "ics": room.calendar_ics("es"),
    }
    logged = office.desk.book.history(acts=("agreement_list_prepared",))
    digests = [line.document_digest for line in reversed(logged)]
    assert digests == [hashlib.sha256(one).hexdigest() for one in made.values()]
    assert room.roster_sheet(home, "en") == made["roster"]


def test_the_roster_is_of_its_day(office: Office) -> None:
    site = entered_site(office)
    today = office.desk.today()
    pia = site.hires("Pia", SiteRole.PRESCRIBER)
    home = site.organization.id
    assert "Pia" in whole(office.desk.agreement.roster_sheet(home, "en"))
    earlier = office.desk.agreement.roster_sheet(home, "en", date(2025, 1, 31))
    assert "Pia" not in whole(earlier)
    assert "As of 01/31/2025" in whole(earlier)
    office.desk.roster.left_clinic(pia.id, today)
    history = whole(office.desk.agreement.history_sheet(home, "en"))
    assert f"{pia.shown} {today:%m/%d/%Y} {today:%m/%d/%Y}" in history


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 1, 30), "01/31/2027 Site agreement due 1"),
        (date(2027, 1, 31), "01/31/2027 Site agreement due 0"),
        (date(2027, 2, 1), "01/31/2027 Site agreement due 1 late"),
    ],
)
def test_the_calendar_tells_the_day_before_the_day_and_the_day_after(
    office: Office, today: date, said: str
) -> None:
    office.clock.on(date(2025, 2, 3))
    home = entered_site(office).organization.id
    office.clock.on(today)
    assert said in whole(office.desk.agreement.calendar_sheet("en", home))


def test_the_calendar_file_holds_only_what_is_to_come(office: Office) -> None:
    office.clock.on(date(2025, 2, 3))
    home = entered_site(office).organization.id
    assert b"DTSTART;VALUE=DATE:20270131" in office.desk.agreement.calendar_ics("en", home)
    office.clock.on(date(2027, 2, 1))
    with pytest.raises(InputError) as refused:
        office.desk.agreement.calendar_ics("en", home)
    assert refused.value.code == "calendar.empty"


def test_an_auditor_prints_a_list_as_a_copy_and_another_language_is_refused(
    office: Office,
) -> None:
    home = new_site(office).organization.id
    assert "COPY" not in whole(office.desk.agreement.roster_sheet(home, "en"))
    desk = office.as_(AUDITOR, Role.AUDITOR)
    assert "COPY" in whole(desk.agreement.roster_sheet(home, "en"))
    with pytest.raises(DeskError):
        desk.agreement.roster_sheet(home, "fr")
