"""What a list shows: flat texts, days and words of the lists."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHead:
    """Whose list it is, and of which day. `stamps` are `practice`, `copy`, `sample`."""

    language: str
    organization: str
    on: date
    stamps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """Somebody of the roster. `roles` are (word, first day); `state` a word of the HB 300 clock,
    `account` one of the account's."""

    name: str
    title: str
    roles: tuple[tuple[str, date], ...]
    email: str = ""
    phone: str = ""
    user_name: str = ""
    hb300_on: date | None = None
    supervisor_on: date | None = None
    state: str = "done"
    due: date | None = None
    account: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldEntry:
    """A role that somebody held at a site; both days inclusive."""

    role: str
    name: str
    site: str
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """Something that falls due. `kind` is a lane; a reminder says how many `days` before."""

    on: date
    kind: str
    site: str
    who: str = ""
    days: int = 0
