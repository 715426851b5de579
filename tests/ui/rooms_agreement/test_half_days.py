"""Half a date is no date left out: nothing is saved without it, and it stays as typed."""

from __future__ import annotations

from tests.desk.sites import SINCE, entered_site
from tests.journeys.at_the_agreement import PEOPLE, SITE, Manager
from tests.journeys.conftest import Counter

HALF = "13/45/2026"
UNREADABLE = "This is not a date that can be read."


def test_the_agreement_one_already_has_waits_for_its_due_date(counter: Counter) -> None:
    manager = Manager(counter)
    manager.key("Ctrl+6")
    manager.press("Enter the agreement you already have")
    manager.fill(approved_on="11/30/2025", name="Elm Clinic", org_type="Medical practice or clinic")
    manager.fill(tvfc="yes")
    for name in ("due_on", "tvfc_enrolled_on"):
        manager.fill(**{name: HALF})
        manager.press("Enter the agreement")
        assert manager.said(name).startswith(UNREADABLE)
        assert manager.text(name) == HALF
        assert counter.office.desk.roster.organizations() == ()
        manager.fill(**{name: ""})
    manager.press("Enter the agreement")
    assert [one.name for one in counter.office.desk.roster.organizations()] == ["Elm Clinic"]


def test_a_record_waits_for_its_days_and_keeps_them_over_a_lock(counter: Counter) -> None:
    site = entered_site(counter.office)
    manager = Manager(counter)

    def kept() -> str:
        return counter.office.desk.roster.organization(site.organization.id).hours

    manager.standing()
    manager.press(SITE)
    manager.fill(hours="8 to 5", tvfc="yes")
    manager.fill(tvfc_due_on=HALF)
    manager.press("Save")
    assert manager.said("tvfc_due_on").startswith(UNREADABLE)
    assert kept() == ""
    manager.fill(tvfc="no", changed_on=HALF)
    manager.press("Save")
    assert manager.said("changed_on").startswith(UNREADABLE), "a day that is not asked is let go"
    manager.lock()
    manager.unlock()
    manager.standing()
    manager.press(SITE)
    manager.press("Go on")
    assert (manager.text("changed_on"), manager.text("hours")) == (HALF, "8 to 5")
    manager.press("Save")
    assert kept() == ""
    manager.fill(changed_on="11/01/2026")
    manager.press("Save")
    assert kept() == "8 to 5"


def test_a_person_keeps_the_day_of_the_hire(counter: Counter) -> None:
    site = entered_site(counter.office)
    manager = Manager(counter)
    manager.standing()
    manager.press(PEOPLE)
    manager.open_person("Vance, Uma")
    manager.press("Correct")
    manager.fill(title="RN", hired_on=HALF)
    manager.press("Save")
    assert manager.said("hired_on").startswith(UNREADABLE)
    kept = counter.office.desk.roster.person_file(site.user.id).person
    assert (kept.title, kept.hired_on) == ("", SINCE)
    manager.press("Cancel")
    manager.press("Left the clinic")
    manager.fill(on=HALF)
    manager.key("Ctrl+Return")
    assert manager.said("on").startswith(UNREADABLE)


def test_a_signature_on_paper_waits_for_its_day(counter: Counter) -> None:
    entered_site(counter.office).begin()
    manager = Manager(counter)
    manager.standing()
    manager.key("Ctrl+R")
    manager.key("Ctrl+P")
    manager.fill(signed_on=HALF)
    manager.key("Ctrl+Return")
    assert manager.said("signed_on").startswith(UNREADABLE)
    assert manager.text("signed_on") == HALF
