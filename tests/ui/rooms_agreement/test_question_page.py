"""The questions of an application in the settings: asked, needed, opened by; counted once saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import InputError
from tests.desk.sites import entered_site
from tests.journeys.conftest import Counter
from tests.office import CLERK
from tests.ui.accessibility import look
from tests.ui.rooms_agreement.at_an_application import at, field, settle
from ui.presenters.question_page import OwnQuestion, QuestionPagePresenter
from ui.shell.theme import theme
from ui.views.question_page import QuestionPage
from ui.views.settings import SettingsView
from ui.wording import tr


def page_of(counter: Counter) -> QuestionPage:
    room = counter.go("settings", page="questions")
    assert isinstance(room, SettingsView)
    assert isinstance(room.page, QuestionPage)
    settle(counter)
    return room.page


def asked(counter: Counter) -> set[str]:
    found = counter.office.desk.agreement.question_set()
    return {question.id for question in found.questions if question.asked}


def test_the_list_says_that_it_is_unconfirmed(counter: Counter) -> None:
    page = page_of(counter)
    assert tr.say("settings.unconfirmed") in page.banner.accessibleName()
    assert page.table.rowCount() > len(asked(counter)), "every question, under its step"


def test_a_mark_is_turned_with_space_and_counts_once_saved(counter: Counter) -> None:
    page = page_of(counter)
    counter.front()
    page.table.setFocus()
    page.table.take("unit")
    page.table.setCurrentCell(page.table.currentRow(), 1)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert "unit" in asked(counter), "not yet"
    counter.act("record")
    assert "unit" not in asked(counter)


def test_an_application_that_was_begun_keeps_its_questions(counter: Counter) -> None:
    site = entered_site(counter.office)
    agreement = counter.office.desk.agreement
    begun = agreement.begin(site.organization.id, ApplicationKind.RENEWAL).application.id
    page = page_of(counter)
    page.presenter.turn_asked("unit")
    page.save()
    later = agreement.begin(site.organization.id, ApplicationKind.CHANGE).application.id
    ids = [{q.id for q in agreement.application(one).questions} for one in (begun, later)]
    assert ["unit" in one for one in ids] == [True, False]


def test_needed_for_a_renewal_is_missing_in_a_renewal(counter: Counter) -> None:
    site = entered_site(counter.office)
    page = page_of(counter)
    page.presenter.turn_needed("hours", "renewal")
    page.save()
    agreement = counter.office.desk.agreement
    for kind, wanted in ((ApplicationKind.RENEWAL, True), (ApplicationKind.CHANGE, False)):
        picture = agreement.begin(site.organization.id, kind)
        missing = {f.field for f in picture.findings if f.code == "question.missing"}
        assert ("hours" in missing) is wanted


def test_an_own_question_is_asked_where_its_condition_holds(counter: Counter) -> None:
    site = entered_site(counter.office)
    page = page_of(counter)
    page.own.label.set_value("Refrigerators with a logger")
    page.own.step.set_value("A3")
    page.own.kind.set_value("choice")
    page.own.options.set_text("one\ntwo\nmore")
    page.own.add_own()
    own = page.table.in_hand()
    assert page.presenter.is_own(own)
    page.opened.opener.set_value("tvfc")
    page.opened._offer_values()
    page.opened.values.set_values(("yes",))
    page.opened.add_condition()
    page.save()
    begun = counter.office.desk.agreement.begin(site.organization.id, ApplicationKind.RENEWAL)
    room = at(counter, begun.application.id)
    assert own not in room.answers.form.answers.fields
    assert room.presenter is not None
    room.presenter.put("tvfc", True)
    room.answers.look()
    settle(counter)
    assert field(room, own)._label.text() == "Refrigerators with a logger"


def test_taking_an_own_question_out_takes_its_conditions_too(counter: Counter) -> None:
    presenter = QuestionPagePresenter(counter.office.desk, tr)
    presenter.read()
    own = presenter.add_own(OwnQuestion(label="Mobile unit?", step="A3", kind="yes_no"))
    presenter.add_condition("unit", own, ("yes",))
    presenter.drop_own(own)
    assert presenter.question("unit").opens == ()
    assert presenter.questions == presenter.saved


@pytest.mark.parametrize(
    ("typed", "beside"),
    [
        (OwnQuestion(label=" ", step="A3", kind="text"), "label"),
        (OwnQuestion(label="Mobile unit?", step="", kind="text"), "step"),
        (OwnQuestion(label="Mobile unit?", step="A3", kind=""), "kind"),
        (OwnQuestion(label="Mobile unit?", step="A3", kind="choice"), "options"),
    ],
)
def test_half_a_question_is_refused_beside_what_is_lacking(
    counter: Counter, typed: OwnQuestion, beside: str
) -> None:
    presenter = QuestionPagePresenter(counter.office.desk, tr)
    presenter.read()
    with pytest.raises(InputError) as refused:
        presenter.add_own(typed)
    assert refused.value.field == beside


def test_a_list_without_its_signature_is_refused_and_nothing_is_lost(counter: Counter) -> None:
    page = page_of(counter)
    page.presenter.turn_asked("signature")
    page.presenter.turn_asked("unit")
    page.save()
    assert counter.inside.notice.text
    assert page.presenter.edited
    assert "unit" in asked(counter)


def test_edits_survive_the_lock(counter: Counter) -> None:
    page = page_of(counter)
    page.presenter.turn_asked("unit")
    counter.window.lock()
    desk = counter.office.as_(counter.office.desk.actor.name)
    counter.window.enter(desk, counter.office.path)
    page = page_of(counter)
    assert not page.presenter.edited
    page.kept_strip.go_on.click()
    assert not page.presenter.question("unit").asked
    assert page.presenter.edited


def test_the_front_desk_reads_the_list(counter: Counter) -> None:
    counter.window.idle.rest()
    counter.inside.leave()
    counter.window.inside = None
    counter.window.enter(counter.office.as_(CLERK, Role.FRONT_DESK), counter.office.path)
    page = page_of(counter)
    assert not page.own.isVisible()
    assert not page.save_button.isVisible()
    page.table.take("unit")
    page.table._turn(page.table.currentRow(), 1)
    assert not page.presenter.edited


@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("es", 200)])
def test_the_page_is_named_large_enough_and_uncut(
    counter: Counter, language: str, percent: int
) -> None:
    tr.use(language)
    theme.wear(counter.app, percent=percent)
    try:
        page = page_of(counter)
        page.table.take("parent_id")
        page.opened.opener.set_value("org_type")
        page.opened._offer_values()
        settle(counter)
        assert look.everything(page, counter.app) == {}
    finally:
        theme.wear(counter.app, percent=100)
