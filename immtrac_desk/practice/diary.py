"""The diary of an invented past: what happened how many days ago, told in its order."""

from collections.abc import Callable
from dataclasses import dataclass, field

Told = Callable[[], object]


@dataclass(slots=True)
class Diary:
    """Notes by days ago. Whatever is told may note what follows from it, on a later day."""

    notes: dict[int, list[Told]] = field(default_factory=dict)

    def note(self, days_ago: int, told: Told) -> None:
        """Let `told` happen so many days ago, after what is noted for that day already."""
        self.notes.setdefault(days_ago, []).append(told)

    def tell(self, turn_back: Callable[[int], object]) -> None:
        """Tell every note, the longest ago first.

        `turn_back` sets the desk's clock so many days back; it stands at the last note's day in
        the end. Raises ValueError for a note of a day that is over.
        """
        standing: int | None = None
        while self.notes:
            days = max(self.notes)
            if standing is not None and days > standing:
                raise ValueError("a day that is over")
            if days != standing:
                turn_back(days)
            standing = days
            told = self.notes[days].pop(0)
            if not self.notes[days]:
                del self.notes[days]
            told()
