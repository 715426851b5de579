"""The stage: rooms out of sight wait, and know the news when one returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.window.conftest import Enter
from ui.shell.inside import Inside
from ui.shell.main_window import MainWindow
from ui.shell.room import Room
from ui.wording import tr


def inside_of(window: MainWindow) -> Inside:
    assert window.inside is not None
    return window.inside


def words_of(room: Room | None) -> set[str]:
    assert room is not None
    return {label.text() for label in room.findChildren(QLabel)}


@pytest.mark.parametrize("room", ["documents", "history", "settings", "help"])
def test_a_room_out_of_sight_speaks_the_new_language_when_one_returns(
    enter: Enter, room: str
) -> None:
    window, _ = enter()
    inside = inside_of(window)
    title = {"history": "history_room.title"}.get(room, f"{room}.title")
    window.looks.speak("en")
    inside.go(room)
    assert tr.say(title) in words_of(inside.stage.room)
    inside.go("today")
    window.looks.speak("es")
    inside.go(room)
    assert tr.say(title) in words_of(inside.stage.room)


def test_the_acts_of_a_room_are_asked_for_once_however_many_there_are(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    asked: list[int] = []
    room = inside.stage.room
    assert room is not None
    handlers: Callable[[], Mapping[str, Callable[[], object]]] = room.handlers

    def counted() -> Mapping[str, Callable[[], object]]:
        asked.append(1)
        return handlers()

    room.handlers = counted  # type: ignore[method-assign]
    inside.acts_changed()
    assert len(asked) == 1
