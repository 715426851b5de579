"""Rows to copy into another window, one after the other, and which of them are done."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.form_keeper import FormKeeper

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

DIGITS = 9
"""Rows of a group that a digit copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryTicks:
    """What was already entered in the portal: marks of rows."""

    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One thing to copy. `group` is the heading under which it stands, `digit` its key there.

    Where it does not `copies`, it says what to do or what is seen, and is only ticked.
    """

    key: str
    group: str
    label: str
    value: str
    digit: int
    copies: bool = True
    about: str = ""
    """The field it is, by the name under which the handbook knows it."""

    @property
    def mark(self) -> str:
        """What is ticked: this answer, and no later one in its place."""
        return f"{self.key}={self.value}"


class TickedRows:
    """Rows, and which of them are done. Ticks are kept with the person's half-typed forms."""

    def __init__(self, desk: "Desk", room: str, about_id: str) -> None:
        self.desk = desk
        self.rows: tuple[CardRow, ...] = ()
        self.done: set[str] = set()
        self._keeper = FormKeeper(desk, room, about_id, EntryTicks)
        if self._keeper.offered is not None:
            self.done = set(self._keeper.go_on().done)

    def read(self) -> None:
        """Read the card again, in the language in force."""

    def is_done(self, row: CardRow) -> bool:
        return row.mark in self.done

    def tick(self, row: CardRow, *, on: bool = True) -> None:
        """Note that a row was entered, or was not."""
        (self.done.add if on else self.done.discard)(row.mark)

    def keep(self) -> None:
        """Keep the ticks over a lock and another day."""
        self._keeper.keep(EntryTicks(done=tuple(sorted(self.done))), begun=EntryTicks())

    def settle(self) -> None:
        """All of it ended: the ticks have served."""
        self._keeper.settle()

    def progress(self) -> tuple[int, int]:
        """How many rows are done, of how many."""
        return sum(self.is_done(row) for row in self.rows), len(self.rows)

    def next_open(self, after: int) -> int:
        """The next row that is not done, from the one after `after` on; -1 when all are."""
        order = [*range(after + 1, len(self.rows)), *range(after + 1)]
        return next((at for at in order if not self.is_done(self.rows[at])), -1)

    def by_digit(self, at: int, digit: int) -> int:
        """The row that a digit copies while row `at` is in hand; -1 where there is none."""
        if not 0 <= at < len(self.rows):
            return -1
        group = self.rows[at].group
        found = (i for i, r in enumerate(self.rows) if r.group == group and r.digit == digit)
        return next(found, -1)


class Digits:
    """Deals out the digits of each group, to what is copied and to nothing else."""

    def __init__(self) -> None:
        self._dealt: dict[str, int] = {}

    def next(self, group: str) -> int:
        """The next digit of a group; 0 once there are no more."""
        digit = self._dealt[group] = self._dealt.get(group, 0) + 1
        return digit if digit <= DIGITS else 0
