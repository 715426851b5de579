"""Translation: row to record and back, exactly; records whose fields are columns need no words."""

import dataclasses
from functools import cache
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from immtrac_desk.domain.client import Address, Client, ClientMatch, PersonName, ResponsiblePerson
from immtrac_desk.domain.ids import ClientId

T = TypeVar("T")
Values = dict[str, Any]


def values_of(record: Any) -> Values:
    """The fields of a flat record as column values."""
    return {f.name: getattr(record, f.name) for f in dataclasses.fields(record)}


def record_of(kind: type[T], row: sa.Row[Any]) -> T:
    """A flat record from a row that has a column for every field (and may have more)."""
    cells = row._mapping
    return kind(**{name: cells[name] for name in _fields_of(cast("Any", kind))})


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cast("Any", kind)))


def columns_of(kind: type, table: sa.Table) -> list[sa.Column[Any]]:
    """The columns of `table` that a flat record needs; blobs stay where they are."""
    return [table.c[f.name] for f in dataclasses.fields(kind)]


def client_values(client: Client) -> Values:
    """A client as column values."""
    values = values_of(client)
    name, address = values.pop("name"), values.pop("address")
    return values | _name_values(name) | values_of(address)


def client_of(row: sa.Row[Any]) -> Client:
    """A client from a row of `clients` or `client_versions`."""
    values: Values = dict(row._mapping)
    name = _name_of(values)
    address = {f.name: values.pop(f.name) for f in dataclasses.fields(Address)}
    return Client(name=name, address=Address(**address), **values)


def match_of(row: sa.Row[Any], found_by: str) -> ClientMatch:
    """One line of a search result from a row of `clients`."""
    values: Values = dict(row._mapping)
    return ClientMatch(
        id=ClientId(values["id"]),
        name=_name_of(values),
        born_on=values["born_on"],
        chart_no=values["chart_no"],
        found_by=found_by,
    )


def responsible_values(person: ResponsiblePerson) -> Values:
    """A responsible person as column values."""
    values = values_of(person)
    return _name_values(values.pop("name")) | values


def responsible_of(row: sa.Row[Any]) -> ResponsiblePerson:
    """A responsible person from a row."""
    values: Values = dict(row._mapping)
    return ResponsiblePerson(name=_name_of(values), **values)


def _name_values(name: PersonName) -> Values:
    return {"last_name": name.last, "first_name": name.first, "middle_name": name.middle}


def _name_of(values: Values) -> PersonName:
    return PersonName(
        last=values.pop("last_name"),
        first=values.pop("first_name"),
        middle=values.pop("middle_name"),
    )
