"""DT-22: two clients who look alike, and twins who must never be merged."""

from collections.abc import Iterator
from dataclasses import dataclass

from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.values import fold, said

_FIRST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class LookAlike:
    """`kind` is `same_person` (warn, offer a merge) or `twins` (never merge).

    `ask_birth_order`: first names differ and nobody said who was born first (E11).
    """

    kind: str
    reasons: tuple[str, ...]
    ask_birth_order: bool
    row: str = "DT-22"


def look_alike(a: Client, b: Client) -> LookAlike | None:
    """Return how two clients look alike, None if they do not (DT-22, E11, E12).

    Birth date and folded last name must agree, former names included; an address alone never
    warns.
    """
    if a.id == b.id or a.born_on != b.born_on:
        return None
    pairs = [(one, two) for one in _names(a) for two in _names(b) if _same_family(one, two)]
    if not pairs:
        return None
    ordered = (a.birth_order, b.birth_order)
    if None not in ordered and ordered[0] != ordered[1]:
        return LookAlike("twins", ("birth_order",), False)
    if any(_first(one) == _first(two) for one, two in pairs):
        return LookAlike("same_person", ("first_name",), False)
    shared = _shared(a, b)
    if not shared:
        return None
    if any(_first(one)[:_FIRST_LETTERS] == _first(two)[:_FIRST_LETTERS] for one, two in pairs):
        return LookAlike("same_person", ("first_letters", *shared), None in ordered)
    return LookAlike("twins", shared, None in ordered)


def _names(client: Client) -> Iterator[PersonName]:
    yield client.name
    yield from client.former_names


def _same_family(a: PersonName, b: PersonName) -> bool:
    """A person of one name is compared by that name alone (E30)."""
    last = fold(said(a.last))
    if last or fold(said(b.last)):
        return last == fold(said(b.last))
    return bool(_first(a)) and _first(a) == _first(b)


def _first(name: PersonName) -> str:
    return fold(said(name.first))


def _shared(a: Client, b: Client) -> tuple[str, ...]:
    street = fold(said(a.address.street))
    phone = _digits(said(a.phone))
    found = {
        "street": bool(street) and street == fold(said(b.address.street)),
        "phone": bool(phone) and phone == _digits(said(b.phone)),
    }
    return tuple(name for name, same in found.items() if same)


def _digits(text: str) -> str:
    """The last ten digits: with or without the country's 1."""
    return "".join(char for char in text if char.isdigit())[-10:]
