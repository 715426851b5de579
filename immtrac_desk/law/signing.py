"""DT-10: electronic signing, and the manners of signing that the clinic allows."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.words import Manner
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import row

_ON_SCREEN = frozenset({Manner.INK_ON_SCREEN, Manner.MARK})
_ON_PAPER = frozenset({Manner.WET_INK, Manner.WET_MARK})


@dataclass(frozen=True, slots=True)
class SigningAnswer:
    """The table's answer: `yes`, `unknown` or `both`, with its basis."""

    row: str
    answer: str
    citation: str
    mark: str


def signing_answer(row_id: str, on: date) -> SigningAnswer:
    """Return the answer of a row of DT-10, e.g. `DT-10.1`; DeskError for another row."""
    found = row(row_id, on)
    return SigningAnswer(found.id, found.text("answer"), found.citation, found.mark)


def manners(settings: LawSettings) -> frozenset[Manner]:
    """Return the manners that may be used: both, or paper only (DT-10.4, `signing.mode`)."""
    return _ON_PAPER if settings.signing_mode == "paper_only" else _ON_PAPER | _ON_SCREEN
