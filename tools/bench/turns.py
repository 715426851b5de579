"""The stall counter: how long the window cannot answer while it does what a person asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from immtrac_desk.desk import Desk
from immtrac_desk.domain.words import Intent
from tools.bench import counter_work
from tools.bench.figures import Figure, Spread, timed
from ui.machine import Machine
from ui.opening import load_office
from ui.presenters.shell_doors import Doors
from ui.shell.dressing import dressed
from ui.shell.inside import Inside
from ui.shell.looks import Looks
from ui.shell.main_window import MainWindow
from ui.shell.rooms import ROOMS
from ui.views.consent import ConsentView

Act = Callable[[], object]
AIM = "50 ms or less"
REST = 0.2
"""Seconds in which an act may set more off, as the sheet that is drawn when the typing rests."""
_ABOUT_SOMEBODY = ("client", "consent", "signer", "existing")
_NAME = "Maria Fernanda Lopez"


def stalls(desk: Desk, place: Path, rounds: int = 20) -> Iterator[Figure]:
    """Walk through an open desk; each sample is the longest of the turns that one act takes.

    A turn is the time from one moment at which a key would be heard to the next: the act itself,
    or one round of the event loop with what the act set off.
    """
    dressed(["bench"], Machine(language="en", mode="light"))
    load_office()
    window = MainWindow(Doors(), Machine(language="en", mode="light"), remember=lambda _: None)
    window.enter(desk, place)
    window.show()
    settle()
    inside = window.inside
    assert inside is not None
    visits = _visits(inside, desk)
    yield _figure("room-first", "a room entered for the first time", visits)
    yield _figure("room-again", "a room entered again", visits * 3)
    yield _figure("letter", "a letter typed into a consent", _letters(inside, rounds))
    inside.go("today")
    yield _figure(
        "language", "the language turned, every room open", _tongues(window.looks, rounds)
    )
    theme: list[Act] = [window.looks.turn_theme] * rounds
    yield _figure("theme", "the theme turned, every room open", theme)
    inside.leave()


def settle() -> None:
    """Let everything happen that is due, and let go of what was put away."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _figure(name: str, what: str, acts: Sequence[Act]) -> Figure:
    return Figure(name, what, "", Spread.of([longest(act) for act in acts]), None, AIM)


def longest(act: Act) -> float:
    """Seconds of the longest turn that an act takes, or sets off."""
    return max(_turns(act))


def _turns(act: Act) -> Iterator[float]:
    """Seconds of the act, and of each round of the loop until it has set off nothing more."""
    # A person's act begins with a key; the idle lock hears that one and then rests a second.
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(QApplication.topLevelWidgets()[0], key)
    yield timed(act)
    loop = QAbstractEventDispatcher.instance()
    assert loop is not None
    until = time.monotonic() + REST
    while time.monotonic() < until:
        yield timed(partial(loop.processEvents, QEventLoop.ProcessEventsFlag.AllEvents))
        time.sleep(0.001)
    yield timed(partial(QApplication.sendPostedEvents, None, QEvent.Type.DeferredDelete))


def _visits(inside: Inside, desk: Desk) -> list[Act]:
    client = counter_work.finished_drafts(desk, 1)[0].client.id
    plain = [room.id for room in ROOMS if room.id not in _ABOUT_SOMEBODY]
    return [
        *(partial(inside.go, room) for room in plain),
        partial(inside.go, "client", client_id=client),
        partial(inside.go, "consent", client_id=client, intent=Intent.JOIN),
    ]


def _letters(inside: Inside, rounds: int) -> list[Act]:
    room = inside.stage.room
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    typed = islice(cycle(_NAME[:n] for n in range(1, len(_NAME))), rounds)
    return [partial(room.consent.put, "signer.name", text) for text in typed]


def _tongues(looks: Looks, rounds: int) -> list[Act]:
    return [partial(looks.speak, code) for code in islice(cycle(("es", "en")), rounds)]
