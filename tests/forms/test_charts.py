"""The pictures: every number written, told apart without colour, the same in both places."""

import re
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.charts.chart import DARK, PRINT, Chart, DayCount, Mark, Palette, Series
from forms.charts.page import chart_page, chart_spots, natural_height
from forms.charts.sketch import Sketch, readable
from forms.charts.words import number
from tests.forms.packet_press import letters
from tests.forms.press import metadata, texts
from tests.forms.registry_press import KINDS, LANGUAGES, chart

WIDE = 500.0
PALETTES = [pytest.param(PRINT, id="light"), pytest.param(DARK, id="dark")]


def drawn(one: Chart, palette: Palette = PRINT) -> bytes:
    return chart_page(one, WIDE, natural_height(one, WIDE), palette)


def whole(one: Chart) -> str:
    return " ".join(texts(drawn(one))[0].split())


def sides(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def unpacked(pdf: bytes) -> bytes:
    """Every stream of the PDF, unpacked."""
    heads = re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", pdf)
    return b"".join(zlib.decompress(pdf[one.end() : one.end() + int(one[1])]) for one in heads)


def lightness(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, sides(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((lightness(one), lightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("palette", PALETTES)
def test_a_picture_is_one_page_of_the_size_asked_for(kind: str, palette: Palette) -> None:
    with pypdfium2.PdfDocument(chart_page(chart(kind), WIDE, 333, palette)) as document:
        assert [page.get_size() for page in document] == [(WIDE, 333)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_picture_gives_the_same_bytes(kind: str) -> None:
    assert drawn(chart(kind)) == drawn(chart(kind))
    assert drawn(chart(kind)) != drawn(chart(kind), DARK)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("palette", PALETTES)
def test_nothing_is_drawn_outside_the_page(kind: str, palette: Palette) -> None:
    one = chart(kind)
    high = natural_height(one, WIDE)
    for _, left, bottom, right, top in letters(drawn(one, palette)):
        assert left >= -1
        assert right <= WIDE + 1
        assert bottom >= -1
        assert top <= high + 1


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        ("bars", ["120", "98", "–", "5"]),
        ("stacked", ["120", "98", "3", "45", "160", "165"]),
        ("funnel", ["180", "131", "96", "73 %", "53 %"]),
    ],
)
def test_every_number_is_written(kind: str, numbers: list[str]) -> None:
    said = whole(chart(kind)).split()
    for text in numbers:
        assert text.split()[0] in said


def test_a_part_too_small_for_its_number_is_written_beside_the_bar() -> None:
    many = (
        Series(name="a", values=(900,)),
        Series(name="b", values=(2,)),
        Series(name="c", values=(1,)),
    )
    assert "903 = 900 + 2 + 1" in whole(chart("stacked", labels=("x",), series=many))


def test_a_single_line_has_its_numbers_and_several_their_last() -> None:
    one = Series(name="CLR-100", values=(12, 9, None, 4))
    assert {"12", "9", "4"} <= set(whole(chart("line", series=(one,))).split())
    said = whole(chart("line"))
    assert "Minor consent: 5" in said
    assert "Adult consent: 160" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_names_months_and_counts_days(language: str) -> None:
    said = whole(chart("calendar", language))
    months = {
        "en": ("November 2026", "January 2027"),
        "es": ("Noviembre 2026", "Enero 2027"),
    }
    assert all(month in said for month in months[language])
    assert "some of them are still without adult consent" in said
    assert "10" in said


def test_only_the_days_of_the_period_are_in_the_calendar() -> None:
    one = chart("calendar", first=date(2026, 11, 10), last=date(2026, 11, 20))
    said = whole(one).split()
    assert "20" in said
    assert "21" not in said
    assert "30" not in said


def test_the_calendar_has_no_legend_where_nothing_is_marked() -> None:
    days = (DayCount(on=date(2026, 11, 3), count=2),)
    assert "without adult" not in whole(chart("calendar", days=days))


def test_today_is_marked_in_the_calendar() -> None:
    one = chart("calendar")
    assert drawn(replace(one, today_on=date(2026, 11, 22))) != drawn(one)
    assert drawn(replace(one, today_on=date(2028, 11, 22))) == drawn(one)


def test_the_weeks_of_a_month_begin_on_sunday() -> None:
    """November 1, 2026 is a Sunday: its cell stands under the first letter."""
    spots = chart_spots(
        chart(
            "calendar",
            days=(
                DayCount(on=date(2026, 11, 1), count=1, key="sunday"),
                DayCount(on=date(2026, 11, 7), count=1, key="saturday"),
                DayCount(on=date(2026, 11, 8), count=1, key="next"),
            ),
        ),
        WIDE,
        300,
    )
    sunday, saturday, after = spots
    assert sunday.x0 == after.x0 < saturday.x0
    assert sunday.y0 == saturday.y0 > after.y0


@pytest.mark.parametrize("between", ["median 0 days (0 to 12)", "median 3 days (0 to 41)"])
def test_the_funnel_says_the_days_between(between: str) -> None:
    assert between in whole(chart("funnel"))


def test_a_funnel_narrows_with_its_numbers() -> None:
    first, second, third = chart_spots(chart("funnel"), WIDE, 300)
    assert first.x1 - first.x0 > second.x1 - second.x0 > third.x1 - third.x0
    assert first.y0 > second.y0 > third.y0


@pytest.mark.parametrize(("language", "today"), [("en", "today"), ("es", "hoy")])
def test_the_time_line_marks_today_and_what_is_late(language: str, today: str) -> None:
    said = whole(chart("timeline", language))
    assert today in said
    assert "! HB 300 overdue" in said
    assert "in force" in said
    assert "60 days left" in said


def test_marks_of_a_lane_never_lie_on_each_other() -> None:
    marks = tuple(
        Mark(lane=0, on=date(2026, 8, 1) + timedelta(days=at), label="a long label", key=f"k{at}")
        for at in range(6)
    )
    spots = chart_spots(chart("timeline", marks=marks), WIDE, 400)
    assert len({round(spot.y0) for spot in spots}) == len(marks)


def test_what_lies_outside_the_time_line_is_left_out() -> None:
    marks = (
        Mark(lane=0, on=date(2026, 5, 31), label="before"),
        Mark(lane=0, on=date(2028, 1, 1), label="after"),
        Mark(lane=0, on=date(2025, 1, 1), until=date(2030, 1, 1), label="through"),
    )
    said = whole(chart("timeline", marks=marks))
    assert "through" in said
    assert "before" not in said
    assert "after" not in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "There is nothing to show"), ("es", "No hay nada que mostrar")],
)
def test_nothing_is_said_in_words(kind: str, language: str, said: str) -> None:
    empty: dict[str, Any] = {"series": (), "days": (), "marks": ()}
    assert said in whole(chart(kind, language, **empty))
    assert "No birthdays." in whole(chart(kind, language, empty="No birthdays.", **empty))


@pytest.mark.parametrize("kind", ["bars", "stacked", "funnel"])
def test_only_zeros_are_numbers_and_not_nothing(kind: str) -> None:
    zeros = (Series(name="n", values=(0, 0, 0, 0)),)
    said = whole(chart(kind, series=zeros))
    assert "nothing" not in said
    assert "0" in said.split()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_its_place_on_the_page(kind: str) -> None:
    one = chart(kind)
    high = natural_height(one, WIDE)
    spots = chart_spots(one, WIDE, high)
    keys = {key for series in one.series for key in series.keys}
    keys |= {day.key for day in one.days} | {mark.key for mark in one.marks}
    shown = {key for key in keys if kind not in ("bars", "funnel") or not key.startswith("a")}
    missing = {"m3", "a3"} if kind == "line" else set()
    assert shown - {spot.key for spot in spots} <= missing
    for spot in spots:
        assert -1 <= spot.x0 < spot.x1 <= WIDE + 8
        assert -1 <= spot.y0 < spot.y1 <= high + 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_with_less_room_is_drawn_smaller(kind: str) -> None:
    half = natural_height(chart(kind), WIDE) / 2
    pdf = chart_page(chart(kind), WIDE, half, PRINT)
    assert all(bottom >= -1 and top <= half + 1 for _, _, bottom, _, top in letters(pdf))
    spots = chart_spots(chart(kind), WIDE, half)
    assert all(spot.y0 >= -1 and spot.y1 <= half + 1 for spot in spots)


@pytest.mark.parametrize("palette", PALETTES)
def test_colours_read_on_their_grounds(palette: Palette) -> None:
    assert contrast(palette.ink, palette.ground) >= 7
    assert contrast(palette.quiet, palette.ground) >= 4.5
    assert contrast(palette.ink, palette.weak) >= 4.5
    for colour in palette.series:
        assert contrast(colour, readable(colour)) >= 4.5
        assert contrast(colour, palette.ground) >= 3
    for cell in (palette.weak, palette.middle, palette.accent):
        assert contrast(cell, palette.ink if cell == palette.weak else readable(cell)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
def test_neighbouring_series_differ_in_lightness_too(palette: Palette) -> None:
    for one, other in pairwise(palette.series):
        assert contrast(one, other) >= 1.4


def test_series_of_one_colour_are_still_told_apart() -> None:
    grey = replace(PRINT, series=("#777777",))
    plain = chart("stacked", series=chart("stacked").series[:1])
    hatched = drawn(chart("stacked"), grey)
    assert len(hatched) > len(drawn(plain, grey)) + 150


@pytest.mark.parametrize("palette", PALETTES)
def test_no_two_series_look_alike(palette: Palette) -> None:
    looks = set()
    for at in range(21):
        sketch = Sketch(100, 100, palette)
        sketch.series_rect((0, 0, 50, 20), at)
        plain, *hatched = sketch.group.contents
        looks.add((plain.fillColor.hexval(), tuple(str(one.points) for one in hatched)))
    assert len(looks) == 21


def test_lines_of_one_colour_are_still_told_apart() -> None:
    """The fifth line has the mark of the first, and is dashed."""
    grey = replace(PRINT, series=("#777777",))
    five = tuple(Series(name="n", values=(at, at + 1)) for at in range(5))
    pages = [drawn(chart("line", series=five[:count]), grey) for count in (4, 5)]
    dashed = [b"[4 2.5] 0 d" in content for content in map(unpacked, pages)]
    assert dashed == [False, True]


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "–"), (0, "0"), (1234, "1,234"), (2.5, "2.5"), (2.0, "2"), (1e6, "1,000,000")],
)
def test_numbers_are_written_alike(value: float | None, said: str) -> None:
    assert number(value) == said


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        drawn(chart("calendar", "fr"))


