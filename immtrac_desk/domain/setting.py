"""A setting as a vault keeps it: the value, and on whose word."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSetting:
    """`value` is JSON-shaped. `confirmed_by` names who confirmed an open question, or ""."""

    key: str
    value: object
    source: str = ""
    seen_on: date | None = None
    confirmed_by: str = ""
    changed_at: datetime | None = None
