"""The time line in the window: each line's links are about that line's act, and no other."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel

from immtrac_desk.domain.words import Responder
from tests.journeys.conftest import Counter
from tests.journeys.test_same_person_twice import answer, client_room
from ui.views.client import ClientView
from ui.widgets.words import Button
from ui.wording import tr

BORN = date(1990, 3, 10)


def links(room: ClientView, text: str) -> list[Button]:
    return [button for button in room.line.findChildren(Button) if button.text() == text]


def test_each_undo_and_each_attach_is_about_the_act_of_its_own_line(counter: Counter) -> None:
    people, client = counter.office.desk.people, counter.office.client(BORN)
    for day, outcome in ((17, "found"), (18, "candidates"), (19, "not_found"), (20, "found")):
        people.note_search(client.id, outcome, date(2026, 11, day))
    people.note_responder(client.id, Responder.RESPONDER)
    room = client_room(counter, client_id=client.id)
    assert room.presenter is not None
    shown = [line.act.id for line in room.presenter.acts()]
    assert len(shown) == 5
    for text in ("Undo", "Attach"):
        asked = []
        for place in range(len(shown)):
            links(room, text)[place].click()
            counter.settle()
            assert room.form is not None
            asked.append(room.form.about.act_id)
            room.form.cancel_button.click()
            counter.settle()
        assert asked == shown, text


def test_what_was_typed_stands_beside_its_act_in_the_language_of_the_screen(
    counter: Counter,
) -> None:
    people, client = counter.office.desk.people, counter.office.client(BORN)
    people.note_search(client.id, "found", date(2026, 11, 17), "0012345")
    room = client_room(counter, client_id=client.id)
    links(room, "Undo")[0].click()
    answer(counter, room, "reason", "that was <b>her</b> sister")
    said = {label.text() for label in room.line.findChildren(QLabel)}
    assert "Result: Found · ImmTrac2 ID: 0012345" in said
    assert "Reason: that was <b>her</b> sister · Undone: Registry search noted" in said
    tr.use("es")
    room.retell()
    said = {label.text() for label in room.line.findChildren(QLabel)}
    assert "Resultado: Se encontró · Número de ImmTrac2: 0012345" in said


def test_a_task_that_is_done_stays_with_what_was_noted_of_it(counter: Counter) -> None:
    people, client = counter.office.desk.people, counter.office.client(BORN)
    people.identity_change(client, "name changed by court, order 26-114")
    room = client_room(counter, client_id=client.id)
    said = {label.text() for label in room.papers.findChildren(QLabel)}
    assert "name changed by court, order 26-114" in said
    room.papers.findChildren(Button)[0].click()
    answer(counter, room, "note", "ImmTrac2 called, reference 8842")
    said = {label.text() for label in room.papers.findChildren(QLabel)}
    assert "ImmTrac2 called, reference 8842" in said
    assert "Done, today 09:30: Contact ImmTrac2 about the change of identity" in said
    assert "Done" not in {button.text() for button in room.papers.findChildren(Button)}
