"""History: the book in words, its filters, loud lines, and the check of everything."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from immtrac_desk.domain.client import PersonName
from immtrac_desk.errors import VaultError
from tests.journeys.conftest import Counter
from tests.seen import signed_paper
from tests.ui.rooms_office import desks
from ui.presenters.history import PAGE
from ui.views.history import HistoryView
from ui.wording import tr


def history(counter: Counter, **about: object) -> HistoryView:
    room = counter.go("history", **about)
    assert isinstance(room, HistoryView)
    return room


def shown(room: HistoryView, column: int) -> list[str]:
    items = (room.table.item(at, column) for at in range(room.table.rowCount()))
    return [item.text() for item in items if item]


def test_the_newest_line_stands_first_with_who_and_about_whom(counter: Counter) -> None:
    counter.office.client()
    room = history(counter)
    assert shown(room, 1)[0] == "Marta Robles"
    assert shown(room, 2)[0] == "Client added"
    assert shown(room, 3)[0] == "García-López, Ana Sofía"


def test_reading_the_book_opens_no_file_and_logs_no_look(counter: Counter) -> None:
    counter.office.client()
    room = history(counter)
    room.table.setCurrentCell(0, 0)
    assert counter.office.desk.book.history(acts=("client_looked_at",)) == ()


def test_filters_narrow_by_act_person_and_client(counter: Counter) -> None:
    one = counter.office.client()
    counter.office.client(date(2010, 1, 2), name=PersonName(last="Vega", first="Lucía"))
    room = history(counter, client_id=one.id)
    assert set(shown(room, 3)) == {"García-López, Ana Sofía"}
    room.filters.all.click()
    room.filters.act.set_value("pack_verified")
    room.filters.changed.emit()
    assert set(shown(room, 2)) == {"Form read and verified"}
    room.filters.person.set_value("nobody")
    room.filters.act.set_value("client_added")
    room.filters.person.set_value(counter.office.desk.actor.id)
    room.filters.changed.emit()
    assert len(shown(room, 2)) == 2


def test_a_line_says_its_rule_and_its_digest(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    signed_paper(counter.office.desk, client, date(2026, 11, 16))
    room = history(counter)
    at = shown(room, 2).index("Consent granted")
    room.table.setCurrentCell(at, 0)
    line = room.presenter.rows[at].entry
    assert line.row in room.line.law.text()
    assert len(room.line.law.text()) > len(line.row) + 20
    assert dict(room.line.facts.facts)["Chained digest"] == line.digest


def test_the_client_and_the_document_are_one_key_away(counter: Counter) -> None:
    paper = desks.filed(counter)
    room = history(counter)
    at = next(i for i, r in enumerate(room.presenter.rows) if r.entry.document_id == paper.id)
    room.table.setCurrentCell(at, 0)
    room.line.document.click()
    assert counter.inside.stage.room_id == "documents"
    room = history(counter)
    room.table.setCurrentCell(at, 0)
    room.line.client.click()
    assert counter.inside.stage.room_id == "client"


def test_older_lines_load_on_and_the_beginning_is_said(counter: Counter) -> None:
    desk = counter.office.desk
    for at in range(PAGE):
        desk.book.change_setting("lists.amber_days", 20 + at % 2)
    room = history(counter)
    assert room.table.rowCount() == PAGE
    assert room.earlier.isVisible()
    room.earlier.click()
    assert room.table.rowCount() > PAGE
    assert shown(room, 2)[-1] == "Vault created"
    assert not room.earlier.isVisible()


def test_a_loud_line_stays_until_a_supervisor_has_seen_it(counter: Counter) -> None:
    counter.office.desk.staff.new_recovery_code()
    room = history(counter)
    assert shown(room, 2)[0].startswith("▲")
    assert len(room.loud.buttons) == 1
    QTest.mouseClick(room.loud.buttons[0], Qt.MouseButton.LeftButton)
    assert counter.office.desk.book.loud() == ()
    assert not room.loud.isVisible()


def test_an_auditor_sees_the_loud_line_and_cannot_put_it_away(counter: Counter) -> None:
    counter.office.desk.staff.new_recovery_code()
    desks.auditor(counter)
    room = history(counter)
    assert room.loud.isVisible()
    assert room.loud.buttons == []


def test_verify_says_sound_and_in_the_other_language_too(counter: Counter) -> None:
    desks.filed(counter)
    room = history(counter)
    room.verify.click()
    counter.settle()
    assert room.verdict.accessibleName().startswith("Everything is as it was left.")
    tr.use("es")
    counter.window.retell()
    assert room.verdict.accessibleName().startswith("Todo está como se dejó.")


def test_verify_names_file_and_place_of_what_was_changed(counter: Counter) -> None:
    desks.filed(counter)
    room = history(counter)
    slots = counter.office.path / "slots"
    whole = slots.read_bytes()
    slots.write_bytes(whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:])
    room.verify.click()
    counter.settle()
    slots.write_bytes(whole)
    said = room.verdict.accessibleName()
    assert said.startswith("1 thing is not as it was left.")
    assert "slots, " in said


def test_the_check_can_be_left_and_says_so(counter: Counter) -> None:
    room = history(counter)
    room.verify.click()
    room.slow._bar._cancelled()
    assert "You stopped the check." in room.verdict.accessibleName()
    counter.settle()
    assert "You stopped the check." in room.verdict.accessibleName()
    assert not room.slow.busy


def test_a_check_that_was_stopped_ends_and_the_next_one_is_not_stopped(counter: Counter) -> None:
    desks.filed(counter)
    presenter = history(counter).presenter
    stopped = presenter.check()
    presenter.stop()
    again = presenter.check()
    with pytest.raises(VaultError) as error:
        stopped()
    assert error.value.code == "verify.stopped"
    assert again() == ()
