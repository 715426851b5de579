"""The calendar file: read back as RFC 5545 asks, with days and sites and nobody's name."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.agreement_lists import CalendarMark
from immtrac_desk.paperwork.calendar_ics import calendar_ics

NOW = datetime(2026, 11, 22, 15, 4, 5, tzinfo=UTC)
LADDER = (120, 90, 60, 30, 14, 7, 1)
DUE = CalendarMark(
    on=date(2027, 1, 31),
    kind="agreement",
    organization_id=OrganizationId("7K2M-Q4ZD"),
    organization="Oak Street Clinic",
)
ANA = replace(DUE, on=date(2026, 12, 1), kind="training", who="Ruiz, Ana")


def lines_of(data: bytes) -> list[str]:
    """The lines unfolded, as a calendar reads them (RFC 5545, 3.1)."""
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def events(data: bytes) -> list[dict[str, str]]:
    """The properties of each event, without those of its alarms."""
    found: list[dict[str, str]] = []
    within: list[str] = []
    for line in lines_of(data):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            within.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert within.pop() == value
        elif within[-1] == "VEVENT":
            found[-1][name] = value
    assert within == []
    return found


def text_of(value: str) -> str:
    """A text as it was before it was escaped (RFC 5545, 3.3.11)."""
    out, at = "", 0
    while at < len(value):
        if value[at] == "\\":
            at += 1
            out += "\n" if value[at] in "nN" else value[at]
        else:
            assert value[at] not in ";,"
            out += value[at]
        at += 1
    return out


def triggers(data: bytes) -> list[str]:
    return [line for line in lines_of(data) if line.startswith("TRIGGER")]


def test_a_due_date_is_an_event_of_one_whole_day() -> None:
    (event,) = events(calendar_ics([DUE], "en", NOW))
    assert event["DTSTART;VALUE=DATE"] == "20270131"
    assert event["DTEND;VALUE=DATE"] == "20270201"
    assert event["DTSTAMP"] == "20261122T150405Z"
    assert event["SUMMARY"] == "Site agreement due: Oak Street Clinic"
    assert event["TRANSP"] == "TRANSPARENT"


def test_the_file_begins_and_ends_as_a_calendar() -> None:
    lines = lines_of(calendar_ics([DUE], "es", NOW))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "VERSION:2.0" in lines
    assert any(line.startswith("PRODID:") for line in lines)
    assert lines[-1] == "END:VCALENDAR"


def test_a_moment_of_another_zone_is_stamped_in_utc() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=-6)))
    assert calendar_ics([DUE], "en", elsewhere) == calendar_ics([DUE], "en", NOW)


def test_the_ladder_alarms_before_the_agreement_and_not_before_a_training() -> None:
    early = NOW - timedelta(days=90)
    assert triggers(calendar_ics([DUE], "en", early, LADDER)) == [
        f"TRIGGER:-P{days}D" for days in LADDER
    ]
    assert triggers(calendar_ics([ANA], "en", NOW, LADDER)) == []
    tvfc = replace(DUE, kind="tvfc")
    assert len(triggers(calendar_ics([tvfc], "en", NOW, (30, 7, 30)))) == 2


def test_a_reminder_is_no_event_of_its_own() -> None:
    rung = replace(DUE, kind="rung", on=date(2027, 1, 1), days=30)
    assert len(events(calendar_ics([DUE, rung], "en", NOW))) == 1


def test_people_are_counted_and_not_named() -> None:
    ben = replace(ANA, who="Cho, Ben")
    data = calendar_ics([ANA, ben], "en", NOW)
    (event,) = events(data)
    assert event["SUMMARY"] == "Training due (2): Oak Street Clinic"
    assert "Ruiz" not in data.decode()
    assert "Cho" not in data.decode()


def uid(mark: CalendarMark, at: datetime = NOW) -> str:
    return events(calendar_ics([mark], "en", at))[0]["UID"]


def test_the_same_day_keeps_its_uid_and_another_kind_or_site_has_its_own() -> None:
    assert uid(DUE) == uid(replace(DUE, organization="Oak Clinic"), NOW + timedelta(days=9))
    others = (
        replace(DUE, kind="tvfc"),
        replace(DUE, organization_id=OrganizationId("other")),
        ANA,
        replace(ANA, on=date(2026, 12, 2)),
    )
    assert len({uid(DUE), *(uid(one) for one in others)}) == 5
    assert "7K2M" not in uid(DUE)


def test_a_due_date_that_moved_takes_its_event_along() -> None:
    """Else the day that no longer holds would stay in the other calendar, with its alarms."""
    renewed = replace(DUE, on=date(2029, 1, 15))
    first, second = (
        events(calendar_ics([mark], "en", NOW + timedelta(days=later)))[0]
        for later, mark in enumerate((DUE, renewed))
    )
    assert second["UID"] == first["UID"]
    assert int(second["SEQUENCE"]) > int(first["SEQUENCE"])
    tvfc = replace(DUE, kind="tvfc")
    assert uid(tvfc) == uid(replace(tvfc, on=date(2027, 3, 1)))
    assert uid(tvfc) != uid(replace(tvfc, on=date(2028, 1, 31)))


@pytest.mark.parametrize(("days_before", "left"), [(31, 4), (30, 4), (29, 3), (1, 1), (0, 0)])
def test_a_reminder_that_was_missed_rings_no_more(days_before: int, left: int) -> None:
    now = datetime.combine(DUE.on - timedelta(days=days_before), NOW.timetz())
    assert triggers(calendar_ics([DUE], "en", now, LADDER)) == [
        f"TRIGGER:-P{days}D" for days in LADDER[len(LADDER) - left :]
    ]


def test_the_order_given_changes_nothing() -> None:
    marks = [DUE, ANA, replace(DUE, organization_id=OrganizationId("b"), organization="Elm")]
    assert calendar_ics(marks, "en", NOW, LADDER) == calendar_ics(
        reversed(marks), "en", NOW, LADDER
    )


@pytest.mark.parametrize("marks", [[], [replace(DUE, kind="rung", days=7)]])
def test_a_calendar_without_an_event_is_refused(marks: list[CalendarMark]) -> None:
    with pytest.raises(InputError) as refused:
        calendar_ics(marks, "en", NOW)
    assert refused.value.code == "calendar.empty"


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_line_is_too_long_and_every_letter_comes_back(name: str) -> None:
    data = calendar_ics([replace(DUE, organization=name)], "es", NOW, (7,))
    assert data.endswith(b"END:VCALENDAR\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert b"\n" not in data.replace(b"\r\n", b"")
    (event,) = events(data)
    plain = name.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(char for char in plain if char == "\n" or char.isprintable())
    assert text_of(event["SUMMARY"]) == f"Vence el acuerdo del centro: {kept}"
