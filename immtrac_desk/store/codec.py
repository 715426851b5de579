"""Records as JSON and back: what has no columns of its own, drafts above all."""

import dataclasses
import types
import typing
from collections.abc import Mapping
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
    return cast("T", _restored(kind, data))


def _restored(hint: Any, data: Any) -> Any:
    hint = getattr(hint, "__supertype__", hint)
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return _one_of(typing.get_args(hint), data)
    if origin is tuple:
        return _tuple(typing.get_args(hint), data)
    if origin is Mapping:
        return {key: _restored(typing.get_args(hint)[1], item) for key, item in data.items()}
    if dataclasses.is_dataclass(hint):
        hints, make = _hints(cast("type", hint)), cast("Any", hint)
        return make(**{k: _restored(hints[k], v) for k, v in data.items() if k in hints})
    return _leaf(hint, data)


def _leaf(hint: Any, data: Any) -> Any:
    if not isinstance(hint, type):
        return data
    if issubclass(hint, Enum):
        return hint(data[EXPLICIT] if hint is Explicit else data)
    if issubclass(hint, (datetime, date, time)):
        return hint.fromisoformat(data)
    return data


def _one_of(choices: tuple[Any, ...], data: Any) -> Any:
    if data is None:
        return None
    if isinstance(data, dict) and EXPLICIT in data and Explicit in choices:
        return Explicit(data[EXPLICIT])
    rest = [c for c in choices if c not in (type(None), Explicit)]
    if isinstance(data, list):
        rest = [c for c in rest if typing.get_origin(c) is tuple]
    return _restored(rest[0], data) if len(rest) == 1 else data


def _tuple(parts: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_restored(parts[0], item) for item in data)
    return tuple(_restored(part, item) for part, item in zip(parts, data, strict=True))


@cache
def _hints(record: type) -> dict[str, Any]:
    return typing.get_type_hints(record)
