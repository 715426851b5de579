"""Enter the agreement one has: the first thing an empty room offers, and one act."""

from __future__ import annotations

from datetime import date

from immtrac_desk.domain.agreement import AgreementState
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.law import agreement_triggers
from tests.journeys.conftest import Counter
from tests.ui.rooms.locking import lock_and_unlock
from tests.ui.rooms_agreement.sites import room
from tests.ui.rooms_office import desks
from ui.views.agreement_empty import EmptyPage
from ui.views.agreement_enter import EnterForm, EnterPage


def form(counter: Counter) -> EnterForm:
    page = room(counter, section="enter").page
    assert isinstance(page, EnterPage)
    assert page.form is not None
    return page.form


def type_site(counter: Counter, entered: EnterForm) -> None:
    counter.type_in(entered.approved_on, "11/30/2025")
    for name, text in (("name", "Oak Street Clinic"), ("org_code", "OAK1"), ("zip_code", "78701")):
        counter.type_in(entered.set.fields[name], text)
    kind = entered.set.fields["org_type"]
    kind.set_value("medical")  # type: ignore[attr-defined]
    kind.changed.emit()


def type_person(counter: Counter, entered: EnterForm, index: int, **parts: str) -> None:
    for part, text in parts.items():
        counter.type_in(entered.people.fields[f"{index}.{part}"], text)


def sites(counter: Counter) -> tuple[Organization, ...]:
    return counter.office.desk.roster.organizations()


def test_an_empty_room_offers_it_first_and_has_the_focus_there(counter: Counter) -> None:
    page = room(counter).page
    assert isinstance(page, EmptyPage)
    counter.front()
    page.start()
    assert counter.focus is page.enter
    page.enter.click()
    assert isinstance(room(counter, section="enter").page, EnterPage)


def test_an_auditor_is_told_who_enters_it(counter: Counter) -> None:
    desks.auditor(counter)
    page = room(counter).page
    assert isinstance(page, EmptyPage)
    assert not page.enter.isVisible()


def test_site_people_and_agreement_are_entered_by_one_act(counter: Counter) -> None:
    entered = form(counter)
    type_site(counter, entered)
    type_person(
        counter, entered, 0, first_name="Ana", last_name="Lopez", email="a@oak.example", title="MD"
    )
    type_person(counter, entered, 1, first_name="Beto", last_name="Ruiz", email="b@oak.example")
    entered.save()
    (site,) = sites(counter)
    assert (site.name, site.org_code, site.city) == ("Oak Street Clinic", "OAK1", "Austin")
    now = counter.office.desk.agreement.standing(site.id)
    assert now.state is AgreementState.CURRENT
    assert now.due == date(2027, 11, 30)
    assert now.agreement is not None
    named = {one.last_name: one.roles for one in now.agreement.people}
    assert named == {"Lopez": (SiteRole.SIGNER,), "Ruiz": (SiteRole.POINT_OF_CONTACT,)}
    assert counter.inside.stage.room is not None
    assert room(counter).section == "standing"


def test_without_a_day_nothing_is_entered_and_everything_stays_typed(counter: Counter) -> None:
    entered = form(counter)
    type_site(counter, entered)
    entered.approved_on.set_day(None)
    entered.approved_on.changed.emit()
    entered.save()
    assert sites(counter) == ()
    assert entered.approved_on.findings[0].code == "agreement_enter.day_missing"
    assert entered.set.fields["name"].text() == "Oak Street Clinic"  # type: ignore[attr-defined]


def test_somebody_without_a_role_is_asked_for_one(counter: Counter) -> None:
    entered = form(counter)
    type_site(counter, entered)
    entered.people.add()
    type_person(counter, entered, 2, first_name="Eva", last_name="Sosa", email="e@oak.example")
    entered.save()
    assert sites(counter) == ()
    assert entered.people.roles[2].findings[0].code == "agreement_enter.role_missing"


