"""The people of a site: by role, with training and account; each act in place."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SiteRole
from tests.journeys.conftest import Counter
from tests.ui.rooms.locking import lock_and_unlock
from tests.ui.rooms_agreement.sites import person_of, room, site_with, somebody
from tests.ui.rooms_office import desks
from ui.views.roster import RosterPage
from ui.views.roster_act import SiteActForm
from ui.views.roster_person import PersonForm
from ui.widgets.field import Field


@pytest.fixture
def site(counter: Counter) -> Organization:
    return site_with(counter.office.desk)


def people(counter: Counter, site: Organization, **about: object) -> RosterPage:
    page = room(counter, organization_id=site.id, section="people", **about).page
    assert isinstance(page, RosterPage)
    return page


def cells(page: RosterPage) -> list[tuple[str, str]]:
    assert page.presenter is not None
    return [row.cells[:2] for row in page.presenter.rows]  # type: ignore[misc]


def form(page: RosterPage) -> PersonForm:
    assert page.form is not None
    return page.form


def small(page: RosterPage) -> SiteActForm:
    assert page.pane.form is not None
    return page.pane.form


def fill(counter: Counter, page: RosterPage, **texts: str) -> None:
    for name, text in texts.items():
        counter.type_in(form(page).set.fields[name], text)


def codes(page: RosterPage, name: str) -> list[str]:
    return [finding.code for finding in form(page).set.fields[name].findings]


def test_people_stand_by_role_with_training_and_account(
    counter: Counter, site: Organization
) -> None:
    page = people(counter, site)
    assert cells(page) == [
        ("Responsible Medical Provider", "LopezOak, Ana · MD"),
        ("Point of contact", "RuizOak, Beto · RN"),
        ("Prescriber", "LopezOak, Ana · MD"),
        ("User, full access", "MenaOak, Carla"),
    ]
    assert page.presenter is not None
    user = page.presenter.rows[3]
    assert user.cells[2:] == ("30 Nov 2025", "▲ Overdue since 30 Oct 2026", "Not noted yet")
    assert user.loud


def test_somebody_new_is_saved_and_given_a_role_in_one_go(
    counter: Counter, site: Organization
) -> None:
    page = people(counter, site)
    counter.act("add_person")
    fill(counter, page, first_name="Eva", last_name="Sosa", title="PA")
    fill(counter, page, email="eva@oak.example", email_again="eva@oak.example")
    form(page).save()
    act = small(page)
    act.editors["role"].set_value("prescriber")  # type: ignore[union-attr]
    act.submit()
    assert ("Prescriber", "Sosa, Eva · PA") in cells(page)
    held = counter.office.desk.roster.held_on(date(2026, 11, 22), site.id)
    assert SiteRole.PRESCRIBER in [one.held.role for one in held if one.person.last_name == "Sosa"]


@pytest.mark.parametrize(
    ("hired", "opens"),
    [("11/1/2026", date(2026, 11, 1)), ("12/1/2026", date(2026, 11, 22)), ("", date(2026, 11, 22))],
)
def test_a_first_role_begins_on_the_day_of_hire_unless_it_is_yet_to_come(
    counter: Counter, site: Organization, hired: str, opens: date
) -> None:
    page = people(counter, site)
    counter.act("add_person")
    fill(counter, page, first_name="Eva", last_name="Sosa", title="PA", hired_on=hired)
    fill(counter, page, email="eva@oak.example", email_again="eva@oak.example")
    form(page).save()
    act = small(page)
    assert act.values()["on"] == opens
    act.editors["role"].set_value("prescriber")  # type: ignore[union-attr]
    act.submit()
    page.pane.give_role()
    assert small(page).values()["on"] == date(2026, 11, 22), "a second role begins today"


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("first_name", "A" * 300, "person.too_long"),
        ("title", "Passw0rd!x", "person.looks_like_password"),
        ("email", "eva at oak", "person.email_shape"),
        ("email_again", "other@oak.example", "person.email_differs"),
        ("npi", "1234567890", "id.npi"),
    ],
)
def test_what_cannot_stand_is_said_beside_its_field_and_stays_typed(
    counter: Counter, site: Organization, field: str, text: str, code: str
) -> None:
    page = people(counter, site, add=True)
    fill(counter, page, first_name="Eva", last_name="Sosa")
    fill(counter, page, email="eva@oak.example", email_again="eva@oak.example")
    fill(counter, page, **{field: text})
    form(page).save()
    assert page.form is not None, "nothing was saved"
    assert codes(page, field) == [code]
    typed = form(page).set.fields[field]
    assert isinstance(typed, Field)
    assert typed.text() == text


def test_two_users_with_one_email_in_other_letter_case_are_refused(
    counter: Counter, site: Organization
) -> None:
    page = people(counter, site)
    page.open_person(person_of(counter.office.desk, site, "Ana").id)
    page.correct()
    fill(counter, page, email="CARLA.MenaOak@oak.example", email_again="CARLA.MenaOak@oak.example")
    form(page).save()
    if page.form is None:  # she has no account yet: refused as soon as she would have one
        page.pane.give_role()
        act = small(page)
        act.editors["role"].set_value("view_only")  # type: ignore[union-attr]
        act.submit()
        assert page.pane.form is act
        assert "mail" in counter.inside.notice.text
    else:
        assert "person.email_twice" in codes(page, "email")


def test_left_the_clinic_says_what_it_opens_and_is_one_act(
    counter: Counter, site: Organization
) -> None:
    desk = counter.office.desk
    page = people(counter, site)
    page.open_person(person_of(desk, site, "Carla").id)
    page.pane._open("left")
    said = " ".join(label.text() for label in small(page).findChildren(QLabel))
    assert "This ends User, full access on that day." in said
    assert "opens the task to disable the account in ImmTrac2" in said
    small(page).submit()
    (task,) = desk.roster.tasks(site.id)
    assert (task.what, task.due_on) == ("disable_account", date(2026, 11, 22))
    assert desk.roster.person_file(task.person_id).person.left_on == date(2026, 11, 22)  # type: ignore[arg-type]


def test_a_disabled_account_closes_the_task(counter: Counter, site: Organization) -> None:
    desk = counter.office.desk
    carla = person_of(desk, site, "Carla")
    desk.roster.left_clinic(carla.id, date(2026, 11, 20))
    page = people(counter, site)
    page.former.click()
    page.open_person(carla.id)
    page.pane._open("account_disabled")
    small(page).submit()
    assert desk.roster.tasks(site.id) == ()
    assert page.pane.file is not None
    assert page.pane.file.account == "disabled"


def test_a_future_training_is_refused_beside_its_day(counter: Counter, site: Organization) -> None:
    page = people(counter, site)
    page.open_person(person_of(counter.office.desk, site, "Carla").id)
    page.pane._open("training")
    act = small(page)
    act.editors["kind"].set_value("hb300")  # type: ignore[union-attr]
    act.editors["signed"].set_value("yes")  # type: ignore[union-attr]
    counter.type_in(act.editors["on"], "11/23/2026")  # type: ignore[arg-type]
    act.submit()
    assert page.pane.form is act
    assert act.editors["on"].findings  # type: ignore[union-attr]
    counter.type_in(act.editors["on"], "11/22/2026")  # type: ignore[arg-type]
    act.submit()
    assert page.presenter is not None
    assert page.presenter.rows[3].cells[3] == "Trained 22 Nov 2026"
    said = [label.text() for label in page.pane.findChildren(QLabel)]
    assert any("Proof kept until 22 Nov 2032." in text for text in said), "DT-16.2"


def test_a_supervisor_without_a_training_date_is_refused(
    counter: Counter, site: Organization
) -> None:
    page = people(counter, site)
    page.open_person(person_of(counter.office.desk, site, "Carla").id)
    page.pane.give_role()
    act = small(page)
    act.editors["role"].set_value("supervisor")  # type: ignore[union-attr]
    act.submit()
    assert page.pane.form is act, "the form stays, with what was picked"
    assert act.editors["role"].value() == "supervisor"  # type: ignore[union-attr]


def test_a_role_that_would_end_before_it_begins_is_refused(
    counter: Counter, site: Organization
) -> None:
    page = people(counter, site)
    page.open_person(person_of(counter.office.desk, site, "Beto").id)
    assert page.pane.file is not None
    page.pane._open("end_role", page.pane.file.roles[0])
    act = small(page)
    counter.type_in(act.editors["on"], "11/29/2025")  # type: ignore[arg-type]
    act.submit()
    assert act.editors["on"].findings[0].code == "role.ends_before_begin"  # type: ignore[union-attr]
    counter.type_in(act.editors["on"], "11/30/2025")  # type: ignore[arg-type]
    act.submit()
    assert page.pane.form is None


def test_a_half_typed_person_is_offered_back_after_the_lock(
    counter: Counter, site: Organization
) -> None:
    page = people(counter, site, add=True)
    fill(counter, page, first_name="Eva", email="eva@oak.example", hired_on="13/")
    lock_and_unlock(counter)
    page = people(counter, site, add=True)
    assert form(page).set.fields["first_name"].text() == ""  # type: ignore[attr-defined]
    form(page).kept_strip.go_on.click()
    assert form(page).set.fields["first_name"].text() == "Eva"  # type: ignore[attr-defined]
    assert form(page).set.fields["hired_on"].text() == "13/"  # type: ignore[attr-defined]


def test_somebody_on_record_is_named_at_another_site_as_the_same_person(
    counter: Counter, site: Organization
) -> None:
    desk = counter.office.desk
    other = site_with(desk, name="Elm Clinic")
    ana = person_of(desk, site, "Ana")
    page = people(counter, other, add=True)
    form(page).look_up.click()
    form(page).on_record.set_value(ana.id)
    form(page).on_record.changed.emit()
    act = small(page)
    act.editors["role"].set_value("prescriber")  # type: ignore[union-attr]
    act.submit()
    assert ("Prescriber", "LopezOak, Ana · MD") in cells(page)


def test_who_only_reads_sees_people_and_no_act(counter: Counter, site: Organization) -> None:
    desks.auditor(counter)
    page = people(counter, site)
    assert not page.add_button.isVisible()
    page.open_person(person_of(counter.office.desk, site, "Ana").id)
    assert page.pane.form is None
    assert "correct" not in page.handlers()
    assert somebody(counter.office.desk, "X", "Y").shown == "Y, X"


def test_after_a_correction_the_focus_is_with_the_person_again(
    counter: Counter, site: Organization
) -> None:
    page = people(counter, site)
    page.open_person(page.presenter.rows[0].person_id)  # type: ignore[union-attr]
    page.correct()
    form(page).save()
    counter.settle()
    focused = counter.window.focusWidget()
    assert focused is not None
    assert page.pane.isAncestorOf(focused)
