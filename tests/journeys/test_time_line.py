"""The time line in the window: each line's links are about that line's act, and no other."""

from __future__ import annotations

from datetime import date

from immtrac_desk.domain.words import Responder
from tests.journeys.conftest import Counter
from tests.journeys.test_same_person_twice import client_room
from ui.views.client import ClientView
from ui.widgets.words import Button

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
