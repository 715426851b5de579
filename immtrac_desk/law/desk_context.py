"""What the desk knows beside the draft: packs, search, contacts, dates, practice."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskContext:
    """Handed to `assess` with the draft.

    `recording` is true when the act is to be recorded: then the choice must be made. Names are
    folded. In practice no pack needs to be verified.
    """

    practice: bool = False
    recording: bool = False
    pack_available: bool = True
    """A pack of this form serves in the draft's language."""
    pack_verified: bool = True
    pack_older_than_english: bool = False
    pack_superseded: bool = False
    """The pack was replaced after the print that is being recorded (E29)."""
    search_noted_on: date | None = None
    signed_on: date | None = None
    """The date on a paper already signed; None: it is signed on the day itself."""
    printed_on: date | None = None
    responsible_names: frozenset[str] = frozenset()
    """Folded names of the responsible persons on record, empty for none."""
