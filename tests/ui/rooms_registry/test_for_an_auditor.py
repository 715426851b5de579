"""An auditor may look at everything in the registry room, and is offered nothing that writes."""

from __future__ import annotations

from datetime import date

from immtrac_desk.domain.words import Role
from tests.journeys.conftest import Counter
from tests.office import AUDITOR, PASSPHRASE
from tests.seen import signed_paper
from tests.ui.presenters_registry.given import answered, dose, somebody
from tests.ui.rooms_registry.at_the_registry import here, section
from ui.views.dose import DoseView
from ui.views.entry import EntryView
from ui.views.registry_answers import AnswersPage
from ui.views.registry_doses import DosesPage
from ui.views.registry_waiting import WaitingPage

WRITES = {"record", "keep", "new_dose", "report_doses", "paste_answer", "note_schedule"}


def test_every_section_is_read_and_none_writes(counter: Counter) -> None:
    office = counter.office
    client = somebody(office)
    signed_paper(office.desk, client, date(2026, 11, 18))
    one = dose(office, client)
    answered(office, client, "CLR-105")
    counter.window.lock()
    office.reopen().staff.add(AUDITOR, Role.AUDITOR, PASSPHRASE)
    counter.window.enter(office.as_(AUDITOR), office.path)

    waiting = section(counter, "entry", WaitingPage)
    assert client.id in waiting.presenter.waiting
    doses = section(counter, "doses", DosesPage)
    assert one.id in doses.presenter.lines
    assert doses.report_button.isHidden()
    answers = section(counter, "answers", AnswersPage)
    assert answers.table.rows.rows != []
    assert answers.paste_button.isHidden()
    assert not answers.acceptDrops()
    offered = set(doses.handlers()) | set(answers.handlers()) | set(waiting.handlers())
    assert offered.isdisjoint(WRITES)

    counter.go("entry", client_id=client.id)
    card = here(counter, EntryView)
    assert card.form is None
    counter.go("dose", dose_id=one.id)
    room = here(counter, DoseView)
    assert room.save_button.isHidden()
    assert WRITES.isdisjoint(room.handlers())
