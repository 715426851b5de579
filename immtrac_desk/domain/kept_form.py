"""Kept forms: what was half typed when a desk was locked, for the person who typed it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from immtrac_desk.domain.ids import KeptFormId, StaffId

T = TypeVar("T")

PASTED = "answer_paste"
"""The room in which an answer of the registry is pasted, before it is taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptForm:
    """One half-typed form. `room` names the form, `about_id` the client it is about, or ""."""

    id: KeptFormId
    staff_id: StaffId
    room: str
    about_id: str
    kept_at: datetime
    body: Mapping[str, object] = field(default_factory=dict)
    """What was typed, as JSON values; only the form itself knows its fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTyping(Generic[T]):
    """A kept form with its answers restored, as it is offered back."""

    id: KeptFormId
    kept_at: datetime
    typed: T
