"""The renewal calendar as a file for other calendars (RFC 5545): days and sites, nobody's name."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.agreement_lists import CalendarMark

_OCTETS = 75
"""A line is at most so long, without its end (RFC 5545, 3.1)."""
_MINUTE = 60
"""A later file has a greater SEQUENCE, without which a calendar may keep the former day."""
_WITH_ALARMS = frozenset({"agreement", "tvfc"})
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_ics(
    marks: Iterable[CalendarMark],
    language: str,
    stamped_at: datetime,
    ladder: Sequence[int] = (),
) -> bytes:
    """Return an iCalendar file with a whole-day event for each site, kind and day.

    The file leaves the vault, so it says how many people are meant and never who. Agreement and
    TVFC/ASN carry an alarm for each of `ladder` (days before); reminders are no events of their
    own; one whose day is past rings no more. The same marks give the same bytes. A site's agreement
    is one event wherever its day moves, and so is TVFC/ASN of a year: a second import replaces the
    first, and no day that no longer holds stays behind. `stamped_at` must have a time zone.

    Raises InputError `calendar.empty`: a calendar file without an event is none.
    """
    events = sorted(
        (mark for mark in marks if mark.kind != "rung"),
        key=lambda mark: (mark.on, mark.kind, mark.organization, mark.organization_id),
    )
    if not events:
        raise InputError("calendar.empty", "calendar")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ImmTrac Desk//Site agreement//EN"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for _, group in groupby(events, key=lambda m: (m.on, m.kind, m.organization_id)):
        lines += _event(list(group), language, stamped_at, ladder)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(
    marks: list[CalendarMark], language: str, stamped_at: datetime, ladder: Sequence[int]
) -> Iterator[str]:
    mark = marks[0]
    said = _escaped(_summary(marks, language))
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(mark)}"
    yield f"DTSTAMP:{stamped_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{int(stamped_at.timestamp()) // _MINUTE}"
    yield f"DTSTART;VALUE=DATE:{_day(mark.on)}"
    yield f"DTEND;VALUE=DATE:{_day(mark.on + timedelta(days=1))}"
    yield f"SUMMARY:{said}"
    yield "TRANSP:TRANSPARENT"
    if mark.kind in _WITH_ALARMS:
        left = (mark.on - stamped_at.date()).days
        for days in sorted({one for one in ladder if one <= left}, reverse=True):
            yield from _alarm(days, said)
    yield "END:VEVENT"


def _alarm(days: int, said: str) -> tuple[str, ...]:
    return (
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{days}D"),
        *(f"DESCRIPTION:{said}", "END:VALARM"),
    )


def _summary(marks: list[CalendarMark], language: str) -> str:
    from forms.agreement_lists import mark_text  # brings the print shop: not at start

    what = mark_text(marks[0].kind, marks[0].days, language)
    count = f" ({len(marks)})" if len(marks) > 1 else ""
    return f"{what}{count}: {marks[0].organization}"


def _uid(mark: CalendarMark) -> str:
    """Return what the event is known by; no id of the vault can be read from it."""
    holds = {"agreement": "", "tvfc": str(mark.on.year)}.get(mark.kind, mark.on.isoformat())
    text = "|".join((mark.organization_id, mark.kind, holds))
    return f"{hashlib.sha256(text.encode()).hexdigest()[:32]}@immtrac-desk"


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _escaped(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(char for char in plain if char == "\n" or char.isprintable())
    return kept.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Yield the line in parts of at most 75 octets, no letter divided; later ones are indented."""
    part, used = "", 0
    for char in line:
        size = len(char.encode())
        if used + size > _OCTETS:
            yield part
            part, used = " ", 1
        part, used = part + char, used + size
    yield part
