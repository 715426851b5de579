"""What is handed out as a file, a list or a report: made at this moment, and logged."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from immtrac_desk.domain.act import FactValue
from immtrac_desk.errors import InputError
from immtrac_desk.sayings import LANGUAGES
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork

FILE_KINDS = ("csv", "xlsx", "pdf")
_WHAT = {"list_exported": "work_list", "report_exported": "report"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOut:
    """`act` is its line in the book: `list_exported` or `report_exported`, `what` which one.

    `file_kind` is one of FILE_KINDS.

    `draw` makes its bytes from what the vault holds, and says how many rows are in it.
    """

    act: str
    what: str
    file_kind: str
    language: str
    draw: Callable[[UnitOfWork, Occasion], tuple[bytes, int]]


def hand_out(command: HandOut, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the file. InputError `file_out.kind` or `packet.language` beside the field."""
    if command.file_kind not in FILE_KINDS:
        raise InputError("file_out.kind", "kind")
    if command.language not in LANGUAGES:
        raise InputError("packet.language", "language")
    made, rows = command.draw(uow, occasion)
    facts: dict[str, FactValue] = {
        _WHAT[command.act]: command.what,
        "media": command.file_kind,
        "language": command.language,
        "count": rows,
    }
    digest = hashlib.sha256(made).hexdigest()
    return Outcome(made, (site_line(occasion, command.act, facts, document_digest=digest),))
