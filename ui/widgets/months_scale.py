"""The scale of a strip of months: where a day falls, and how many month names there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_STEPS = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Scale:
    """`count` months from the month of `first` on."""

    first: date
    count: int

    def months(self) -> tuple[date, ...]:
        """The first day of each month."""
        start = self.first.year * 12 + self.first.month - 1
        return tuple(date(n // 12, n % 12 + 1, 1) for n in range(start, start + self.count))

    def named(self, step: int) -> tuple[tuple[date, bool], ...]:
        """Every `step`-th month, and whether it is the first of its year that is named."""
        months = self.months()[::step]
        years = [month.year for month in months]
        return tuple((month, month.year not in years[:n]) for n, month in enumerate(months))

    def share(self, on: date) -> float:
        """Where `on` falls between the two ends, 0 to 1; a day beyond an end stands at it."""
        begin = self.months()[0].toordinal()
        last = self.months()[-1]
        following = last.year * 12 + last.month
        end = date(following // 12, following % 12 + 1, 1).toordinal()
        return min(max((on.toordinal() - begin) / (end - begin), 0.0), 1.0)

    def every(self, width: float, name: float) -> int:
        """Every how manieth month is named, so that names of `name` pixels do not touch."""
        room = width / self.count
        return next((step for step in _STEPS if room * step >= name), _STEPS[-1])


def clear(places: Sequence[float], gap: float, end: float) -> tuple[float | None, ...]:
    """Return ascending `places` moved later until each lies `gap` from the one before.

    None for one that would be moved by more than `gap`, or beyond `end`: it has no room there.
    """
    found: list[float | None] = []
    least = float("-inf")
    for place in places:
        there = max(place, least)
        fits = there - place <= gap and there <= end
        found.append(there if fits else None)
        least = there + gap if fits else least
    return tuple(found)
