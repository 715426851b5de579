"""Copies: made and found good off the loop, and a copy laid into a new folder and opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from immtrac_desk.bootstrap import open_vault
from tests.journeys.conftest import Counter
from tests.office import BOSS, PASSPHRASE
from tests.ui.rooms_office import desks
from ui.presenters.shell_doors import Doors
from ui.views.backup_page import BackupPage
from ui.views.settings import SettingsView


def backup(counter: Counter) -> BackupPage:
    room = counter.go("backup")
    assert isinstance(room, SettingsView)
    assert isinstance(room.page, BackupPage)
    room.page.presenter._doors = Doors(counter.office.around)
    return room.page


@pytest.fixture
def page(counter: Counter) -> BackupPage:
    return backup(counter)


def a_copy(counter: Counter, page: BackupPage) -> Path:
    page.now.click()
    counter.settle()
    folder = Path(str(counter.office.desk.book.setting("backup.folder")))
    return next(folder.glob("*.immtrac-backup"))


def test_a_copy_is_made_found_good_and_told(counter: Counter, page: BackupPage) -> None:
    assert page._last.text().startswith("None yet")
    made = a_copy(counter, page)
    assert made.name in page._last.text()
    assert page._pill.text == "good"
    assert "found good" in page.outcome.accessibleName()


def test_the_key_does_the_same(counter: Counter, page: BackupPage) -> None:
    counter.act("record")
    counter.settle()
    assert counter.office.desk.book.last_backup() is not None


def test_a_folder_that_cannot_be_written_is_told_and_the_data_are_safe(
    counter: Counter, page: BackupPage, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    counter.office.desk.book.change_setting("backup.folder", str(blocked / "inside"))
    page.now.click()
    counter.settle()
    assert "vault itself is safe" in page.outcome.accessibleName()
    assert counter.office.desk.book.last_backup() is None


def test_a_copy_is_restored_into_a_new_folder_and_opens(
    counter: Counter, page: BackupPage, tmp_path: Path
) -> None:
    client = counter.office.client()
    copy, place = a_copy(counter, page), tmp_path / "restored"
    counter.type_in(page.restore.source, str(copy))
    counter.type_in(page.restore.place, str(place))
    counter.type_in(page.restore.passphrase, PASSPHRASE)
    page.restore.button.click()
    counter.settle()
    assert "is sound" in page.restore.outcome.accessibleName()
    assert page.restore.passphrase.text() == ""
    again = open_vault(place, BOSS, PASSPHRASE, counter.office.around)
    assert [match.id for match in again.people.find("García")] == [client.id]
    assert again.book.loud()[0].act == "vault_restored"
    again.close()


def test_a_wrong_passphrase_restores_nothing_and_keeps_what_was_typed(
    counter: Counter, page: BackupPage, tmp_path: Path
) -> None:
    copy, place = a_copy(counter, page), tmp_path / "restored"
    counter.type_in(page.restore.source, str(copy))
    counter.type_in(page.restore.place, str(place))
    counter.type_in(page.restore.passphrase, "nine wrong words here now")
    page.restore.button.click()
    counter.settle()
    assert page.restore.outcome.accessibleName()
    assert page.restore.source.text() == str(copy)
    assert not place.exists()


def test_what_a_restore_wants_is_said_beside_each_field(page: BackupPage) -> None:
    page.restore.button.click()
    missing = (page.restore.source, page.restore.place, page.restore.passphrase)
    assert [f.findings[0].code for f in missing] == ["backup_page.missing"] * 3
    assert page.restore.name.text() == BOSS


def test_an_auditor_makes_no_copy(counter: Counter) -> None:
    desks.auditor(counter)
    page = backup(counter)
    assert not page.now.isVisible()
    assert "record" not in page.handlers()
