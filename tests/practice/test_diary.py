"""The diary: what is noted is told in its order, and never of a day that is over."""

from __future__ import annotations

import pytest

from immtrac_desk.practice.diary import Diary


def test_the_longest_ago_is_told_first_and_the_clock_stands_where_it_happened() -> None:
    told: list[str] = []
    diary = Diary()
    diary.note(3, lambda: told.append("three"))
    diary.note(9, lambda: (told.append("nine"), diary.note(9, lambda: told.append("nine, later"))))
    diary.note(9, lambda: diary.note(0, lambda: told.append("today")))
    diary.tell(lambda days: told.append(f"-{days}"))
    assert told == ["-9", "nine", "nine, later", "-3", "three", "-0", "today"]


def test_a_day_that_is_over_is_not_told() -> None:
    diary = Diary()
    diary.note(3, lambda: diary.note(4, lambda: None))
    with pytest.raises(ValueError, match="over"):
        diary.tell(lambda _: None)


def test_an_empty_diary_moves_no_clock() -> None:
    stood: list[int] = []
    Diary().tell(stood.append)
    assert stood == []
