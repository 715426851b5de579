"""The client's fields by name: how each is read from the record and put back, one table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.values import Answer, Explicit, clean, clean_as_written, fold

Race = tuple[str, ...] | Explicit

_NAME = {"last_name": "last", "first_name": "first", "middle_name": "middle"}
_ADDRESS = ("street", "unit", "city", "state", "zip_code", "county")
_PLAIN = (
    "gender",
    "phone",
    "email",
    "mother_first_name",
    "mother_maiden_name",
    "ethnicity",
    "chart_no",
    "immtrac2_id",
)


@dataclass(frozen=True, slots=True)
class Slot:
    """How one field is read and put back."""

    read: Callable[[Client], Answer]
    put: Callable[[Client, Answer], Client]


def field_names() -> tuple[str, ...]:
    """Every field that holds one Answer, as findings name them (`client.…`)."""
    return tuple(_SLOTS)


def answer_of(client: Client, name: str) -> Answer:
    """What the client's record says in field `name`; KeyError for an unknown field."""
    return _SLOTS[name].read(client)


def with_answer(client: Client, name: str, answer: Answer) -> Client:
    """Return `client` with `answer` in field `name`, typed text cleaned.

    Raises InputError (codes `text.*`) naming the field; the client stays as it was.
    """
    kept = clean(answer, name) if isinstance(answer, str) else answer
    return _SLOTS[name].put(client, kept)


def with_race(client: Client, race: Race) -> Client:
    return replace(client, race=race)


def with_place(client: Client, city: str, county: str, state: str) -> Client:
    """Return `client` with a place proposed from the ZIP: to be checked, never over typed text."""
    address = client.address
    proposed = address.place_from_zip
    place = replace(
        address,
        city=city if proposed or not address.city else address.city,
        county=county if proposed or not address.county else address.county,
        state=state if proposed or not address.city else address.state,
        place_from_zip=True,
    )
    return replace(client, address=place)


def accept_place(client: Client) -> Client:
    """The clerk looked at city and county: the mark 'from ZIP, check' goes."""
    return replace(client, address=replace(client.address, place_from_zip=False))


def with_name_as_written(client: Client, text: str) -> Client:
    """Keep the name in any script; never printed. InputError for control characters."""
    written = clean_as_written(text, "client.name_as_written")
    return replace(client, name_as_written=written)


def sites_to_choose(
    client: Client, sites: Iterable[Organization], today: date
) -> tuple[Organization, ...]:
    """The sites a client may be seen at: open ones, and the client's own even if it is closed.

    Nothing where the vault has one site only, as there is nothing to choose.
    """
    known = tuple(sites)
    still = [s for s in known if s.closed_on is None or s.closed_on > today]
    here = [s for s in known if s.id == client.site_id and s not in still]
    return (*still, *here) if len(known) > 1 else ()


def with_site(client: Client, site_id: str) -> Client:
    """Return `client` as seen at the site of this id; `""` where nobody has said."""
    return replace(client, site_id=OrganizationId(site_id) if site_id else None)


def full_name(name: PersonName) -> str:
    """First, middle and last name in speaking order, as a signature line prints it."""
    parts = (name.first, name.middle, name.last)
    return " ".join(p for p in parts if isinstance(p, str) and p)


def same_name(one: str, other: str) -> bool:
    """True if both name the same person: case, accents, hyphens and order do not count."""
    return sorted(fold(w) for w in _words(one)) == sorted(fold(w) for w in _words(other))


def _words(text: str) -> list[str]:
    return text.replace(",", " ").replace("-", " ").split()


def _name_slot(part: str) -> Slot:
    def put(client: Client, answer: Answer) -> Client:
        return replace(client, name=_with_part(client.name, part, answer))

    return Slot(lambda client: _part(client.name, part), put)


def _part(name: PersonName, part: str) -> Answer:
    value: Answer = getattr(name, part)
    return value


def _with_part(name: PersonName, part: str, answer: Answer) -> PersonName:
    parts: dict[str, Answer] = {"last": name.last, "first": name.first, "middle": name.middle}
    return PersonName(**{**parts, part: answer})


def _address_slot(part: str) -> Slot:
    def put(client: Client, answer: Answer) -> Client:
        return replace(client, address=_with_address(client.address, part, answer))

    def read(client: Client) -> Answer:
        value: Answer = getattr(client.address, part)
        return value

    return Slot(read, put)


def _with_address(address: Address, part: str, answer: Answer) -> Address:
    changed: Address = replace(address, **{part: answer})  # type: ignore[arg-type]
    touched = part in ("city", "county", "state")
    return replace(changed, place_from_zip=address.place_from_zip and not touched)


def _plain_slot(part: str) -> Slot:
    def read(client: Client) -> Answer:
        value: Answer = getattr(client, part)
        return value

    def put(client: Client, answer: Answer) -> Client:
        changed: Client = replace(client, **{part: answer})  # type: ignore[arg-type]
        return changed

    return Slot(read, put)


_SLOTS: dict[str, Slot] = {
    **{f"client.{name}": _name_slot(part) for name, part in _NAME.items()},
    **{f"client.address.{part}": _address_slot(part) for part in _ADDRESS},
    **{f"client.{part}": _plain_slot(part) for part in _PLAIN},
}
