"""Letters to a list: who gets one, who is left out and why; the run, its progress, its end."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from immtrac_desk.desk.letters import LETTERS
from immtrac_desk.domain.ids import ClientId
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.letter_pictures import LetterPlan, LetterRun

Told = Callable[[int, int], object]
"""Hears how many letters are drawn, of how many."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who gets no letter, and why."""

    client_id: ClientId
    name: str
    why: str


class LettersPresenter:
    """`plan` is slow, and so is what `writing` returns: called off the event loop."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self._stop = Event()
        self.letter = ""
        self.ids: tuple[ClientId, ...] = ()
        self.envelopes = True
        self.planned: LetterPlan | None = None
        self.run: LetterRun | None = None

    def letters(self) -> tuple[str, ...]:
        """Every letter there is, in the order in which they are offered."""
        return tuple(LETTERS)

    def begin(self, letter: str, ids: tuple[ClientId, ...]) -> None:
        """A letter for these clients; whatever was planned before is let go, a run is kept."""
        self.letter, self.ids, self.planned = letter, ids, None

    def plan(self) -> "LetterPlan":
        """Who would be written to. Keeps nothing."""
        return self._desk.letters.plan(self.letter, self.ids)

    def take(self, plan: "LetterPlan") -> None:
        self.planned = plan

    @property
    def count(self) -> int:
        """How many letters would be written."""
        return len(self.planned.to_write) if self.planned else 0

    def left_out(self) -> tuple[LeftOut, ...]:
        """Who gets none, in words."""
        if self.planned is None:
            return ()
        say = self._tr.say
        return tuple(
            LeftOut(line.client_id, line.name, say(f"letters.left_out.{line.reason}"))
            for line in self.planned.left_out
        )

    def headline(self) -> str:
        """How many are written to, and how many are not."""
        written = self._counted("letters.count", self.count)
        left = len(self.planned.left_out) if self.planned else 0
        return f"{written} {self._counted('letters.left_count', left)}" if left else written

    def noted(self) -> str:
        """What becomes of the letters; first of all how many of them somebody had not long ago."""
        if not self.count or self.planned is None:
            return ""
        lately = self.planned.lately
        return self._counted("letters.lately", lately) if lately else self._tr.say("letters.noted")

    def writing(self, told: Told) -> "Callable[[], LetterRun]":
        """Return the drawing of every letter, which notes them only once all are drawn.

        It is slow, called off the event loop, and ended by `stop` from this moment on: DeskError
        where it was.
        """
        stop = self._stop = Event()
        letter, ids, envelopes = self.letter, self.ids, self.envelopes

        def go_on(done: int, of: int) -> bool:
            told(done, of)
            return not stop.is_set()

        return lambda: self._desk.letters.write(letter, ids, envelopes, go_on)

    def stop(self) -> None:
        """Let the run end at its next letter; nothing of it is noted."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def keep(self, run: "LetterRun") -> None:
        """Hold the run that was written until the next one, or the lock."""
        self.run, self.planned = run, None

    def run_words(self) -> str:
        """What the run holds: letters, pages, and that each is noted."""
        if self.run is None:
            return ""
        letters = self._counted("letters.written", self.run.letters)
        return f"{letters} {self._counted('letters.pages', self.run.pages)}"

    def file_name(self) -> str:
        """What the run is called as a file: which letter and the day, nobody's name."""
        letter = self.run.letter if self.run else self.letter
        return f"{letter}-{self._desk.today().isoformat()}.pdf"

    def _counted(self, code: str, count: int) -> str:
        which = f"{code}.one" if count == 1 else f"{code}.none" if count == 0 else f"{code}.many"
        return self._tr.say(which, count=count)
