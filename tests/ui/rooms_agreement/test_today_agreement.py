"""What Today says of site agreements, and where its buttons lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from immtrac_desk.desk.agreement_pictures import EnterExisting
from immtrac_desk.domain.words import Role
from immtrac_desk.law.age import add_months
from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.sites import site_with
from ui.presenters.agreement_timeline import MONTHS, MOST_APART, TimelinePresenter
from ui.presenters.today_agreement import AgreementRow, agreement_rows, told_of_months
from ui.views.agreement import AgreementView
from ui.views.today import TodayView
from ui.views.today_agreement import AgreementLine
from ui.wording import tr

TODAY = date(2026, 11, 22)


def rows(counter: Counter) -> dict[str, AgreementRow]:
    return {row.code: row for row in agreement_rows(counter.office.desk, tr)}


def lines(counter: Counter) -> list[AgreementLine]:
    room = counter.go("today")
    assert isinstance(room, TodayView)
    counter.whole()
    return room.findChildren(AgreementLine)


def test_an_agreement_far_from_its_day_is_not_spoken_of(counter: Counter) -> None:
    site_with(counter.office.desk, due=TODAY + timedelta(days=121))
    assert "agreement_due" not in rows(counter)


def test_the_days_to_the_due_date_are_counted_from_the_first_rung_on(counter: Counter) -> None:
    site_with(counter.office.desk, due=TODAY + timedelta(days=120))
    row = rows(counter)["agreement_due"]
    assert (row.pill, row.tone) == ("120 d", "good")
    assert "22 March 2027" in row.entries[0].sentence


def test_the_last_thirty_days_are_amber_and_the_day_after_is_red(counter: Counter) -> None:
    site_with(counter.office.desk, due=TODAY + timedelta(days=30))
    site_with(counter.office.desk, due=TODAY - timedelta(days=1), name="Late Clinic")
    told = rows(counter)
    assert told["agreement_due"].tone == "warn"
    assert (told["agreement_overdue"].tone, told["agreement_overdue"].pill) == ("bad", "1 d")
    assert next(iter(told)) == "agreement_overdue"


@pytest.mark.parametrize(
    ("left", "next_one"),
    [
        (61, "Next reminder 23 Nov 2026, 60 days before."),
        (60, "Next reminder 22 Dec 2026, 30 days before."),
        (1, ""),
    ],
)
def test_the_next_rung_of_the_ladder_is_told(counter: Counter, left: int, next_one: str) -> None:
    site_with(counter.office.desk, due=TODAY + timedelta(days=left))
    [entry] = rows(counter)["agreement_due"].entries
    assert entry.sentence.partition(". ")[2] == next_one


@pytest.mark.parametrize(("language", "said"), [("en", "Today, 22 Nov"), ("es", "Hoy, 22 de nov")])
def test_what_is_due_today_is_said_so(counter: Counter, language: str, said: str) -> None:
    site_with(counter.office.desk, due=TODAY)
    counter.window.looks.speak(language)
    [entry] = rows(counter)["agreement_due"].entries
    assert entry.sentence.startswith(said)


@pytest.mark.parametrize(
    ("late", "said"), [(-1, "is due on 23"), (0, "is due today"), (1, "was due 1 day ago, on 21")]
)
def test_a_yearly_row_that_is_past_says_so_in_words(counter: Counter, late: int, said: str) -> None:
    tvfc_due = TODAY - timedelta(days=late)
    site_with(counter.office.desk, due=TODAY + timedelta(days=300), tvfc=True, tvfc_due_on=tvfc_due)
    [entry] = rows(counter)["tvfc_due"].entries
    assert said in entry.sentence
    presenter = TimelinePresenter(counter.office.desk, tr)
    words = [line.words for _, lines in presenter.lanes(presenter.read()) for line in lines]
    yearly = next(one for one in words if "re-enrollment" in one)
    assert ("was due" in yearly) is (late > 0)


def test_of_several_roles_that_end_the_first_is_named_and_all_are_counted(
    counter: Counter,
) -> None:
    desk = counter.office.desk
    site = site_with(desk, due=TODAY + timedelta(days=300))
    held = [role for line in desk.roster.lines(site.id) for role in line.roles]
    desk.roster.end_role(held[0].id, TODAY + timedelta(days=9))
    [entry] = rows(counter)["role_ending"].entries
    assert "First" not in entry.sentence
    desk.roster.end_role(held[-1].id, TODAY + timedelta(days=30))
    [entry] = rows(counter)["role_ending"].entries
    assert entry.sentence.startswith("First of 2 roles: ")
    assert entry.sentence.endswith("last day 1 December 2026.")


def test_work_about_people_leads_to_the_people(counter: Counter) -> None:
    site_with(counter.office.desk, due=TODAY + timedelta(days=500))
    next(one for one in lines(counter) if one._line.code == "training_overdue").button.click()
    counter.settle()
    room = counter.room
    assert isinstance(room, AgreementView)
    assert room.section == "people"


def test_several_sites_are_one_row_that_unfolds(counter: Counter) -> None:
    for name in ("East", "West", "North"):
        site_with(counter.office.desk, due=TODAY + timedelta(days=12), name=name)
    line = next(one for one in lines(counter) if one._line.code == "agreement_due")
    assert line.face.accessibleName().startswith("3 ")
    assert line.entries.count() == 0
    line.more.click()
    assert line.entries.count() == 3
    assert not line._below.isHidden()
    line.more.click()
    assert line._below.isHidden()


def test_the_button_leads_to_the_site(counter: Counter) -> None:
    site = site_with(counter.office.desk, due=TODAY + timedelta(days=12))
    next(one for one in lines(counter) if one._line.code == "agreement_due").button.click()
    counter.settle()
    room = counter.room
    assert isinstance(room, AgreementView)
    assert room.page.site == site.id  # type: ignore[attr-defined]


def test_training_that_was_never_noted_is_overdue_after_ninety_days(counter: Counter) -> None:
    """Carla was hired on 1 August: due 30 October (DT-16.1)."""
    site_with(counter.office.desk, due=TODAY + timedelta(days=500))
    row = rows(counter)["training_overdue"]
    assert row.tone == "bad"
    assert "30 October 2026" in row.entries[0].sentence


def test_the_front_desk_is_told_of_an_overdue_agreement_and_of_nothing_else(
    counter: Counter,
) -> None:
    site_with(counter.office.desk, due=TODAY - timedelta(days=1))
    site_with(counter.office.desk, due=TODAY + timedelta(days=12), name="East")
    assert {"agreement_overdue", "agreement_due", "training_overdue"} <= set(rows(counter))
    clerk = counter.office.as_("Front Desk", Role.FRONT_DESK)
    assert {row.code for row in agreement_rows(clerk, tr)} == {"agreement_overdue"}


def test_the_next_24_months_of_all_sites_stand_beneath(counter: Counter) -> None:
    for name, days in (("East", 12), ("West", 400)):
        site_with(counter.office.desk, due=TODAY + timedelta(days=days), name=name)
    room = counter.go("today")
    counter.settle()
    assert isinstance(room, TodayView)
    assert not room.months.isHidden()
    due = [bead.on for lane in room.months.months.lanes for bead in lane.beads]
    assert {TODAY + timedelta(days=12), TODAY + timedelta(days=400)} <= set(due)


def test_the_last_day_of_the_24_months_stands_at_its_own_place(counter: Counter) -> None:
    last = add_months(TODAY, MONTHS)
    for name, due in (("East", last), ("West", last - timedelta(days=12))):
        site_with(counter.office.desk, due=due, name=name)
    room = counter.go("today")
    counter.settle()
    assert isinstance(room, TodayView)
    strip = room.months.months
    assert strip._x(last - timedelta(days=12)) < strip._x(last) < strip._strip().right()


@pytest.mark.parametrize(("sites", "beads"), [(MOST_APART, MOST_APART), (MOST_APART + 1, 2)])
def test_what_would_lie_upon_each_other_is_one_bead_a_month(
    counter: Counter, sites: int, beads: int
) -> None:
    desk, first = counter.office.desk, TODAY + timedelta(days=12)
    for number in range(sites):
        due = first if number else first + timedelta(days=60)
        known = replace(desk.roster.new_organization(), name=f"Site {number}", org_type="school")
        desk.agreement.enter_existing(
            EnterExisting(
                organization=known, approved_on=None, due_on=due, people=(), roles_from=TODAY
            )
        )
    presenter = TimelinePresenter(desk, tr)
    [(label, lines)] = presenter.lanes(presenter.read())
    assert (label, len(lines)) == ("Agreement", beads)
    assert {line.on for line in lines} == {first, first + timedelta(days=60)}
    assert lines[0].words.startswith(f"{sites - 1} days") is (beads == 2)


def test_no_months_without_a_site(counter: Counter) -> None:
    room = counter.go("today")
    assert isinstance(room, TodayView)
    assert room.months.isHidden()


def test_the_months_are_no_work_of_the_front_desk(counter: Counter) -> None:
    site_with(counter.office.desk, due=TODAY + timedelta(days=12))
    assert told_of_months(counter.office.desk)
    assert not told_of_months(counter.office.as_("Front Desk", Role.FRONT_DESK))
