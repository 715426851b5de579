"""The tables as data: every row named by a case, every turn seen from both sides."""

import re
import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest

from immtrac_desk.errors import DeskError
from immtrac_desk.law.citations import MARKS, citation, citations
from immtrac_desk.law.dose_elements import BASIS
from immtrac_desk.law.duties import duties
from immtrac_desk.law.parameters import ADULT_AGE, RETENTION_AGE
from immtrac_desk.law.tables import _lines, _row, first_row, row, rows
from immtrac_desk.law.timeline import Since, timeline

NEWEST = date.max
"""Every row in its newest version, one that waits for its day too."""

LENGTHS = {1: 13, 2: 14, 3: 7, 4: 7, 5: 11, 6: 7, 7: 5, 8: 5, 9: 4, 10: 4, 11: 7, 21: 5}
LENGTHS |= {12: 7, 13: 7, 14: 3, 15: 7, 16: 11, 17: 14, 18: 5}
LENGTHS |= {19: 12, 20: 7, 23: 3, 24: 6}
"""Rows of each table of the handbook."""

BESIDE = {"DT-13.due", "DT-13.ladder", "DT-13.tvfc", "DT-13.director"}
"""Dates that the handbook gives below its table of the agreement."""

DATED = tuple(f"DT-{table}." for table in (*range(12, 21), 23))
"""Tables of which each row is seen on the day before, the day and the day after."""

TURN_ON_A_DATE = {
    *("DT-1.1", "DT-1.2", "DT-1.3", "DT-1.4", "DT-1.5", "DT-1.6", "DT-1.11", "DT-1.12"),
    *("DT-2.1", "DT-2.2", "DT-2.3", "DT-2.6", "DT-2.8", "DT-2.9", "DT-2.11", "DT-2.12"),
    *("DT-3.1", "DT-3.2", "DT-3.4", "DT-3.5"),
    *("DT-4.1", "DT-4.2", "DT-4.3", "DT-4.4", "DT-4.5", "DT-4.6", "DT-4.7"),
    *("DT-5.1", "DT-5.2", "DT-5.3", "DT-5.4", "DT-5.5", "DT-5.6", "DT-5.7"),
    *("DT-5.8", "DT-5.8b", "DT-5.9", "DT-5.10"),
    *("DT-6.1", "DT-6.2", "DT-6.4"),
    *("DT-7.3", "DT-7.4", "DT-7.5"),
    *("DT-11.1", "DT-11.2", "DT-11.3", "DT-11.4", "DT-11.5", "DT-11.6", "DT-11.7"),
    *(f"DT-12.{number}" for number in range(1, 8)),
    *(f"DT-13.{number}" for number in range(1, 8)),
    *("DT-13.ladder", "DT-16.4", "DT-16.5"),
    *("DT-19.1", "DT-19.2", "DT-19.3", "DT-19.4", "DT-19.6", "DT-19.8"),
    *("DT-20.3b", "DT-20.4", "DT-23.1", "DT-23.2", "DT-23.3"),
}


BOOKED = {one.id for one in rows(NEWEST) if not one.id.startswith(("DT-21", "DT-22"))}
"""The rows that the case books name; DT-21 and DT-22 have tests of their own."""


ENGLISH = re.compile(r"\b(?:the|of|and|or|form|consent|signed|minor|adult|may|not|with|to)\b", re.I)
"""Words that no Spanish rule has."""

NAMED = re.compile(r"\b(?:DSHS|DFPS|DT-\d+\.\d+|Texas)\b")
"""Names that both languages share."""


def named(cases: Iterable[Any]) -> set[str]:
    return {row_id for case in cases for row_id in case.rows}


