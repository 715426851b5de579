"""What is counted of clients: coverage, birthdays, the funnel and its days, papers that wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.words import FormKind
from immtrac_desk.figures.aging import aging
from immtrac_desk.figures.birthdays import birthdays
from immtrac_desk.figures.coverage import AGES, CONSENTS, coverage
from immtrac_desk.figures.cross import WHOLE
from immtrac_desk.figures.funnel import LATER, Between, funnel
from immtrac_desk.law.parameters import LawSettings
from tests.figures.telling import (
    CHILD,
    GROWN,
    NOVEMBER,
    act,
    affirmed,
    client,
    granted,
    written_to,
)

LAW = LawSettings()
FIRST, LAST = NOVEMBER.first, NOVEMBER.last


class TestCoverage:
    def test_everybody_is_counted_once_where_the_last_day_finds_them(self) -> None:
        people = [
            client("none"),
            client("minor", CHILD, granted(FIRST), affirmed(LAST)),
            client("waits", CHILD, granted(FIRST)),
            client("next month", CHILD, granted(FIRST), affirmed(LAST + timedelta(1))),
            client("adult", GROWN, granted(FIRST, FormKind.ADULT), affirmed(FIRST)),
            client("left", GROWN, act(ActKind.CONSENT_WITHDRAWN, FIRST)),
            client("said no", GROWN, act(ActKind.CONSENT_DECLINED, FIRST, "p", FormKind.ADULT)),
            client("keeps", GROWN, granted(FIRST, FormKind.DISASTER), affirmed(FIRST)),
        ]
        [table] = coverage(people, NOVEMBER, LAW)
        assert table.count(WHOLE, WHOLE) == len(people)
        names = {
            column: [str(one.client_id) for one in table.behind(WHOLE, column)]
            for column in CONSENTS
            if table.count(WHOLE, column)
        }
        assert names == {
            "none": ["none"],
            "minor": ["minor"],
            "waiting": ["waits", "next month"],
            "adult": ["adult"],
            "withdrawn": ["left"],
            "declined": ["said no"],
            "disaster_only": ["keeps"],
        }

    def test_nobody_who_died_or_is_not_born_is_counted(self) -> None:
        dead = client("dead", CHILD, act(ActKind.DEATH_RECORDED, LAST))
        later = client("later", CHILD, act(ActKind.DEATH_RECORDED, LAST + timedelta(1)))
        [table] = coverage([dead, later, client("unborn", LAST + timedelta(1))], NOVEMBER, LAW)
        assert [one.client_id for one in table.behind(WHOLE, WHOLE)] == ["later"]

    @pytest.mark.parametrize(
        ("born_on", "group"),
        [
            (LAST, "0-2"),
            (date(2023, 12, 1), "0-2"),
            (date(2023, 11, 30), "3-5"),
            (date(2008, 12, 1), "13-17"),
            (date(2008, 11, 30), "18-25"),
            (date(2000, 12, 1), "18-25"),
            (date(2000, 11, 30), "26+"),
            (date(1900, 1, 1), "26+"),
        ],
    )
    def test_an_age_is_that_of_the_last_day(self, born_on: date, group: str) -> None:
        [table] = coverage([client("one", born_on)], NOVEMBER, LAW)
        assert [name for name, _ in AGES if table.count(name, WHOLE)] == [group]

    def test_a_period_that_is_not_over_is_counted_as_of_today(self) -> None:
        told = client("one", CHILD, granted(FIRST), affirmed(date(2026, 11, 20)))
        early = replace(NOVEMBER, today=date(2026, 11, 19))
        assert coverage([told], early, LAW)[0].count(WHOLE, "waiting") == 1
        assert coverage([told], NOVEMBER, LAW)[0].count(WHOLE, "minor") == 1


class TestBirthdays:
    def test_the_day_and_whether_an_adult_consent_is_on_file(self) -> None:
        on = date(2008, 11, 10)
        people = [
            client("bare", on),
            client("signed", on, granted(date(2026, 11, 12), FormKind.ADULT)),
            client("minor only", on, granted(date(2020, 1, 2)), affirmed(date(2020, 1, 2))),
            client("before", date(2008, 10, 31)),
            client("after", date(2008, 12, 1)),
            client("died", on, act(ActKind.DEATH_RECORDED, FIRST)),
        ]
        [table] = birthdays(people, NOVEMBER, LAW)
        assert table.rows == ("2026-11-10",)
        assert [x.client_id for x in table.behind(WHOLE, "with")] == ["signed"]
        assert [x.client_id for x in table.behind(WHOLE, "without")] == ["bare", "minor only"]

    def test_the_bounds_are_inside_and_29_february_comes_on_1_march(self) -> None:
        edges = [client("first", date(2008, 11, 1)), client("last", date(2008, 11, 30))]
        assert birthdays(edges, NOVEMBER, LAW)[0].rows == ("2026-11-01", "2026-11-30")
        leap = client("leap", date(2008, 2, 29))
        march = replace(NOVEMBER, first=date(2026, 3, 1), last=date(2026, 3, 31))
        february = replace(NOVEMBER, first=date(2026, 2, 1), last=date(2026, 2, 28))
        assert birthdays([leap], march, LAW)[0].rows == ("2026-03-01",)
        assert birthdays([leap], february, LAW)[0].rows == ()


class TestFunnel:
    def test_who_was_asked_signed_and_is_in_effect_with_the_days_between(self) -> None:
        people = [
            client("asked", GROWN, written_to(FIRST)),
            client("signed", GROWN, written_to(FIRST), granted(date(2026, 11, 4), FormKind.ADULT)),
            client(
                "whole",
                GROWN,
                written_to(FIRST),
                granted(date(2026, 11, 8), FormKind.ADULT),
                affirmed(date(2026, 11, 10)),
            ),
            client("at once", CHILD, granted(FIRST), affirmed(date(2026, 11, 5))),
            client("said no", GROWN, act(ActKind.CONSENT_DECLINED, FIRST, "p", FormKind.ADULT)),
        ]
        [table], between = funnel(people, NOVEMBER)
        assert [table.count(step, LATER) for step in table.rows] == [5, 3, 2]
        assert between == (Between(0, 3.0, 7), Between(2, 3.0, 4))

    def test_a_step_never_has_more_than_the_one_before_and_what_is_undone_was_never(self) -> None:
        signed = granted(FIRST)
        undone = act(ActKind.ENTERED_IN_ERROR, FIRST, late=2, reverses=signed.id)
        earlier = granted(date(2026, 10, 31), paper="old")
        people = [
            client("undone", CHILD, signed, undone),
            client("before", CHILD, earlier, affirmed(FIRST, "old")),
            client("after", CHILD, granted(LAST + timedelta(1))),
            client("disaster", GROWN, granted(FIRST, FormKind.DISASTER)),
            client("own record", GROWN, written_to(FIRST, "record_request")),
        ]
        [table], between = funnel(people, NOVEMBER)
        assert [table.count(step, LATER) for step in table.rows] == [0, 0, 0]
        assert between == (Between(None, None, None), Between(None, None, None))

    def test_what_comes_after_the_last_day_is_not_counted(self) -> None:
        told = client("one", CHILD, granted(LAST), affirmed(LAST + timedelta(1)))
        [table], _ = funnel([told], NOVEMBER)
        assert [table.count(step, LATER) for step in table.rows] == [1, 1, 0]


class TestAging:
    @pytest.mark.parametrize(
        ("days", "bucket"),
        [(0, "0-7"), (7, "0-7"), (8, "8-14"), (14, "8-14"), (15, "15-30"), (30, "15-30"),
         (31, "31-60"), (60, "31-60"), (61, "61-90"), (90, "61-90"), (91, "91+"), (4000, "91+")],
    )  # fmt: skip
    def test_days_since_the_signature(self, days: int, bucket: str) -> None:
        told = client("one", date(1950, 1, 1), granted(LAST - timedelta(days), FormKind.ADULT))
        [table] = aging([told], NOVEMBER, LAW)
        assert table.count(bucket, FormKind.ADULT.value) == table.count(WHOLE, WHOLE) == 1

    def test_in_effect_withdrawn_or_dead_nothing_waits(self) -> None:
        people = [
            client("effect", CHILD, granted(FIRST), affirmed(LAST)),
            client("dead", CHILD, granted(FIRST), act(ActKind.DEATH_RECORDED, LAST)),
            client("left", CHILD, granted(FIRST), act(ActKind.CONSENT_WITHDRAWN, LAST, late=1)),
        ]
        assert aging(people, NOVEMBER, LAW)[0].count(WHOLE, WHOLE) == 0
