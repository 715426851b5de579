"""DT-11: the lists of the day, by the case book."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import ClientId, EventId, StaffId, TaskId
from immtrac_desk.domain.task import Task
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.status import derive
from immtrac_desk.law.tables import row, rows
from immtrac_desk.law.worklists import LIST_CODES, ListEntry, lists_for

BOOK = "dt11"


def entries(case: Any, opt_out: bool = False) -> tuple[ListEntry, ...]:
    """The lists on which the client of the case stands."""
    events = []
    if "event_end" in case.facts:
        events = [
            DisasterEvent(
                id=EventId("event"),
                name="a declared event",
                started_on=date(2020, 3, 13),
                ended_on=case.facts["event_end"],
            )
        ]
    client = Client(
        id=ClientId("client"),
        name=PersonName(last="Doe", first="Ana"),
        born_on=case.facts["birth"],
        disaster_events=tuple(event.id for event in events),
        contact_opt_out=opt_out,
    )
    tasks = [
        Task(
            id=TaskId(what),
            client_id=client.id,
            what=what,
            opened_at=datetime(2026, 1, 5, tzinfo=UTC),
            opened_by=StaffId("clerk"),
        )
        for what in case.facts.get("tasks", [])
    ]
    standing = derive(client.born_on, case.acts, case.on, case.settings)
    return lists_for(client, standing, events, case.on, case.settings, tasks=tasks)


def test_the_client_stands_on_the_lists_of_the_case(case: Any) -> None:
    found = entries(case)
    assert [entry.list_code for entry in found] == case.expect["lists"]
    assert {entry.row for entry in found} == set(case.rows)
    assert not {entry.row for entry in found} & set(case.not_rows)
    assert {entry.list_code for entry in found} <= set(LIST_CODES)
    assert all(entry.list_code in row(entry.row, case.on).words("lists") for entry in found)
    if "alarms" in case.expect:
        assert [entry.alarm for entry in found] == case.expect["alarms"]


def test_each_list_is_named_by_one_row_of_the_table() -> None:
    told = [
        name for one in rows(date.max) if one.id.startswith("DT-11.") for name in one.words("lists")
    ]
    assert tuple(told) == LIST_CODES


def test_opting_out_drops_no_work_and_stops_the_letters(case: Any) -> None:
    plain, opted = entries(case), entries(case, opt_out=True)
    assert [entry.list_code for entry in plain] == [entry.list_code for entry in opted]
    assert not any(entry.no_contact for entry in plain)
    letters = {"turning_18", "pending_adult", "last_chance", "disaster_only", "dir_campaign"}
    assert all(
        entry.no_contact == (entry.list_code in letters | {"declined_again"}) for entry in opted
    )


ANA = Client(
    id=ClientId("client"), name=PersonName(last="Doe", first="Ana"), born_on=date(1990, 3, 10)
)
ON = date(2026, 3, 9)


def event(name: str, ended_on: date | None) -> DisasterEvent:
    began = date(2020, 3, 13)
    return DisasterEvent(id=EventId(name), name=name, started_on=began, ended_on=ended_on)


def test_a_disaster_without_an_end_is_on_the_list_and_has_no_day() -> None:
    here, other, gone = (
        event("a", None),
        event("b", date(2023, 6, 15)),
        event("c", date(2021, 3, 9)),
    )
    ana = replace(ANA, disaster_events=(here.id, gone.id))
    standing = derive(ana.born_on, [], ON, LawSettings())
    found = lists_for(ana, standing, [here, other, gone], ON, LawSettings())
    assert [(one.list_code, one.event_id, one.due, one.since) for one in found] == [
        ("disaster_only", "a", None, date(2020, 3, 13))
    ]


def test_only_an_open_task_of_a_list_is_on_it() -> None:
    over = datetime(2026, 3, 9, tzinfo=UTC)
    told = [("refer_to_dshs", None), ("contact_immtrac2", over), ("call_back", None)]
    tasks = [
        Task(
            id=TaskId(what),
            client_id=ANA.id,
            what=what,
            opened_at=datetime(2026, 1, 5, tzinfo=UTC),
            opened_by=StaffId("clerk"),
            closed_at=closed,
            due_on=date(2026, 4, 1),
        )
        for what, closed in told
    ]
    standing = derive(ANA.born_on, [], ON, LawSettings())
    (found,) = lists_for(ANA, standing, [], ON, LawSettings(), tasks=tasks)
    assert (found.list_code, found.since, found.due, found.task_id) == (
        *("refer_to_dshs", date(2026, 1, 5), date(2026, 4, 1), "refer_to_dshs"),
    )


def test_the_months_before_18_are_a_setting() -> None:
    client = Client(
        id=ClientId("client"), name=PersonName(last="Doe", first="Ana"), born_on=date(2008, 3, 10)
    )
    settings, on = LawSettings(turning_18_months=6), date(2025, 9, 10)
    standing = derive(client.born_on, [], on, settings)
    found = lists_for(client, standing, [], on, settings)
    assert [entry.list_code for entry in found] == ["turning_18"]