def turned(cases: list[Any]) -> set[str]:
    """Rows that a case shows to begin or end between two days, with the day after either."""
    by_sentence: dict[str, dict[date, set[str]]] = {}
    for case in cases:
        if case.turning:
            day = case.facts[case.facts.get("turns", "on")]
            by_sentence.setdefault(case.book + case.says, {})[day] = set(case.rows)
    found: set[str] = set()
    for days in by_sentence.values():
        for day, held in days.items():
            before, after = days.get(day - timedelta(1)), days.get(day + timedelta(1))
            if before is not None and after is not None:
                found |= before ^ held
                found |= held ^ after
    return found


def test_every_row_of_the_handbook_is_here() -> None:
    here = {one.id for one in rows(NEWEST)}
    counted = {
        table: sum(name.startswith(f"DT-{table}.") for name in here - BESIDE) for table in LENGTHS
    }
    assert counted == LENGTHS
    assert here >= BESIDE


def test_every_row_is_named_by_a_case_in_which_it_holds(all_cases: list[Any]) -> None:
    assert BOOKED - named(all_cases) == set()


def test_every_row_is_seen_not_to_hold(all_cases: list[Any]) -> None:
    denied = {row_id for case in all_cases for row_id in case.not_rows}
    assert BOOKED - denied - turned(all_cases) == set()


def test_every_row_that_turns_on_a_date_has_the_day_before_the_day_and_the_day_after(
    all_cases: list[Any],
) -> None:
    assert turned(all_cases) >= TURN_ON_A_DATE


def test_every_row_of_the_agreement_is_seen_on_three_days_in_a_row(all_cases: list[Any]) -> None:
    by_sentence: dict[str, dict[date, set[str]]] = {}
    for case in all_cases:
        if case.turning:
            by_sentence.setdefault(case.book + case.says, {})[case.on] = set(case.rows)
    seen: set[str] = set()
    for days in by_sentence.values():
        for day in days:
            around = [day - timedelta(1), day, day + timedelta(1)]
            if all(one in days for one in around):
                seen |= set().union(*(days[one] for one in around))
    assert {name for name in BOOKED if name.startswith(DATED)} - seen == set()


def test_no_case_names_a_row_that_is_not_there(all_cases: list[Any]) -> None:
    known = {one.id for one in rows(NEWEST)}
    denied = {row_id for case in all_cases for row_id in case.not_rows}
    assert named(all_cases) | denied <= known


@pytest.mark.parametrize("one", rows(NEWEST), ids=lambda one: one.id)
def test_a_row_says_what_it_means_who_says_so_and_since_when(one: Any) -> None:
    assert one.what.endswith(".")
    assert one.mark in MARKS
    assert one.citation
    assert date(1997, 1, 1) <= one.since, "a row may wait for a day to come, not lie before the law"


@pytest.mark.parametrize("one", rows(NEWEST), ids=lambda one: one.id)
def test_a_row_says_the_same_rule_in_both_languages(one: Any) -> None:
    assert one.what_es.endswith(".")
    assert one.what_es != one.what
    assert "{" not in one.what + one.what_es
    assert ENGLISH.findall(one.what_es) == []
    assert NAMED.findall(one.what_es) == NAMED.findall(one.what)


@pytest.mark.parametrize("one", rows(NEWEST), ids=lambda one: one.id)
def test_the_numbers_of_a_rule_stand_in_its_spanish_too(one: Any) -> None:
    english, spanish = (_numbers(text) for text in (one.what, one.what_es))
    assert english <= spanish | {"01"}
    assert spanish - english <= {"1", "18"}, "a birthday or January is a word in English"


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


def test_every_row_of_the_files_says_its_rule_twice() -> None:
    """Older versions of a row too, which `rows` does not show."""
    tables = files("immtrac_desk.law").joinpath("tables").iterdir()
    entries = [one for page in tables for one in tomllib.loads(page.read_text("utf-8"))["row"]]
    assert len(entries) >= len(rows(NEWEST))
    assert [one["id"] for one in entries if not (one.get("what") and one.get("what_es"))] == []


