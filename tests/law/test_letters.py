"""DT-11: to whom a letter goes, and each reason why it does not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Address, Client, PersonName, ResponsiblePerson
from immtrac_desk.domain.ids import ActId, ClientId, ResponsibleId, StaffId
from immtrac_desk.domain.values import Explicit
from immtrac_desk.law.letters import (
    LETTERS,
    TO_ANYBODY,
    contact_of,
    last_letter_on,
    letter_for,
    letter_to,
    written_lately,
)
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.worklists import LIST_CODES

LAW = LawSettings()
BORN = date(2008, 3, 10)
EVE, DAY = date(2026, 3, 9), date(2026, 3, 10)
HOME = Address(street="12 Oak Street", city="Austin", zip_code="78701")
CLIENT = Client(
    id=ClientId("client"), name=PersonName(last="Doe", first="Ana"), born_on=BORN, address=HOME
)
MOTHER = ResponsiblePerson(
    id=ResponsibleId("mother"),
    client_id=CLIENT.id,
    name=PersonName(last="Doe", first="Eva"),
    primary=True,
)
ALL = frozenset(LIST_CODES)


def test_the_letter_goes_to_the_parent_until_the_18th_birthday_and_then_to_the_client() -> None:
    assert letter_to(CLIENT, ALL, (MOTHER,), "turning_18", EVE, LAW).to == "parent"
    assert letter_to(CLIENT, ALL, (MOTHER,), "turning_18", EVE, LAW).responsible is MOTHER
    adult = letter_to(CLIENT, ALL, (MOTHER,), "last_chance", DAY, LAW)
    assert (adult.to, adult.responsible) == ("client", None)


def test_a_parent_nobody_recorded_is_written_to_by_the_name_of_the_child() -> None:
    found = letter_to(CLIENT, ALL, (), "turning_18", EVE, LAW)
    assert (found.to, found.responsible, found.left_out) == ("parent", None, "")


@pytest.mark.parametrize(
    ("changes", "lists", "died", "reason"),
    [
        ({}, ALL, True, "died"),
        ({"contact_opt_out": True}, ALL, False, "opt_out"),
        ({"contact_opt_out": True}, ALL, True, "died"),
        ({}, ALL - {"turning_18"}, False, "not_on_list"),
        ({"address": replace(HOME, street="")}, ALL, False, "no_address"),
        ({"address": replace(HOME, street=Explicit.NONE)}, ALL, False, "no_address"),
        ({"address": replace(HOME, city="")}, ALL, False, "no_address"),
        ({"address": replace(HOME, zip_code=" ")}, ALL, False, "no_address"),
        ({}, ALL, False, ""),
    ],
)
def test_each_reason_is_named(
    changes: dict[str, object], lists: frozenset[str], died: bool, reason: str
) -> None:
    client = replace(CLIENT, **changes)  # type: ignore[arg-type]
    found = letter_to(client, lists, (), "turning_18", EVE, LAW, died=died)
    assert found.left_out == reason


def test_every_letter_but_the_one_for_anybody_needs_its_own_list() -> None:
    for letter, code in LETTERS.items():
        assert code in LIST_CODES
        if letter not in TO_ANYBODY:
            assert letter_for(code) == letter
        elsewhere = letter_to(CLIENT, ALL - {code}, (), letter, EVE, LAW).left_out
        assert elsewhere == ("" if letter in TO_ANYBODY else "not_on_list")
    assert letter_for("to_affirm") == ""


@given(
    opt_out=st.booleans(), died=st.booleans(), letter=st.sampled_from(sorted(LETTERS)),
    lists=st.frozensets(st.sampled_from(LIST_CODES)),
)  # fmt: skip
def test_nobody_who_died_or_asked_to_be_left_alone_is_ever_written_to(
    opt_out: bool, died: bool, letter: str, lists: frozenset[str]
) -> None:
    client = replace(CLIENT, contact_opt_out=opt_out)
    found = letter_to(client, lists, (MOTHER,), letter, EVE, LAW, died=died)
    if opt_out or died:
        assert found.left_out
    assert (found.left_out == "") is (
        not (opt_out or died) and (letter in TO_ANYBODY or LETTERS[letter] in lists)
    )


def test_a_contact_who_is_gone_is_not_named_from_that_day_on() -> None:
    gone = replace(MOTHER, until=DAY)
    assert contact_of((gone,), EVE) is gone
    assert contact_of((gone,), DAY) is None
    assert contact_of((replace(MOTHER, primary=False),), EVE) is None


def test_the_last_letter_is_the_latest_that_was_not_undone() -> None:
    made = [_letter("a", EVE, 1), _letter("b", DAY, 2)]
    undone = replace(
        made[1], id=ActId("u"), kind=ActKind.ENTERED_IN_ERROR, at=_at(3), reverses=ActId("b")
    )
    assert last_letter_on(made, DAY) == DAY
    assert last_letter_on(made, EVE) == EVE
    assert last_letter_on([*made, undone], DAY) == EVE
    assert last_letter_on([], DAY) is None


def test_the_last_letter_of_one_kind_is_not_that_of_another() -> None:
    made = [
        replace(_letter("a", EVE, 1), facts={"letter": "turning_18"}),
        replace(_letter("b", DAY, 2), facts={"letter": "record_request"}),
        replace(_letter("c", DAY, 3), kind=ActKind.SEARCH_NOTED, facts={"letter": "turning_18"}),
    ]
    assert last_letter_on(made, DAY, "turning_18") == EVE
    assert last_letter_on(made, DAY, "record_request") == DAY
    assert last_letter_on(made, DAY, "last_chance") is None
    assert last_letter_on(made, DAY) == DAY


@pytest.mark.parametrize(
    ("days", "lately"), [(0, True), (29, True), (30, True), (31, False), (400, False)]
)
def test_a_letter_was_written_lately_for_thirty_days(days: int, lately: bool) -> None:
    assert written_lately(DAY, DAY + timedelta(days)) is lately
    assert not written_lately(None, DAY)


def _letter(number: str, on: date, hour: int) -> Act:
    return Act(
        id=ActId(number),
        client_id=CLIENT.id,
        kind=ActKind.LETTER_MADE,
        on=on,
        at=_at(hour),
        by=StaffId("clerk"),
    )


def _at(hour: int) -> datetime:
    return datetime(2026, 3, 10, hour, tzinfo=UTC)
