"""One window: the second start wakes the first."""

from __future__ import annotations

from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from ui.single_instance import SingleInstance


@pytest.fixture
def name() -> str:
    """A place of its own: other runs on the same machine must not meet this one."""
    return f"desk-test-{uuid4().hex[:12]}"


def test_the_second_wakes_the_first_and_steps_back(qtbot: QtBot, name: str) -> None:
    first, second = SingleInstance(name), SingleInstance(name)
    assert first.first()
    first.listen()
    with qtbot.waitSignal(first.called, timeout=30_000):
        assert not second.first()
    first.leave()


def test_after_the_first_left_the_next_is_first(qtbot: QtBot, name: str) -> None:
    first, second = SingleInstance(name), SingleInstance(name)
    assert first.first()
    first.leave()
    assert second.first()
    second.leave()


def test_two_names_do_not_know_each_other(qtbot: QtBot, name: str) -> None:
    one, other = SingleInstance(name), SingleInstance(f"{name}-other")
    assert one.first()
    assert other.first()
    one.leave()
    other.leave()
