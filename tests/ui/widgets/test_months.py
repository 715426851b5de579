"""The strip of months: where days fall, what the arrow keys and the mouse find."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.presenters.agreement_timeline import LANES as LANES_OF_THE_DESK
from ui.shell.theme import Mode, theme
from ui.widgets.months import _BEAD, Bead, Lane, Months
from ui.widgets.months_scale import Scale, clear
from ui.wording import tr

TODAY = date(2026, 11, 22)
LANES = (
    Lane("Agreement", (Bead(date(2027, 1, 22), "good", "due"),)),
    Lane("Tasks", (Bead(date(2026, 11, 30), "bad", "late"), Bead(date(2028, 2, 1), "warn", "far"))),
)


@pytest.fixture
def strip(dressed: QApplication) -> Months:
    made = Months()
    made.show_lanes(LANES, TODAY, 24)
    made.resize(800, made.sizeHint().height())
    made.show()
    return made


def test_the_arrow_keys_go_from_day_to_day_across_the_lanes(strip: Months) -> None:
    said: list[str] = []
    strip.picked.connect(said.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(strip, key)
    assert said == ["late", "due", "far", "far"]
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert said[-1] == "due"
    assert strip.accessibleName() == "due"


def test_a_click_on_a_bead_says_it_and_beside_it_says_nothing(strip: Months) -> None:
    said: list[str] = []
    strip.picked.connect(said.append)
    at = QPoint(int(strip._x(date(2027, 1, 22))), int(strip._middle(0)))
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at + QPoint(90, 0))
    assert said == []
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
    assert said == ["due"]


def test_every_day_is_read_out(strip: Months) -> None:
    assert strip.accessibleDescription() == "late; due; far"


def test_a_bead_is_drawn_where_its_day_is(strip: Months) -> None:
    image = strip.grab().toImage()
    ratio = image.width() / strip.width()

    def ink(on: date) -> int:
        left, top = strip._x(on) - 8, strip._middle(0) - 8
        ground = image.pixel(int((strip._x(date(2028, 6, 15)) - 8) * ratio), int(top * ratio))
        spots = [
            image.pixel(int((left + x) * ratio), int((top + y) * ratio))
            for x in range(16)
            for y in range(16)
        ]
        return sum(spot != ground for spot in spots)

    assert ink(date(2027, 1, 22)) > 3 * ink(date(2027, 8, 15))


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_lanes_name_stands_whole_before_the_strip(
    dressed: QApplication, language: str, percent: int
) -> None:
    theme.wear(dressed, Mode.LIGHT, percent)
    tr.use(language)
    try:
        strip = Months()
        names = [tr.say(f"timeline.{lane}") for lane in LANES_OF_THE_DESK]
        strip.show_lanes([Lane(name, ()) for name in names], TODAY, 25)
        strip.resize(strip.sizeHint())
        ink = QFontMetrics(theme.font("body"))
        room = strip._strip().left() - 12
        assert [name for name in names if ink.horizontalAdvance(name) > room] == []
    finally:
        tr.use("en")
        theme.wear(dressed, Mode.LIGHT, 100)


NEAR = (
    Bead(date(2026, 11, 20), "warn", "waits"),
    Bead(date(2026, 11, 22), "bad", "late"),
    Bead(date(2026, 11, 23), "quiet", "reminder"),
)


def test_days_that_lie_close_hide_nothing_of_each_other(dressed: QApplication) -> None:
    near = Months()
    near.show_lanes((Lane("Tasks", NEAR),), TODAY, 25)
    near.resize(600, near.sizeHint().height())
    near.show()
    said: list[str] = []
    near.picked.connect(said.append)
    places = [near._places(near.lanes[0])[bead] for bead in NEAR[:2]]
    assert places[1] - places[0] > theme.pixels(_BEAD)
    for x in places:
        at = QPoint(round(x), int(near._middle(0)))
        QTest.mouseClick(near, Qt.MouseButton.LeftButton, pos=at)
    assert said == ["waits", "late"]
    QTest.keyClick(near, Qt.Key.Key_Right)
    assert said[-1] == "reminder", "the keys reach what is not drawn for want of room"


def test_of_many_on_one_day_the_most_urgent_are_drawn_there(dressed: QApplication) -> None:
    many = tuple(Bead(date(2027, 3, 1), "good", f"site {n}") for n in range(20))
    crowd = Months()
    crowd.show_lanes((Lane("Agreement", (*many, Bead(many[0].on, "bad", "late"))),), TODAY, 25)
    crowd.resize(800, crowd.sizeHint().height())
    places = crowd._places(crowd.lanes[0])
    assert places[Bead(many[0].on, "bad", "late")] == crowd._x(many[0].on)
    assert len(places) == 2
    assert max(places.values()) - crowd._x(many[0].on) <= 2 * theme.pixels(_BEAD)


@given(
    st.lists(st.floats(100, 700), min_size=1, max_size=60).map(sorted),
    st.floats(1, 40),
)
def test_places_are_parted_in_order_and_stand_by_their_days(
    places: list[float], gap: float
) -> None:
    found = clear(places, gap, 700.0)
    drawn = [(there, place) for there, place in zip(found, places, strict=True) if there]
    assert drawn[0] == (places[0], places[0])
    assert all(after[0] - before[0] > gap - 1e-6 for before, after in pairwise(drawn))
    assert all(-1e-6 < there - place < gap + 1e-6 for there, place in drawn)
    assert all(there <= 700.0 for there, _ in drawn)


def test_places_far_from_each_other_are_left_where_they_are() -> None:
    assert clear([100.0, 150.0, 700.0], 20.0, 700.0) == (100.0, 150.0, 700.0)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 60))
def test_days_keep_their_order_and_stay_on_the_strip(first: date, count: int) -> None:
    scale = Scale(first, count)
    shares = [scale.share(month) for month in scale.months()]
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert len(set(shares)) == count
    assert scale.share(date.min) == 0.0
    assert scale.share(date.max) == 1.0


@pytest.mark.parametrize(
    ("width", "name", "step"), [(2400, 60, 1), (720, 50, 2), (480, 50, 3), (50, 60, 12)]
)
def test_month_names_never_touch(width: float, name: float, step: int) -> None:
    assert Scale(TODAY, 24).every(width, name) == step


@pytest.mark.parametrize(
    ("step", "begins"),
    [
        (1, [date(2026, 11, 1), date(2027, 1, 1), date(2028, 1, 1)]),
        (2, [date(2026, 11, 1), date(2027, 1, 1), date(2028, 1, 1)]),
        (3, [date(2026, 11, 1), date(2027, 2, 1), date(2028, 2, 1)]),
        (12, [date(2026, 11, 1), date(2027, 11, 1)]),
    ],
)
def test_every_year_is_named_once_however_few_months_are(step: int, begins: list[date]) -> None:
    assert [month for month, first in Scale(TODAY, 24).named(step) if first] == begins
