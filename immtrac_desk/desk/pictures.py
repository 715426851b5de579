"""What the counter hands over the wall: frozen pictures of what is true, for screens to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from immtrac_desk.desk.consent_view import Advice
from immtrac_desk.desk.paper_view import DocumentLine, FoundPaper
from immtrac_desk.domain.act import Act
from immtrac_desk.domain.client import Client, ClientMatch, ResponsiblePerson
from immtrac_desk.domain.document import Attachment, Document
from immtrac_desk.domain.draft import KeptDraft
from immtrac_desk.domain.ids import ClientId, DocumentId, EventId, OrganizationId
from immtrac_desk.domain.task import Task
from immtrac_desk.law.standing import Standing
from immtrac_desk.paperwork.sheets import Drawn
from immtrac_desk.services.assess_draft import Assessment
from immtrac_desk.services.existing_seen import RecordExisting
from immtrac_desk.services.print_for_ink import Printed
from immtrac_desk.services.record_consent import Receipt, RecordConsent
from immtrac_desk.settings import SettingValue
from immtrac_desk.vault.seals import Problem

__all__ = [
    "ActLine",
    "Advice",
    "Assessment",
    "BackupResult",
    "ClientFile",
    "DocumentLine",
    "Drawn",
    "FoundPaper",
    "LawRow",
    "LookAlike",
    "OpenedFacts",
    "Printed",
    "Problem",
    "Receipt",
    "RecordConsent",
    "RecordExisting",
    "SettingLine",
    "Standing",
    "TodayLists",
    "WorkEntry",
    "WorkList",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFacts:
    """What to tell whoever opened the vault: failed tries before, and how the slot is guarded."""

    failures_before: tuple[datetime, ...] = ()
    by_recovery: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLine:
    """One act on the time line, by whom, and whether it was entered in error."""

    act: Act
    by_name: str
    undone: bool
    can_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFile:
    """Everything the clerk may see of one client, read at one moment."""

    client: Client
    standing: Standing
    responsible: tuple[ResponsiblePerson, ...] = ()
    acts: tuple[ActLine, ...] = ()
    documents: tuple[Document, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tasks: tuple[Task, ...] = ()
    drafts: tuple[KeptDraft, ...] = ()
    merged: tuple[Client, ...] = ()
    """Clients merged into this one; each merge can be taken back (E12)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAlike:
    """Another client who may be the same person (DT-22), or a twin (E11)."""

    match: ClientMatch
    reasons: tuple[str, ...]
    ask_birth_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkEntry:
    """One client on one list of DT-11."""

    client_id: ClientId
    name: str
    born_on: date
    row: str
    since: date | None = None
    due: date | None = None
    """The day on which it turns: the 18th or 26th birthday, a removal, a reminder."""
    alarm: str = ""
    document_id: DocumentId | None = None
    event_id: EventId | None = None
    no_contact: bool = False
    language: str = "en"
    site_id: OrganizationId | None = None
    county: str = ""
    last_letter_on: date | None = None
    """The day of the last letter of any kind, None where there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkList:
    """One list of DT-11, the most pressing entry first."""

    code: str
    entries: tuple[WorkEntry, ...]

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def alarm(self) -> str:
        """The loudest alarm on the list: `red`, `amber` or `""`."""
        alarms = {entry.alarm for entry in self.entries}
        return next((a for a in ("red", "amber") if a in alarms), "")

    @property
    def oldest(self) -> date | None:
        return min((e.since for e in self.entries if e.since), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupResult:
    """A copy that was reopened and checked before it was called good."""

    path: Path
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayLists:
    """The Today page: lists that are not empty, in the order of DT-11."""

    lists: tuple[WorkList, ...]
    backup: BackupResult | None
    clients: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingLine:
    """One setting as the office manager sees it."""

    key: str
    kind: str
    value: SettingValue
    default: SettingValue
    choices: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    open_question: str = ""
    unconfirmed: bool = False
    fixed: bool = False
    source: str = ""
    seen_on: date | None = None
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """A row of a decision table for 'why?': its rule in words, how sure, and on what basis.

    `what` is the rule in English, `what_es` in Spanish; `said` picks the reader's.
    """

    id: str
    what: str
    what_es: str
    mark: str
    citation: str
    setting: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    def said(self, language: str) -> str:
        """Return the rule in `language`, a code such as `es`; English for any other."""
        return self.what_es if language == "es" else self.what
