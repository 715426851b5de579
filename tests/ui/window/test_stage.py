"""The stage: rooms out of sight wait, and know the news when one returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import Enter
from ui.shell.inside import Inside
from ui.shell.main_window import MainWindow
from ui.shell.room import Room
from ui.shell.rooms import ROOMS
from ui.shell.stage import AHEAD_MS
from ui.views.agreement import AgreementView
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


def ready(inside: Inside) -> set[str]:
    return set(inside.stage._rooms)


def test_rooms_are_made_ready_one_by_one_while_nothing_else_is_to_do(
    enter: Enter, qtbot: QtBot
) -> None:
    window, _ = enter()
    inside = inside_of(window)
    first = ready(inside)
    inside.stage.build_ahead()
    assert len(ready(inside) - first) == 1
    qtbot.waitUntil(lambda: len(ready(inside) - first) >= 2, timeout=AHEAD_MS + 30_000)


def test_a_room_made_ready_is_the_one_that_is_entered(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    while len(ready(inside)) < len(ROOMS):
        inside.stage.build_ahead()
    made = dict(inside.stage._rooms)
    assert inside.stage.room_id == "today"
    inside.go("history")
    assert inside.stage.room is made["history"]


def test_a_room_made_ready_speaks_the_language_turned_since(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    while "help" not in ready(inside):
        inside.stage.build_ahead()
    window.looks.speak("es")
    inside.go("help")
    assert tr.say("help.title") in words_of(inside.stage.room)


def test_a_room_made_ready_while_a_signer_reads_speaks_the_clerks_language_again(
    enter: Enter,
) -> None:
    window, _ = enter()
    inside = inside_of(window)
    clerks = tr.language
    tr.use("es")
    while "agreement" not in ready(inside):
        inside.stage.build_ahead()
    tr.use(clerks)
    inside.go("agreement", section="sites")
    room = inside.stage.room
    assert isinstance(room, AgreementView)
    assert room.all.text() == tr.say("agreement_room.all")


def test_only_rooms_that_were_entered_are_asked_to_keep(
    enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = enter()
    inside = inside_of(window)
    while "history" not in ready(inside):
        inside.stage.build_ahead()
    asked: list[str] = []
    for name, room in inside.stage._rooms.items():
        monkeypatch.setattr(room, "keep", lambda name=name: asked.append(name))
    inside.stage.keep()
    assert asked == ["today"]
    inside.go("history")
    asked.clear()
    inside.stage.keep()
    assert asked == ["today", "history"]


def test_nothing_is_made_ready_behind_the_lock(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    window.looks.speak("en")
    inside.hide()
    before = ready(inside)
    inside.stage.build_ahead()
    assert ready(inside) == before


class _Asked(QVBoxLayout):
    """Counts how often its height is asked for."""

    times = 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.times += 1
        return super().heightForWidth(width)


def test_a_room_out_of_sight_is_not_measured_while_another_changes(
    enter: Enter, qtbot: QtBot
) -> None:
    window, _ = enter()
    stage = inside_of(window).stage
    page = QWidget()
    asked = _Asked(page)
    asked.addWidget(QLabel("out of sight"))
    stage.addWidget(page)
    assert stage.room is not None
    stage.room.column.addWidget(QLabel("news in the room in sight"))
    for _ in range(3):
        qtbot.wait(1)
    assert asked.times == 0
