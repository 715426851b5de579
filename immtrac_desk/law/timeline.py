"""Timelines: a value of the law by date, each value with its citation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from immtrac_desk.errors import DeskError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Since(Generic[T]):
    """A value, the day it holds from, and the citation code that says so."""

    on: date
    value: T
    citation: str


@dataclass(frozen=True, slots=True)
class Timeline(Generic[T]):
    """Dated values in ascending order; the earliest holds for all earlier days too."""

    values: tuple[Since[T], ...]

    def at(self, on: date) -> T:
        """Return the value that holds on `on`."""
        return self.entry(on).value

    def entry(self, on: date) -> Since[T]:
        """Return the dated value that holds on `on`, with its citation."""
        held = self.values[0]
        for entry in self.values[1:]:
            if entry.on > on:
                break
            held = entry
        return held


def timeline(values: Sequence[Since[T]]) -> Timeline[T]:
    """Return a Timeline of `values`; DeskError `law.timeline` if empty or a day comes twice."""
    ordered = tuple(sorted(values, key=lambda since: since.on))
    days = {since.on for since in ordered}
    if not ordered or len(days) != len(ordered):
        raise DeskError("law.timeline", values=len(ordered), days=len(days))
    return Timeline(ordered)
