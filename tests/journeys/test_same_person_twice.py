"""E12 and E6 in the window: one person twice is merged and taken back; an identity changes."""

from __future__ import annotations

from datetime import date

from immtrac_desk.domain.client import PersonName
from tests.journeys.conftest import Counter
from ui.views.client import ClientView
from ui.widgets.text_area import TextArea
from ui.widgets.words import Button


def client_room(counter: Counter, **about: object) -> ClientView:
    room = counter.go("client", **about)
    assert isinstance(room, ClientView)
    assert room.presenter is not None
    return room


def answer(counter: Counter, room: ClientView, field: str, text: str) -> None:
    assert room.form is not None
    editor = room.form.editors[field]
    assert isinstance(editor, TextArea)
    editor.set_text(text)
    counter.act("record")
    counter.settle()


def test_one_person_twice_is_merged_and_taken_back(counter: Counter) -> None:
    kept = counter.office.client(date(2015, 3, 10))
    twice = counter.office.client(
        date(2015, 3, 10), name=PersonName(last="Garcia Lopez", first="Ana Sofia")
    )
    room = client_room(counter, client_id=kept.id, form="merge", other_id=twice.id)
    answer(counter, room, "reason", "same mother, same card")
    assert room.presenter is not None
    assert [one.id for one in room.presenter.file.merged] == [twice.id]
    assert counter.office.desk.people.file(twice.id).client.id == kept.id
    links = [b for b in room.papers.findChildren(Button) if b.text() == "Take the merge back"]
    links[0].click()
    answer(counter, room, "reason", "cousins of one name")
    assert room.presenter.file.merged == ()
    assert counter.office.desk.people.file(twice.id).client.id == twice.id


def test_an_adoption_makes_a_new_identity_and_a_task(counter: Counter) -> None:
    child = counter.office.client(date(2015, 3, 10))
    room = client_room(counter, client_id=child.id)
    counter.act("correct")
    assert room.edit is not None
    counter.type_in(room.edit.set.fields["client.last_name"], "Whitfield")
    room.edit.identity.open_button.click()
    room.edit.identity.do.click()
    assert room.edit is not None, "a reason is asked for"
    counter.type_in(room.edit.identity.reason, "adopted, order of 3 Nov 2026")
    room.edit.identity.do.click()
    counter.settle()
    assert room.presenter is not None
    file = room.presenter.file
    assert file.client.name.last == "Whitfield"
    assert [one.last for one in file.client.former_names] == ["García-López"]
    assert [task.what for task in file.tasks if task.closed_at is None] == ["contact_immtrac2"]
    assert "formerly García-López, Ana Sofía" in room.head.under.text()


def test_a_search_is_noted_beside_the_client(counter: Counter) -> None:
    child = counter.office.client(date(2015, 3, 10))
    room = client_room(counter, client_id=child.id, form="note_search")
    assert room.form is not None
    room.form.submit()
    assert room.form.editors["outcome"].findings, "the result is asked, not guessed"  # type: ignore[union-attr]
    room.form.editors["outcome"].button("not_found").click()  # type: ignore[union-attr]
    counter.act("record")
    counter.settle()
    assert room.form is None
    assert room.presenter is not None
    assert [line.act.facts["outcome"] for line in room.presenter.file.acts] == ["not_found"]
