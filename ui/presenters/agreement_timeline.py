"""The next 24 months: which lane a day stands in, and the sentence that says it."""

from dataclasses import dataclass
from datetime import date
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
        """Return label and marks of every lane that holds a mark."""
        several = len({m.organization.id for m in marks}) > 1
        lanes = []
        for lane, kinds in LANES.items():
            lines = tuple(self._line(m, several) for m in marks if m.kind in kinds)
            if lines:
                lanes.append((self._tr.say(f"timeline.{lane}"), lines))
        return tuple(lanes)

    def _line(self, mark: "TimeMark", several: bool) -> MarkLine:
        on = self._tr.long_date(mark.on)
        words = self._tr.say(f"timeline_mark.{mark.kind}", on=on, who=mark.who or "…")
        if several:
            words = self._tr.say("timeline.at_site", words=words, site=mark.organization.name)
        tone = mark.tone if mark.kind != "rung" or mark.tone == "bad" else "quiet"
        return MarkLine(mark.on, tone, words)
