"""What came back from the registry: bytes in, codes by client out; nothing is kept here."""

from immtrac_desk.responses.found import Reply, Severity, Sighting, Unread, Whose
from immtrac_desk.responses.reader import MOST_BYTES, read, read_text
from immtrac_desk.responses.rows import ResponseRow, rows

__all__ = [
    "MOST_BYTES",
    "Reply",
    "ResponseRow",
    "Severity",
    "Sighting",
    "Unread",
    "Whose",
    "read",
    "read_text",
    "rows",
]
