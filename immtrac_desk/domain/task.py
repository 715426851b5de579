"""Tasks: what somebody must still do outside the desk, opened by an act and closed by one."""

from dataclasses import dataclass
from datetime import date, datetime

from immtrac_desk.domain.ids import ClientId, StaffId, TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """E.g. `contact_immtrac2` after an adoption (E6) or `refer_to_dshs` (DT-2.11)."""

    id: TaskId
    client_id: ClientId
    what: str
    opened_at: datetime
    opened_by: StaffId
    due_on: date | None = None
    closed_at: datetime | None = None
    closed_by: StaffId | None = None
    note: str = ""
