"""DT-18: who must be told of a breach and by when, by the case book."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.errors import InputError
from immtrac_desk.law.breach import BreachFacts, clocks

BOOK = "dt18"
DAYS = st.dates(date(2023, 9, 1), date(2090, 1, 1))


def test_the_clocks_run_as_the_case_says(case: Any) -> None:
    facts = case.facts
    told = BreachFacts(
        facts["affected"],
        facts["texans"],
        facts["discovered"],
        facts.get("determined"),
        facts.get("residents"),
    )
    found = clocks(told, case.on, case.settings)
    needed = [one for one in found if one.needed]
    assert tuple(one.row for one in needed) == case.rows
    assert not {one.row for one in needed} & set(case.not_rows)
    due = {one.row: one.due_on for one in needed}
    assert {row: due[row] for row in case.expect.get("due", {})} == case.expect.get("due", {})
    if "late" in case.expect:
        assert [one.row for one in found if one.is_late(case.on)] == case.expect["late"]
    if "no_day" in case.expect:
        assert [one.row for one in needed if one.due_on is None] == case.expect["no_day"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (BreachFacts(-1, 0, date(2026, 3, 2)), "breach.below_zero"),
        (BreachFacts(5, -1, date(2026, 3, 2)), "breach.below_zero"),
        (BreachFacts(5, 5, date(2026, 3, 2), None, -1), "breach.below_zero"),
        (BreachFacts(5, 6, date(2026, 3, 2)), "breach.texans_above"),
        (BreachFacts(5, 5, date(2026, 3, 2), None, 6), "breach.residents_above"),
        (
            BreachFacts(5, 5, date(2026, 3, 2), date(2026, 3, 1)),
            "breach.determined_before_discovered",
        ),
    ],
)
def test_numbers_and_days_that_cannot_be_are_refused(facts: BreachFacts, code: str) -> None:
    with pytest.raises(InputError) as refused:
        clocks(facts, date(2026, 3, 10))
    assert refused.value.code == code


@given(affected=st.integers(0, 2000), part=st.integers(0, 2000), discovered=DAYS)
def test_hhs_is_told_once_and_nobody_sooner_than_anybody_was_affected(
    affected: int, part: int, discovered: date
) -> None:
    facts = BreachFacts(affected, min(part, affected), discovered, discovered)
    found = clocks(facts, discovered)
    assert len(found) == 5
    hhs = [one for one in found if one.whom == "hhs" and one.needed]
    assert len(hhs) == (1 if affected else 0)
    assert found[0].needed is bool(affected)
    assert all(one.due_on is not None and one.due_on > discovered for one in found)


@pytest.mark.parametrize(
    ("affected", "texans", "residents", "open_"),
    [
        (591, 90, None, True),
        (590, 90, None, False),
        (591, 90, 90, False),
        (1200, 600, None, False),
    ],
)
def test_people_of_other_states_whom_nobody_counted_may_be_too_many_for_the_media(
    affected: int, texans: int, residents: int | None, open_: bool
) -> None:
    facts = BreachFacts(affected, texans, date(2026, 3, 2), None, residents)
    found = clocks(facts, date(2026, 3, 2))
    assert [one.row for one in found if one.elsewhere] == (["DT-18.5"] if open_ else [])


def test_only_the_bound_of_the_media_is_unconfirmed() -> None:
    found = clocks(BreachFacts(600, 600, date(2026, 3, 2)), date(2026, 3, 2))
    assert [one.row for one in found if not one.confirmed] == ["DT-18.5"]


def test_each_clock_says_whom_and_what_cannot_be_says_where() -> None:
    whom = [one.whom for one in clocks(BreachFacts(1, 1, date(2026, 3, 2)), date(2026, 3, 2))]
    assert whom == ["individuals", "hhs", "hhs", "attorney_general", "media"]
    fields = []
    for facts in (
        BreachFacts(-1, 0, date(2026, 3, 2)),
        BreachFacts(5, 6, date(2026, 3, 2)),
        BreachFacts(5, 5, date(2026, 3, 2), None, 6),
        BreachFacts(5, 5, date(2026, 3, 2), date(2026, 3, 1)),
    ):
        with pytest.raises(InputError) as refused:
            clocks(facts, date(2026, 3, 10))
        fields.append(refused.value.field)
    assert fields == ["affected", "texans", "residents", "determined_on"]


def test_as_many_residents_and_texans_as_affected_and_a_determination_on_the_day_can_be() -> None:
    on = date(2026, 3, 2)
    found = clocks(BreachFacts(600, 600, on, on, 600), on)
    assert [one.row for one in found if one.needed] == ["DT-18.1", "DT-18.2", "DT-18.4", "DT-18.5"]
