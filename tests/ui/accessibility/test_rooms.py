"""Every room of the house, by ear and by eye, in both languages up to 200 %."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from immtrac_desk.domain.words import Intent
from tests.office import Office, open_office
from tests.ui.accessibility import look
from ui import background
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.shell.main_window import MainWindow
from ui.shell.rooms import ROOMS

LOOKS = [("en", 100), ("en", 200), ("es", 200)]
WITH_CLIENT = {"client", "consent", "existing"}
BY_HAND = {"signer"}
"""The signer's view needs a draft in hand; tests/journeys goes there."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("office"))
    yield made
    made.desk.close()


@pytest.fixture(scope="module")
def client_id(office: Office) -> str:
    return office.client().id


@pytest.fixture
def window(dressed: QApplication, office: Office) -> Iterator[MainWindow]:
    window = MainWindow(Doors(office.around), Machine(), remember=lambda _: None)
    window.resize(1320, 830)
    window.enter(office.desk, Path(office.path))
    window.show()
    yield window
    background.settle()
    window.idle.rest()
    inside = window.inside
    if inside is not None:
        inside.leave()
        # The office serves the next test: the window goes, its desk stays open.
        window.inside = None
    window.close()
    window.deleteLater()


@pytest.mark.parametrize(("language", "percent"), LOOKS)
def test_every_room(
    window: MainWindow, dressed: QApplication, client_id: str, language: str, percent: int
) -> None:
    window.looks.wear(percent=percent)
    window.looks.speak(language)
    assert window.inside is not None
    complaints = {}
    for room in (spec.id for spec in ROOMS if spec.id not in BY_HAND):
        about: dict[str, object] = {"client_id": client_id} if room in WITH_CLIENT else {}
        if room == "consent":
            about["intent"] = Intent.JOIN
        window.inside.go(room, **about)
        assert window.inside.stage.room_id == room
        complaints[room] = look.everything(window.inside, dressed)
    assert {room: told for room, told in complaints.items() if told} == {}
