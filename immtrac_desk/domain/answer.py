"""Answers of the registry: what came back, each thing in it, and what became of each."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from immtrac_desk.domain.ids import (
    AnswerId,
    AnswerItemId,
    AnswerStepId,
    ClientId,
    DoseId,
    OrganizationId,
    StaffId,
)


class AnswerSource(Enum):
    """How an answer came to the desk."""

    PASTED = "pasted"
    OPENED = "opened"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadLines:
    """Lines `line` to `last`, both included, that could not be read; `what` is a word for why."""

    line: int
    last: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer as it was taken in; its bytes lie beside it. No file name is kept."""

    id: AnswerId
    received_on: date
    at: datetime
    by: StaffId
    source: AnswerSource
    size: int
    """Bytes."""
    digest: str
    """SHA-256 of the bytes: the same file twice is the same answer."""
    messages: int = 0
    accepted: int = 0
    items: int = 0
    again: int = 0
    """Things that an earlier answer said already and nobody has mended yet."""
    unread: tuple[UnreadLines, ...] = ()
    organization_id: OrganizationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerItem:
    """One thing to do, as it was read. Whose it is may be found later: see AnswerStep.

    `vaccine` and `given_on` are empty where it stands for every dose of a client (DT-24.3).
    """

    id: AnswerItemId
    answer_id: AnswerId
    same: str
    """Tells the same client, code, vaccine and day (DT-24.5); never made from a name alone."""
    code: str
    severity: str = ""
    """`error`, `warning`, `information`, or `""` where the answer does not say."""
    ref: str = ""
    """The client's number as the answer gives it: chart number or ImmTrac2 ID."""
    name: str = ""
    born: str = ""
    vaccine: str = ""
    given_on: date | None = None
    count: int = 1
    lines: tuple[int, ...] = ()
    client_id: ClientId | None = None
    """The client whose number fits, and no other's; None: somebody has to say."""
    dose_id: DoseId | None = None
    """The one dose of that client with this vaccine and day."""


class AnswerStepKind(Enum):
    """What happened to an item; past tense, each also the name of its audit entry."""

    MATCHED = "answer_matched"
    CLOSED = "answer_closed"
    REOPENED = "answer_reopened"
    SEEN_AGAIN = "answer_seen_again"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerStep:
    """One step of an item, appended and never changed."""

    id: AnswerStepId
    item_id: AnswerItemId
    kind: AnswerStepKind
    on: date
    at: datetime
    by: StaffId
    client_id: ClientId | None = None
    dose_id: DoseId | None = None
    answer_id: AnswerId | None = None
    """For SEEN_AGAIN: the answer that says it again."""
    note: str = ""


class ItemState(Enum):
    """The derived state of an item, the first that holds."""

    CLOSED = "CLOSED"
    """By hand, with a note."""
    MENDED = "MENDED"
    """By the act that its code asks for; undo that act and it is open again."""
    HIDDEN = "HIDDEN"
    """On the ignore list (DT-24.4): only out of sight."""
    OPEN = "OPEN"
