"""What the shape of a client must be before the filing room takes it."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.values import Answer, answered, clean, clean_as_written
from immtrac_desk.errors import InputError

OLDEST = date(1890, 1, 1)
"""DT-21.4: the registry refuses birth dates on or before this day."""


def refuse_malformed(client: Client, today: date) -> None:
    """Raise InputError beside the first field whose text or date cannot stand.

    A last or a first name is needed, the other may be an explicit none (E30).
    """
    for name, answer in typed_fields(client):
        if isinstance(answer, str) and clean(answer, name) != answer:
            raise InputError("text.not_tidy", name)
    clean_as_written(client.name_as_written, "client.name_as_written")
    if not (answered(client.name.last) and answered(client.name.first)):
        missing = "last_name" if not answered(client.name.last) else "first_name"
        raise InputError("client.name_missing", f"client.{missing}")
    if not client.name.shown:
        raise InputError("client.name_missing", "client.last_name")
    refuse_birth_date(client.born_on, today)


def refuse_birth_date(born_on: date, today: date) -> None:
    """Raise InputError unless the birth date can be a living person's (DT-21.4; today passes)."""
    if born_on == date.min:
        raise InputError("date.missing", "client.born_on")
    if born_on > today:
        raise InputError("date.future", "client.born_on")
    if born_on <= OLDEST:
        raise InputError("date.too_old", "client.born_on")


def typed_fields(client: Client) -> Iterator[tuple[str, Answer]]:
    """Yield every typed answer of a client with the field name findings use."""
    yield from _name(client.name, "client")
    for index, name in enumerate(client.former_names):
        yield from _name(name, f"client.former_names.{index}")
    for part in fields(Address):
        value = getattr(client.address, part.name)
        if not isinstance(value, bool):
            yield f"client.address.{part.name}", value
    for plain in ("gender", "phone", "email", "mother_first_name", "mother_maiden_name"):
        yield f"client.{plain}", getattr(client, plain)
    for number in ("ethnicity", "chart_no", "immtrac2_id"):
        yield f"client.{number}", getattr(client, number)


def _name(name: PersonName, prefix: str) -> Iterator[tuple[str, Answer]]:
    yield f"{prefix}.last_name", name.last
    yield f"{prefix}.first_name", name.first
    yield f"{prefix}.middle_name", name.middle