def test_the_title_may_be_left_to_the_screen() -> None:
    assert "A picture" in whole(chart("bars"))
    assert "A picture" not in whole(chart("bars", title=""))
    assert "Nguyễn" not in metadata(drawn(chart("bars", title=""))).values()


@settings(max_examples=25, deadline=None)
@given(
    labels=st.lists(st.text(max_size=80), min_size=1, max_size=8),
    values=st.lists(
        st.one_of(st.none(), st.integers(-10, 10**9), st.floats(0, 1e6)), min_size=1, max_size=10
    ),
    kind=st.sampled_from(["bars", "stacked", "line", "funnel"]),
    wide=st.integers(260, 1400),
)
def test_any_labels_and_numbers_are_drawn(
    labels: list[str], values: list[float | None], kind: str, wide: int
) -> None:
    series = (Series(name="n" * 50, values=tuple(values)), Series(name="", values=()))
    one = chart(kind, labels=tuple(labels), series=series)
    assert chart_page(one, wide, 400, DARK).startswith(b"%PDF")


@settings(max_examples=15, deadline=None)
@given(
    begin=st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    days=st.integers(0, 800),
    label=st.text(max_size=120),
)
def test_any_days_are_drawn(begin: date, days: int, label: str) -> None:
    end = begin + timedelta(days=days)
    counted = (DayCount(on=begin, count=1, marked=1), DayCount(on=end, count=1234))
    calendar = chart("calendar", first=begin, last=end, days=counted)
    marks = (Mark(lane=0, on=begin, until=end, label=label), Mark(lane=1, on=end, label=label))
    line = chart("timeline", first=begin, last=end, marks=marks, labels=("a", label))
    assert drawn(calendar).startswith(b"%PDF")
    assert drawn(line).startswith(b"%PDF")


def test_the_press_is_not_loaded_to_name_a_picture() -> None:
    script = (
        "import sys, forms.charts.chart, forms.report_entries, forms.record_entries, "
        "forms.training_entries, forms.letters.letter; "
        "sys.exit(any(name.startswith('reportlab') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
