"""From a dose given to a rejected message to a mended consent to a reported dose, in the window."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from immtrac_desk.domain.answer import ItemState
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import DoseState
from immtrac_desk.domain.ids import DoseId
from immtrac_desk.domain.words import Choice as Signed
from immtrac_desk.domain.words import Status
from tests.journeys.conftest import Counter
from tests.journeys.test_other_forms import by_mother, recorded, sign_on_screen
from ui.views.client import ClientView
from ui.views.consent import ConsentView
from ui.views.dose import DoseView
from ui.views.entry import EntryView
from ui.views.entry_finish import FinishForm
from ui.views.registry import RegistryView
from ui.views.registry_answers import AnswersPage
from ui.views.registry_doses import DosesPage


def give_dose(counter: Counter, client: Client) -> DoseId:
    """Ctrl+D at the client, a vaccine by its trade name, a lot, Ctrl+Enter."""
    counter.go("client", client_id=client.id)
    room = counter.act("new_dose")
    assert isinstance(room, DoseView)
    line = room.fields.cvx.combo.lineEdit()
    assert line is not None
    line.setText("boostrix")
    line.editingFinished.emit()
    counter.type_in(room.fields.lot, "A77B1")
    assert room.panel.faults.count() == 1, "the desk says CLR-100 before the registry does"
    assert isinstance(counter.act("record"), ClientView)
    (kept,) = counter.office.desk.doses.of_client(client.id)
    return kept.dose.id


def report_anyway(counter: Counter) -> None:
    """The vendor sent it overnight; the clerk notes that."""
    room = counter.act("doses_to_report")
    assert isinstance(room, RegistryView)
    page = room.page
    assert isinstance(page, DosesPage)
    page.report()
    form = page.form
    assert form is not None
    form.editors["method"].set_value("web_service")  # type: ignore[union-attr]
    form.editors["registry_user"].set_value("OAKDX")  # type: ignore[union-attr]
    counter.act("record")
    counter.settle()


def take_answer(counter: Counter, text: str) -> AnswersPage:
    """Ctrl+Shift+V, read, take in."""
    room = counter.act("paste_answer")
    assert isinstance(room, RegistryView)
    page = room.page
    assert isinstance(page, AnswersPage)
    page.take.box.setPlainText(text)
    for _ in range(2):
        counter.act("record")
        counter.settle()
    return page


def enter(counter: Counter, dose_id: DoseId) -> None:
    """Down the card with Enter, then note what was done there."""
    room = counter.act("enter_in_registry")
    assert isinstance(room, EntryView)
    assert room.card is not None
    assert room.presenter is not None
    assert room.presenter.code_words()[0] == "TXY"
    for _ in room.card.presenter.rows:
        room.card.copy_next()
    assert room.card.presenter.next_open(-1) == -1
    form = room.form
    assert isinstance(form, FinishForm)
    form.searched.set_value("not_found")
    form.affirmed.set_value("yes")
    form.user.set_value("mrobles")
    form.reported.set_values([dose_id])
    counter.act("record")
    counter.settle()


def test_a_rejected_dose_comes_home(counter: Counter) -> None:
    office, desk = counter.office, counter.office.desk
    client = office.client(date(2015, 3, 10), chart_no="4471")
    dose_id = give_dose(counter, client)

    def state() -> DoseState:
        return desk.doses.dose(dose_id).verdict.state

    report_anyway(counter)
    assert state() is DoseState.REPORTED
    assert desk.doses.to_report() == ()

    office.clock.tick(hours=1)
    page = take_answer(
        counter,
        "MSH|^~\\&|TX|TX|||20261122||ACK^V04^ACK|77|P|2.5.1\rMSA|AE|77\r"
        "PID|1||4471^^^^MR||Garcia-Lopez^Ana||20150310\r"
        "ERR|||101|E||||CLR-100 Client has not consented\r"
        "ERR|||101|W||||IEE-413 Phone\r",
    )
    assert state() is DoseState.REJECTED
    rows = {row.cells[0]: row.key for row in page.table.rows.rows}
    assert set(rows) == {"CLR-100", "IEE-413"}

    office.clock.tick(minutes=5)
    page.table.take_key(rows["CLR-100"])
    counter.front()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    room = counter.room
    assert isinstance(room, ConsentView), "the row leads to the consent that mends it"
    by_mother(room)
    sign_on_screen(counter, room, Signed.GRANT)
    view = recorded(counter)
    assert view.presenter is not None
    assert view.presenter.file.standing.status is Status.SIGNED_TO_AFFIRM

    office.clock.tick(minutes=5)
    enter(counter, dose_id)
    assert desk.people.file(client.id).standing.status is Status.CONSENTED_MINOR
    items = {line.item.code: line for line in desk.answers.items(show="all")}
    assert items["CLR-100"].state is ItemState.MENDED
    assert items["IEE-413"].state is ItemState.OPEN, "a warning that nobody mended stays"
    assert state() is DoseState.REPORTED
    assert desk.doses.to_report() == ()
    assert desk.entry.waiting() == ()
