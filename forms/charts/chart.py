"""What a picture shows: flat labels, numbers and days, and the colours it is drawn in."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["bars", "stacked", "line", "calendar", "funnel", "timeline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of numbers, one for each label of the chart; None where nothing is known.

    `keys` name each number, so that the list behind it can be asked for; empty, or as many.
    """

    name: str
    values: tuple[float | None, ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """How many fall on a day of the calendar; `marked` of them still wait for something."""

    on: date
    count: int
    marked: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something on a time line: a day, or a span where `until` is given, in the lane `lane`."""

    lane: int
    on: date
    until: date | None = None
    label: str = ""
    tone: Literal["plain", "warn", "bad"] = "plain"
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One picture. `alt` says in a sentence what it shows, for those who cannot see it.

    `bars` and `funnel` show the first of `series`, one number for each of `labels`; `stacked` and
    `line` show all of them. `between` stands between the steps of a funnel (one text fewer than
    `labels`), such as the days from one to the next. `calendar` shows the months from `first` to
    `last` with `days`, and says `marked_name` beside its mark; `timeline` shows `marks` in lanes
    named by `labels` from `first` to `last`, with a line at `today_on` where that is given.
    A calendar marks the cell of `today_on`. `unit` stands at the axis of a line. `empty` is said
    where there is nothing to draw.
    """

    id: str
    kind: Kind
    title: str
    alt: str
    language: str = "en"
    labels: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    between: tuple[str, ...] = ()
    days: tuple[DayCount, ...] = ()
    marked_name: str = ""
    marks: tuple[Mark, ...] = ()
    first: date | None = None
    last: date | None = None
    today_on: date | None = None
    unit: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours as `#RRGGBB`. Series that follow each other differ in lightness and pattern too."""

    ground: str
    ink: str
    quiet: str
    line: str
    accent: str
    weak: str
    """Behind a cell that holds something; `middle` and `accent` behind one that holds more."""
    middle: str
    warn: str
    bad: str
    series: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a number stands in a drawn chart: a box in points from the lower left corner."""

    key: str
    x0: float
    y0: float
    x1: float
    y1: float


PRINT = Palette(
    ground="#FFFFFF",
    ink="#1C1F26",
    quiet="#4A4F59",
    line="#B9BEC5",
    accent="#0B5E6B",
    weak="#E2EFF0",
    middle="#7FB3BA",
    warn="#8A5200",
    bad="#9E2A22",
    series=("#0B5E6B", "#C4741A", "#6B4E8A", "#4E97A1", "#59616B", "#D0655A", "#1F6B3F"),
)
"""On paper, and on a light screen."""

DARK = Palette(
    ground="#1B2128",
    ink="#E9E6E0",
    quiet="#9AA5B1",
    line="#46515D",
    accent="#63C6D1",
    weak="#17343A",
    middle="#2F7F8A",
    warn="#F0B65A",
    bad="#F2938A",
    series=("#63C6D1", "#B5792A", "#C9B3E6", "#2F8A96", "#BFC6CE", "#D2655A", "#9BDDB2"),
)
"""On a dark screen."""
