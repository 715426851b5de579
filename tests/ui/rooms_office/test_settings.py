"""Settings: what holds and on whose word, changed by a supervisor, read by everybody."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.conftest import Counter
from tests.ui.rooms_office import desks
from ui.presenters.settings_pages import PAGES
from ui.views.setting_card import SettingCard
from ui.views.settings import SettingsView
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.wording import tr


def settings(counter: Counter, page: str) -> SettingsView:
    room = counter.go("settings", page=page)
    assert isinstance(room, SettingsView)
    return room


def card(room: SettingsView, key: str) -> SettingCard:
    found = room.page.rows.cards[key]  # type: ignore[attr-defined]
    assert isinstance(found, SettingCard)
    return found


def test_every_page_opens_from_the_list(counter: Counter) -> None:
    room = settings(counter, "clinic")
    for page, button in room.nav.items():
        button.click()
        assert room.page_id == page
        assert room.stack.currentWidget() is room.pages[page]
    assert list(room.nav) == list(PAGES)


def test_a_number_is_saved_and_a_wrong_one_is_refused_beside_it(counter: Counter) -> None:
    room = settings(counter, "machine")
    minutes = card(room, "lock.idle_minutes")
    minutes.change.click()
    editor = minutes.editors[0]
    assert isinstance(editor, Field)
    counter.type_in(editor, "600")
    minutes.save.click()
    assert editor.findings[0].code == "setting.out_of_range"
    assert counter.office.desk.book.setting("lock.idle_minutes") == 5
    counter.type_in(editor, "9")
    minutes.save.click()
    assert counter.office.desk.book.setting("lock.idle_minutes") == 9
    assert minutes.form.isHidden()
    assert minutes._value.text() == "9 min"


def test_an_unconfirmed_rule_shows_its_question_until_a_source_settles_it(counter: Counter) -> None:
    room = settings(counter, "rules")
    feb29 = card(room, "age.feb29")
    assert feb29.pill.text == "unconfirmed"
    assert "born on 29 February" in feb29._notes.text()
    feb29.change.click()
    feb29.settles.set_values(("settles",))
    feb29.save.click()
    assert feb29.source.findings[0].code == "setting.source_missing"
    counter.type_in(feb29.source, "Letter of the clinic's counsel")
    choice = feb29.editors[0]
    assert isinstance(choice, Choice)
    choice.set_value("feb28")
    feb29.save.click()
    line = next(x for x in counter.office.desk.book.settings() if x.key == "age.feb29")
    assert (line.value, line.confirmed_by) == ("feb28", "Marta Robles")
    assert line.seen_on == counter.office.desk.today()
    assert feb29.pill.text == "Confirmed"
    assert "Safe default: 1 March" in feb29._notes.text()


def test_a_day_seen_in_the_future_is_refused_beside_its_field(counter: Counter) -> None:
    room = settings(counter, "rules")
    mode = card(room, "signing.mode")
    mode.change.click()
    counter.type_in(mode.source, "DSHS, by telephone")
    counter.type_in(mode.seen_on, "2031-01-01")
    mode.save.click()
    assert mode.seen_on.findings[0].code == "date.future"
    counter.type_in(mode.seen_on, "11/2")
    mode.save.click()
    assert mode.seen_on.findings[0].code == "date.unreadable"
    assert mode.source.text() == "DSHS, by telephone"


def test_contacts_are_marked_as_checked_with_a_day(counter: Counter) -> None:
    room = settings(counter, "contacts")
    checked = card(room, "contacts.checked_on")
    checked.change.click()
    day = checked.editors[0]
    assert isinstance(day, DateField)
    counter.type_in(day, "11/20/2026")
    checked.save.click()
    assert counter.office.desk.book.setting("contacts.checked_on") == "2026-11-20"
    assert checked._value.text() == tr.long_date(date(2026, 11, 20))


def test_a_list_keeps_known_words_and_takes_others(counter: Counter) -> None:
    room = settings(counter, "lists")
    race = card(room, "lists.race")
    race.change.click()
    boxes, others = race.editors[0], race.editors[1]
    boxes.set_values(("white", "asian"))  # type: ignore[attr-defined]
    others.set_text("Middle Eastern\n\n  North African ")  # type: ignore[attr-defined]
    race.save.click()
    kept = counter.office.desk.book.setting("lists.race")
    assert kept == ("asian", "white", "Middle Eastern", "North African")
    race.change.click()
    race.editors[0].set_values(())  # type: ignore[attr-defined]
    race.editors[1].set_text("")  # type: ignore[attr-defined]
    race.save.click()
    assert race.editors[0].findings[0].code == "setting.not_a_list"


def test_what_never_changes_says_so(counter: Counter) -> None:
    room = settings(counter, "rules")
    auto = card(room, "retention.auto_delete")
    auto.change.click()
    auto.editors[0].set_value("yes")  # type: ignore[attr-defined]
    auto.save.click()
    assert auto.editors[0].findings[0].code == "setting.fixed"
    assert counter.office.desk.book.setting("retention.auto_delete") is False


def test_typed_words_survive_an_act_elsewhere_and_a_turn_of_the_language(
    counter: Counter,
) -> None:
    room = settings(counter, "clinic")
    name = card(room, "clinic.name")
    name.change.click()
    editor = name.editors[0]
    assert isinstance(editor, Field)
    counter.type_in(editor, "Clínica Ñandú")
    counter.office.desk.book.change_setting("backup.keep", 9)
    tr.use("es")
    counter.window.retell()
    assert name.editors[0] is editor
    assert editor.text() == "Clínica Ñandú"
    assert name._name.text() == "Nombre de la clínica"
    name.save.click()
    assert counter.office.desk.clinic == "Clínica Ñandú"


@pytest.mark.parametrize("sit", [desks.clerk, desks.auditor])
def test_others_read_every_setting_and_change_none(counter: Counter, sit: object) -> None:
    sit(counter)  # type: ignore[operator]
    room = settings(counter, "rules")
    cards = room.page.rows.cards.values()  # type: ignore[attr-defined]
    assert cards
    assert not any(one.change.isVisible() for one in cards)


def test_enter_moves_on_in_an_editor_and_saves_nothing(counter: Counter) -> None:
    room = settings(counter, "rules")
    mode = card(room, "preflight.severity")
    mode.change.click()
    counter.front()
    mode.source.setFocus()
    QTest.keyClick(counter.focus, Qt.Key.Key_Return)
    assert mode.seen_on.isAncestorOf(counter.focus)
    assert not mode.form.isHidden()
