"""What the shell says at its foot: how old the last good copy is, and who stands at the desk."""

from dataclasses import dataclass
from datetime import date, datetime

_OLD = 7
"""Days after which a copy is old enough to say so in another colour and shape."""


@dataclass(frozen=True, slots=True)
class BackupLine:
    """The code and facts of the line, and its tone."""

    code: str
    days: int
    at: datetime | None
    tone: str


def backup_line(last: datetime | None, today: date) -> BackupLine:
    """Say how old the last good copy is on this day."""
    if last is None:
        return BackupLine("shell.backup.none", 0, None, "warn")
    days = max((today - last.date()).days, 0)
    tone = "warn" if days > _OLD else "quiet"
    if days == 0:
        return BackupLine("shell.backup.today", 0, last, tone)
    code = "shell.backup.yesterday" if days == 1 else "shell.backup.days"
    return BackupLine(code, days, last, tone)
