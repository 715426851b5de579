"""Hand out a client's whole record, on paper or as a file, and log what left (H&SC 161.008(e))."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client_record import (
    ClientRecord,
    DoseOfRecord,
    ItemOfRecord,
    NamesOfRecord,
    PaperOfRecord,
)
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.errors import InputError
from immtrac_desk.exports.record_file import record_bytes
from immtrac_desk.law.paper_state import paper_state
from immtrac_desk.law.status import derive
from immtrac_desk.paperwork.record_paper import draw_record
from immtrac_desk.sayings import LANGUAGES
from immtrac_desk.services.consent_evidence import acts_on
from immtrac_desk.services.dose_read import ClientDoses, read_client_doses
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveSummary:
    """The summary on paper, in `en` or `es`."""

    client_id: ClientId
    language: str


def give_summary(command: GiveSummary, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the printed summary and log it.

    Raises InputError `packet.language`, DeskError `client.unknown`.
    """
    language = command.language
    if language not in LANGUAGES:
        raise InputError("packet.language", "language")
    act = "record_summary_given"
    return _given(command.client_id, act, lambda r: draw_record(r, language), uow, occasion)


def give_file(client_id: ClientId, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the record as one JSON file and log it. Raises DeskError `client.unknown`."""
    return _given(client_id, "record_file_given", record_bytes, uow, occasion)


def _given(
    client_id: ClientId,
    act: str,
    draw: Callable[[ClientRecord], bytes],
    uow: UnitOfWork,
    occasion: Occasion,
) -> Outcome[bytes]:
    record = read_record(client_id, uow, occasion)
    made = draw(record)
    digest = hashlib.sha256(made).hexdigest()
    line = entry(occasion, act, client_id=record.client.id, document_digest=digest)
    return Outcome(made, (line,))


def read_record(client_id: ClientId, uow: UnitOfWork, occasion: Occasion) -> ClientRecord:
    """Return everything about whoever stands for the client, as of the occasion's moment."""
    survivor = uow.merges.survivor_of(client_id)
    client = uow.clients.get(survivor)
    acts = uow.acts.of_client(survivor)
    standing = derive(client.born_on, acts, occasion.today, occasion.law)
    doses = read_client_doses(survivor, uow, occasion.today, occasion.law)
    files = uow.attachments.of_client(survivor)
    return ClientRecord(
        made_at=occasion.now,
        made_on=occasion.today,
        made_by=occasion.actor.name,
        clinic=str(occasion.settings["clinic.name"]),
        practice=occasion.practice,
        client=client,
        merged=tuple(uow.clients.many(uow.merges.group(survivor)[1:]).values()),
        responsible=tuple(uow.responsible.of_client(survivor)),
        status=standing.status,
        row=standing.row,
        citation=standing.citation,
        since=standing.since,
        until=standing.until,
        fr=standing.fr,
        dir=standing.dir,
        died_on=standing.died_on,
        papers=tuple(
            _paper(document, acts, client.born_on, uow, occasion)
            for document in uow.documents.of_client(survivor)
        ),
        acts=acts,
        undone=frozenset(
            act.reverses for act in acts if act.kind is ActKind.ENTERED_IN_ERROR and act.reverses
        ),
        files=tuple((file, uow.attachments.content(file.id)) for file in files),
        tasks=tuple(uow.tasks.of_client(survivor)),
        doses=_doses(doses, occasion),
        items=_items(doses),
        names=_names(doses, uow),
    )


def _paper(
    document: Document, acts: tuple[Act, ...], born_on: date, uow: UnitOfWork, occasion: Occasion
) -> PaperOfRecord:
    made, *_ = acts_on(document, acts)
    state = paper_state(made, acts, born_on, occasion.today, occasion.law)
    return PaperOfRecord(
        document=document,
        signature=uow.documents.signature(document.id),
        holds=state.holds.value,
        why=state.why,
        until_on=state.until_on,
        in_effect_on=state.in_effect_on,
        pdf=uow.documents.pdf(document.id),
    )


def _doses(read: ClientDoses, occasion: Occasion) -> tuple[DoseOfRecord, ...]:
    judged = (read.judge(dose, occasion.today, occasion.law) for dose in read.doses)
    return tuple(
        DoseOfRecord(
            dose=one.dose, state=one.verdict.state, steps=tuple(read.steps.get(one.dose.id, ()))
        )
        for one in judged
    )


def _items(read: ClientDoses) -> tuple[ItemOfRecord, ...]:
    return tuple(
        ItemOfRecord(item=one.item, state=one.verdict.state, received_on=one.answer.received_on)
        for one in read.items
    )


def _names(read: ClientDoses, uow: UnitOfWork) -> NamesOfRecord:
    sites = read.sites
    return NamesOfRecord(
        staff={member.id: member.name for member in uow.staff.all()},
        people={person.id: person.shown for person in sites.people.values()},
        sites={one.id: one.name for one in sites.organizations.values()},
        events={event.id: event.name for event in sites.events.values()},
    )