ENTRY = {"id": "1", "what": "No.", "what_es": "No se puede.", "mark": "house", "cites": ["house"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"what_es": ""},
        {"what_es": " "},
        {"what_es": "No."},
        {"what": ""},
        {"mark": "sure"},
        {"wat_es": "No se puede."},
    ],
    ids=str,
)
def test_a_row_that_is_not_said_twice_is_refused(wrong: dict[str, str]) -> None:
    assert _row(ENTRY, "DT-1", date(2015, 9, 1)).what_es == "No se puede."
    with pytest.raises(DeskError, match=r"law\.bad_row"):
        _row({**ENTRY, **wrong}, "DT-1", date(2015, 9, 1))


@pytest.mark.parametrize("key", sorted(ENTRY))
def test_a_row_without_one_of_its_keys_is_refused(key: str) -> None:
    entry = {name: value for name, value in ENTRY.items() if name != key}
    with pytest.raises(DeskError, match=r"law\.bad_row"):
        _row(entry, "DT-1", date(2015, 9, 1))


def test_every_citation_is_used_and_marked() -> None:
    used = {text for one in rows(NEWEST) for text in one.citation.split("; ")}
    used |= {text for one in duties() for text in one.citation.split("; ")}
    used |= {citation(name).text for name in BASIS.values()}
    spare = {entry.text for entry in citations().values()} - used
    assert spare <= {"25 TAC 100.4(a)"}


def test_every_row_that_a_finding_or_a_look_alike_names_can_be_asked_why() -> None:
    assert row("DT-22", NEWEST).what
    assert row("DT-21.4", NEWEST).citation == "ImmTrac2 help"
    assert len(BOOKED) == sum(LENGTHS.values()) - LENGTHS[21] + len(BESIDE)


def test_the_ages_of_majority_and_of_retention_are_cited() -> None:
    for age in (ADULT_AGE, RETENTION_AGE):
        assert citation(age.entry(date(1950, 1, 1)).citation).text == "H&SC 161.007(a-1)"


def test_a_row_entered_ahead_of_its_day_holds_from_that_day_and_no_sooner() -> None:
    coming = date(2999, 9, 1)
    old = _row(ENTRY, "DT-4", date(2015, 9, 1))
    new = _row({**ENTRY, "what": "Yes.", "what_es": "Claro.", "since": coming}, "DT-4", coming)
    line = _lines([new, old])["DT-4.1"]
    days = [coming - timedelta(1), coming, coming + timedelta(1)]
    assert [line.at(day).what for day in days] == ["No.", "Yes.", "Yes."]


def test_a_row_that_does_not_exist_is_refused() -> None:
    with pytest.raises(DeskError) as refused:
        row("DT-4.99", NEWEST)
    assert refused.value.code == "law.unknown_row"
    with pytest.raises(DeskError):
        citation("no-such-statute")


def test_a_table_without_an_answer_is_refused_and_not_guessed() -> None:
    with pytest.raises(DeskError) as refused:
        first_row("DT-8", {"paper": "consent", "registered": "perhaps"}, date(2026, 1, 1))
    assert refused.value.code == "law.no_row"


def test_the_earliest_value_holds_for_all_earlier_days_and_each_from_its_own_day() -> None:
    line = timeline([Since(date(2015, 9, 1), 26, "b"), Since(date(2009, 6, 1), 19, "a")])
    days = [date(1950, 1, 1), date(2015, 8, 31), date(2015, 9, 1), date(2015, 9, 2)]
    assert [line.at(day) for day in days] == [19, 19, 26, 26]
    assert line.entry(date(2030, 1, 1)).citation == "b"


def test_a_timeline_is_not_empty_and_has_no_day_twice() -> None:
    with pytest.raises(DeskError):
        timeline([])
    with pytest.raises(DeskError):
        timeline([Since(date(2015, 9, 1), 1, "a"), Since(date(2015, 9, 1), 2, "b")])
