"""Roster, role history and calendar made ready to print or to save, and logged."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import InputError
from immtrac_desk.sayings import LANGUAGES
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareList:
    """`which` is `roster`, `history`, `calendar` or `ics`; None is every site.

    `draw` makes its bytes from what the vault holds at this moment.
    """

    which: str
    language: str
    organization_id: OrganizationId | None
    draw: Callable[[UnitOfWork, Occasion], bytes]


def prepare_list(command: PrepareList, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the list. Raises InputError `packet.language`, DeskError `organization.unknown`."""
    if command.language not in LANGUAGES:
        raise InputError("packet.language", "language")
    made = command.draw(uow, occasion)
    facts = {
        "list": command.which,
        "language": command.language,
        "organization": command.organization_id,
    }
    digest = hashlib.sha256(made).hexdigest()
    line = site_line(occasion, "agreement_list_prepared", facts, document_digest=digest)
    return Outcome(made, (line,))
