"""Coming back: to the room one left, and to a word about a program that did not close properly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from immtrac_desk.bootstrap import open_vault
from immtrac_desk.domain.words import Role
from tests.office import BOSS, CLERK, PASSPHRASE, Office
from tests.ui.window.conftest import Enter
from ui.machine import Machine, keep, recall
from ui.shell.main_window import MainWindow
from ui.wording import tr


def come_back(window: MainWindow, office: Office, name: str) -> tuple[str, dict[str, object]]:
    """Lock, let somebody in, and tell which room stands there and about what."""
    window.lock()
    office.desk = open_vault(office.path, name, PASSPHRASE, office.around)
    window.enter(office.desk, office.path)
    inside = window.inside
    assert inside is not None
    return inside.stage.room_id, inside.stage.about


def test_who_locked_comes_back_to_the_same_client_and_another_to_today(enter: Enter) -> None:
    window, office = enter()
    client = office.client()
    office.desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
    assert window.inside is not None
    window.inside.go("client", client_id=client.id)
    assert come_back(window, office, BOSS) == ("client", {"client_id": client.id})
    assert come_back(window, office, CLERK) == ("today", {})


def test_a_new_day_begins_with_today(enter: Enter) -> None:
    window, office = enter()
    assert window.inside is not None
    window.inside.go("settings")
    office.clock.tick(days=1)
    assert come_back(window, office, BOSS)[0] == "settings", "the lock fell on that day too"
    window.lock()
    office.clock.tick(days=1)
    office.desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)
    window.enter(office.desk, office.path)
    assert window.inside is not None
    assert window.inside.stage.room_id == "today"


@pytest.mark.parametrize(
    ("left", "found"),
    [("settings", "settings"), ("staff", "settings"), ("consent", "client"), ("today", "today")],
)
def test_a_form_is_left_for_where_its_draft_is_offered(enter: Enter, left: str, found: str) -> None:
    window, office = enter()
    about = {"client_id": office.client().id} if left == "consent" else {}
    assert window.inside is not None
    window.inside.go(left, **about)
    assert come_back(window, office, BOSS)[0] == found


def test_a_place_that_is_gone_is_no_place_to_come_back_to(enter: Enter) -> None:
    window, _ = enter()
    assert window.inside is not None
    window._welcome.name, window._welcome._on = BOSS, window.inside.today()
    window._welcome._room, window._welcome._about = "client", {"client_id": "nobody"}
    inside = window.inside
    assert inside is not None
    window._welcome.lead_in(inside, "today")
    assert inside.stage.room_id == "today"


def test_an_end_that_was_none_is_told_at_the_next_opening_only(enter: Enter) -> None:
    window, office = enter()
    assert window.kept.in_use
    window.lock()
    assert not window.kept.in_use
    window.kept = replace(window.kept, in_use=True)  # as a machine that lost its power left it
    assert told(window, office) == tr.say("shell.broke_off")
    window.lock()
    assert told(window, office) == ""


def told(window: MainWindow, office: Office) -> str:
    """What the notice says as the supervisor comes in."""
    office.desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)
    window.enter(office.desk, office.path)
    assert window.inside is not None
    return window.inside.notice.text


def test_the_machine_remembers_that_a_vault_stood_open(tmp_path: Path) -> None:
    keep(Machine(in_use=True), tmp_path)
    assert recall(tmp_path).in_use
    (tmp_path / "desk.json").write_text('{"in_use": "yes"}', encoding="utf-8")
    assert not recall(tmp_path).in_use
