"""Help holds every act of the table; this computer's looks change at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from immtrac_desk import __version__
from tests.journeys.conftest import Counter
from tests.ui.rooms_office import desks
from ui.shell.actions import ACTIONS
from ui.shell.theme import Mode, theme
from ui.views.help import HelpView
from ui.views.machine_page import MachinePage
from ui.views.settings import SettingsView
from ui.widgets.words import shown_keys
from ui.wording import tr


def said(room: HelpView) -> list[str]:
    return [label.text() for label in room.findChildren(QLabel) if label.isVisibleTo(room)]


def help_page(counter: Counter) -> HelpView:
    room = counter.act("help")
    assert isinstance(room, HelpView)
    room.complete()
    return room


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_act_stands_on_the_page_with_its_key_and_its_line(
    counter: Counter, language: str
) -> None:
    tr.use(language)
    counter.window.retell()
    words = said(help_page(counter))
    for act in ACTIONS:
        assert tr.say(f"action.{act.id}") in words
        assert any(text.startswith(tr.say(f"action.{act.id}.help")) for text in words)
        assert not act.keys or shown_keys(act.keys) in words


def test_what_is_not_seen_at_first_follows_by_itself(counter: Counter) -> None:
    room = counter.act("help")
    assert isinstance(room, HelpView)
    room.read()
    assert __version__ not in " ".join(said(room))
    while room._waiting:
        counter.app.processEvents()
    assert __version__ in " ".join(said(room))


def test_typing_narrows_to_the_acts_that_fit(counter: Counter) -> None:
    room = help_page(counter)
    counter.type_in(room.line, "withdr")
    assert {row.id for row in room.presenter.rows("withdr")} >= {"withdraw"}
    assert tr.say("action.withdraw") in said(room)
    assert tr.say("action.theme") not in said(room)
    counter.type_in(room.line, "zzz")
    assert tr.say("help.none_title") in said(room)


def test_version_law_and_licences_are_named(counter: Counter) -> None:
    room = help_page(counter)
    words = " ".join(said(room))
    assert __version__ in words
    assert "1 October 2024" in words
    assert "LGPL-3.0" in words
    assert "not made, checked or approved" in words


def test_what_is_not_for_a_role_is_named_and_said_so(counter: Counter) -> None:
    desks.auditor(counter)
    rows = {row.id: row.help for row in help_page(counter).presenter.rows()}
    assert rows["withdraw"].endswith("Not for your role.")
    assert not rows["history"].endswith("Not for your role.")


@pytest.fixture
def page(counter: Counter) -> MachinePage:
    room = counter.go("settings", page="machine")
    assert isinstance(room, SettingsView)
    assert isinstance(room.page, MachinePage)
    return room.page


def test_language_theme_and_size_turn_at_once_and_are_remembered(
    counter: Counter, page: MachinePage
) -> None:
    page.language.button("es").click()
    page.mode.button("dark").click()
    page.text_size.button("150").click()
    kept = counter.window.kept
    try:
        assert (tr.language, theme.mode, theme.percent) == ("es", Mode.DARK, 150)
        assert (kept.language, kept.mode, kept.percent) == ("es", "dark", 150)
    finally:
        counter.window.looks.wear(mode=Mode.LIGHT, percent=100)


def test_a_key_pressed_elsewhere_shows_here(counter: Counter, page: MachinePage) -> None:
    try:
        counter.act("larger")
        assert page.text_size.value() == "125"
        counter.act("language")
        assert page.language.value() == "es"
    finally:
        counter.window.looks.wear(percent=100)
