"""DT-4: the minor consent against the 18th birthday, day by day."""

from datetime import date, timedelta
from typing import Any

from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.timing import (
    assess_effect_date,
    assess_signing_date,
    minor_consent,
    waiting_alarm,
)

BOOK = "dt04"
DAY = timedelta(1)
BORN, ON = date(2008, 3, 10), date(2026, 3, 9)


def test_the_paper_is_worth_what_the_case_says(case: Any) -> None:
    verdict = minor_consent(
        case.facts["birth"],
        case.facts.get("signed"),
        case.facts.get("affirmed"),
        case.on,
        case.settings,
    )
    assert (verdict.row,) == case.rows
    assert verdict.row not in case.not_rows
    assert verdict.result == case.expect.get("result", verdict.result)
    assert verdict.alarm == case.expect.get("alarm", verdict.alarm)


def test_an_adults_paper_turns_amber_and_never_red() -> None:
    signed, settings = date(2026, 3, 10), LawSettings()
    days = [date(2026, 4, 9), date(2026, 4, 10), date(2027, 4, 10)]
    alarms = [waiting_alarm(BORN, signed, day, settings) for day in days]
    assert alarms == ["plain", "amber", "amber"]


def test_a_signature_of_tomorrow_or_before_birth_is_named_and_one_of_today_is_not() -> None:
    assert [f.code for f in assess_signing_date(BORN, date(2026, 3, 10), ON)] == [
        "date.signed_in_future"
    ]
    assert [f.row for f in assess_signing_date(BORN, date(2008, 3, 9), ON)] == ["DT-4.6"]
    assert assess_signing_date(BORN, ON, ON) == ()


def test_an_affirmation_is_not_in_the_future_and_not_before_the_signature() -> None:
    signed = date(2026, 3, 8)
    assert [f.code for f in assess_effect_date(signed, date(2026, 3, 10), ON)] == [
        "date.affirmed_in_future"
    ]
    assert [f.code for f in assess_effect_date(signed, date(2026, 3, 7), ON)] == [
        "date.affirmed_before_signature"
    ]
    assert assess_effect_date(signed, ON, ON) == ()
    assert assess_effect_date(signed, signed, ON) == ()


def test_a_minors_paper_is_red_up_to_the_day_before_d_and_not_from_d_on() -> None:
    days = [date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11), date(2026, 4, 9)]
    alarms = [waiting_alarm(BORN, date(2026, 3, 9), day, LawSettings()) for day in days]
    assert alarms == ["red", "plain", "plain", "amber"]


def test_a_date_that_is_wrong_stands_beside_its_field() -> None:
    signed = [*assess_signing_date(BORN, ON, ON - DAY), *assess_signing_date(BORN, BORN - DAY, ON)]
    effect = [*assess_effect_date(ON, ON + DAY, ON), *assess_effect_date(ON, ON - DAY, ON)]
    assert {one.field for one in signed} == {"signed_on"}
    assert {one.field for one in effect} == {"affirmed_on"}
    assert assess_signing_date(BORN, BORN, ON) == ()
