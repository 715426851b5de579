"""Where F1 leads: from the field one stands in, or the room, to a place in the handbook."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("help_places.toml")
_CUT = re.compile(r"[._][^._]*$")


class Place(NamedTuple):
    """A chapter of the handbook, and the section of it."""

    chapter: str
    anchor: str


def place_of(field: str, room: str) -> Place:
    """The place for a field of a room; for an unknown field the room's, for an unknown room the
    page about the handbook itself."""
    table = _table()
    own = table.field_in.get(room, {})
    for name in _names(field):
        place = own.get(name) or table.field.get(name)
        if place:
            return _place(place)
    return _place(table.room.get(room) or table.room["handbook"])


def rooms() -> frozenset[str]:
    """The rooms that have a place of their own."""
    return frozenset(_table().room)


def places() -> frozenset[Place]:
    """Every place that the table names."""
    table = _table()
    parts = (table.room, table.field, *table.field_in.values())
    return frozenset(_place(text) for part in parts for text in part.values())


def _names(field: str) -> Iterator[str]:
    """The whole name, then less and less of it: `client.address.street`, `client.address` ..."""
    while field:
        yield field
        shorter = _CUT.sub("", field)
        field = shorter if shorter != field else ""


def _place(text: str) -> Place:
    chapter, _, anchor = text.partition("#")
    return Place(chapter, anchor)


class _Table(NamedTuple):
    room: dict[str, str]
    field: dict[str, str]
    field_in: dict[str, dict[str, str]]


@cache
def _table() -> _Table:
    tables = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return _Table(tables["room"], tables["field"], tables["field_in"])
