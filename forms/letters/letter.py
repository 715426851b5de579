"""What a letter shows: flat texts and days; the words are those of its kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

KINDS = ("turning_18", "pending_adult", "last_chance", "disaster_data", "record_request")
LANGUAGES = ("en", "es")
To = Literal["client", "parent"]
GoOn = Callable[[int, int], bool]
"""Told how many of how many sheets are drawn; False where somebody pressed Cancel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The clinic as its letters name it; `address` is one text for each line."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter. `client_name` is the whole name, first name first, as on an envelope.

    `to` is `parent` for a client under 18: the letter then goes to `parent_name`, and where that
    is empty to the client's parent or guardian, so called in the letter's language.

    `turning_18` needs `day` (the birthday) and `age` (reached on it) and says until when the
    record is `kept_until` where `consented`; `pending_adult` and `last_chance` need
    `day` (from which the record may be removed) and `age`; `disaster_data` needs `day` (of
    removal), `event`, and `day_confirmed` False where that day is not sure, and without `day` says
    that none is known yet; `record_request` needs none of them, and says where the adult form
    comes first (`adult_form_first`).
    """

    kind: str
    language: str
    to: To
    client_name: str
    client_first_name: str
    parent_name: str = ""
    address: tuple[str, ...]
    sender: Sender
    dated: date
    day: date | None = None
    age: int = 0
    kept_until: date | None = None
    consented: bool = False
    """A parent's consent is in effect: what it does until and from the birthday is said."""
    adult_form_first: bool = False
    """A minor's consent is all there is, and the client is an adult: nothing is released."""
    event: str = ""
    day_confirmed: bool = True
    practice: bool = False
    """From a practice vault: letter and envelope say so."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A run as one PDF: every letter, then every envelope in the same order. Pages of both."""

    pdf: bytes
    pages: int


def always(done: int, of: int) -> bool:
    """Nobody presses Cancel."""
    return done <= of
