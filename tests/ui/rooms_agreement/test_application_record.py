"""After signing: sent, DSHS's answer, taken back, files; refusals stand beside their field."""

from __future__ import annotations

from datetime import timedelta

import pytest

from immtrac_desk.domain.agreement import AgreementState, ApplicationState
from immtrac_desk.domain.words import Role
from tests.journeys.conftest import Counter
from tests.office import AUDITOR
from tests.ui.rooms_agreement.at_an_application import at, settle, site_of, state
from ui.presenters import application_acts as acts
from ui.views.application import ApplicationView
from ui.views.application_act import ApplicationActForm
from ui.views.file_field import FileField
from ui.views.file_pick import FilePick
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea
from ui.wording import tr


def opened(counter: Counter, room: ApplicationView, act_id: str) -> ApplicationActForm:
    room.turn("record")
    room.record.open_act(act_id)
    settle(counter)
    assert room.record.form is not None
    return room.record.form


def put(form: ApplicationActForm, name: str, text: str) -> None:
    editor = form.editors[name]
    if isinstance(editor, TextArea):
        editor.set_text(text)
    else:
        assert isinstance(editor, Field)
        editor.line.setText(text)
        editor.line.textEdited.emit(text)


def said(form: ApplicationActForm, name: str) -> list[str]:
    editor = form.editors[name]
    assert not isinstance(editor, FilePick)
    return [finding.code for finding in editor.findings]


def test_approved_becomes_the_agreement_in_force(counter: Counter) -> None:
    site = site_of(counter)
    application = site.sent()
    room = at(counter, application)
    assert room.part == "record"
    form = opened(counter, room, "application_approve")
    put(form, "due_on", "11/22/2028")
    form.submit()
    assert state(counter, application) is ApplicationState.APPROVED
    stands = counter.office.desk.agreement.standing(site.organization.id)
    assert stands.state is AgreementState.CURRENT
    assert stands.due is not None
    assert f"{stands.due:%m/%d/%Y}" == "11/22/2028"


def test_a_due_date_before_the_approval_is_refused_beside_it(counter: Counter) -> None:
    """A renewal that ends before it begins."""
    application = site_of(counter).sent()
    form = opened(counter, at(counter, application), "application_approve")
    put(form, "due_on", "11/21/2025")
    form.submit()
    assert said(form, "due_on") != []
    assert state(counter, application) is ApplicationState.SUBMITTED


def test_half_a_due_date_is_not_taken_for_none(counter: Counter) -> None:
    application = site_of(counter).sent()
    form = opened(counter, at(counter, application), "application_approve")
    put(form, "due_on", "13/")
    form.submit()
    assert said(form, "due_on") == ["date.unreadable"]
    assert state(counter, application) is ApplicationState.SUBMITTED


def test_sent_to_come_is_refused_beside_the_day(counter: Counter) -> None:
    site = site_of(counter)
    application = site.begin()
    site.sign(application)
    form = opened(counter, at(counter, application), "application_send")
    day = form.editors["sent_on"]
    assert isinstance(day, DateField)
    day.set_day(counter.office.desk.today() + timedelta(days=1))
    form.submit()
    assert said(form, "sent_on") == ["date.future"]


def test_returned_leads_back_to_the_answers_with_the_reason(counter: Counter) -> None:
    application = site_of(counter).sent()
    room = at(counter, application)
    form = opened(counter, room, "application_return")
    put(form, "reason", "The county is missing")
    form.submit()
    settle(counter)
    assert room.part == "answers"
    assert "The county is missing" in room.head.banner.accessibleName()


def test_a_return_without_a_reason_is_refused_beside_it(counter: Counter) -> None:
    application = site_of(counter).sent()
    form = opened(counter, at(counter, application), "application_return")
    form.submit()
    assert said(form, "reason") == ["act_form.needed"]
    assert state(counter, application) is ApplicationState.SUBMITTED


@pytest.mark.parametrize("typed", ["The phone is wrong", "The phone is wrong."])
def test_a_return_is_quoted_with_one_full_stop(counter: Counter, typed: str) -> None:
    application = site_of(counter).sent()
    room = at(counter, application)
    form = opened(counter, room, "application_return")
    put(form, "reason", typed)
    form.submit()
    settle(counter)
    assert "“The phone is wrong”. It is still" in room.head.banner.accessibleName()
    assert room.head.pill.text == "Returned · Signed, not sent", "as on the page of the site"


