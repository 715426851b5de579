"""Runs of letters as they were filed: shown again, and printed or saved without a new letter."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import LetterRunId
from immtrac_desk.domain.letter_run import KeptRun
from immtrac_desk.domain.rights import may
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

MOST = 200
"""Runs listed at once; the back door names them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run in words; `cells` stand in the order of the table's columns."""

    run: KeptRun
    cells: tuple[str, ...]


class LetterRunsPresenter:
    """`look` is in the book, and so is each time the pages are handed out."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self.rows: tuple[RunRow, ...] = ()
        self.may_hand_out = may(desk.actor.role, "make_letters")

    def read(self) -> tuple[RunRow, ...]:
        """Every run, the one made last first."""
        staff = {member.id: member.name for member in self._desk.staff.all()}
        runs = self._desk.letters.runs(MOST)
        self.rows = tuple(self._row(run, staff.get(run.by, "")) for run in runs)
        return self.rows

    def at(self, run_id: LetterRunId) -> int:
        """Where a run stands among the rows, -1 where it is not among them."""
        ids = [row.run.id for row in self.rows]
        return ids.index(run_id) if run_id in ids else -1

    def look(self, run: KeptRun) -> bytes:
        """The pages as they were drawn."""
        return self._desk.letters.look_at(run.id)

    def again(self, run: KeptRun) -> bytes:
        """The pages for a printer or a file."""
        return self._desk.letters.again(run.id)

    def headline(self, row: RunRow) -> str:
        """Which letter, and when it was made."""
        at, letter, *_ = row.cells
        return f"{letter} · {at}"

    def file_name(self, run: KeptRun) -> str:
        """What the run is called as a file: which letter and the day, nobody's name."""
        on = run.made_at.astimezone(self._desk.now().tzinfo).date()
        return f"{run.letter}-{on.isoformat()}.pdf"

    def _row(self, run: KeptRun, by: str) -> RunRow:
        at = run.made_at.astimezone(self._desk.now().tzinfo)
        return RunRow(
            run=run,
            cells=(
                self._tr.moment(at),
                self._tr.say(f"letters.kind.{run.letter}"),
                str(run.letters),
                str(run.pages),
                by,
            ),
        )
