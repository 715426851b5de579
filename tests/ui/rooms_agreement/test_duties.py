"""Access and obligations in the window: a question, a clock, a list."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from immtrac_desk.domain.words import Role
from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.sites import site_with
from ui.presenters.duties import DutiesPresenter
from ui.views.duties import DutiesView
from ui.widgets.layouts import FocusFollows
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button
from ui.wording import tr


@pytest.fixture
def duties(counter: Counter) -> DutiesView:
    site_with(counter.office.desk)
    room = counter.go("duties")
    assert isinstance(room, DutiesView)
    return room


def ask(room: DutiesView, entity: str, purpose: str, age: str = "unknown") -> str:
    card = room.access
    card.entity.set_value(entity)
    card.purpose.set_value(purpose)
    card.age.set_value(age)
    card.answer()
    return card.banner.accessibleName()


def test_nothing_is_answered_until_the_question_is_whole(duties: DutiesView) -> None:
    assert ask(duties, "school", "") == ""
    assert duties.access.banner.isHidden()


def test_a_school_may_see_whom_it_has_enrolled_and_a_child_care_only_minors(
    duties: DutiesView,
) -> None:
    assert ask(duties, "school", "enrolled", "adult").startswith(tr.say("access_card.allowed"))
    assert ask(duties, "child-care", "enrolled", "adult").startswith(tr.say("access_card.denied"))
    assert ask(duties, "child-care", "enrolled").startswith(tr.say("access_card.denied"))
    assert ask(duties, "child-care", "enrolled", "minor").startswith(tr.say("access_card.allowed"))


def test_the_answer_names_its_row(duties: DutiesView) -> None:
    ask(duties, "court", "subpoena")
    assert "DT-17.13" in duties.access.banner._source.text()


def test_the_answer_turns_with_the_language(counter: Counter, duties: DutiesView) -> None:
    english = ask(duties, "provider", "treatment")
    tr.use("es")
    counter.window.retell()
    assert duties.access.banner.accessibleName() != english
    assert duties.access.banner.accessibleName().startswith("Sí")


def test_a_breach_is_counted_and_says_it_is_no_advice(duties: DutiesView) -> None:
    card = duties.breach
    card.affected.set_value("600")
    card.texans.set_value("600")
    card.discovered_on.set_day(date(2026, 3, 2))
    card.determined_on.set_day(date(2026, 3, 5))
    card.button.click()
    said = [pill.text for pill in card.findChildren(StatusPill)]
    late, needless = tr.say("breach_card.late_pill"), tr.say("breach_card.not_needed_pill")
    assert said == [late, late, needless, late, late]
    assert card.counsel.accessibleName() == tr.say("breach.counsel")


def test_those_of_other_states_whom_nobody_counted_are_spoken_of(duties: DutiesView) -> None:
    card = duties.breach
    for texans, spoken_of in (("90", 1), ("600", 0)):
        card.affected.set_value("600")
        card.texans.set_value(texans)
        card.discovered_on.set_day(date(2026, 3, 2))
        card.button.click()
        said = [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]
        assert sum(tr.say("breach.elsewhere") in one for one in said) == spoken_of


@pytest.mark.parametrize("field", ["discovered_on", "determined_on"])
def test_a_day_to_come_is_refused_beside_its_field(duties: DutiesView, field: str) -> None:
    card = duties.breach
    card.affected.set_value("600")
    card.texans.set_value("600")
    card.discovered_on.set_day(date(2026, 11, 22))
    getattr(card, field).set_day(date(2026, 11, 23))
    card.button.click()
    assert getattr(card, field).findings
    assert card.lines.count() == 0


def test_half_a_day_is_refused_beside_its_field_and_not_taken_for_none(duties: DutiesView) -> None:
    card = duties.breach
    card.affected.set_value("600")
    card.texans.set_value("600")
    card.discovered_on.set_day(date(2026, 11, 20))
    card.determined_on.line.setText("11/2")
    card.determined_on.line.editingFinished.emit()
    card.button.click()
    assert card.determined_on.text() == "11/2"
    assert card.determined_on.findings
    assert card.lines.count() == 0


def test_a_number_that_is_none_is_refused_beside_its_field_and_kept(duties: DutiesView) -> None:
    card = duties.breach
    card.affected.set_value("many")
    card.button.click()
    assert card.affected.findings
    assert card.affected.text() == "many"
    assert card.lines.count() == 0


def test_more_texans_than_people_are_refused_beside_the_texans(duties: DutiesView) -> None:
    card = duties.breach
    card.affected.set_value("10")
    card.texans.set_value("11")
    card.discovered_on.set_day(date(2026, 3, 2))
    card.button.click()
    assert card.texans.findings
    assert not card.affected.findings


def test_a_duty_is_confirmed_with_name_and_day(counter: Counter, duties: DutiesView) -> None:
    button = next(
        b for b in duties.duties.findChildren(Button) if b.text() == tr.say("duties.confirm")
    )
    button.click()
    counter.settle()
    desk = counter.office.desk
    site = desk.roster.organizations()[0]
    confirmed = [line for line in desk.duties.lines(site.id) if line.confirmed]
    assert [line.confirmed.on for line in confirmed if line.confirmed] == [desk.today()]
    what, done = DutiesPresenter(desk, tr).duty_words(confirmed[0])
    assert what
    assert desk.actor.name in done


def test_the_page_and_the_focus_stay_where_one_confirms(
    counter: Counter, duties: DutiesView
) -> None:
    rows = [row for row in duties.duties.rows.values() if not row.confirm.isHidden()]
    last = rows[-1]
    counter.window.activateWindow()
    counter.settle()
    last.confirm.setFocus()
    counter.settle()
    area = duties.findChild(FocusFollows)
    assert area is not None
    before = area.verticalScrollBar().value()
    assert before > 0
    last.confirm.click()
    counter.settle()
    assert last.pill.text == tr.say("duties.met")
    assert counter.window.focusWidget() is last.confirm
    assert area.verticalScrollBar().value() == before
    said = {"open": len(rows) - 1, "all": len(rows)}
    assert duties.duties.count.text() == tr.say("duties.still_open", **said)


def test_a_fact_that_asks_nothing_of_the_site_cannot_be_confirmed(counter: Counter) -> None:
    desk = counter.office.desk
    site = site_with(desk)
    lines = desk.duties.lines(site.id)
    told = DutiesPresenter(desk, tr)
    facts = [line for line in lines if not line.duty.ours]
    assert facts
    assert {told.duty_pill(line)[0] for line in facts} == {tr.say("duties.fact")}
    assert {told.duty_words(line)[1] for line in facts} == {""}


def test_who_only_looks_is_offered_no_button(counter: Counter) -> None:
    site_with(counter.office.desk)
    assert DutiesPresenter(counter.office.desk, tr).may_confirm
    auditor = counter.office.as_("Auditor", Role.AUDITOR)
    assert not DutiesPresenter(auditor, tr).may_confirm
