"""Tidy what was typed about a client: NFC and single spaces, or refuse beside the field."""

from dataclasses import replace

from immtrac_desk.domain.client import Address, Client, PersonName, ResponsiblePerson
from immtrac_desk.domain.values import Answer, Explicit, clean, clean_as_written

_LANGUAGE = 8
"""Letters of a language's code."""


def tidy_client(client: Client) -> Client:
    """Return the client with every typed answer cleaned. Raises InputError (see `clean`)."""
    plain = {
        name: _answer(getattr(client, name), f"client.{name}")
        for name in ("gender", "phone", "email", "mother_first_name", "mother_maiden_name")
    }
    return replace(
        client,
        name=tidy_name(client.name, "client"),
        former_names=tuple(tidy_name(n, "client.former_names") for n in client.former_names),
        address=_address(client.address),
        chart_no=clean(client.chart_no, "client.chart_no"),
        immtrac2_id=clean(client.immtrac2_id, "client.immtrac2_id"),
        language=clean(client.language, "client.language", limit=_LANGUAGE),
        race=_race(client.race),
        name_as_written=clean_as_written(client.name_as_written, "client.name_as_written"),
        **plain,  # type: ignore[arg-type]
    )


def tidy_responsible(person: ResponsiblePerson) -> ResponsiblePerson:
    """Return the responsible person with every typed answer cleaned."""
    return replace(
        person,
        name=tidy_name(person.name, "responsible"),
        relation=clean(person.relation, "responsible.relation"),
        phone=_answer(person.phone, "responsible.phone"),
        email=_answer(person.email, "responsible.email"),
    )


def tidy_name(name: PersonName, prefix: str) -> PersonName:
    """Return the name with its three parts cleaned."""
    return PersonName(
        last=_answer(name.last, f"{prefix}.last_name"),
        first=_answer(name.first, f"{prefix}.first_name"),
        middle=_answer(name.middle, f"{prefix}.middle_name"),
    )


def _address(address: Address) -> Address:
    parts = ("street", "unit", "city", "state", "zip_code", "county")
    cleaned = {p: _answer(getattr(address, p), f"client.address.{p}") for p in parts}
    return replace(address, **cleaned)  # type: ignore[arg-type]


def _race(race: tuple[str, ...] | Explicit) -> tuple[str, ...] | Explicit:
    if isinstance(race, Explicit):
        return race
    return tuple(clean(word, "client.race") for word in race)


def _answer(answer: Answer, field: str) -> Answer:
    return clean(answer, field) if isinstance(answer, str) else answer
