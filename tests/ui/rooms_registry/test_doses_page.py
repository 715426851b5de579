"""Doses to report in the window: ticked, reported in one step, set aside, and opened."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from immtrac_desk.domain.dose import DoseState
from immtrac_desk.domain.ids import DoseId
from tests.journeys.conftest import Counter
from tests.ui.presenters_registry.given import TODAY, dose, somebody
from tests.ui.rooms_registry.at_the_registry import here, press, section
from ui.views.client import ClientView
from ui.views.consent import ConsentView
from ui.views.dose import DoseView
from ui.views.registry_doses import DosesPage
from ui.widgets.choice import Choice
from ui.widgets.field import Field


def page(counter: Counter) -> DosesPage:
    return section(counter, "doses", DosesPage)


def state(counter: Counter, dose_id: DoseId) -> DoseState:
    return counter.office.desk.doses.dose(dose_id).verdict.state


def report(counter: Counter, shown: DosesPage) -> None:
    form = shown.form
    assert form is not None
    method, user = form.editors["method"], form.editors["registry_user"]
    assert isinstance(method, Choice)
    assert isinstance(user, Field)
    method.set_value("online")
    user.set_value("mrobles")
    counter.act("record")
    counter.settle()


def test_several_are_ticked_by_key_and_reported_in_one_step(counter: Counter) -> None:
    client = somebody(counter.office)
    days = (date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 3))
    one, two, three = (dose(counter.office, client, day).id for day in days)
    shown = page(counter)
    for dose_id in (one, three):
        shown.table.take_key(dose_id)
        press(counter, shown.table, Qt.Key.Key_Space)
    assert shown.count.text() == "2 doses ticked"
    counter.act("report_doses")
    report(counter, shown)
    assert [state(counter, one) for one in (one, two, three)] == [
        DoseState.REPORTED,
        DoseState.WAITING,
        DoseState.REPORTED,
    ]
    assert shown.form is None
    assert shown.table.rows.ticked == set()


def test_a_day_before_the_dose_is_refused_beside_its_field(counter: Counter) -> None:
    one = dose(counter.office, somebody(counter.office), TODAY).id
    shown = page(counter)
    shown.table.take_key(one)
    shown.report()
    form = shown.form
    assert form is not None
    counter.type_in(form.editors["on"], "11/21/2026")  # type: ignore[arg-type]
    report(counter, shown)
    assert shown.form is form
    assert [f.code for f in form.editors["on"].findings] == ["dose.reported_before_given"]  # type: ignore[union-attr]
    form.cancel()
    assert state(counter, one) is DoseState.WAITING


def test_the_one_in_hand_is_set_aside_with_a_reason(counter: Counter) -> None:
    one = dose(counter.office, somebody(counter.office)).id
    shown = page(counter)
    shown.table.take_key(one)
    shown._one("set_aside_dose")
    form = shown.form
    assert form is not None
    counter.act("record")
    assert shown.form is form, "a reason is needed"
    form.editors["reason"].set_text("reported by the hospital")  # type: ignore[union-attr]
    counter.act("record")
    assert state(counter, one) is DoseState.SET_ASIDE
    assert one not in shown.presenter.lines


def test_the_panel_leads_to_the_consent_that_is_missing(counter: Counter) -> None:
    client = somebody(counter.office)
    shown = page(counter)
    one = dose(counter.office, client).id
    counter.settle()
    shown.table.take_key(one)
    shown.panel._mend("consent")
    room = here(counter, ConsentView)
    assert room.consent is not None
    assert room.consent.draft.client.id == client.id


def test_enter_opens_the_dose_and_saving_comes_back(counter: Counter) -> None:
    one = dose(counter.office, somebody(counter.office)).id
    shown = page(counter)
    shown.table.take_key(one)
    press(counter, shown.table, Qt.Key.Key_Return)
    room = here(counter, DoseView)
    counter.type_in(room.fields.lot, "A77")
    counter.act("record")
    assert counter.office.desk.doses.dose(one).dose.lot == "A77"
    assert page(counter).table.key() == one, "it is still in hand"


@pytest.mark.parametrize(("narrow", "shown_too"), [("overdue", True), ("REJECTED", False)])
def test_the_list_is_narrowed(counter: Counter, narrow: str, shown_too: bool) -> None:
    one = dose(counter.office, somebody(counter.office), date(2026, 9, 1)).id
    shown = page(counter)
    shown.states.buttons[narrow].click()
    assert (one in shown.presenter.lines) is shown_too
    shown.states.buttons["all"].click()


# -- the dose room -------------------------------------------------------------------------


def test_a_dose_is_entered_from_its_client_by_key_and_the_next_follows(counter: Counter) -> None:
    client = somebody(counter.office)
    counter.go("client", client_id=client.id)
    counter.act("new_dose")
    room = here(counter, DoseView)
    combo = room.fields.cvx.combo
    line = combo.lineEdit()
    assert line is not None
    line.setText("boostrix")
    line.editingFinished.emit()
    assert room.presenter is not None
    assert room.presenter.record.cvx == "115"
    counter.type_in(room.fields.lot, "A1")
    counter.act("new_dose")
    assert room.presenter.new
    assert room.presenter.record.cvx == ""
    (kept,) = counter.office.desk.doses.of_client(client.id)
    assert (kept.dose.cvx, kept.dose.lot) == ("115", "A1")


def test_what_is_refused_stands_beside_its_field_and_is_not_lost(counter: Counter) -> None:
    client = somebody(counter.office)
    counter.go("dose", client_id=client.id)
    room = here(counter, DoseView)
    counter.type_in(room.fields.given_on, "11/23/2026")
    room.fields.cvx.set_value("115")
    room.fields.cvx.changed.emit()
    counter.act("record")
    assert [f.code for f in room.fields.given_on.findings] == ["dose.in_future"]
    assert room.fields.given_on.line.text() == "11/23/2026"
    counter.type_in(room.fields.given_on, "11/22/2026")
    counter.act("record")
    here(counter, ClientView)
    assert len(counter.office.desk.doses.of_client(client.id)) == 1


def test_half_a_dose_survives_leaving_and_is_offered_again(counter: Counter) -> None:
    client = somebody(counter.office)
    counter.go("dose", client_id=client.id)
    room = here(counter, DoseView)
    room.fields.cvx.set_value("62")
    room.fields.cvx.changed.emit()
    counter.type_in(room.fields.lot, "B9")
    counter.go("today")
    counter.go("dose", client_id=client.id)
    assert room.presenter is not None
    assert room.presenter.record.lot == ""
    assert not room.kept_strip.isHidden()
    room.kept_strip.go_on.click()
    assert (room.presenter.record.cvx, room.fields.lot.text()) == ("62", "B9")
    room._cancel()
