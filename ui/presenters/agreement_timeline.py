"""The next 24 months: which lane a day stands in, and the sentence that says it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import TimeMark
    from immtrac_desk.domain.ids import OrganizationId

MONTHS = 24
LANES = {
    "agreement": ("agreement", "rung"),
    "tvfc": ("tvfc",),
    "training": ("training",),
    "role_end": ("role_end",),
    "task": ("task", "application"),
}
"""The lanes from top to bottom, and which kinds of days stand in each."""
MOST_APART = 40
"""More marks than that on one lane lie upon each other."""
_URGENCY = ("bad", "warn", "good", "quiet")


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One day in words. `tone` is good, warn, bad or quiet."""

    on: date
    tone: str
    words: str


class TimelinePresenter:
    """`read` asks the desk, which may be done off the event loop; `lanes` only says."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr

    def read(self, organization_id: "OrganizationId | None" = None) -> "tuple[TimeMark, ...]":
        """The marks of one site, or of all, as they stand today."""
        return self._desk.agreement.timeline(MONTHS, organization_id)

    def lanes(self, marks: "tuple[TimeMark, ...]") -> tuple[tuple[str, tuple[MarkLine, ...]], ...]:
        """Return label and marks of every lane that holds a mark.

        Of several sites only the days themselves stand here, not each one's reminders; where
        even they are too many to tell apart, a month is one mark.
        """
        several = len({m.organization.id for m in marks}) > 1
        shown = [m for m in marks if not (several and m.kind == "rung")]
        lanes = []
        for lane, kinds in LANES.items():
            lines = tuple(self._line(m, several) for m in shown if m.kind in kinds)
            if len(lines) > MOST_APART:
                lines = tuple(self._by_month(lines))
            if lines:
                lanes.append((self._tr.say(f"timeline.{lane}"), lines))
        return tuple(lanes)

    def _by_month(self, lines: Sequence[MarkLine]) -> Iterator[MarkLine]:
        """One mark for the days of a month: where the most urgent stands, with how many."""
        for _, days in groupby(
            sorted(lines, key=_day), key=lambda one: (one.on.year, one.on.month)
        ):
            together = list(days)
            first = min(together, key=lambda one: (_URGENCY.index(one.tone), one.on))
            if len(together) > 1:
                words = self._tr.say("timeline.together", count=len(together), first=first.words)
                first = MarkLine(first.on, first.tone, words)
            yield first

    def _line(self, mark: "TimeMark", several: bool) -> MarkLine:
        on = self._tr.long_date(mark.on)
        late = f"timeline_mark.{mark.kind}_late"
        past = mark.tone == "bad" and self._tr.has(late)
        code = late if past else f"timeline_mark.{mark.kind}"
        words = self._tr.say(code, on=on, who=mark.who or "…")
        if several:
            words = self._tr.say("timeline.at_site", words=words, site=mark.organization.name)
        tone = mark.tone if mark.kind != "rung" or mark.tone == "bad" else "quiet"
        return MarkLine(mark.on, tone, words)


def _day(line: MarkLine) -> date:
    return line.on