def test_a_return_that_was_signed_again_is_not_still_signed(counter: Counter) -> None:
    site = site_of(counter)
    application = site.sent()
    desk = counter.office.desk
    desk.agreement.returned(application, desk.today(), "The city is wrong")
    still, again = (
        tr.say(f"application_room.says.{one}") for one in ("returned_signed", "signed_again")
    )
    assert still in at(counter, application).head.banner.accessibleName()
    site.put(application, city="Buda")
    site.sign(application)
    counter.settle()
    told = at(counter, application).head.banner.accessibleName()
    assert again in told
    assert still not in told


@pytest.mark.parametrize("act_id", ["application_refuse", "application_abandon"])
def test_an_end_has_its_reason_and_offers_no_further_act(counter: Counter, act_id: str) -> None:
    application = site_of(counter).sent()
    room = at(counter, application)
    form = opened(counter, room, act_id)
    put(form, "reason", "Sent twice")
    form.submit()
    settle(counter)
    assert "Sent twice" in room.head.banner.accessibleName()
    assert [*room.record.offers] == ["agreement"]


def test_the_last_step_is_taken_back_with_a_reason(counter: Counter) -> None:
    application = site_of(counter).sent()
    room = at(counter, application)
    assert room.presenter is not None
    (last,) = acts.undoable(room.presenter.picture.steps)
    room.record.open_act("application_undo", last)
    form = room.record.form
    assert form is not None
    put(form, "reason", "Not sent yet")
    form.submit()
    settle(counter)
    assert state(counter, application) is ApplicationState.SIGNED_NOT_SENT


def test_more_than_thirty_days_without_an_answer_turn_amber(counter: Counter) -> None:
    """DT-12.4: thirty days plain, the thirty-first amber."""
    application = site_of(counter).sent()
    counter.office.clock.tick(days=30)
    room = at(counter, application)
    assert "Ask DSHS" not in room.head.banner.accessibleName()
    counter.office.clock.tick(days=1)
    room = at(counter, application)
    assert "Ask DSHS" in room.head.banner.accessibleName()
    assert room.head.pill.tone == "warn"


def test_a_file_is_told_by_its_content_and_a_program_is_refused(counter: Counter) -> None:
    application = site_of(counter).sent()
    room = at(counter, application)
    form = opened(counter, room, "application_attach")
    form.editors["what"].set_value("agreement")  # type: ignore[union-attr]
    pick = form.editors["file"]
    assert isinstance(pick, FilePick)
    pick.set_data(b"MZ\x90 a program called agreement.pdf")
    form.submit()
    assert isinstance(pick, FileField)
    assert [finding.code for finding in pick.findings] != []
    assert room.record.form is form, "the form keeps everything"
    assert pick.data() is not None
    pick.set_data(counter.office.desk.agreement.sheet(application, "en").pdf)
    form.submit()
    settle(counter)
    (file,) = counter.office.desk.agreement.application(application).files
    assert (file.what, file.media_type) == ("agreement", "application/pdf")


def test_what_is_half_typed_in_a_small_form_survives_the_lock(counter: Counter) -> None:
    application = site_of(counter).sent()
    form = opened(counter, at(counter, application), "application_return")
    put(form, "reason", "The county is")
    counter.window.lock()
    desk = counter.office.as_(counter.office.desk.actor.name)
    counter.window.enter(desk, counter.office.path)
    form = opened(counter, at(counter, application), "application_return")
    assert form.kept_strip.isVisible()
    form.kept_strip.go_on.click()
    reason = form.editors["reason"]
    assert isinstance(reason, TextArea)
    assert reason.text() == "The county is"


def test_the_signed_packet_is_read_and_printed_again_byte_for_byte(counter: Counter) -> None:
    site = site_of(counter)
    application = site.begin()
    paper = site.sign(application)
    room = at(counter, application, "record")
    room.record._read(paper, "the packet")
    counter.act("print")
    assert counter.printed == [counter.office.desk.agreement.reprint(paper.id)]


def test_an_auditor_looks_and_is_offered_no_act(counter: Counter) -> None:
    application = site_of(counter).sent()
    counter.window.idle.rest()
    counter.inside.leave()
    counter.window.inside = None
    desk = counter.office.as_(AUDITOR, Role.AUDITOR)
    counter.window.enter(desk, counter.office.path)
    room = at(counter, application)
    assert room.record.offers == {}
    assert room.presenter is not None
    assert not room.presenter.editable


def test_every_state_offers_acts_that_exist() -> None:
    offered = {one for state in ApplicationState for one in acts.offered(state)}
    assert offered <= {one.id for one in acts.acts()}
    assert acts.offered(ApplicationState.APPROVED) == ()
