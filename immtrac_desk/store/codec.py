"""Records as JSON and back: what has no columns of its own, drafts above all."""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

from immtrac_desk.domain.values import Explicit

T = TypeVar("T")

EXPLICIT = "explicit"
"""Tag of an explicit non-answer, so that the typed word `none` stays a typed word."""


def plain(value: object) -> Any:
    """Return `value` (records, enums, dates, tuples, mappings) as JSON values."""
    if isinstance(value, Explicit):
        return {EXPLICIT: value.value}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, time)):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return value


def restored(kind: type[T], data: object) -> T:
    """Return what `plain` made of a `kind`; fields it did not know take their defaults."""
    return cast("T", _reader(cast("Any", kind))(data))


Read = Callable[[Any], Any]
"""Makes one value of JSON into what was kept; made once for each kind, as there are many cells."""


@cache
def _reader(hint: Any) -> Read:
    hint = getattr(hint, "__supertype__", hint)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _one_of(args)
    if origin is tuple:
        return _tuple(args)
    if origin is Mapping:
        return _mapping(args[1])
    return _record(hint) if dataclasses.is_dataclass(hint) else _leaf(hint)


def _as_it_is(data: Any) -> Any:
    return data


def _leaf(hint: Any) -> Read:
    if not isinstance(hint, type):
        return _as_it_is
    if hint is Explicit:
        return lambda data: Explicit(data[EXPLICIT])
    if issubclass(hint, Enum):
        return hint
    if issubclass(hint, (datetime, date, time)):
        return hint.fromisoformat
    return _as_it_is


def _record(kind: Any) -> Read:
    readers: dict[str, Read] = {}

    def read(data: Any) -> Any:
        if not readers:
            # At the first record, not before: a kind may hold records of its own kind.
            readers.update({k: _reader(hint) for k, hint in typing.get_type_hints(kind).items()})
        return kind(**{k: readers[k](v) for k, v in data.items() if k in readers})

    return read


def _one_of(choices: tuple[Any, ...]) -> Read:
    rest = [c for c in choices if c not in (type(None), Explicit)]
    lists = [c for c in rest if typing.get_origin(c) is tuple]
    other, listed = (_reader(few[0]) if len(few) == 1 else _as_it_is for few in (rest, lists))
    explicit = Explicit in choices

    def read(data: Any) -> Any:
        if data is None:
            return None
        if explicit and isinstance(data, dict) and EXPLICIT in data:
            return Explicit(data[EXPLICIT])
        return listed(data) if isinstance(data, list) else other(data)

    return read


def _mapping(hint: Any) -> Read:
    reader = _reader(hint)
    return lambda data: {key: reader(item) for key, item in data.items()}


def _tuple(parts: tuple[Any, ...]) -> Read:
    if len(parts) == 2 and parts[1] is Ellipsis:
        each = _reader(parts[0])
        return lambda data: tuple(map(each, data))
    readers = [_reader(part) for part in parts]
    return lambda data: tuple(read(item) for read, item in zip(readers, data, strict=True))
