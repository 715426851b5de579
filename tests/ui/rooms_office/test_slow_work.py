"""Slow work: one at a time, and nobody is told once the desk is locked."""

from __future__ import annotations

from tests.journeys.conftest import Counter
from ui.views.backup_page import BackupPage
from ui.views.history import HistoryView
from ui.views.settings import SettingsView


def test_a_lock_during_the_check_leaves_nothing_behind(counter: Counter) -> None:
    room = counter.go("history")
    assert isinstance(room, HistoryView)
    room.verify.click()
    counter.window.lock()
    counter.settle()
    assert counter.window.inside is None


def test_a_second_press_starts_no_second_copy(counter: Counter) -> None:
    room = counter.go("backup")
    assert isinstance(room, SettingsView)
    assert isinstance(room.page, BackupPage)
    room.page.now.click()
    assert not room.page.slow.do("backup_page.working", list, print, print)
    room.page.now.click()
    counter.settle()
    assert len(counter.office.desk.book.history(acts=("backup_made",))) == 1


def test_the_window_stays_usable_while_a_copy_is_made(counter: Counter) -> None:
    room = counter.go("backup")
    assert isinstance(room, SettingsView)
    assert isinstance(room.page, BackupPage)
    room.page.now.click()
    counter.office.client()
    counter.go("today")
    counter.settle()
    assert counter.office.desk.book.last_backup() is not None
