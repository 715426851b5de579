"""A chart drawn for the screen: the very drawing that prints, in the colours of the theme."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.charts.chart import Chart, Spot


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF of one page, `wide` by `high` points, and where each number of it stands."""

    pdf: bytes
    wide: float
    high: float
    spots: "tuple[Spot, ...]"


def draw(chart: "Chart", wide: float, *, dark: bool) -> Drawn:
    """Draw a chart without its title, which the screen says itself.

    It is as high as it likes to be. Slow at first, as the charts are loaded when one is
    looked at; to be called off the event loop.
    """
    from forms.charts.chart import DARK, PRINT
    from forms.charts.page import chart_page, chart_spots, natural_height

    bare = replace(chart, title="")
    high = natural_height(bare, wide)
    pdf = chart_page(bare, wide, high, DARK if dark else PRINT)
    counted = _counted(bare)
    spots = tuple(spot for spot in chart_spots(bare, wide, high) if spot.key in counted)
    return Drawn(pdf, wide, high, spots)


def _counted(chart: "Chart") -> frozenset[str]:
    """The keys behind which somebody stands: a nothing in a bar has no place to be pressed."""
    keys = {day.key for day in chart.days if day.count} | {mark.key for mark in chart.marks}
    for one in chart.series:
        keys |= {key for key, value in zip(one.keys, one.values, strict=False) if value}
    return frozenset(keys - {""})
