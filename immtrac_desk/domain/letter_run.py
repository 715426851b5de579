"""Letter runs: pages of letters that were noted as made, filed as they were drawn."""

from dataclasses import dataclass
from datetime import datetime

from immtrac_desk.domain.ids import LetterRunId, StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRun:
    """One run. Its pages are asked for apart from the record."""

    id: LetterRunId
    letter: str
    """Which letter, as in `law.letters.LETTERS`."""
    letters: int
    pages: int
    envelopes: bool
    made_at: datetime
    by: StaffId
    digest: str
    """SHA-256 of the pages as one PDF."""
