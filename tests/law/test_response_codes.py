"""DT-24: whose work a code is, what mends it, what is hidden or grouped; words for each."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.law.response_codes import Owner, response_code, response_codes
from immtrac_desk.sayings import LANGUAGES, Sayings

BOOK = "dt24"
ON = date(2026, 5, 1)
CODE = re.compile(r"(CLR|IMR|IEE|FIR|MER)-\d{3}")


def rules(code: str) -> tuple[str, ...]:
    """The rules of DT-24 that a found code sets to work."""
    if not CODE.fullmatch(code):
        return ()
    told = response_code(code, ON)
    marks = {
        "DT-24.3": told.by_client,
        "DT-24.4": told.hidden,
        "DT-24.5": not told.by_client,
        "DT-24.6": told.opens_change,
    }
    return ("DT-24.1", "DT-24.2", *(name for name, holds in marks.items() if holds))


def test_the_code_is_handled_as_the_case_says(case: Any) -> None:
    code = case.facts["code"]
    assert rules(code) == case.rows
    assert not set(rules(code)) & set(case.not_rows)
    if case.rows:
        assert response_code(code, case.on).owner.value == case.expect["owner"]


OWNERS = {
    Owner.DESK: "CLR-100 CLR-101 CLR-105 CLR-106 IMR-132 IMR-133 IEE-319 IEE-321 IEE-320 IEE-409"
    " IEE-413 IEE-519 IEE-104 IEE-533 IEE-563 IEE-539 IEE-540 IEE-541 IEE-998 PID-5 PID-7 PID-11"
    " NK1",
    Owner.NURSE: "IMR-111 IEE-570 IEE-571 IEE-575",
    Owner.DATA_STAFF: "IMR-100 IEE-402 IEE-407 IEE-411 IEE-515",
    Owner.OFFICE_MANAGER: "IEE-526",
    Owner.NONE: "IMR-109 IMR-110 IEE-513 IEE-200 IEE-201 IEE-251",
    Owner.DSHS: "IEE-296 IEE-297 IEE-298 IEE-299 IEE-313",
    Owner.OWNER_ORGANIZATION: "IEE-594 IEE-596",
    Owner.REVIEW: "IEE-514 IEE-521 IEE-565 IMR-131 IMR-139 IMR-144 IMR-149",
}


def test_every_code_of_the_handbook_has_its_owner_and_no_other_is_there() -> None:
    wanted = {code: owner for owner, codes in OWNERS.items() for code in codes.split()}
    assert {code: response_code(code, ON).owner for code in response_codes()} == wanted


def test_what_is_hidden_asks_for_nothing_and_nothing_else_is() -> None:
    told = [response_code(code, ON) for code in response_codes()]
    assert {one.code for one in told if one.hidden} == set(OWNERS[Owner.NONE].split())
    assert {one.code for one in told if one.hidden} == {
        one.code for one in told if one.owner is Owner.NONE
    }


def test_whoever_is_at_the_desk_has_an_act_that_mends() -> None:
    hands = {Owner.DESK, Owner.NURSE, Owner.DATA_STAFF, Owner.OFFICE_MANAGER}
    told = [response_code(code, ON) for code in response_codes()]
    assert [one.code for one in told if one.owner in hands and not one.mends] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_owner_and_action_is_said(language: str) -> None:
    sayings = Sayings.load(language)
    told = [response_code(code, ON) for code in response_codes()]
    wanted = {f"response_meaning.{one.code}" for one in told}
    wanted |= {f"response_action.{one.action}" for one in told}
    wanted |= {f"response_owner.{owner.value}" for owner in Owner}
    assert sorted(code for code in wanted if not sayings.has(code)) == []
    said = {code for code in sayings.codes() if code.startswith(("response_m", "response_a"))}
    assert sorted(said - wanted) == []


@given(st.from_regex(CODE, fullmatch=True))
def test_any_code_has_an_owner_and_an_unknown_one_is_reviewed(code: str) -> None:
    told = response_code(code, ON)
    assert told.known is (code in response_codes())
    assert told.known or (told.owner is Owner.REVIEW and not told.hidden)
