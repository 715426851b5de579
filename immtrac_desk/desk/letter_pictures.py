"""What the lists of the registry room show, and a run of letters before and after it is made."""

from dataclasses import dataclass
from datetime import date, datetime

from immtrac_desk.domain.ids import ClientId, DocumentId, LetterRunId, OrganizationId

__all__ = ["DisasterClock", "LetterLine", "LetterPlan", "LetterRun", "ListLine", "ListPicture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One line of a list, or of the list behind a number; what does not apply is empty.

    A line without a client is about a site, somebody of the roster, or an act in the book:
    `name` says which, `what` is a code for what it says of it.
    """

    name: str
    client_id: ClientId | None = None
    born_on: date | None = None
    row: str = ""
    since: date | None = None
    due: date | None = None
    alarm: str = ""
    language: str = ""
    site_id: OrganizationId | None = None
    county: str = ""
    no_contact: bool = False
    last_letter_on: date | None = None
    document_id: DocumentId | None = None
    what: str = ""
    count: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisasterClock:
    """Where the data of an event stand today (DT-7). `state`: open, kept, campaign or removed."""

    event: str
    state: str
    row: str
    removal_on: date | None
    confirmed: bool
    clients: int
    """Clients whose data of the event would be removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPicture:
    """One list of DT-11, the most pressing line first; `letter` is what it calls for, or ""."""

    code: str
    entries: tuple[ListLine, ...]
    letter: str
    clocks: tuple[DisasterClock, ...] = ()
    """For the lists of disasters: each event on the clinic's own list."""

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def alarm(self) -> str:
        """The loudest alarm on the list: `red`, `amber` or `""`."""
        alarms = {line.alarm for line in self.entries}
        return next((a for a in ("red", "amber") if a in alarms), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One client of a run. `to` is `client` or `parent`; `reason` why there is no letter."""

    client_id: ClientId
    name: str
    to: str
    language: str
    reason: str = ""
    """`died`, `opt_out`, `not_on_list`, `no_address`, or `""`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPlan:
    """What a run would be; nothing is kept of it."""

    letter: str
    to_write: tuple[LetterLine, ...]
    left_out: tuple[LetterLine, ...]
    lately: int = 0
    """How many of those to write to got the same letter not long ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRun:
    """A run as it was made: one PDF, letters first and envelopes after them in the same order."""

    id: LetterRunId
    letter: str
    pdf: bytes
    pages: int
    digest: str
    written: tuple[LetterLine, ...]
    left_out: tuple[LetterLine, ...]
    lately: int = 0
    """How many of those written to had got the same letter not long before."""

    @property
    def letters(self) -> int:
        return len(self.written)
