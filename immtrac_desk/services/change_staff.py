"""Staff come, go and change roles; each change of the safe happens inside its act."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import SlotId, StaffId
from immtrac_desk.domain.staff import StaffMember
from immtrac_desk.domain.values import clean, fold
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork

STAFF_CHANGED = Changes(staff=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddStaff:
    """`make_slot` opens the safe to the new person; it may refuse the passphrase."""

    name: str
    role: Role
    registry_user: str
    make_slot: Callable[[], SlotId]


def add_staff(command: AddStaff, uow: UnitOfWork, occasion: Occasion) -> Outcome[StaffMember]:
    """Return the new member. Raises InputError `staff.name_missing` or `staff.name_taken`."""
    name = clean(command.name, "name", limit=100)
    if not fold(name):
        raise InputError("staff.name_missing", "name")
    if any(fold(member.name) == fold(name) for member in uow.staff.all()):
        raise InputError("staff.name_taken", "name")
    member = StaffMember(
        id=StaffId(occasion.new_id()),
        name=name,
        role=command.role,
        slot_id=command.make_slot(),
        registry_user=clean(command.registry_user, "registry_user", limit=100),
    )
    uow.staff.put(member)
    line = entry(occasion, "staff_added", staff=member.id, role=member.role.value)
    return Outcome(member, (line,), STAFF_CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRole:
    """Give a member another role."""

    staff_id: StaffId
    role: Role


def set_role(command: SetRole, uow: UnitOfWork, occasion: Occasion) -> Outcome[StaffMember]:
    """Raises RefusedError `staff.last_supervisor` if nobody would be left in charge."""
    member = uow.staff.get(command.staff_id)
    if command.role is not Role.SUPERVISOR:
        _keep_one_supervisor(member, uow)
    changed = replace(member, role=command.role)
    uow.staff.put(changed)
    line = entry(occasion, "role_changed", staff=member.id, role=command.role.value)
    return Outcome(changed, (line,), STAFF_CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisableStaff:
    """`close_slot` closes the safe to the member's passphrase."""

    staff_id: StaffId
    close_slot: Callable[[SlotId], None]


def disable_staff(command: DisableStaff, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """The person's acts keep their name. Raises RefusedError `staff.last_supervisor`."""
    member = uow.staff.get(command.staff_id)
    if not member.active:
        raise RefusedError("staff.disabled_already")
    _keep_one_supervisor(member, uow)
    uow.staff.put(replace(member, active=False, slot_id=None))
    if member.slot_id is not None:
        command.close_slot(member.slot_id)
    line = entry(occasion, "staff_disabled", staff=member.id)
    return Outcome(None, (line,), STAFF_CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemakeSlot:
    """A new passphrase for somebody: their own, a supervisor's reset, or by recovery code."""

    staff_id: StaffId
    remake: Callable[[StaffMember], SlotId]
    how: str
    """`own`, `reset` or `recovery`; the last is loud."""


def remake_slot(command: RemakeSlot, uow: UnitOfWork, occasion: Occasion) -> Outcome[StaffMember]:
    """Return the member with the slot that now opens the vault."""
    member = uow.staff.get(command.staff_id)
    if not member.active:
        raise RefusedError("staff.disabled_already")
    changed = replace(member, slot_id=command.remake(member))
    uow.staff.put(changed)
    loud = command.how == "recovery"
    act = "recovery_code_used" if loud else "passphrase_changed"
    line = entry(occasion, act, staff=member.id, how=command.how, loud=loud)
    return Outcome(changed, (line,), STAFF_CHANGED)


def new_recovery_code(make: Callable[[], str], uow: UnitOfWork, occasion: Occasion) -> Outcome[str]:
    """Make a new printed code; the old paper opens nothing from then on. Loud."""
    line = entry(occasion, "recovery_code_made", loud=True)
    return Outcome(make(), (line,), STAFF_CHANGED)


def _keep_one_supervisor(member: StaffMember, uow: UnitOfWork) -> None:
    others = (m for m in uow.staff.all() if m.id != member.id and m.active)
    if member.role is Role.SUPERVISOR and not any(m.role is Role.SUPERVISOR for m in others):
        raise RefusedError("staff.last_supervisor")
