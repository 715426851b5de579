"""The counter's room for staff: who may come in, as what, with which passphrase."""

from collections.abc import Callable
from dataclasses import dataclass

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.safe_box import SafeBox
from immtrac_desk.domain.ids import SlotId, StaffId
from immtrac_desk.domain.staff import Actor, StaffMember
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.change_staff import (
    AddStaff,
    DisableStaff,
    RemakeSlot,
    SetRole,
    add_staff,
    disable_staff,
    new_recovery_code,
    remake_slot,
    set_role,
)


@dataclass(slots=True)
class StaffRoom:
    """Everything one may ask or do about staff and the ways into the safe."""

    corridor: Corridor
    box: SafeBox
    by_recovery: bool = False
    """Opened with the printed code: only then is a slot remade without its old passphrase."""

    def all(self) -> tuple[StaffMember, ...]:
        """Return every member, the disabled ones too, by name."""
        members = self.corridor.read(lambda uow: tuple(uow.staff.all()))
        return tuple(sorted(members, key=lambda m: (not m.active, m.name.casefold())))

    def add(self, name: str, role: Role, passphrase: str, registry_user: str = "") -> StaffMember:
        """Add a member with a slot of their own. InputError `staff.*`, `passphrase.*`."""
        command = AddStaff(
            name=name,
            role=role,
            registry_user=registry_user,
            make_slot=lambda: self.box.add_slot(name, passphrase),
        )
        return self.corridor.perform("manage_staff", add_staff, command)

    def set_role(self, staff_id: StaffId, role: Role) -> StaffMember:
        """Give a member another role, one's own at once. RefusedError `staff.last_supervisor`."""
        command = SetRole(staff_id=staff_id, role=role)
        member = self.corridor.perform("manage_staff", set_role, command)
        if member.id == self.corridor.actor.id:
            self.corridor.actor = Actor(member.id, member.name, member.role)
        return member

    def disable(self, staff_id: StaffId) -> None:
        """Close the vault to a member; their acts keep their name."""
        command = DisableStaff(staff_id=staff_id, close_slot=self.box.close_slot)
        self.corridor.perform("manage_staff", disable_staff, command)

    def change_passphrase(self, current: str, new: str) -> None:
        """Change one's own passphrase. VaultError `vault.wrong_passphrase` for a wrong one."""
        now = self.corridor.clock()
        self._remake(
            "change_own_passphrase",
            self.corridor.actor.id,
            "own",
            lambda m: self.box.change_passphrase(_slot(m), m.name, current, new, now),
        )

    def reset_passphrase(self, staff_id: StaffId, new: str) -> None:
        """A supervisor gives a member a new passphrase."""
        self._remake(
            "manage_staff",
            staff_id,
            "reset",
            lambda m: self.box.remake_slot(m.slot_id, m.name, new),
        )

    def recover(self, new: str) -> None:
        """After the recovery code: the actor's own slot is made anew, loudly.

        At a desk opened in any other way nobody holds this right.
        """
        self._remake(
            "change_own_passphrase" if self.by_recovery else "recover",
            self.corridor.actor.id,
            "recovery",
            lambda m: self.box.remake_slot(m.slot_id, m.name, new),
        )

    def new_recovery_code(self) -> str:
        """Return a new code to print; the old paper opens nothing from now on."""
        make = self.box.new_recovery_code
        return self.corridor.perform("new_recovery_code", new_recovery_code, make)

    def unlocks(self, passphrase: str) -> bool:
        """True if this is the actor's own passphrase; used when a signer gives the screen back."""
        member = self.corridor.read(lambda uow: uow.staff.get(self.corridor.actor.id))
        return self.box.proves(_slot(member), member.name, passphrase, self.corridor.clock())

    def _remake(
        self, right: str, staff_id: StaffId, how: str, remake: Callable[[StaffMember], SlotId]
    ) -> None:
        command = RemakeSlot(staff_id=staff_id, remake=remake, how=how)
        self.corridor.perform(right, remake_slot, command)


def _slot(member: StaffMember) -> SlotId:
    if member.slot_id is None:
        raise RefusedError("staff.disabled_already")
    return member.slot_id
