"""Text into boxes: it shrinks, then spills to the continuation sheet, and is never cut."""

from dataclasses import dataclass, field

from forms.typeface import REGULAR, SEMIBOLD, break_lines, width

FULL, FLOOR = 9.2, 6.6
_STEP = 0.2


@dataclass(slots=True)
class Spill:
    """What found no room in its box, in reading order; `pages` is filled in by the layout."""

    items: list[tuple[str, str]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def add(self, label: str, text: str) -> int:
        """Keep `text` for the continuation sheet; return its item number, from 1."""
        self.items.append((label, text))
        return len(self.items)


def typed_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text as they were typed."""
    return tuple(text.replace("\r\n", "\n").split("\n"))


def wrapped(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """Return the typed lines, each broken into lines at most `room` points wide."""
    return tuple(
        line for typed in typed_lines(text) for line in break_lines(typed, font, size, room)
    )


def size_for(text: str, room: float, font: str = SEMIBOLD) -> float | None:
    """Return the largest size from FULL down to FLOOR at which `text` fits on one line, or None."""
    if len(typed_lines(text)) > 1:
        return None
    full = width(text, font, FULL)
    if full <= room:
        return FULL
    steps = int((FULL - FULL * room / full) / _STEP) + 1
    size = round(FULL - steps * _STEP, 2)
    return size if size >= FLOOR else None


def fitted(text: str, room: float, most: int) -> tuple[float, tuple[str, ...]] | None:
    """Return the largest size, and the lines, at which `text` fits into `most` lines, or None."""
    size = size_for(text, room)
    if size is not None:
        return size, (text,)
    size = FULL
    while most > 1 and size >= FLOOR:
        lines = wrapped(text, SEMIBOLD, size, room)
        if len(lines) <= most:
            return size, lines
        size = round(size - _STEP, 2)
    return None


def lines_within(
    text: str, room: float, high: float, font: str = REGULAR
) -> tuple[float, tuple[str, ...]]:
    """Return a size and lines that fit into `room` by `high` points, however small.

    For the marks of a signing, which may not move anything on the sheet that was read.
    """
    size = 8.0
    while True:
        lines = break_lines(text, font, size, room)
        if len(lines) * size * 1.1 <= high:
            return size, lines
        size *= 0.9
