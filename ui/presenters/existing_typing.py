"""What is half typed of an existing consent: all that was seen, except the bytes of its scan."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ui.presenters.existing import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class ExistingTyping:
    """`unread` holds, by field, a day that could not be read yet."""

    seen: Seen
    scan_chosen: bool = False
    """A scan is chosen again: its file lies where it was, and is not copied for a half form."""
    unread: Mapping[str, str] = field(default_factory=dict)


def typing_of(seen: Seen, unread: Mapping[str, str]) -> ExistingTyping:
    """Return the form as it stands."""
    return ExistingTyping(
        seen=replace(seen, scan=None), scan_chosen=seen.scan is not None, unread=dict(unread)
    )
