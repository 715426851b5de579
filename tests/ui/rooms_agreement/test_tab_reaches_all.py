"""Tab goes once around every page of the agreement room, forwards and back, and skips nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.at_an_application import at, settle, site_of
from tests.ui.rooms_agreement.sites import room, site_with
from ui.views.reading_order import stops


def _entering(counter: Counter) -> QWidget:
    return room(counter, section="enter")


def _record(counter: Counter) -> QWidget:
    site = site_with(counter.office.desk)
    return room(counter, section="site", organization_id=site.id)


def _application(counter: Counter) -> QWidget:
    return at(counter, site_of(counter).begin())


def _around(counter: Counter, key: Qt.Key) -> list[QWidget]:
    """Every stop from where one is until one is there again."""
    reached: list[QWidget] = []
    while not reached or reached[-1] not in reached[:-1]:
        QTest.keyClick(counter.focus, key)
        reached.append(counter.focus)
    assert reached[-1] is reached[0], "a circle that leaves out where one began"
    return reached


@pytest.mark.parametrize("page", [_entering, _record, _application])
def test_tab_reaches_everything_once(counter: Counter, page: Callable[[Counter], QWidget]) -> None:
    shown = page(counter)
    counter.front()
    settle(counter)
    wanted = [one for one in stops(shown) if one.isVisible() and one.isEnabled()]
    wanted = [one for one in wanted if not _excludes_others(one)]
    assert len(wanted) > 20
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        reached = _around(counter, key)
        assert not [one for one in wanted if one not in reached]


def _excludes_others(one: QWidget) -> bool:
    """Of buttons that exclude each other Tab reaches one, and the arrows reach the others."""
    return isinstance(one, QAbstractButton) and one.isCheckable() and not isinstance(one, QCheckBox)
