"""The backup line: its words and tone at each age."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from ui.presenters.shell_status import backup_line

TODAY = date(2026, 11, 22)


def made(days_ago: int) -> datetime:
    return datetime(2026, 11, 22, 7, 58) - timedelta(days=days_ago)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("days", "code", "tone"),
    [
        (0, "shell.backup.today", "quiet"),
        (1, "shell.backup.yesterday", "quiet"),
        (2, "shell.backup.days", "quiet"),
        (7, "shell.backup.days", "quiet"),
        (8, "shell.backup.days", "warn"),
    ],
)
def test_the_line_says_how_old_the_copy_is(days: int, code: str, tone: str) -> None:
    line = backup_line(made(days), TODAY)
    assert (line.code, line.days, line.tone) == (code, days, tone)


def test_no_copy_at_all_warns() -> None:
    assert backup_line(None, TODAY).tone == "warn"


def test_a_clock_that_went_back_makes_no_negative_age() -> None:
    assert backup_line(made(-1), TODAY).days == 0
