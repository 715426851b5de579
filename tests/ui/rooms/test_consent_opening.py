"""The consent screen opens in steps, and whoever is quick notices nothing of it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.words import Intent
from tests.journeys.conftest import Counter
from ui.views.consent import ConsentView
from ui.views.consent_fields import ConsentFields
from ui.wording import tr


def opened(counter: Counter, **changes: object) -> ConsentView:
    """The screen of an adult, not a turn of the loop after it was asked for."""
    client = counter.office.client(date(1990, 1, 1), **changes)
    counter.inside.go("consent", client_id=client.id, intent=Intent.JOIN)
    room = counter.inside.stage.room
    assert isinstance(room, ConsentView)
    return room


def fields_of(room: ConsentView) -> ConsentFields:
    assert room.fields is not None
    return room.fields


def put_in(fields: ConsentFields) -> list[bool]:
    return [fields.isAncestorOf(part) for part in fields.parts]


def wait_for_the_rest(room: ConsentView, qtbot: QtBot) -> None:
    """Until the sheet, which comes last, stands beside the fields."""
    assert room.sheet is not None
    qtbot.waitUntil(room.sheet.isVisible, timeout=30_000)


def test_what_one_types_into_first_is_there_at_once_and_the_rest_soon(
    counter: Counter, qtbot: QtBot
) -> None:
    room = opened(counter)
    fields = fields_of(room)
    assert fields.who.name.isVisible()
    assert not all(put_in(fields))
    qtbot.waitUntil(lambda: all(put_in(fields)), timeout=30_000)
    assert all(part.isVisible() for part in fields.parts)


def test_the_sheet_comes_beside_and_is_drawn(counter: Counter, qtbot: QtBot) -> None:
    room = opened(counter)
    assert room.sheet is not None
    assert not room.sheet.isVisible()
    preview = room.sheet.preview
    qtbot.waitUntil(lambda: preview.isVisible() and preview.pages() >= 1, timeout=30_000)


def test_a_key_pressed_at_once_reaches_what_is_missing(counter: Counter, qtbot: QtBot) -> None:
    """Also where that stands in a section that would come only later."""
    counter.front()
    room = opened(counter, ethnicity="")
    ethnicity = fields_of(room).set.fields["client.ethnicity"]
    assert ethnicity.isAncestorOf(counter.focus)
    assert counter.focus.isVisible()
    assert all(put_in(fields_of(room)))
    QTest.keyClick(counter.focus, Qt.Key.Key_Space)
    wait_for_the_rest(room, qtbot)
    assert room.consent is not None
    assert room.consent.draft.client.ethnicity
    assert ethnicity.isAncestorOf(counter.focus)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_language_turned_in_between_reaches_every_section(
    counter: Counter, qtbot: QtBot, language: str
) -> None:
    room = opened(counter)
    tr.use(language)
    counter.window.retell()
    headings = [part.heading.text() for part in fields_of(room).parts]
    codes = ["who", *(part.heading._code for part in fields_of(room).parts)]
    assert headings == [tr.say(code) for code in codes[1:]]
    wait_for_the_rest(room, qtbot)
    assert [part.heading.text() for part in fields_of(room).parts] == headings


def test_a_second_form_takes_the_place_of_one_that_was_not_finished(
    counter: Counter, qtbot: QtBot
) -> None:
    first = fields_of(opened(counter))
    room = opened(counter, name=PersonName(last="Vega", first="Luz"))
    second = fields_of(room)
    assert second is not first
    wait_for_the_rest(room, qtbot)
    assert room.findChildren(ConsentFields) == [second]
    assert all(put_in(second))


def test_the_rare_panels_are_made_when_they_are_wanted(counter: Counter) -> None:
    room = opened(counter)
    fields = fields_of(room)
    assert "ink" not in fields.__dict__
    room.print_for_ink()
    assert fields.ink.isVisible()
    assert fields.isAncestorOf(fields.ink)
    assert counter.printed
