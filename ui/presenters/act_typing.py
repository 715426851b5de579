"""What is half typed in the small form of an act: every line as it stands, but no file's bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ui.presenters.act_forms import About


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTyping:
    """`lines` holds, by field, what stands there; a day nobody changed stays out of it."""

    lines: Mapping[str, str] = field(default_factory=dict)
    file_chosen: bool = False
    """A file is chosen again: it lies where it was, and is not copied for a half form."""


def kept_room(form_id: str, about: About) -> str:
    """Return the room under which this form about this record is kept."""
    return f"act_form:{form_id}:{about.record}"
