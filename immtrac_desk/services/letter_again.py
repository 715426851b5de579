"""Look at a run of letters that was made, or hand its pages out once more; either is logged."""

from immtrac_desk.domain.act import FactValue
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.ids import LetterRunId
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


def look_at_run(run_id: LetterRunId, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the pages as they were drawn, and log the look. Raises DeskError as its drawer."""
    line = _line("letters_looked_at", run_id, uow, occasion)
    return Outcome(uow.letter_runs.pdf(run_id), (line,))


def hand_out_run(run_id: LetterRunId, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the pages for a printer or a file, and log it. Nobody is noted as written to again.

    Raises DeskError `letter_run.unknown`.
    """
    line = _line("letters_again", run_id, uow, occasion)
    return Outcome(uow.letter_runs.pdf(run_id), (line,))


def _line(act: str, run_id: LetterRunId, uow: UnitOfWork, occasion: Occasion) -> AuditEntry:
    run = uow.letter_runs.get(run_id)
    facts: dict[str, FactValue] = {"letter": run.letter, "count": run.letters, "letter_run": run.id}
    return site_line(occasion, act, facts, document_digest=run.digest)
