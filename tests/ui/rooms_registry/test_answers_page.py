"""Answers in the window: pasted, opened, dropped, taken in, led to what mends them, and closed."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from immtrac_desk.domain.answer import AnswerSource, ItemState
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.ids import AnswerItemId
from tests.journeys.conftest import Counter
from tests.ui.presenters_registry.given import answered, somebody
from tests.ui.rooms_registry.at_the_registry import here, press, section
from ui.presenters.answer_preview import KEPT
from ui.views.client import ClientView
from ui.views.registry_answers import LIST, NOTHING, TAKE, AnswersPage
from ui.widgets.field import Field
from ui.widgets.words import KeyHint

_NUMBER = count(1)


def page(counter: Counter) -> AnswersPage:
    return section(counter, "answers", AnswersPage)


def text_about(client: Client, code: str = "IEE-413") -> str:
    return (
        f"MSH|^~\\&|T|T|||20261121||ACK|{next(_NUMBER)}|P|2.5.1\rMSA|AE|1\r"
        f"PID|1||{client.chart_no}^^^^MR||Okafor^Ngozi||20150504\rERR|||101|E||||{code} text\r"
    )


def paste(counter: Counter, shown: AnswersPage, text: str) -> None:
    counter.act("paste_answer")
    shown.take.box.setPlainText(text)
    counter.act("record")
    counter.settle()


def take_up(shown: AnswersPage, client: Client) -> str:
    """Take the row of a client's item in hand."""
    rows = shown.table.rows.rows
    lines = ((row.key, shown.presenter.line(row.key)) for row in rows)
    key = next(k for k, line in lines if line is not None and line.item.ref == client.chart_no)
    shown.table.take_key(key)
    return key


def test_an_empty_list_says_what_will_come_and_which_key(counter: Counter) -> None:
    shown = page(counter)
    assert shown.stack.currentIndex() == NOTHING
    shown_now = shown.stack.currentWidget()
    assert shown_now is not None
    assert "Ctrl Shift V" in [label.text() for label in shown_now.findChildren(KeyHint)]


def test_pasted_text_is_looked_at_and_then_taken_in(counter: Counter) -> None:
    client = somebody(counter.office)
    shown = page(counter)
    before = len(counter.office.desk.answers.answers())
    paste(counter, shown, text_about(client))
    assert shown.take.stack.currentIndex() == 1
    assert [row.cells[1] for row in shown.take.table.rows.rows] == ["IEE-413"]
    assert len(counter.office.desk.answers.answers()) == before, "nothing is kept yet"
    counter.act("record")
    counter.settle()
    assert shown.stack.currentIndex() == LIST
    line = shown.presenter.line(shown.table.key())
    assert line is not None
    assert line.item.ref == client.chart_no, "the first thing it asks for is in hand"
    assert take_up(shown, client)
    assert counter.office.desk.answers.answers()[0].source is AnswerSource.PASTED


def test_how_grave_a_thing_is_and_what_became_of_it_stand_apart(counter: Counter) -> None:
    client = somebody(counter.office)
    answered(counter.office, client, "IEE-413", severity="W")
    shown = page(counter)
    take_up(shown, client)
    row = next(row for row in shown.table.rows.rows if row.key == shown.table.key())
    assert row.cells[4:] == ("Warning", "Open")
    assert (shown.detail.pill.text, shown.table.isColumnHidden(5)) == ("Open", True)
    shown.shows.buttons["all"].click()
    assert not shown.table.isColumnHidden(5)
    shown.shows.buttons["open"].click()


def test_a_dropped_file_is_read_off_the_event_loop_without_its_name(
    counter: Counter, tmp_path: Path
) -> None:
    client = somebody(counter.office)
    place = tmp_path / "Okafor.hl7"
    place.write_bytes(text_about(client).encode("utf-16"))
    shown = page(counter)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(place))])
    none = Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    shown.dropEvent(QDropEvent(QPointF(5, 5), copy, held, left, none))
    assert shown.take.slow.busy
    counter.settle()
    assert shown.take.presenter.count == 1
    shown.take.take()
    counter.settle()
    answer = counter.office.desk.answers.answers()[0]
    assert answer.source is AnswerSource.DROPPED
    assert "Okafor.hl7" not in repr(answer)


def test_reading_is_cancelled_and_what_was_pasted_stays(counter: Counter) -> None:
    shown = page(counter)
    counter.act("paste_answer")
    shown.take.box.setPlainText("IEE-998\n" * 2000)
    shown.take.read_pasted()
    shown.take.slow._bar._cancelled()
    counter.settle()
    assert (shown.take.stack.currentIndex(), shown.take.presenter.preview) == (0, None)
    assert shown.take.box.toPlainText().startswith("IEE-998")
    shown.take.leave()


