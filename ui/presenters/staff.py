"""Staff: who may open the vault, as what, and the ways in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import StaffId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import InputError
from ui.presenters.shell_doors import recovery_sheet
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """One member in words; `me` is whoever sits at the desk."""

    id: StaffId
    name: str
    role: Role
    under: str
    active: bool
    me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """The form of a new member; `role` is None until somebody chooses."""

    name: str
    role: str | None
    registry_user: str
    passphrase: str
    again: str


class StaffPresenter:
    """What is slow (a passphrase is stretched) is called off the event loop by the view."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self.may_manage = may(desk.actor.role, "manage_staff")

    def rows(self) -> tuple[StaffRow, ...]:
        """Every member, those who left at the end."""
        me = self._desk.actor.id
        return tuple(
            StaffRow(
                id=member.id,
                name=member.name,
                role=member.role,
                under=self._under(member.role, member.registry_user),
                active=member.active,
                me=member.id == me,
            )
            for member in self._desk.staff.all()
        )

    def check_new(self, asked: NewMember) -> tuple[InputError, ...]:
        """What the form still wants, before the desk is asked."""
        found = []
        if not asked.name.strip():
            found.append(InputError("staff.name_missing", "name"))
        if asked.role is None:
            found.append(InputError("staff_page.role_missing", "role"))
        return (*found, *check_twice(asked.passphrase, asked.again))

    def add(self, asked: NewMember) -> None:
        """Raises InputError `staff.*`, `passphrase.*`; RefusedError. Slow."""
        assert asked.role is not None
        name, user = asked.name.strip(), asked.registry_user.strip()
        self._desk.staff.add(name, Role(asked.role), asked.passphrase, user)

    def set_role(self, member: StaffId, role: str) -> None:
        self._desk.staff.set_role(member, Role(role))

    def disable(self, member: StaffId) -> None:
        self._desk.staff.disable(member)

    def reset(self, member: StaffId, new: str) -> None:
        """A new passphrase for somebody. Slow."""
        self._desk.staff.reset_passphrase(member, new)

    def change_own(self, current: str, new: str) -> None:
        """One's own passphrase. VaultError `vault.wrong_passphrase` for a wrong one. Slow."""
        self._desk.staff.change_passphrase(current, new)

    def new_code(self) -> str:
        """A new recovery code as printed; the old sheet opens nothing from now on."""
        return self._desk.staff.new_recovery_code()

    def sheet(self, code: str) -> bytes:
        """The page on which the code is printed."""
        return recovery_sheet(code, self._desk.clinic, self._desk.today(), self._tr.language)

    def _under(self, role: Role, user: str) -> str:
        parts = [self._tr.say(f"role.{role.value}")]
        if user:
            parts.append(self._tr.say("staff_page.registry", user=user))
        return " · ".join(parts)


def check_twice(new: str, again: str) -> tuple[InputError, ...]:
    """Both are typed, and the same."""
    if not new:
        return (InputError("passphrase.empty", "passphrase"),)
    return () if new == again else (InputError("passphrase.differs", "again"),)
