"""The numbers of a picture as a table that can be read out, each with the key of its list."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ui.wording import Wording

if TYPE_CHECKING:
    from forms.charts.chart import Chart


@dataclass(frozen=True, slots=True)
class Number:
    """One cell: what stands in it, and the key of the list behind it; "" for none."""

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """`headings`, the first of them above the names of the lines."""

    headings: tuple[str, ...]
    lines: tuple[tuple[Number, ...], ...]


def numbers_of(chart: "Chart", tr: Wording) -> Numbers:
    """Every number that the picture shows, in its order."""
    kinds = {"calendar": _days, "timeline": _marks, "funnel": _steps}
    return kinds.get(chart.kind, _series)(chart, tr)


def shown(value: float | None) -> str:
    """A number as people write it; an en dash where nothing is known."""
    if value is None:
        return "–"
    return f"{int(value):,}" if value == int(value) else f"{value:,.1f}"


def _series(chart: "Chart", tr: Wording) -> Numbers:
    headings = ("", *(one.name for one in chart.series))
    lines = []
    for at, label in enumerate(chart.labels):
        cells = [Number(label)]
        for one in chart.series:
            value = one.values[at] if at < len(one.values) else None
            cells.append(Number(shown(value), one.keys[at] if at < len(one.keys) else ""))
        lines.append(tuple(cells))
    return Numbers(headings, tuple(lines))


def _steps(chart: "Chart", tr: Wording) -> Numbers:
    """A funnel: the number of each step, and what stands between it and the one before."""
    told = _series(chart, tr)
    between = ("", *chart.between)
    lines = tuple(
        (*line[:2], Number(between[at] if at < len(between) else ""))
        for at, line in enumerate(told.lines)
    )
    return Numbers((*told.headings[:2], tr.say("reports_room.between")), lines)


def _days(chart: "Chart", tr: Wording) -> Numbers:
    headings = (tr.say("reports_room.day"), tr.say("reports_room.count"), chart.marked_name)
    lines = (
        (
            Number(tr.short_date(day.on), day.key),
            Number(str(day.count), day.key),
            Number(str(day.marked), day.key),
        )
        for day in sorted(chart.days, key=lambda one: one.on)
        if day.count
    )
    return Numbers(headings, tuple(lines))


def _marks(chart: "Chart", tr: Wording) -> Numbers:
    headings = ("", tr.say("reports_room.day"), tr.say("reports_room.what"))
    lines = (
        (
            Number(chart.labels[mark.lane] if mark.lane < len(chart.labels) else "", mark.key),
            Number(_span(mark.on, mark.until, tr), mark.key),
            Number(mark.label, mark.key),
        )
        for mark in sorted(chart.marks, key=lambda one: (one.lane, one.on))
    )
    return Numbers(headings, tuple(lines))


def _span(start: date, until: date | None, tr: Wording) -> str:
    begun = tr.short_date(start)
    return f"{begun} – {tr.short_date(until)}" if until else begun
