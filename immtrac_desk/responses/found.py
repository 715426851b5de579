"""What reading an answer finds: sightings of codes, and lines that could not be read."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MOST_RUNS = 50_000
"""Beyond as many separate places the rest is named as one long run: memory has an end."""


class Severity(StrEnum):
    """As the error segment says (HL7 table 0516), the worst first; never the acknowledgement."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom an answer is about, as found in it: chart number or id, else name and birth date.

    `ref` "": the answer names a person and no number. Name and birth date stay in memory, out of
    every text that a log could hold.
    """

    ref: str = ""
    name: str = field(default="", repr=False)
    born: str = field(default="", repr=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two of them the same person: the number alone, where there is one."""
        return (self.ref,) if self.ref else (self.name.casefold(), self.born)


@dataclass(slots=True, kw_only=True)
class Sighting:
    """One code, about one client and one dose as far as the answer says, and its lines.

    `control` is the id of the message that was answered; `lines` count from 1 and grow where the
    same thing stands again.
    """

    code: str
    whose: Whose | None
    vaccine: str = ""
    given_on: date | None = None
    of_client: bool = False
    """About the client and not one dose, whichever dose the message was about."""
    severity: Severity | None = None
    control: str = ""
    lines: list[int]


@dataclass(slots=True)
class Unread:
    """Lines `line` to `last`, both included, that could not be read; `what` is a word for why."""

    line: int
    last: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """All that was read: each thing once, the unread lines, and how many messages there were."""

    sightings: tuple[Sighting, ...]
    unread: tuple[Unread, ...]
    messages: int
    accepted: int
    """Messages that were taken and ask for nothing."""


@dataclass(slots=True)
class Findings:
    """Collects while reading: the same thing twice is kept once, neighbours are one run."""

    seen: dict[Hashable, Sighting] = field(default_factory=dict)
    runs: list[Unread] = field(default_factory=list)
    messages: int = 0
    accepted: int = 0
    torn: set[int] = field(default_factory=set)
    """Lines named as torn already: that no code stands in one is no news."""

    def add(self, key: Hashable, sighting: Sighting) -> None:
        """Keep a sighting; one that was seen before only adds its line and its severity."""
        before = self.seen.setdefault(key, sighting)
        if before is not sighting:
            before.lines += sighting.lines
            before.severity = worst(before.severity, sighting.severity)

    def name(self, line: int, what: str) -> None:
        """Name a line as unread; neighbours with the same reason are one run."""
        if what == "letters":
            self.torn.add(line)
        elif what == "no_code" and line in self.torn:
            return
        last = self.runs[-1] if self.runs else None
        full = len(self.runs) >= MOST_RUNS
        if last and (full or (last.what == what and last.line <= line <= last.last + 1)):
            last.last = max(last.last, line)
        else:
            self.runs.append(Unread(line, line, what))

    def reply(self) -> Reply:
        """Return what was found and what was not read, both in the order of their lines."""
        return Reply(
            sightings=tuple(sorted(self.seen.values(), key=lambda one: one.lines[0])),
            unread=tuple(sorted(self.runs, key=lambda run: run.line)),
            messages=self.messages,
            accepted=self.accepted,
        )


def worst(one: Severity | None, other: Severity | None) -> Severity | None:
    """Return the louder of two severities; None says nothing."""
    order = list(Severity)
    told = [severity for severity in (one, other) if severity is not None]
    return min(told, key=order.index) if told else None
