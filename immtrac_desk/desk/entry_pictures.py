"""What the entry card shows: the registry's screens in their order, and who waits for them."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.pictures import ActLine, LookAlike
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.law.consent_code import ConsentCode

__all__ = [
    "ConsentCode",
    "EntryCardPicture",
    "EntryLine",
    "EntryStep",
    "EntryWaiting",
    "RegistrySeen",
]

COPY = "copy"
TELL = "tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One value of a screen. `kind` is `copy` (it is typed there) or `tell` (a button, a note).

    `field` names the label, `row` the rule behind the value. `key` is its own on the whole card.
    """

    key: str
    field: str
    value: str
    kind: str = COPY
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryStep:
    """One screen: its number (handbook, reporting 7) and a word for it."""

    no: int
    id: str
    lines: tuple[EntryLine, ...]
    page: int = 0
    """Of the doses, which come six to a page, from 1 on; 0 for every other screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCardPicture:
    """The card of one client on one day."""

    client: Client
    document: Document | None
    """The consent that is entered; None where the client has none that counts."""
    to_affirm: bool
    """True where that consent still waits for its affirmation."""
    steps: tuple[EntryStep, ...]
    findings: tuple[Finding, ...]
    """What the registry's search would refuse (DT-21)."""
    code: ConsentCode | None
    """DT-20; None where there is no consent to enter."""
    consent_on: date | None
    """Obtained or changed, whichever is later."""
    consent_date: str
    """The same as YYYYMMDD, the way a message carries it."""
    look_alikes: tuple[LookAlike, ...]
    dose_pages: tuple[tuple[Dose, ...], ...]
    stopped_last: ActLine | None
    """Where the last try ended, if nothing was finished since."""
    registry_user: str
    """The actor's own user name in ImmTrac2, as it was typed last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryWaiting:
    """A client who waits to be entered: a consent to affirm, doses to report, or both."""

    client_id: ClientId
    name: str
    born_on: date
    document_id: DocumentId | None
    doses: int
    since: date
    due: date | None
    alarm: str = ""
    """`red`, `amber` or `""`, the louder of the two."""

    @property
    def what(self) -> str:
        """`affirm`, `doses` or `both`."""
        if not self.doses:
            return "affirm"
        return "both" if self.document_id else "doses"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrySeen:
    """What anybody saw of the client in the registry, the newest first. Nothing is computed."""

    immtrac2_id: str
    searches: tuple[ActLine, ...]
    readings: tuple[ActLine, ...]
    """What was read off the tracking schedule, each with the day it was read."""
    stops: tuple[ActLine, ...]
