"""Column types: how the values of the field lie in a cell, on any database."""

from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

from immtrac_desk.domain.values import Answer, Explicit
from immtrac_desk.store import codec

E = TypeVar("E", bound=Enum)
MARK = "?"
"""Begins an explicit non-answer in a cell; a typed text that begins so has it doubled."""


class Answered(TypeDecorator[Answer]):
    """Typed text as it is; an explicit non-answer as `?unknown`, `?none` or `?refused`."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Answer | None, dialect: sa.Dialect) -> str | None:
        if isinstance(value, Explicit):
            return MARK + value.value
        return MARK + value if value is not None and value.startswith(MARK) else value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Answer | None:
        if value is None or not value.startswith(MARK):
            return value
        return value[1:] if value.startswith(MARK * 2) else Explicit(value[1:])


class Coded(TypeDecorator[E]):
    """A word of a closed list, kept as its value."""

    impl = sa.String
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__(40)
        self.kind = kind

    def process_bind_param(self, value: E | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> E | None:
        return None if value is None else self.kind(value)


class Moment(TypeDecorator[datetime]):
    """A moment with its zone; kept and returned in UTC. A moment without zone is refused."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Structured(TypeDecorator[Any]):
    """A record, tuple or mapping of type `hint`, kept as JSON."""

    impl = sa.JSON
    cache_ok = True

    def __init__(self, hint: Any) -> None:
        super().__init__()
        self.hint = hint

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> Any:
        return codec.plain(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:
        return codec.restored(self.hint, value)
