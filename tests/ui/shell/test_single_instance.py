"""One window: the second start wakes the first."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.single_instance import SingleInstance


def test_the_second_wakes_the_first_and_steps_back(qtbot: QtBot) -> None:
    first, second = SingleInstance("desk-test-one"), SingleInstance("desk-test-one")
    assert first.first()
    first.listen()
    with qtbot.waitSignal(first.called, timeout=5000):
        assert not second.first()
    first.leave()


def test_after_the_first_left_the_next_is_first(qtbot: QtBot) -> None:
    first, second = SingleInstance("desk-test-two"), SingleInstance("desk-test-two")
    assert first.first()
    first.leave()
    assert second.first()
    second.leave()


def test_two_names_do_not_know_each_other(qtbot: QtBot) -> None:
    one, other = SingleInstance("desk-test-three"), SingleInstance("desk-test-four")
    assert one.first()
    assert other.first()
    one.leave()
    other.leave()