def test_what_is_no_answer_at_all_is_named_and_cannot_be_taken_in(counter: Counter) -> None:
    shown = page(counter)
    paste(counter, shown, "dear clinic,\nall is well\n")
    assert not shown.take.take_button.isEnabled()
    assert shown.take.presenter.lines() != ()
    shown.take.leave()


def test_enter_leads_to_the_field_that_mends_it_and_back_it_is_mended(counter: Counter) -> None:
    client = somebody(counter.office)
    answered(counter.office, client, "IEE-413")
    counter.office.clock.tick(minutes=1)
    shown = page(counter)
    key = take_up(shown, client)
    press(counter, shown.table, Qt.Key.Key_Return)
    room = here(counter, ClientView)
    assert room.edit is not None
    phone = room.edit.set.fields["client.phone"]
    assert isinstance(phone, Field)
    assert counter.focus is phone.line, "the field that the code speaks of"
    counter.type_in(phone, "5125550177")
    counter.act("record")
    counter.settle()
    assert counter.inside.stage.room_id == "registry"
    assert counter.inside.notice.text.startswith("IEE-413 is mended")
    counter.act("undo")
    assert shown.shows.value() == "done"
    assert shown.table.key() == key
    assert shown.detail.pill.text == "Mended"
    shown.shows.buttons["open"].click()


def test_a_row_is_closed_with_a_note_and_opened_again(counter: Counter) -> None:
    client = somebody(counter.office)
    answered(counter.office, client, "IEE-521")
    shown = page(counter)
    key = AnswerItemId(take_up(shown, client))
    shown.detail.buttons["close_answer"].click()
    form = shown.detail.form
    assert form is not None
    form.editors["note"].set_text("asked the vendor")  # type: ignore[union-attr]
    counter.act("record")
    counter.settle()
    answers = counter.office.desk.answers
    assert answers.item(key).state is ItemState.CLOSED
    shown.shows.buttons["done"].click()
    shown.table.take_key(key)
    assert shown.detail.closed.text().endswith(": by hand · asked the vendor")
    shown.detail.buttons["reopen_answer"].click()
    form = shown.detail.form
    assert form is not None
    form.editors["note"].set_text("still there")  # type: ignore[union-attr]
    counter.act("record")
    assert answers.item(key).state is ItemState.OPEN
    shown.shows.buttons["open"].click()


def test_a_client_is_matched_by_a_person(counter: Counter) -> None:
    client = somebody(counter.office)
    stranger = somebody(counter.office, chart_no="")
    counter.office.desk.answers.take(
        text_about(client).replace(client.chart_no, "nobody-77"), AnswerSource.PASTED
    )
    shown = page(counter)
    rows = shown.table.rows.rows
    key = next(row.key for row in rows if "nobody-77" in row.cells[2])
    shown.table.take_key(key)
    press(counter, shown.table, Qt.Key.Key_Return)
    assert not shown.detail.search.isHidden()
    shown.detail.search.line.setText(str(stranger.name.last))
    shown.detail.search.ask()
    press(counter, shown.detail.search.line, Qt.Key.Key_Return)
    line = counter.office.desk.answers.item(AnswerItemId(key))
    assert line.client is not None
    assert line.client.id == stranger.id


def test_owners_narrow_the_list_by_one_press(counter: Counter) -> None:
    client = somebody(counter.office)
    answered(counter.office, client, "IEE-570", "IEE-998")
    shown = page(counter)
    shown.owners.buttons["nurse"].click()
    assert {row.cells[3] for row in shown.table.rows.rows} == {"Nurse"}
    shown.owners.buttons[""].click()


def test_a_half_done_paste_is_offered_again(counter: Counter) -> None:
    shown = page(counter)
    counter.act("paste_answer")
    shown.take.box.setPlainText("IEE-998 half")
    counter.go("today")
    shown.stack.setCurrentIndex(LIST)
    page(counter)
    counter.act("paste_answer")
    assert shown.stack.currentIndex() == TAKE
    assert not shown.take.kept_strip.isHidden()
    shown.take.kept_strip.go_on.click()
    assert shown.take.box.toPlainText() == "IEE-998 half"
    shown.take.leave()


def test_a_paste_too_long_to_keep_says_so_when_it_is_offered_again(counter: Counter) -> None:
    shown = page(counter)
    counter.act("paste_answer")
    shown.take.box.setPlainText("x" * (KEPT + 1))
    counter.go("today")
    shown.stack.setCurrentIndex(LIST)
    page(counter)
    counter.act("paste_answer")
    shown.take.kept_strip.go_on.click()
    assert len(shown.take.box.toPlainText()) == KEPT
    assert "200,000" in counter.inside.notice.text
    shown.take.leave()
