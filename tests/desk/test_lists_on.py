"""The lists of DT-11 on another day: the window's own on its own day, nothing kept afterwards."""

from datetime import date, timedelta

from immtrac_desk.law.worklists import LIST_CODES
from tests.office import Office

EIGHTEEN = date(2027, 3, 10)


def members(office: Office, code: str, day: date) -> list[str]:
    lists = {one.code: one for one in office.desk.book.lists_on(day)}
    assert set(lists) == set(LIST_CODES)
    return [entry.client_id for entry in lists[code].entries]


def test_the_lists_of_this_day_are_those_of_the_window(office: Office) -> None:
    office.client(born_on=date(2009, 1, 10))
    shown = office.desk.book.today_lists().lists
    assert shown
    told = [one for one in office.desk.book.lists_on(office.desk.today()) if one.entries]
    assert tuple(told) == shown


def test_a_birthday_to_come_is_seen_on_its_days(office: Office) -> None:
    client = office.client(born_on=date(2009, 3, 10))
    before = EIGHTEEN - timedelta(1)
    assert members(office, "turning_18", date(2026, 12, 9)) == []
    assert members(office, "turning_18", date(2026, 12, 10)) == [client.id]
    assert members(office, "turning_18", before) == [client.id]
    assert members(office, "turning_18", EIGHTEEN) == []


def test_another_day_leaves_the_window_on_its_own(office: Office) -> None:
    office.client(born_on=date(2009, 1, 10))
    shown = office.desk.book.today_lists()
    office.desk.book.lists_on(date(2050, 1, 1))
    assert office.desk.book.today_lists() == shown
