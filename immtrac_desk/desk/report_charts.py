"""A report's pictures: from what was counted to flat charts, in the words of a language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from forms.charts.chart import Chart, DayCount, Mark, Series
from immtrac_desk.desk.report_read import Figures
from immtrac_desk.desk.report_words import ReportWords
from immtrac_desk.domain.agreement import AgreementState
from immtrac_desk.figures.birthdays import day_of
from immtrac_desk.figures.cross import WHOLE, Cross, month_of
from immtrac_desk.figures.funnel import LATER, Between
from immtrac_desk.figures.people import Period
from immtrac_desk.figures.sites import SiteStands

MOST_SERIES = 6
"""As many as a picture tells apart; who comes after them is in the table alone."""

_TONES: Mapping[str, Literal["plain", "warn", "bad"]] = {
    AgreementState.OVERDUE.value: "bad",
    AgreementState.DUE_NOW.value: "warn",
    AgreementState.CHANGE_DUE.value: "warn",
}


def charts_of(figures: Figures, period: Period, words: ReportWords) -> tuple[Chart, ...]:
    """Return the pictures of one report."""
    return _DRAWN[words.report](figures, period, words)


def _stacked(figures: Figures, _: Period, words: ReportWords) -> tuple[Chart, ...]:
    return (_stack(figures.crosses[0], words),)


def _calendar(figures: Figures, period: Period, words: ReportWords) -> tuple[Chart, ...]:
    [one] = figures.crosses
    days = tuple(
        DayCount(
            on=day_of(row),
            count=one.count(row, WHOLE),
            marked=one.count(row, "without"),
            key=one.key(row, WHOLE),
        )
        for row in one.rows
    )
    facts = {"count": one.count(WHOLE, WHOLE), "without": one.count(WHOLE, "without")}
    return (
        Chart(
            id="birthdays",
            kind="calendar",
            title=words.title,
            alt=words.say("alt.birthdays", **facts),
            language=words.language,
            days=days,
            marked_name=words.label("birthdays", "without"),
            first=period.first,
            last=period.last,
            today_on=period.today,
            empty=words.say("empty.birthdays"),
        ),
    )


def _funnel(figures: Figures, _: Period, words: ReportWords) -> tuple[Chart, ...]:
    [one] = figures.crosses
    counts = tuple(float(one.count(row, LATER)) for row in one.rows)
    keys = tuple(one.key(row, LATER) for row in one.rows)
    facts = dict(zip(one.rows, (int(count) for count in counts), strict=True))
    return (
        Chart(
            id="funnel",
            kind="funnel",
            title=words.title,
            alt=words.say("alt.funnel", **facts),
            language=words.language,
            labels=tuple(words.label("funnel", row) for row in one.rows),
            series=(Series(name=words.say("clients"), values=counts, keys=keys),)
            if any(counts)
            else (),
            between=tuple(_days_between(one, words) for one in figures.between),
            empty=words.say("empty.funnel"),
        ),
    )


def _days_between(one: Between, words: ReportWords) -> str:
    if one.middle is None:
        return ""
    return words.say("days_between", middle=f"{one.middle:g}", least=one.least, most=one.most)


def _staff(figures: Figures, period: Period, words: ReportWords) -> tuple[Chart, ...]:
    by_month = figures.crosses[0]
    ranked = sorted(by_month.rows, key=lambda row: (-by_month.count(row, WHOLE), row))
    counts = tuple(float(by_month.count(row, WHOLE)) for row in ranked)
    keys = tuple(by_month.key(row, WHOLE) for row in ranked)
    series = Series(name=words.say("acts"), values=counts, keys=keys)
    total = by_month.count(WHOLE, WHOLE)
    bars = Chart(
        id="staff",
        kind="bars",
        title=words.title,
        alt=words.say("alt.staff", count=total, people=len(ranked)),
        language=words.language,
        labels=tuple(ranked),
        series=(series,) if ranked else (),
        empty=words.say("empty.staff"),
    )
    begun = [month for month in by_month.columns if month <= month_of(period.today)]
    return (bars, _months(by_month, ranked, begun, words)) if len(begun) > 1 else (bars,)


def _months(one: Cross, ranked: Sequence[str], begun: Sequence[str], words: ReportWords) -> Chart:
    shown = tuple(ranked[:MOST_SERIES])
    return Chart(
        id="staff_months",
        kind="line",
        title=words.say("title.staff_months"),
        alt=words.say("alt.staff_months", months=len(begun)),
        language=words.language,
        labels=tuple(words.label(one.id, month) for month in begun),
        series=tuple(_series(row, ((row, month) for month in begun), one) for row in shown),
        unit=words.say("acts"),
        empty=words.say("empty.staff"),
    )


def _sites(figures: Figures, period: Period, words: ReportWords) -> tuple[Chart, ...]:
    return _stack(figures.crosses[0], words), _dues(figures.stands, period, words)


def _dues(stands: Sequence[SiteStands], period: Period, words: ReportWords) -> Chart:
    dated = [one for one in stands if one.due is not None]
    marks = tuple(
        Mark(
            lane=at,
            on=one.due,
            label=f"{words.label('agreements', one.state)}, {words.day(one.due)}",
            tone=_TONES.get(one.state, "plain"),
            key=f"agreements|{one.state}|sites",
        )
        for at, one in enumerate(dated)
        if one.due is not None
    )
    days: list[date] = [mark.on for mark in marks]
    return Chart(
        id="agreements",
        kind="timeline",
        title=words.say("title.agreements"),
        alt=words.say("alt.agreements", count=len(stands), dated=len(dated)),
        language=words.language,
        labels=tuple(one.name for one in dated),
        marks=marks,
        first=min((period.first, *days)),
        last=max((period.last, *days)),
        today_on=period.today,
        empty=words.say("empty.agreements"),
    )


def _stack(one: Cross, words: ReportWords) -> Chart:
    columns = [code for code in one.columns if one.count(WHOLE, code)]
    series = tuple(
        _series(words.label(one.id, code), ((row, code) for row in one.rows), one)
        for code in columns
    )
    largest = max(columns, key=lambda code: one.count(WHOLE, code), default="")
    facts = {
        "count": one.count(WHOLE, WHOLE),
        "largest": words.label(one.id, largest),
        "most": one.count(WHOLE, largest),
    }
    empty = words.say(f"empty.{one.id}")
    return Chart(
        id=one.id,
        kind="stacked",
        title=words.say(f"title.{one.id}"),
        alt=words.say(f"alt.{one.id}", **facts) if columns else empty,
        language=words.language,
        labels=tuple(words.label(one.id, row) for row in one.rows),
        series=series,
        empty=empty,
    )


def _series(name: str, places: Iterable[tuple[str, str]], one: Cross) -> Series:
    found = tuple(places)
    values = tuple(float(one.count(row, column)) for row, column in found)
    return Series(
        name=name, values=values, keys=tuple(one.key(row, column) for row, column in found)
    )


_DRAWN: Mapping[str, Callable[[Figures, Period, ReportWords], tuple[Chart, ...]]] = {
    "coverage": _stacked,
    "birthdays": _calendar,
    "funnel": _funnel,
    "aging": _stacked,
    "responses": _stacked,
    "staff": _staff,
    "sites": _sites,
}
