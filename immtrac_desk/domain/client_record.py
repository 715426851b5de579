"""A client's whole record, read at one moment: what somebody who asks for it is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.answer import AnswerItem, ItemState
from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.document import Attachment, Document, Signature
from immtrac_desk.domain.dose import Dose, DoseState, DoseStep
from immtrac_desk.domain.ids import EventId, OrganizationId, PersonId, StaffId
from immtrac_desk.domain.task import Task
from immtrac_desk.domain.words import DisasterRetention, Responder, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOfRecord:
    """One signed paper and where it stands; `pdf` is empty where no sheet of ours exists.

    `holds` is `active`, `rejected`, `ended` or `in_error`, `why` a word for what ended it, and
    `until_on` the last day on which it holds.
    """

    document: Document
    signature: Signature | None
    holds: str
    why: str = ""
    until_on: date | None = None
    in_effect_on: date | None = None
    pdf: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseOfRecord:
    """One dose, what became of it, and what it still waits for."""

    dose: Dose
    state: DoseState
    steps: tuple[DoseStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemOfRecord:
    """One thing that the registry answered about the client."""

    item: AnswerItem
    state: ItemState
    received_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesOfRecord:
    """The names behind the ids of a record."""

    staff: Mapping[StaffId, str] = field(default_factory=dict)
    people: Mapping[PersonId, str] = field(default_factory=dict)
    """Who prescribed."""
    sites: Mapping[OrganizationId, str] = field(default_factory=dict)
    events: Mapping[EventId, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRecord:
    """Everything the vault holds about one client, those merged into them included.

    `undone` holds the acts that were entered in error; they are told all the same.
    """

    made_at: datetime
    made_on: date
    """The clinic's own day."""
    made_by: str
    clinic: str
    practice: bool
    client: Client
    merged: tuple[Client, ...] = ()
    responsible: tuple[ResponsiblePerson, ...] = ()
    status: Status
    row: str
    citation: str
    since: date | None = None
    until: date | None = None
    fr: Responder
    dir: DisasterRetention
    died_on: date | None = None
    papers: tuple[PaperOfRecord, ...] = ()
    acts: tuple[Act, ...] = ()
    undone: frozenset[str] = frozenset()
    files: tuple[tuple[Attachment, bytes], ...] = ()
    tasks: tuple[Task, ...] = ()
    doses: tuple[DoseOfRecord, ...] = ()
    items: tuple[ItemOfRecord, ...] = ()
    names: NamesOfRecord = field(default_factory=NamesOfRecord)
