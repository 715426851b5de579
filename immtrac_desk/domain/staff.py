"""Staff: who opened the safe is who signs the log."""

from dataclasses import dataclass

from immtrac_desk.domain.ids import SlotId, StaffId
from immtrac_desk.domain.words import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """One named person with a slot of their own; never deleted, only disabled."""

    id: StaffId
    name: str
    role: Role
    slot_id: SlotId | None = None
    active: bool = True
    registry_user: str = ""
    """User name in ImmTrac2, for the affirmation. Passwords of the registry are never kept."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as what."""

    id: StaffId
    name: str
    role: Role
