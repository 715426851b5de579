"""Settle a disagreement of representatives: the order or statement seen says who prevails."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.domain.values import clean
from immtrac_desk.domain.words import Status
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.on_client import open_client
from immtrac_desk.services.on_document import enter, open_standing_file, told
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleConflict:
    """`prevails` is the document whose signer prevails; `seen` the order or statement seen."""

    client_id: ClientId
    prevails: DocumentId
    seen: str
    on: date


def settle_conflict(command: SettleConflict, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """End CONFLICT (DT-6.5). Raises RefusedError `conflict.none` where there is none."""
    seen = clean(command.seen, "seen")
    if not seen:
        raise InputError("conflict.nothing_seen", "seen")
    if command.on > occasion.today:
        raise InputError("date.future", "on")
    read = open_client(command.client_id, uow, occasion)
    if read.standing.status is not Status.CONFLICT:
        raise RefusedError("conflict.none")
    file = open_standing_file(command.prevails, uow)
    if uow.merges.survivor_of(file.document.client_id) != read.client.id:
        raise RefusedError("document.of_another_client")
    facts = {"prevails": command.prevails, "seen": seen}
    kind = ActKind.CONFLICT_SETTLED
    act = enter(file, kind, command.on, uow, occasion, row="DT-6.5", **facts)
    return told(act, occasion, prevails=command.prevails)
