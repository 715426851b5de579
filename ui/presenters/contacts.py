"""The responsible persons of the client form: as typed, and what is filed of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.client import PersonName, ResponsiblePerson
from immtrac_desk.domain.ids import ClientId, ResponsibleId
from immtrac_desk.domain.values import Answer, Explicit, clean, said
from immtrac_desk.errors import InputError

ParsePhone = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Contact:
    """One responsible person as typed; parts stay apart until saved."""

    id: ResponsibleId
    last: str = ""
    first: str = ""
    relation: str = ""
    phone: str = ""
    primary: bool = False
    until: date | None = None
    on_file: ResponsiblePerson | None = None
    """As filed: what this form does not ask is kept."""


def contact_of(person: ResponsiblePerson) -> Contact:
    """A person on file as the form shows them."""
    return Contact(
        id=person.id,
        last=said(person.name.last),
        first=said(person.name.first),
        relation=person.relation,
        phone=said(person.phone),
        primary=person.primary,
        until=person.until,
        on_file=person,
    )


def field_of(index: int, part: str) -> str:
    """The name of a field of the person at `index`."""
    return f"contact.{index}.{part}"


def person_of(
    contact: Contact, index: int, client_id: ClientId, parse: ParsePhone
) -> ResponsiblePerson:
    """The person to file. Raises InputError beside the field of the person at `index`."""
    before = contact.on_file
    name = replace(
        before.name if before else PersonName(),
        last=clean(contact.last, field_of(index, "last")) or Explicit.NONE,
        first=clean(contact.first, field_of(index, "first")) or Explicit.NONE,
    )
    person = before or ResponsiblePerson(id=contact.id, client_id=client_id, name=name)
    return replace(
        person,
        name=name,
        relation=clean(contact.relation, field_of(index, "relation")),
        phone=_phone(contact, index, parse),
        primary=contact.primary,
        until=contact.until,
    )


def _phone(contact: Contact, index: int, parse: ParsePhone) -> Answer:
    before = contact.on_file.phone if contact.on_file else ""
    typed = contact.phone.strip()
    if typed == said(before):
        return before
    try:
        return parse(typed) if typed else ""
    except InputError as problem:
        raise InputError(problem.code, field_of(index, "phone")) from None