def test_a_file_that_is_no_pdf_is_refused_and_nothing_is_half_entered(counter: Counter) -> None:
    entered = form(counter)
    type_site(counter, entered)
    type_person(counter, entered, 0, first_name="Ana", last_name="Lopez", email="a@oak.example")
    entered.file.set_data(b"no pdf at all")
    entered.file.changed.emit()
    entered.save()
    assert sites(counter) == ()
    assert counter.office.desk.roster.people() == ()
    assert "PDF" in counter.inside.notice.text


def test_half_of_it_is_offered_back_after_the_lock(counter: Counter) -> None:
    entered = form(counter)
    type_site(counter, entered)
    type_person(counter, entered, 0, first_name="Ana", last_name="Lopez")
    counter.type_in(entered.due_on, "13/")
    lock_and_unlock(counter)
    entered = form(counter)
    assert entered.set.fields["name"].text() == "", "never silently"  # type: ignore[attr-defined]
    entered.kept_strip.go_on.click()
    assert entered.set.fields["name"].text() == "Oak Street Clinic"  # type: ignore[attr-defined]
    assert entered.people.fields["0.last_name"].text() == "Lopez"
    assert entered.approved_on.day() == date(2025, 11, 30)
    assert entered.due_on.text() == "13/"


def test_what_the_office_refuses_of_somebody_stands_on_their_own_line(counter: Counter) -> None:
    entered = form(counter)
    type_site(counter, entered)
    entered.people.add()
    for index, email in ((1, "same@oak.example"), (2, "SAME@oak.example")):
        type_person(counter, entered, index, first_name="Ana", last_name="Lopez", email=email)
        entered.people.roles[index].set_values(("full_access",))
        entered.people.roles[index].changed.emit()
    entered.save()
    assert sites(counter) == ()
    said = [name for name, field in entered.people.fields.items() if field.findings]
    assert said in (["1.email"], ["2.email"]), "the first line is blank and is not counted"


def test_a_supervisor_is_asked_for_the_day_of_the_training(counter: Counter) -> None:
    entered = form(counter)
    type_site(counter, entered)
    type_person(counter, entered, 1, first_name="Beto", last_name="Ruiz", email="b@oak.example")
    assert entered.people.days[1].isHidden()
    entered.people.roles[1].box("supervisor").click()
    day = entered.people.days[1]
    assert not day.isHidden()
    counter.type_in(day, "11/2")
    lock_and_unlock(counter)
    entered = form(counter)
    entered.kept_strip.go_on.click()
    day = entered.people.days[1]
    assert (day.text(), day.isHidden()) == ("11/2", False)
    for typed, code in (("11/2", "date.unreadable"), ("11/23/2026", "training.in_future")):
        counter.type_in(day, typed)
        entered.save()
        assert ([one.code for one in day.findings], sites(counter)) == ([code], ())
    counter.type_in(day, "11/20/2026")
    entered.save()
    (site,) = sites(counter)
    (line,) = counter.office.desk.roster.lines(site.id)
    assert line.supervisor_trained_on == date(2026, 11, 20)


def test_everything_of_which_a_change_would_be_due_is_asked(counter: Counter) -> None:
    """Otherwise completing the record a day later would look like a change of the agreement."""
    compared = {name for fields in agreement_triggers._FIELDS.values() for name in fields}
    assert compared - {"state"} <= set(form(counter).set.fields)


def test_a_name_too_long_is_refused_beside_itself(counter: Counter) -> None:
    entered = form(counter)
    type_site(counter, entered)
    type_person(counter, entered, 0, first_name="N", last_name="L", npi="1234567890")
    entered.save()
    assert [one.code for one in entered.people.fields["0.npi"].findings] == ["id.npi"]
    type_person(counter, entered, 0, first_name="N" * 300, npi="1234567893")
    entered.save()
    assert [one.code for one in entered.people.fields["0.first_name"].findings] == [
        "person.too_long"
    ]
    assert sites(counter) == ()


def test_an_email_without_a_name_is_somebody_and_not_dropped(counter: Counter) -> None:
    entered = form(counter)
    type_site(counter, entered)
    type_person(counter, entered, 0, email="a@oak.example")
    entered.save()
    assert sites(counter) == ()
    assert [one.code for one in entered.people.fields["0.first_name"].findings] == [
        "person.first_name_missing"
    ]
