"""The letter drawer: runs of letters, page for page as they were drawn; only ever added to."""

import sqlalchemy as sa

from immtrac_desk.domain.ids import LetterRunId
from immtrac_desk.domain.letter_run import KeptRun
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories import blobs
from immtrac_desk.store.rows import letter_runs

_select = sa.select(*translate.columns_of(KeptRun, letter_runs))


class LetterRuns:
    """Runs as they were made; the pages are asked for apart from the record."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, run: KeptRun, pdf: bytes) -> None:
        """File a run. Refuses `letter_run.digest_differs` where record and pages disagree."""
        if run.digest != blobs.digest_of(pdf):
            raise DeskError("letter_run.digest_differs")
        values = translate.values_of(run) | {"pdf": pdf}
        self._connection.execute(letter_runs.insert().values(values))

    def get(self, run_id: LetterRunId) -> KeptRun:
        """One run. Refuses `letter_run.unknown`."""
        row = self._connection.execute(_select.where(letter_runs.c.id == run_id)).first()
        if row is None:
            raise DeskError("letter_run.unknown")
        return translate.record_of(KeptRun, row)

    def pdf(self, run_id: LetterRunId) -> bytes:
        """The pages. Refuses `letter_run.unknown`."""
        c = letter_runs.c
        return blobs.read(self._connection, c.pdf, c.digest, run_id, "letter_run.unknown")

    def recent(self, limit: int) -> tuple[KeptRun, ...]:
        """The runs made last, the last one first."""
        query = _select.order_by(letter_runs.c.n.desc()).limit(limit)
        return tuple(translate.record_of(KeptRun, row) for row in self._connection.execute(query))
