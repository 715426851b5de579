"""The form of an application: what opens what, what is missing, what is saved, who may type."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from immtrac_desk.domain.agreement import ApplicationKind, ApplicationState
from immtrac_desk.domain.ids import ApplicationId
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Role
from tests.desk.sites import Site, new_site
from tests.journeys.conftest import Counter
from tests.office import CLERK
from tests.ui.rooms_agreement.at_an_application import (
    at,
    field,
    said,
    settle,
    site_of,
    state,
    type_answer,
)
from ui.views.application import ApplicationView
from ui.views.several_pick import SeveralPick
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.pick import Pick
from ui.wording import tr


def begun(site: Site) -> ApplicationId:
    """A renewal as it is begun: carried over, and nothing else."""
    agreement = site.office.desk.agreement
    return agreement.begin(site.organization.id, ApplicationKind.RENEWAL).application.id


def choose(counter: Counter, room: ApplicationView, name: str, value: str) -> None:
    circles = field(room, name)
    assert isinstance(circles, Choice)
    circles.button(value).click()
    room.answers.look()
    settle(counter)


def test_what_is_missing_is_listed_and_a_line_leads_to_its_field(counter: Counter) -> None:
    room = at(counter, begun(site_of(counter)))
    lines = room.answers.missing.lines
    listed = [lines.item(i).text() for i in range(lines.count())]
    assert "Who fills this in" in listed
    counter.front()
    lines.setFocus()
    lines.setCurrentRow(listed.index("Who fills this in"))
    QTest.keyClick(lines, Qt.Key.Key_Return)
    settle(counter)
    assert field(room, "filled_in_by").isAncestorOf(counter.focus)


def test_an_answered_question_leaves_the_list(counter: Counter) -> None:
    room = at(counter, begun(site_of(counter)))
    before = room.answers.missing.lines.count()
    type_answer(counter, room, "filled_in_by", "Marta Robles")
    assert room.answers.missing.lines.count() == before - 1


def test_an_answer_opens_what_hangs_on_it(counter: Counter) -> None:
    room = at(counter, begun(site_of(counter)))
    assert "tvfc_pin" not in room.answers.form.answers.fields
    choose(counter, room, "tvfc", "yes")
    assert field(room, "tvfc_pin").isVisible()


def test_what_was_typed_survives_that_its_question_closes(counter: Counter) -> None:
    room = at(counter, begun(site_of(counter)))
    choose(counter, room, "tvfc", "yes")
    type_answer(counter, room, "tvfc_pin", "447100")
    choose(counter, room, "tvfc", "no")
    assert not field(room, "tvfc_pin").isVisible()
    choose(counter, room, "tvfc", "yes")
    pin = field(room, "tvfc_pin")
    assert isinstance(pin, Field)
    assert (pin.isVisible(), pin.text()) == (True, "447100")


def test_a_pin_typed_two_ways_is_refused_beside_the_second(counter: Counter) -> None:
    room = at(counter, begun(site_of(counter)))
    choose(counter, room, "tvfc", "yes")
    type_answer(counter, room, "tvfc_pin", "447100")
    type_answer(counter, room, "tvfc_pin_again", "447101")
    assert said(field(room, "tvfc_pin_again")) != []
    type_answer(counter, room, "tvfc_pin_again", "447100")
    assert said(field(room, "tvfc_pin_again")) == []


def test_an_npi_with_a_wrong_digit_is_refused_beside_its_field(counter: Counter) -> None:
    room = at(counter, begun(site_of(counter)))
    type_answer(counter, room, "npi", "1234567890")
    assert said(field(room, "npi")) != []
    assert room.presenter is not None
    assert "npi" in room.presenter.wrong()


def test_an_id_that_lost_its_zeros_is_warned_of_and_kept(counter: Counter) -> None:
    application = begun(site_of(counter))
    room = at(counter, application)
    type_answer(counter, room, "tx_iis_id", "1112000")
    room.answers.keep()
    found = field(room, "tx_iis_id").findings
    assert [f.severity.value for f in found] == ["warning"]
    kept = counter.office.desk.agreement.application(application)
    assert kept.application.answers["tx_iis_id"] == "1112000"


def test_three_hundred_letters_are_kept_and_told_not_cut(counter: Counter) -> None:
    application = begun(site_of(counter))
    room = at(counter, application)
    type_answer(counter, room, "name", "Ñ" * 301)
    room.answers.keep()
    assert said(field(room, "name")) != []
    kept = counter.office.desk.agreement.application(application)
    assert kept.application.answers["name"] == "Ñ" * 301


def test_carried_answers_say_so_and_changed_ones_say_what_they_were(counter: Counter) -> None:
    room = at(counter, begun(site_of(counter)))
    marks = room.answers.form.answers._marks
    assert marks["city"].text() == "carried over"
    type_answer(counter, room, "city", "Buda")
    assert marks["city"].text() == "changed"
    assert "Austin" in room.answers.form.answers._was["city"].text()


def test_the_review_tells_before_and_now(counter: Counter) -> None:
    room = at(counter, begun(site_of(counter)))
    type_answer(counter, room, "city", "Buda")
    table = room.answers.form.blocks["review"].table
    assert table is not None
    cells = [table._grid.itemAt(i).widget() for i in range(table._grid.count())]
    texts = [cell.text() for cell in cells]  # type: ignore[union-attr]
    assert texts[texts.index("City") : texts.index("City") + 3] == ["City", "Austin", "Buda"]


def told_of_changes(room: ApplicationView) -> list[str]:
    table = room.answers.form.blocks["review"].table
    assert table is not None
    return [label.text() for label in table.findChildren(QLabel)]


def test_the_review_names_who_came_since_the_agreement(counter: Counter) -> None:
    site = site_of(counter)
    desk = counter.office.desk
    came = replace(
        desk.roster.new_person(), first_name="Jane", last_name="Poe", email="poe@oak.example"
    )
    kept = desk.roster.save_person(came, came.email)
    before = told_of_changes(at(counter, begun(site)))
    assert not any("Poe, Jane" in text for text in before)
    desk.roster.give_role(kept.id, site.organization.id, SiteRole.PRESCRIBER, desk.today())
    told = told_of_changes(at(counter, begun_already(counter, site)))
    now = next(text for text in told if "Poe, Jane" in text)
    was = told[told.index(now) - 1]
    assert told[told.index(now) - 2] == tr.say("asked.prescribers")
    assert set(now.split("; ")) - set(was.split("; ")) == {"Poe, Jane"}


def begun_already(counter: Counter, site: Site) -> ApplicationId:
    line = counter.office.desk.agreement.standing(site.organization.id).applications[0]
    return line.application.id


def test_a_pause_saves_what_was_typed(counter: Counter) -> None:
    application = begun(site_of(counter))
    room = at(counter, application)
    type_answer(counter, room, "filled_in_by", "Marta Robles")
    assert room.answers._save.isActive(), "the pause is waited for"
    room.answers._save.timeout.emit()
    kept = counter.office.desk.agreement.application(application)
    assert kept.application.answers["filled_in_by"] == "Marta Robles"


def test_a_lock_in_mid_sentence_loses_nothing(counter: Counter) -> None:
    application = begun(site_of(counter))
    room = at(counter, application)
    type_answer(counter, room, "filled_in_by", "Marta Rob")
    counter.window.lock()
    desk = counter.office.as_(counter.office.desk.actor.name)
    kept = desk.agreement.application(application)
    assert kept.application.answers["filled_in_by"] == "Marta Rob"


def test_two_applications_are_kept_apart(counter: Counter) -> None:
    site = site_of(counter)
    one = begun(site)
    other = site.office.desk.agreement.begin(
        site.organization.id, ApplicationKind.CHANGE
    ).application.id
    room = at(counter, one)
    type_answer(counter, room, "city", "Buda")
    room = at(counter, other)
    city = field(room, "city")
    assert isinstance(city, Field)
    assert city.text() == "Austin"
    room = at(counter, one)
    city = field(room, "city")
    assert isinstance(city, Field)
    assert city.text() == "Buda"


def test_people_stand_by_role_and_lead_to_the_list_of_people(counter: Counter) -> None:
    room = at(counter, begun(site_of(counter)))
    block = room.answers.form.blocks["signer"]
    names = [label.text() for label in block.findChildren(type(block.label))]  # type: ignore[union-attr]
    assert "Vance, Nora" in names
    room._roster()
    assert counter.inside.stage.room_id == "agreement"


def test_somebody_hired_meanwhile_stands_in_the_draft_at_once(counter: Counter) -> None:
    site = site_of(counter)
    room = at(counter, begun(site))
    site.hires("Pia", SiteRole.PRESCRIBER)
    settle(counter)
    assert room.presenter is not None
    named = {person.first_name for person in room.presenter.application.people}
    assert "Pia" in named


def test_after_signing_one_must_choose_to_edit(counter: Counter) -> None:
    site = site_of(counter)
    application = site.begin()
    site.sign(application)
    room = at(counter, application, "answers")
    city = field(room, "city")
    assert isinstance(city, Field)
    assert city.line.isReadOnly()
    assert "drops the signature" in room.head.banner.accessibleName()
    room.head.unlock.click()
    assert not city.line.isReadOnly()


def test_an_edit_after_signing_drops_the_signature_and_keeps_the_packet(counter: Counter) -> None:
    site = site_of(counter)
    application = site.begin()
    paper = site.sign(application)
    room = at(counter, application, "answers")
    room.head.unlock.click()
    type_answer(counter, room, "city", "Buda")
    room.answers.keep()
    assert state(counter, application) is ApplicationState.READY_TO_SIGN
    kept = counter.office.desk.agreement.application(application)
    assert [one.id for one in kept.papers] == [paper.id]


def test_choosing_to_edit_alone_drops_nothing(counter: Counter) -> None:
    site = site_of(counter)
    application = site.begin()
    site.sign(application)
    room = at(counter, application, "answers")
    room.head.unlock.click()
    room.answers.keep()
    assert state(counter, application) is ApplicationState.SIGNED_NOT_SENT


def test_people_who_changed_since_are_told_and_taken_over_on_demand(counter: Counter) -> None:
    site = site_of(counter)
    application = site.begin()
    site.sign(application)
    counter.office.clock.tick(days=1)
    site.hires("Pia", SiteRole.PRESCRIBER)
    room = at(counter, application, "answers")
    assert "Pia" in room.head.people.accessibleName()
    assert state(counter, application) is ApplicationState.SIGNED_NOT_SENT
    room.head.take.click()
    settle(counter)
    assert state(counter, application) is ApplicationState.READY_TO_SIGN
    assert room.head.people.isHidden()


def test_what_was_sent_can_be_read_and_not_typed(counter: Counter) -> None:
    site = site_of(counter)
    room = at(counter, site.sent(), "answers")
    city = field(room, "city")
    assert isinstance(city, Field)
    assert city.line.isReadOnly()
    assert room.head.unlock.isHidden(), "there is no way to edit it now"
    assert "keep" not in room.handlers()


def test_the_front_desk_reads_an_application(counter: Counter) -> None:
    application = begun(site_of(counter))
    counter.window.idle.rest()
    counter.inside.leave()
    counter.window.inside = None
    desk = counter.office.as_(CLERK, Role.FRONT_DESK)
    counter.window.enter(desk, counter.office.path)
    room = at(counter, application)
    city = field(room, "city")
    assert isinstance(city, Field)
    assert city.line.isReadOnly()
    assert desk.actor.name == CLERK


def test_without_an_application_the_room_says_where_one_is_begun(counter: Counter) -> None:
    room = counter.go("application")
    assert isinstance(room, ApplicationView)
    assert room.empty.isVisible()
    assert room.handlers() == {}


def test_a_lock_hears_that_something_could_not_be_kept(counter: Counter) -> None:
    """The application ended meanwhile: what was typed cannot be saved, and the lock says so."""
    application = begun(site_of(counter))
    room = at(counter, application)
    assert room.presenter is not None
    room.presenter.put("filled_in_by", "Marta")
    room.presenter._saving = True  # as if the bell had not rung yet
    counter.office.desk.agreement.abandon(application, "Begun by mistake")
    assert not counter.inside.keep()


def test_a_sub_site_names_its_parent_by_name(counter: Counter) -> None:
    site = site_of(counter)
    parent = new_site(counter.office, name="Live Oak Health").organization
    room = at(counter, begun(site))
    assert "parent_id" not in room.answers.form.answers.fields
    choose(counter, room, "sub_site", "yes")
    picked = field(room, "parent_id")
    assert isinstance(picked, Pick)
    assert [option.code for option in picked._options] == ["Live Oak Health"], "never itself"
    picked.set_value(parent.id)
    picked.changed.emit()
    room.answers.look()
    table = room.answers.form.blocks["review"].table
    assert table is not None
    told = [label.text() for label in table.findChildren(QLabel)]
    assert "Live Oak Health" in told


def test_a_county_organization_names_its_counties(counter: Counter) -> None:
    application = begun(site_of(counter))
    room = at(counter, application)
    choose(counter, room, "county_organization", "yes")
    several = field(room, "assigned_counties")
    assert isinstance(several, SeveralPick)
    assert room.presenter is not None
    assert "assigned_counties" in room.presenter.missing()
    for county in ("Hays", "Bexar"):
        several.pick.set_value(county)
        several.pick.changed.emit()
    room.answers.look()
    room.answers.keep()
    assert "assigned_counties" not in room.presenter.missing()
    kept = counter.office.desk.agreement.application(application).application.answers
    assert kept["assigned_counties"] == ("Bexar", "Hays")
