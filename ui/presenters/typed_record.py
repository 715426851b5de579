"""A record as it is being typed: what stands in it, what was touched, what stands against it."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from immtrac_desk.domain.finding import Finding
from immtrac_desk.errors import DeskError, InputError, RefusedError

R = TypeVar("R")
Value = str | bool | date | tuple[str, ...] | None
"""What a field of a record holds; None is a day or a yes-or-no that nobody gave."""


class TypedRecord(Generic[R]):
    """`record` is what would be saved. A field is spoken against once it was touched, and every
    field after somebody tried to save.

    `twice` names the field that is typed twice; what stands on record counts as typed twice until
    it is typed over. Its second entry is the field `<twice>_again`.
    """

    twice: ClassVar[str] = ""

    def __init__(
        self,
        record: R,
        check: Callable[[R], tuple[Finding, ...]],
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self.before = self.record = record
        self.again = str(getattr(record, self.twice)) if self.twice else ""
        self.changed = changed
        self._check = check
        self._touched: set[str] = set()
        self._tried = False
        self._refused: dict[str, Finding] = {}
        self._found: tuple[Finding, ...] | None = None

    def value(self, name: str) -> Value:
        """What stands in field `name`."""
        value: Value = self.again if self._is_again(name) else getattr(self.record, name)
        return value

    def put(self, name: str, value: Value) -> None:
        """Put a value into field `name`."""
        self._touched.add(name)
        if self._refused.pop(name, None) is None and value == self.value(name):
            return
        if self._is_again(name):
            self.again = str(value or "")
            self.take(self.record)
            return
        self.take(self.with_value(name, value))

    def with_value(self, name: str, value: Value) -> R:
        """The record with `value` in field `name`."""
        parts: dict[str, Any] = {name: value}
        changed: R = replace(self.record, **parts)  # type: ignore[type-var]
        return changed

    def take(self, record: R) -> None:
        """Go on with another state of the record, as one that was kept over a lock."""
        self.record = record
        self._found = None
        self.changed()

    def take_back(self, record: R) -> None:
        """Go on with what was typed before the lock: what was typed over is spoken against."""
        parts = dataclasses.fields(record)  # type: ignore[arg-type]
        names = (part.name for part in parts)
        self._touched |= {n for n in names if getattr(record, n) != getattr(self.before, n)}
        if self.twice and self.again != getattr(self.before, self.twice):
            self._touched.add(f"{self.twice}_again")
        self.take(record)

    def findings(self, name: str) -> tuple[Finding, ...]:
        """What is said beside field `name` now."""
        refused = self._refused.get(name)
        if refused is not None:
            return (refused,)
        if not self._tried and name not in self._touched:
            return ()
        if self._found is None:
            self._found = self._check(self.record)
        return tuple(finding for finding in self._found if finding.field == name)

    def _is_again(self, name: str) -> bool:
        return bool(self.twice) and name == f"{self.twice}_again"

    def refuse(self, error: DeskError) -> str:
        """Say a refusal beside its field; return the first field it names, "" where none."""
        self._tried = True
        named = _named(error)
        self._refused.update({finding.field: finding for finding in named})
        self.changed()
        return named[0].field if named else ""

    @property
    def differs(self) -> bool:
        """Something was typed."""
        return self.record != self.before


def typed_over(now: R, before: R, typed: R) -> R:
    """`now` with what was typed over `before`, so that what a colleague changed meanwhile stays."""
    over: dict[str, Any] = {
        part.name: getattr(typed, part.name)
        for part in dataclasses.fields(now)  # type: ignore[arg-type]
        if getattr(typed, part.name) != getattr(before, part.name)
    }
    changed: R = replace(now, **over)  # type: ignore[type-var]
    return changed


def _named(error: DeskError) -> list[Finding]:
    if isinstance(error, InputError):
        return [Finding(code=error.code, field=error.field, facts=_facts(error.facts))]
    if isinstance(error, RefusedError):
        return [f for f in error.findings if isinstance(f, Finding) and f.field]
    return []


def _facts(facts: Mapping[str, object]) -> dict[str, str | int]:
    return {name: value for name, value in facts.items() if isinstance(value, str | int)}
