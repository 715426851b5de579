"""The agreement a site already has: typed once, with its numbers, its people and its file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SUPERVISORS, SitePerson, SiteRole
from immtrac_desk.errors import DeskError, InputError
from ui.presenters.site_form import SiteFormPresenter

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

TYPED = ("first_name", "last_name", "email", "title", "licence_no", "npi")
"""What is typed of somebody the agreement names."""
FIRST_ROLES = (SiteRole.SIGNER, SiteRole.POINT_OF_CONTACT)
"""Whom every agreement names: a line for each stands ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLine:
    """Somebody the agreement names, as typed, with what they are to the registry."""

    person: SitePerson
    roles: tuple[SiteRole, ...] = ()
    trained_on: date | None = None
    """The training of a provider supervisor (DT-16.4)."""

    @property
    def supervises(self) -> bool:
        return bool(SUPERVISORS & set(self.roles))

    @property
    def empty(self) -> bool:
        """Nobody was typed here: not a name, not an address, not a number."""
        return not any(str(getattr(self.person, part)).strip() for part in TYPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterTyping:
    """The whole form as it stands; a file is chosen again."""

    organization: Organization
    approved_on: date | None = None
    due_on: date | None = None
    people: tuple[NamedLine, ...] = ()
    file_chosen: bool = False
    unread: Mapping[str, str] = field(default_factory=dict)


class EnterPresenter:
    """One act at the end: organization, people, roles, agreement and file together, or nothing."""

    def __init__(self, desk: "Desk", site: Organization, *, new: bool) -> None:
        self.desk = desk
        self.form = SiteFormPresenter(desk, site, new=new)
        self.approved_on: date | None = None
        self.due_on: date | None = None
        self.file: bytes | None = None
        self.changed: Callable[[], None] = lambda: None
        self.people: tuple[NamedLine, ...] = ()
        self._blank()

    def put_person(self, index: int, **parts: Any) -> None:
        """Change one person: `roles`, `trained_on`, and all else is a field of the person."""
        line = self.people[index]
        roles = parts.pop("roles", line.roles)
        day = parts.pop("trained_on", line.trained_on)
        line = NamedLine(person=replace(line.person, **parts), roles=roles, trained_on=day)
        self.people = (*self.people[:index], line, *self.people[index + 1 :])
        self.changed()

    def add_person(self, roles: tuple[SiteRole, ...] = ()) -> None:
        self.people = (*self.people, NamedLine(person=self.desk.roster.new_person(), roles=roles))
        self.changed()

    def named(self) -> tuple[NamedLine, ...]:
        """The lines in which somebody was typed."""
        return tuple(line for line in self.people if not line.empty)

    def check(self) -> tuple[InputError, ...]:
        """What the form still wants, before the desk is asked; people are `people.<line>`."""
        found = []
        if self.approved_on is None and self.due_on is None:
            found.append(InputError("agreement_enter.day_missing", "approved_on"))
        for index, line in enumerate(self.people):
            if not line.empty and not line.roles:
                found.append(InputError("agreement_enter.role_missing", f"people.{index}"))
        return tuple(found)

    def save(self) -> Organization:
        """Enter all of it in one act. Raises DeskError; nothing typed is lost."""
        from immtrac_desk.desk.agreement_pictures import EnterExisting

        day = self.approved_on or self.desk.today()
        named = self.named()
        asked = EnterExisting(
            organization=self.form.record,
            approved_on=self.approved_on,
            due_on=self.due_on,
            people=tuple((line.person, line.roles) for line in named),
            roles_from=min(day, self.desk.today()),
            trained={
                line.person.id: line.trained_on
                for line in named
                if line.supervises and line.trained_on is not None
            },
            file=self.file,
        )
        try:
            return self.desk.agreement.enter_existing(asked)
        except InputError as error:
            moved = self._at_its_line(error)
            self.form.refuse(moved)
            raise moved from None
        except DeskError as error:
            self.form.refuse(error)
            raise

    def typing(self, unread: Mapping[str, str]) -> EnterTyping:
        return EnterTyping(
            organization=self.form.record,
            approved_on=self.approved_on,
            due_on=self.due_on,
            people=self.people,
            file_chosen=self.file is not None,
            unread=dict(unread),
        )

    def put_back(self, typed: EnterTyping) -> None:
        self.approved_on, self.due_on = typed.approved_on, typed.due_on
        self.people = typed.people
        self.form.take_back(replace(typed.organization, id=self.form.record.id))
        self.changed()

    def _at_its_line(self, error: InputError) -> InputError:
        """The office counts only who was named; on the form blank lines stand between them."""
        parts = error.field.split(".")
        if parts[0] != "people":
            return error
        lines = [index for index, line in enumerate(self.people) if not line.empty]
        facts = {name: fact for name, fact in error.facts.items() if name != "field"}
        return InputError(error.code, f"people.{lines[int(parts[1])]}.{parts[2]}", **facts)

    def _blank(self) -> None:
        for role in FIRST_ROLES:
            self.add_person((role,))
