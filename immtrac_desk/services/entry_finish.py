"""Finish an entry card: the search, the affirmation and the doses typed, in one act."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import ReportMethod
from immtrac_desk.domain.ids import ClientId, DocumentId, DoseId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.services.affirm import Affirm, affirm
from immtrac_desk.services.dose_report import ReportDoses, report_doses
from immtrac_desk.services.note_on_client import SEARCH_OUTCOMES, NoteOnClient, note_on_client
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.save_client import put_client
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishEntry:
    """What was done in ImmTrac2 on the day `on`, by the user `registry_user`.

    `searched` is `found`, `candidates`, `not_found` or `""` for no search; `immtrac2_id` the
    number that the registry gave, `""` where none was seen; `reported` the doses typed there.
    """

    client_id: ClientId
    document_id: DocumentId | None = None
    searched: str = ""
    immtrac2_id: str = ""
    affirmed: bool = False
    on: date
    registry_user: str = ""
    reported: tuple[DoseId, ...] = ()


def finish_entry(
    command: FinishEntry, uow: UnitOfWork, occasion: Occasion
) -> Outcome[tuple[Act, ...]]:
    """Return the acts on the client, in the order of the screens; all of them or none.

    Raises InputError `entry.nothing`, `search.outcome_missing`, `entry.no_document`,
    `entry.others_dose` beside the field, and whatever an affirmation or a report of a dose raises.
    """
    survivor = uow.merges.survivor_of(command.client_id)
    asked = replace(command, client_id=survivor)
    _refuse(asked, uow)
    acts: list[Act] = []
    lines: list[AuditEntry] = []
    documents: frozenset[DocumentId] = frozenset()
    for outcome in _acts(asked, uow, occasion):
        acts.append(outcome.value)
        lines += outcome.entries
        documents |= outcome.changes.documents
    lines += _number(asked, uow, occasion)
    lines += _doses(asked, uow, occasion)
    changes = Changes(clients=frozenset({survivor}), documents=documents)
    return Outcome(tuple(acts), tuple(lines), changes)


def _refuse(command: FinishEntry, uow: UnitOfWork) -> None:
    if not (command.searched or command.affirmed or command.reported or command.immtrac2_id):
        raise InputError("entry.nothing", "searched")
    if command.searched and command.searched not in SEARCH_OUTCOMES:
        raise InputError("search.outcome_missing", "searched")
    if not command.affirmed:
        return
    if command.document_id is None:
        raise InputError("entry.no_document", "affirmed")
    owner = uow.merges.survivor_of(uow.documents.get(command.document_id).client_id)
    if owner != command.client_id:
        raise InputError("entry.no_document", "affirmed")


def _acts(command: FinishEntry, uow: UnitOfWork, occasion: Occasion) -> Iterator[Outcome[Act]]:
    if command.searched:
        facts = {"outcome": command.searched, "immtrac2_id": command.immtrac2_id.strip()}
        note = NoteOnClient(
            client_id=command.client_id,
            kind=ActKind.SEARCH_NOTED,
            on=command.on,
            facts=dict(facts),
        )
        yield note_on_client(note, uow, occasion)
    if command.affirmed and command.document_id is not None:
        done = Affirm(
            document_id=command.document_id, on=command.on, registry_user=command.registry_user
        )
        yield affirm(done, uow, occasion)


def _number(command: FinishEntry, uow: UnitOfWork, occasion: Occasion) -> tuple[AuditEntry, ...]:
    """The registry's number goes into the client's own field, as a correction would bring it."""
    number = clean(command.immtrac2_id, "immtrac2_id")
    before = uow.clients.get(command.client_id)
    if not number or number == before.immtrac2_id:
        return ()
    kept: Client = put_client(replace(before, immtrac2_id=number), before, uow)
    return (entry(occasion, "client_corrected", client_id=kept.id, version=kept.version),)


def _doses(command: FinishEntry, uow: UnitOfWork, occasion: Occasion) -> tuple[AuditEntry, ...]:
    if not command.reported:
        return ()
    owners = {uow.merges.survivor_of(uow.doses.get(one).client_id) for one in command.reported}
    if owners != {command.client_id}:
        raise InputError("entry.others_dose", "reported")
    typed = ReportDoses(
        ids=command.reported,
        on=command.on,
        method=ReportMethod.ONLINE,
        registry_user=command.registry_user,
    )
    return report_doses(typed, uow, occasion).entries
