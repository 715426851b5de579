"""`report-due` and `consent-code`: DT-19 and DT-20 as a script asks them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from immtrac_desk.cli import main


def ask(*words: str) -> tuple[int, Any, str]:
    done = CliRunner().invoke(main, [*words, "--json"])
    return done.exit_code, json.loads(done.stdout) if done.exit_code == 0 else {}, done.stderr


CHILD, ADULT = "2016-02-03", "1990-02-03"


@pytest.mark.parametrize(
    ("birth", "kind", "more", "told"),
    [
        (CHILD, "standard", ("--consent", "yes"), ("yes", "2026-05-31", "DT-19.1")),
        (CHILD, "standard", ("--consent", "no"), ("yes", "2026-05-31", "DT-19.2")),
        (CHILD, "standard", (), ("yes", "2026-05-31", "DT-19.2")),
        (ADULT, "standard", ("--consent", "yes"), ("yes", "2026-05-31", "DT-19.3")),
        (ADULT, "standard", ("--consent", "no"), ("no", None, "DT-19.4")),
        (ADULT, "standard", ("--consent", "unknown"), ("search-first", "2026-05-31", "DT-19.5")),
        (ADULT, "standard", (), ("search-first", "2026-05-31", "DT-19.5")),
        (ADULT, "standard", ("--responder",), ("yes", "2026-05-31", "DT-19.6")),
        (ADULT, "disaster", ("--consent", "no"), ("yes", "2026-05-31", "DT-19.7")),
        (CHILD, "disaster", ("--report-days", "1"), ("yes", "2026-05-02", "DT-19.7")),
        (CHILD, "standard", ("--report-days", "1"), ("yes", "2026-05-31", "DT-19.2")),
    ],
)
def test_must_it_be_reported_and_by_when(
    birth: str, kind: str, more: tuple[str, ...], told: tuple[str, str | None, str]
) -> None:
    code, found, _ = ask(
        *("report-due", "--birth", birth, "--given", "2026-05-01", "--kind", kind, *more),
        *("--on", "2026-05-01"),
    )
    assert code == 0
    assert (found["must_report"], found["due"], found["row"]) == told
    assert found["citation"]


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-05-23", "plain"),
        ("2026-05-24", "amber"),
        ("2026-05-25", "amber"),
        ("2026-05-30", "amber"),
        ("2026-05-31", "amber"),
        ("2026-06-01", "overdue"),
    ],
)
def test_how_loud_the_day_is(on: str, state: str) -> None:
    words = ("report-due", "--birth", CHILD, "--given", "2026-05-01", "--kind", "standard")
    assert ask(*words, "--on", on)[1]["state"] == state


def test_today_is_meant_where_no_day_is_named() -> None:
    words = ("report-due", "--birth", CHILD, "--given", "2020-05-01", "--kind", "standard")
    assert ask(*words)[1]["state"] == "overdue"


@pytest.mark.parametrize(
    "words",
    [
        ("--birth", CHILD, "--given", "2016-02-02", "--kind", "standard"),
        ("--birth", CHILD, "--given", "2026-05-02", "--kind", "standard", "--on", "2026-05-01"),
        ("--birth", CHILD, "--given", "2026-05-32", "--kind", "standard"),
        ("--birth", CHILD, "--given", "2026-05-01", "--kind", "ordinary"),
        ("--birth", CHILD, "--given", "2026-05-01"),
        ("--birth", CHILD, "--given", "2026-05-01", "--kind", "standard", "--consent", "perhaps"),
        ("--birth", CHILD, "--given", "2026-05-01", "--kind", "disaster", "--report-days", "-1"),
    ],
)
def test_what_cannot_be_is_a_wrong_call(words: tuple[str, ...]) -> None:
    code, _, said = ask("report-due", *words)
    assert code == 2
    assert said


@pytest.mark.parametrize(
    ("consent", "on", "code", "row"),
    [
        ("minor", "2026-03-09", "TXY", "DT-20.2"),
        ("minor", "2026-03-10", None, "DT-20.2"),
        ("minor", "2026-03-11", None, "DT-20.2"),
        ("adult", "2026-03-09", None, "DT-20.1"),
        ("adult", "2026-03-10", "TXA", "DT-20.1"),
        ("disaster", "2026-03-09", "TXD", "DT-20.5"),
        ("responder", "2026-03-10", "TXR", "DT-20.3"),
        ("responder-family", "2026-03-09", "TXM", "DT-20.4"),
        ("responder-family", "2026-03-10", "TXF", "DT-20.3b"),
    ],
)
def test_the_texas_consent_code(consent: str, on: str, code: str | None, row: str) -> None:
    words = ("consent-code", "--birth", "2008-03-10", "--on", on, "--consent", consent)
    assert ask(*words)[1] == {"code": code, "row": row}


def test_a_consent_before_birth_or_of_another_kind_is_a_wrong_call() -> None:
    words = ("consent-code", "--birth", "2008-03-10", "--on")
    assert ask(*words, "2008-03-09", "--consent", "minor")[0] == 2
    assert ask(*words, "2026-03-09", "--consent", "verbal")[0] == 2
