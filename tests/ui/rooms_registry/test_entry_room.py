"""The entry card in the window: copied by key, gone with the lock, finished in one step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.words import Status
from tests.journeys.conftest import Counter
from tests.seen import signed_paper
from tests.ui.presenters_registry.given import dose, somebody
from tests.ui.rooms_registry.at_the_registry import here, press, section
from ui.clipboard import STAYS
from ui.views.act_form import ActForm
from ui.views.client import ClientView
from ui.views.entry import EntryView
from ui.views.entry_card import EntryCard
from ui.views.entry_finish import FinishForm
from ui.views.registry import RegistryView
from ui.views.registry_waiting import WaitingPage


def signed(counter: Counter, **changes: object) -> Client:
    client = somebody(counter.office, **changes)  # type: ignore[arg-type]
    signed_paper(counter.office.desk, client, date(2026, 11, 18))
    return client


def entered(counter: Counter, client: Client) -> EntryView:
    counter.go("entry", client_id=client.id)
    return here(counter, EntryView)


def card_of(room: EntryView) -> EntryCard:
    assert room.card is not None
    return room.card


def form_of(room: EntryView) -> FinishForm:
    assert isinstance(room.form, FinishForm)
    return room.form


def held() -> str:
    return QGuiApplication.clipboard().text()


def test_who_waits_is_opened_with_enter(counter: Counter) -> None:
    client = signed(counter)
    shown = section(counter, "entry", WaitingPage)
    shown.table.take_key(client.id)
    press(counter, shown.table, Qt.Key.Key_Return)
    room = here(counter, EntryView)
    assert room.presenter is not None
    assert room.presenter.client_id == client.id


def test_ctrl_i_opens_the_card_from_the_client(counter: Counter) -> None:
    client = signed(counter)
    counter.go("client", client_id=client.id)
    counter.act("enter_in_registry")
    assert here(counter, EntryView).name.text() == client.name.shown


def test_enter_copies_down_the_card_and_passes_what_is_only_pressed(counter: Counter) -> None:
    card = card_of(entered(counter, signed(counter)))
    rows = card.presenter.rows
    find = next(at for at, row in enumerate(rows) if row.value == "Find")
    card.table.take(find - 1)
    press(counter, card.table, Qt.Key.Key_Return)
    assert held() == rows[find - 1].value
    press(counter, card.table, Qt.Key.Key_Return)
    assert held() == rows[find - 1].value, "a button of the portal is not copied"
    assert card.presenter.is_done(rows[find])
    assert card.clipboard._timer.interval() == STAYS


def test_leaving_takes_the_copied_text_back_and_keeps_the_ticks(counter: Counter) -> None:
    client = signed(counter)
    card_of(entered(counter, client)).copy_next()
    assert held()
    counter.go("today")
    assert held() == ""
    assert card_of(entered(counter, client)).presenter.progress()[0] == 1


def test_what_the_search_refuses_leads_to_its_field_and_back(counter: Counter) -> None:
    client = signed(counter, gender="")
    room = entered(counter, client)
    assert not room.aside.findings.isHidden()
    room._correct("client.gender")
    edit = here(counter, ClientView).edit
    assert edit is not None
    edit.set.fields["client.gender"].set_value("female")  # type: ignore[attr-defined]
    edit.set.fields["client.gender"].changed.emit()
    counter.act("record")
    room = here(counter, EntryView)
    assert room.aside.findings.isHidden()


def test_it_is_finished_in_one_step_and_the_client_no_longer_waits(counter: Counter) -> None:
    client = signed(counter)
    one = dose(counter.office, client)
    form = form_of(entered(counter, client))
    form.searched.set_value("not_found")
    form.number.set_value("88009")
    form.affirmed.set_value("yes")
    form.user.set_value("mrobles")
    form.reported.set_values([one.id])
    counter.act("record")
    room = here(counter, RegistryView)
    assert room.section == "entry"
    file = counter.office.desk.people.file(client.id)
    assert file.standing.status is Status.CONSENTED_MINOR
    assert file.client.immtrac2_id == "88009"
    assert counter.office.desk.doses.dose(one.id).verdict.state.value == "REPORTED"
    shown = section(counter, "entry", WaitingPage)
    assert client.id not in shown.presenter.waiting


def test_what_is_not_said_is_asked_beside_its_field(counter: Counter) -> None:
    form = form_of(entered(counter, signed(counter)))
    counter.act("record")
    assert form.searched.findings != ()
    form.affirmed.set_value("yes")
    form.user.set_value("")
    counter.act("record")
    assert [one.code for one in form.user.findings] == ["act_form.needed"]


def test_it_stopped_says_why_and_the_client_waits_on(counter: Counter) -> None:
    client = signed(counter)
    room = entered(counter, client)
    form_of(room).searched.set_value("candidates")
    form_of(room).cancel_button.click()
    form = room.form
    assert isinstance(form, ActForm)
    assert form.editors["reason"].value() == "candidates", "it was said already"  # type: ignore[union-attr]
    form.editors["reason"].set_value("portal_down")  # type: ignore[union-attr]
    counter.act("record")
    here(counter, RegistryView)
    kinds = [line.act.kind for line in counter.office.desk.people.file(client.id).acts]
    assert ActKind.ENTRY_STOPPED in kinds
    room = entered(counter, client)
    assert not room.aside.stopped.isHidden()


def test_the_lock_takes_the_copied_text_back(counter: Counter) -> None:
    """Last in the file: the desk is closed by it."""
    card_of(entered(counter, signed(counter))).copy_next()
    assert held()
    counter.window.lock()
    assert held() == ""
