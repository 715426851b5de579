"""Every room of the house, by ear and by eye, in both languages up to 200 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from immtrac_desk.domain.words import Intent
from tests.journeys.conftest import at_the_window, step_out
from tests.office import Office, open_office
from tests.ui.accessibility import look
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
    window = at_the_window(office, dressed).window
    yield window
    step_out(window)


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
