"""The handbook in the window: F1 at a field, reading, searching, checking, signing, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Intent
from tests.desk.rostered import a_site, give, someone
from tests.journeys.conftest import Counter
from tests.ui.accessibility import look
from ui.views.consent import ConsentView
from ui.views.handbook import HandbookView
from ui.views.help import HelpView
from ui.wording import tr


def said(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def handbook(counter: Counter) -> HandbookView:
    room = counter.act("handbook")
    assert isinstance(room, HandbookView)
    for _ in range(4):
        counter.app.processEvents()
    return room


def top_heading(room: HandbookView, anchor: str) -> int:
    """How far below the upper edge of the page a section begins."""
    assert room.page is not None
    heading = room.page.heading(anchor)
    assert heading is not None
    return heading.mapTo(room.area, heading.rect().topLeft()).y()


def answer_all(room: HandbookView) -> None:
    assert room.check is not None
    for box in room.check.questions:
        box.buttons[box._question.right].click()


def test_f1_opens_the_place_of_the_field_and_back_returns_to_it(counter: Counter) -> None:
    client = counter.office.client()
    counter.front()
    form = counter.go("consent", client_id=client.id, intent=Intent.JOIN)
    assert isinstance(form, ConsentView)
    field = next(one for one in form.findChildren(QWidget) if _named(one, "client.phone"))
    field.setFocus()
    counter.app.processEvents()
    QTest.keyClick(counter.focus, Qt.Key.Key_F1)
    room = counter.room
    assert isinstance(room, HandbookView)
    for _ in range(4):
        counter.app.processEvents()
    assert room.shown == "data"
    assert 0 <= top_heading(room, "address") < 40
    assert counter.focus is room.area
    assert room.area.accessibleName() == "10. Data elements and quality"
    counter.inside.back()
    assert isinstance(counter.room, ConsentView)
    assert handbook(counter).shown == "consents", "the room's own page, where no field is in hand"


def test_the_palette_looks_for_words_in_the_handbook(counter: Counter) -> None:
    pane = counter.inside.palette_pane
    for typed, found in (("emancipated", True), ("xyzzy", False)):
        counter.act("palette")
        pane.line.setText(typed)
        pane.look()
        pane.list.setCurrentRow(pane.list.count() - 1)
        pane.choose()
        room = counter.room
        assert isinstance(room, HandbookView)
        assert room.line.text() == typed
        assert bool(room._rows) is found
        assert counter.focus is (room.list if found else room.line)
    room.open()


def _named(widget: QWidget, name: str) -> bool:
    return getattr(widget, "name", "") == name


def test_f1_without_a_field_opens_the_page_of_the_part_one_is_in(counter: Counter) -> None:
    shown = {}
    for section in ("answers", "doses", "lists"):
        counter.go("registry", section=section)
        counter.inside.stage.setFocus()
        shown[section] = handbook(counter).shown
    assert shown == {"answers": "errors", "doses": "reporting", "lists": "desk"}


def test_the_keys_stay_a_page_of_their_own(counter: Counter) -> None:
    room = handbook(counter)
    assert room.shown == "desk"
    room.keys.click()
    assert isinstance(counter.room, HelpView)
    assert isinstance(counter.act("help"), HelpView)


def test_a_page_is_found_read_and_heard(counter: Counter) -> None:
    room = handbook(counter)
    counter.type_in(room.line, "red row")
    assert {one.chapter_id for one in room._rows} == {"schedule"}
    QTest.keyClick(room.line, Qt.Key.Key_Down)
    QTest.keyClick(room.list, Qt.Key.Key_Return)
    assert room.shown == "schedule"
    assert room.page is not None
    heard = {one.accessibleName() for one in room.page.findChildren(QLabel)}
    assert "Heading: A row of the history" in heard
    assert "You see: A red row" in heard
    assert "not confirmed" in said(room.page)
    counter.type_in(room.line, "zzz")
    assert tr.say("handbook_room.none_title") in said(room)
    counter.type_in(room.line, "")
    assert room.list.rowCount() == len(room.presenter.chapters())


def test_the_language_turns_and_the_page_stays(counter: Counter) -> None:
    room = handbook(counter)
    room.turn_to("schedule")
    counter.act("language")
    assert (room.shown, "Leer el esquema" in said(room)) == ("schedule", True)
    room.print.click()
    counter.settle()
    assert counter.printed == [counter.office.desk.handbook.pdf("es")]


def test_checks_are_told_at_once_kept_over_a_lock_and_signed_for(counter: Counter) -> None:
    desk = counter.office.desk
    person = someone(desk)
    give(desk, person, a_site(desk), SiteRole.FULL_ACCESS)
    room = handbook(counter)
    room.turn_to("confidentiality")
    assert room.check is not None
    first = room.check.questions[0]
    first.buttons[(first._question.right + 1) % 3].click()
    assert first.said.text().startswith("Not quite.")
    answer_all(room)
    assert first.said.text() == f"Right. {first._question.why}"
    assert room.check.result.text() == "Your check: All 4 right."
    room.sign_record()
    assert room.training is not None
    assert (room.training.pad.locked, room.training.file.isEnabled()) == (True, False)
    room.keep()

    counter.inside.stage._rooms.pop("handbook").deleteLater()
    room = handbook(counter)
    assert "All 4 right" in [one.result for one in room.presenter.rows()]
    room.turn_to("access")
    answer_all(room)
    room.sign_record()
    assert room.training is not None
    room.training.person.set_value(person.id)
    room.training.person.changed.emit()
    counter.app.processEvents()
    assert desk.handbook.statement(room.training.signing.kind, "en") in said(room.training)
    counter.draw_on(room.training.pad)
    ink = room.training.pad.strokes()
    for language in ("es", "en"):
        counter.act("language")
        assert tr.say("handbook_room.sign.title") in said(room.training)
        assert desk.handbook.statement(room.training.signing.kind, language) in said(room.training)
        assert (room.training.person.value(), room.training.pad.strokes()) == (person.id, ink)
        assert room.training.signing.can_file
    room.training.file.click()
    [training] = desk.roster.person_file(person.id).trainings
    assert training.signed
    assert training.proof_id is not None
    assert tr.say("handbook_room.sign.done", name=person.shown) in said(counter.inside.notice)
    assert room.training.pad.is_empty()


def test_words_beside_a_circle_press_it(counter: Counter) -> None:
    room = handbook(counter)
    room.turn_to("tips")
    for _ in range(4):
        counter.app.processEvents()
    assert room.check is not None
    box = room.check.questions[0]
    words = next(one for one in box.findChildren(QLabel) if one.text() == box._question.choices[0])
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert box.buttons[0].isChecked()
    assert box.buttons[0].accessibleDescription() == box.said.text() != ""


def test_nothing_is_cut_in_large_spanish_letters(counter: Counter) -> None:
    room = handbook(counter)
    try:
        counter.window.looks.wear(percent=200)
        counter.act("language")
        complaints = {}
        for page in ("consents", "confidentiality", "errors", "training"):
            room.turn_to(page)
            counter.app.processEvents()
            complaints[page] = look.everything(counter.inside, counter.app)
        assert {page: told for page, told in complaints.items() if told} == {}
    finally:
        counter.window.looks.wear(percent=100)
